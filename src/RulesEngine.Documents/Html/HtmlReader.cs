using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using RulesEngine.Documents.Building;
using RulesEngine.Documents.Languages;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>Whole pages and fragments.</summary>
internal static class HtmlReader
{
    public static Article Read(string path, string source, ArticleReadOptions options)
    {
        var html = HtmlScanner.Scan(source, 0, source.Length, options.Limits);
        var root = new HtmlParser().ParseDocument(html.Markup).DocumentElement;
        var writer = new BlockWriter(source);
        HtmlFragment.WriteComments(writer, html);
        var blocks = FindBlocks(source, html, root, options.Limits);
        var text = new HtmlTextWriter(writer);
        foreach (var block in blocks)
        {
            text.Write(block);
        }

        return ToArticle(path, html, root, writer, BodyStart(blocks), options);
    }

    private static Article ToArticle(
        string path, NumberedHtml html, IElement root, BlockWriter writer, int bodyStart, ArticleReadOptions options)
    {
        var source = writer.Text.Source;
        var articleText = writer.Text.ToString();
        if (articleText.Length == 0)
        {
            throw new DocumentException(new("the page has no text: only markup, scripts or hidden elements"));
        }

        var map = writer.Text.ToSourceMap();
        return new DraftArticle
        {
            Path = path,
            Format = ArticleFormat.Html,
            Text = articleText,
            SourceText = source,
            SourceMap = map,
            Blocks = writer.Blocks,
            Inlines = writer.InlinesIn(articleText),
            Comments = writer.CommentsBefore(map, articleText.Length),
            Date = HtmlMetadata.FindDate(source, html, root, bodyStart),

            // Templates say "en" whatever is written in them: the text itself is asked first.
            Language = LanguageDetector.Detect(articleText, writer.Blocks) ?? Subtag(root.GetAttribute("lang")),
        }.ToArticle(options);
    }

    private static List<HtmlDraftBlock> FindBlocks(string source, NumberedHtml html, IElement root, ReadLimits limits)
    {
        var body = root.QuerySelector("body") ?? root;
        var runs = new List<HtmlRun>();
        var main = MainContent.Find(body, node => LengthOf(node, html, runs));
        var headline = FindHeadline(body, main);
        var blocks = HtmlBlocks.Collect(source, html, body, main == body ? null : main, headline, BlockContainers.None, limits);
        if (headline is null && HtmlMetadata.FindTitle(root) is { } title && HtmlTag.FindAttribute(source, title, "content") is { } content && content.End > content.Start)
        {
            blocks.Insert(0, new HtmlDraftBlock { Kind = BlockKind.Headline, IsCertain = true, Pieces = [content], Marks = [] });
        }

        return blocks;
    }

    private static int LengthOf(INode node, NumberedHtml html, List<HtmlRun> runs)
    {
        if (node is not IText text)
        {
            return 0;
        }

        runs.Clear();
        html.RunsOf(text.Data, runs);
        var length = 0;
        foreach (var run in runs)
        {
            length += run.End - run.Start;
        }

        return length;
    }

    // The one in the article; else the first of the page that is not part of its frame.
    private static IElement? FindHeadline(IElement body, IElement main)
    {
        foreach (var scope in (ReadOnlySpan<IElement>)[main, body])
        {
            foreach (var heading in scope.QuerySelectorAll("h1, [itemprop~=headline]"))
            {
                if (HtmlElements.IsBlock(heading.LocalName) && !IsInFrame(heading, scope) && heading.TextContent.AsSpan().ContainsAnyExcept(" \t\n"))
                {
                    return heading;
                }
            }
        }

        return null;
    }

    private static bool IsInFrame(IElement element, IElement scope)
    {
        for (IElement? at = element; at is not null && at != scope; at = at.ParentElement)
        {
            if (HtmlRoles.Of(at) is HtmlRole.Furniture or HtmlRole.Hidden or HtmlRole.Embed)
            {
                return true;
            }
        }

        return false;
    }

    private static int BodyStart(List<HtmlDraftBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is { Kind: BlockKind.Paragraph, IsCertain: false } && block.Pieces[^1].End - block.Start > 80)
            {
                return block.Start;
            }
        }

        return int.MaxValue;
    }

    private static string? Subtag(string? language) =>
        language is { Length: >= 2 } ? language.Split('-', '_')[0].ToLowerInvariant() : null;
}
