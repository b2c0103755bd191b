using AngleSharp.Dom;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>What the names of elements mean for blocks.</summary>
internal static class HtmlElements
{
    /// <summary>True for elements that begin and end a block (HTML, "flow content" that a browser shows on lines of its own).</summary>
    public static bool IsBlock(string name) => name switch
    {
        "address" or "article" or "aside" or "blockquote" or "body" or "caption" or "center" or "dd" or "details" or "dialog" or "dir" or "div" or "dl" or "dt"
            or "fieldset" or "figcaption" or "figure" or "footer" or "form" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "header"
            or "hgroup" or "hr" or "legend" or "li" or "listing" or "main" or "menu" or "nav" or "ol" or "option" or "p" or "plaintext" or "pre"
            or "section" or "summary" or "table" or "tbody" or "td" or "tfoot" or "th" or "thead" or "tr" or "ul" or "xmp" => true,
        _ => false,
    };

    public static HtmlContext ContextOf(IElement element, HtmlContext context)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return context.IsFurniture ? context : context with { Kind = BlockKind.Heading, Level = element.LocalName[1] - '0', IsCertain = false };
            case "ul" or "ol" or "dir":
                return context with { ListDepth = context.ListDepth + 1, Within = context.Within | BlockContainers.List };
            case "li" when context.Kind is BlockKind.Paragraph or BlockKind.ListItem:
                return context with { Kind = BlockKind.ListItem, Level = Math.Max(1, context.ListDepth) };
            case "td" when !context.IsFurniture:
                return context.As(BlockKind.TableCell, BlockContainers.Table);
            case "th" when !context.IsFurniture:
                return context.As(BlockKind.TableHeader, BlockContainers.Table);
            case "blockquote" or "q":
                return context with { Within = context.Within | BlockContainers.BlockQuote };
            case "figure":
                return context with { Within = context.Within | BlockContainers.Figure };
            case "pre" or "listing":
                return context.As(BlockKind.Code) with { IsPreformatted = true };
            case "address" when context.Kind == BlockKind.Paragraph:
                return context.As(BlockKind.Byline);
            default:
                return context;
        }
    }
}
