using AngleSharp.Dom;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>Walks the tree of a page and collects its blocks.</summary>
internal sealed class HtmlBlocks
{
    private const int HintedWords = 25;

    private readonly string _source;
    private readonly NumberedHtml _html;
    private readonly ReadLimits _limits;
    private readonly IElement? _main;
    private readonly IElement? _headline;
    private readonly List<HtmlDraftBlock> _blocks = [];
    private List<HtmlRun> _pieces = [];
    private List<HtmlMark> _marks = [];
    private (BlockKind Kind, int Length) _hint;
    private bool _hasHeadline;
    private int _depth;

    private HtmlBlocks(string source, NumberedHtml html, ReadLimits limits, IElement? main, IElement? headline)
    {
        _source = source;
        _html = html;
        _limits = limits;
        _main = main;
        _headline = headline;
    }

    /// <summary>The blocks under a root, in the order of the file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="html">The numbered page that the tree was built from.</param>
    /// <param name="root">Where to begin.</param>
    /// <param name="main">The article; null where everything is.</param>
    /// <param name="headline">The element with the headline, or null.</param>
    /// <param name="within">What stands around the root.</param>
    /// <param name="limits">For nesting.</param>
    public static List<HtmlDraftBlock> Collect(
        string source, NumberedHtml html, IElement root, IElement? main, IElement? headline, BlockContainers within, ReadLimits limits)
    {
        var collector = new HtmlBlocks(source, html, limits, main, headline);
        var context = new HtmlContext(BlockKind.Paragraph, 0, within, false, main is null || main == root, false, 0);
        collector.WalkChildren(root, context);
        collector.Flush(context);
        return HtmlOrder.Sort(collector._blocks);
    }

