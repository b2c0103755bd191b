using AngleSharp.Html.Parser;
using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>A stretch of HTML inside another format.</summary>
internal static class HtmlFragment
{
    public static void Write(BlockWriter writer, int start, int end, BlockContainers within, ArticleReadOptions options)
    {
        var source = writer.Text.Source;
        var html = HtmlScanner.Scan(source, start, Math.Min(end, source.Length), options.Limits);
        WriteComments(writer, html);
        if (html.Runs.Count == 0 && !html.Markup.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var body = new HtmlParser().ParseDocument(html.Markup).Body;
        if (body is null)
        {
            return;
        }

        var text = new HtmlTextWriter(writer);
        foreach (var block in HtmlBlocks.Collect(source, html, body, null, null, within, options.Limits))
        {
            text.Write(block);
        }
    }

    public static void WriteComments(BlockWriter writer, NumberedHtml html)
    {
        foreach (var comment in html.Comments)
        {
            var text = writer.Text.Source.AsSpan(comment.Start, comment.End - comment.Start);
            writer.Comment(comment.Start, comment.End, text[4..].TrimEnd("->!").ToString());
        }
    }

    /// <summary>True for a br tag in any spelling.</summary>
    public static bool IsLineBreak(ReadOnlySpan<char> tag) =>
        tag.Length >= 4 && tag[1..3].Equals("br", StringComparison.OrdinalIgnoreCase) && !char.IsLetter(tag[3]);
}