    private void WalkChildren(INode parent, HtmlContext context)
    {
        if (++_depth > _limits.MaxNesting * 2)
        {
            throw new DocumentException(DocumentProblem.Limit("max-nesting", "elements are nested too deeply", _limits.MaxNesting));
        }

        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                _html.RunsOf(text.Data, _pieces);
            }
            else if (node is IElement element)
            {
                Walk(element, context);
            }
        }

        _depth--;
    }

    private void Walk(IElement element, HtmlContext context)
    {
        var role = HtmlRoles.Of(element);
        if (role == HtmlRole.Hidden)
        {
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                LineBreak(context);
                break;
            case "img":
                Picture(element, context);
                break;
            case "a" or "b" or "strong" or "i" or "em" or "code":
                Marked(element, role, context);
                break;
            default:
                if (HtmlElements.IsBlock(element.LocalName) || (role is HtmlRole.Furniture or HtmlRole.Embed))
                {
                    WalkBlock(element, role, context);
                }
                else
                {
                    WalkInline(element, role, context);
                }

                break;
        }
    }

    private void WalkBlock(IElement element, HtmlRole role, HtmlContext context)
    {
        Flush(context);
        var inner = ContextOf(element, role, context with { IsInMain = context.IsInMain || element == _main });
        WalkChildren(element, inner);
        Flush(inner);
    }

    private HtmlContext ContextOf(IElement element, HtmlRole role, HtmlContext context)
    {
        if (element == _headline)
        {
            return context.As(BlockKind.Headline) with { Kind = BlockKind.Headline, IsCertain = true, Within = context.Within & ~BlockContainers.Furniture };
        }

        var inRole = role switch
        {
            HtmlRole.Furniture when IsFurniture(element, context) => context.AsFurniture(),
            HtmlRole.Embed => context.As(BlockKind.Embed, BlockContainers.Embed),
            HtmlRole.Byline when context.Kind == BlockKind.Paragraph => context.As(BlockKind.Byline),
            HtmlRole.Dek when context.Kind == BlockKind.Paragraph => context.As(BlockKind.Dek),
            HtmlRole.Date when context.Kind == BlockKind.Paragraph => context.As(BlockKind.DateLine),
            HtmlRole.Caption => context.As(BlockKind.Caption, element.LocalName == "caption" ? BlockContainers.Table : BlockContainers.Figure),
            HtmlRole.Footnote => context.As(BlockKind.Footnote),
            _ => context,
        };
        return role is HtmlRole.None or HtmlRole.Furniture ? HtmlElements.ContextOf(element, inRole) : inRole;
    }

    // A footer in a quote is whose quote it is; an element around the article is no furniture, whatever its class says.
    private bool IsFurniture(IElement element, HtmlContext context) =>
        !(element.LocalName == "footer" && (context.Within & (BlockContainers.BlockQuote | BlockContainers.Embed)) != 0)
        && (_main is null || !element.Contains(_main))
        && (_headline is null || !element.Contains(_headline));

    private void WalkInline(IElement element, HtmlRole role, HtmlContext context)
    {
        var kind = role switch
        {
            HtmlRole.Byline => BlockKind.Byline,
            HtmlRole.Date => BlockKind.DateLine,
            HtmlRole.Dek => BlockKind.Dek,
            HtmlRole.Caption => BlockKind.Caption,
            _ => BlockKind.Paragraph,
        };

        // Measured only where it counts: a block may have very many inline elements.
        var before = kind == BlockKind.Paragraph ? 0 : Length();
        WalkChildren(element, context);
        if (kind != BlockKind.Paragraph && Length() - before > _hint.Length)
        {
            _hint = (kind, Length() - before);
        }
    }

    private void Marked(IElement element, HtmlRole role, HtmlContext context)
    {
        var first = _pieces.Count;
        var blocks = _blocks.Count;
        WalkInline(element, role, context);
        var kind = element.LocalName switch
        {
            "a" => InlineKind.Link,
            "b" or "strong" => InlineKind.Strong,
            "code" => InlineKind.Code,
            _ => InlineKind.Emphasis,
        };

        // A link around whole blocks marks none of them.
        if (blocks == _blocks.Count && _pieces.Count > first && (kind != InlineKind.Link || element.HasAttribute("href")))
        {
            _marks.Add(new HtmlMark(kind, first, _pieces.Count, element.GetAttribute("href")));
        }
    }

    private void Picture(IElement element, HtmlContext context)
    {
        if (HtmlTag.FindAttribute(_source, element, "alt") is not { } alt || alt.End <= alt.Start)
        {
            return;
        }

        var isOnItsOwn = !HasText();
        if (isOnItsOwn)
        {
            Flush(context);
        }

        _marks.Add(new HtmlMark(InlineKind.Alt, _pieces.Count, _pieces.Count + 1, element.GetAttribute("src")));
        _pieces.Add(alt);
        if (isOnItsOwn)
        {
            Flush(context.As(BlockKind.Caption, BlockContainers.Figure));
        }
    }

    // Two line breaks in a row are how old pages write paragraphs.
    private void LineBreak(HtmlContext context)
    {
        for (var i = _pieces.Count - 1; i >= 0; i--)
        {
            if (_pieces[i].End == _pieces[i].Start)
            {
                Flush(context);
                return;
            }

            if (!IsBlank(_pieces[i]))
            {
                _pieces.Add(new HtmlRun(_pieces[^1].End, _pieces[^1].End));
                return;
            }
        }
    }

    private void Flush(HtmlContext context)
    {
        if (HasText())
        {
            var isHinted = _hint.Length * 5 >= Length() * 2 && context.Kind == BlockKind.Paragraph && Length() <= HintedWords * 7;
            var isOutside = !context.IsInMain && context.Kind is not (BlockKind.Headline or BlockKind.Byline or BlockKind.Dek or BlockKind.DateLine);
            var effective = isHinted ? context.As(_hint.Kind) : isOutside ? context.AsFurniture() : context;
            var isSecondHeadline = effective.Kind == BlockKind.Headline && _hasHeadline;
            _hasHeadline |= effective.Kind == BlockKind.Headline;
            _blocks.Add(new HtmlDraftBlock
            {
                Kind = isSecondHeadline ? BlockKind.Heading : effective.Kind,
                Level = isSecondHeadline ? 1 : effective.Level,
                Within = effective.Within,
                IsCertain = effective.IsCertain,
                IsPreformatted = effective.IsPreformatted,
                Pieces = _pieces,
                Marks = _marks,
            });
            (_pieces, _marks) = ([], []);
        }

        _pieces.Clear();
        _marks.Clear();
        _hint = default;
    }

    private bool HasText() => _pieces.Exists(piece => !IsBlank(piece));

    private bool IsBlank(HtmlRun piece) => _source.AsSpan(piece.Start, piece.End - piece.Start).IsWhiteSpace();

    private int Length()
    {
        var length = 0;
        foreach (var piece in _pieces)
        {
            length += piece.End - piece.Start;
        }

        return length;
    }
}
