using System.Collections.Immutable;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Editing;

/// <summary>Leads edits of article text to edits of the file.</summary>
internal static class SourceEdits
{
    private const string MarkdownMarks = "\\`*_[]<>";

    /// <exception cref="DocumentException">There are marks inside the text that is to be replaced, or it stands for no text of the file.</exception>
    public static ImmutableArray<TextEdit> Of(Article article, ImmutableArray<TextEdit> edits) =>
        [.. edits.Select(edit => Narrow(article, edit)).Where(edit => !edit.Span.IsEmpty || edit.NewText.Length > 0).Select(edit => ToSource(article, edit))];

    /// <summary>Without what stays the same at both ends, so that marks there are not touched; in a .docx a word must not end in another run than it begins.</summary>
    private static TextEdit Narrow(Article article, TextEdit edit)
    {
        if (article.Format == ArticleFormat.Docx)
        {
            return edit;
        }

        var old = article.Text.AsSpan(edit.Span.Start, edit.Span.Length);
        var prefix = old.CommonPrefixLength(edit.NewText);
        if (prefix > 0 && char.IsHighSurrogate(old[prefix - 1]))
        {
            prefix--;
        }

        var suffix = 0;
        var most = Math.Min(old.Length, edit.NewText.Length) - prefix;
        while (suffix < most && old[^(suffix + 1)] == edit.NewText[^(suffix + 1)])
        {
            suffix++;
        }

        if (suffix > 0 && char.IsLowSurrogate(old[^suffix]))
        {
            suffix--;
        }

        return new TextEdit(new TextSpan(edit.Span.Start + prefix, edit.Span.End - suffix), edit.NewText[prefix..^suffix]);
    }

    private static TextEdit ToSource(Article article, TextEdit edit)
    {
        var map = article.SourceMap;
        if (edit.Span.IsEmpty)
        {
            // What is inserted belongs to the character before it: 'slam' in '**slam**' grows within the marks.
            var at = edit.Span.Start > 0 && article.BlockAt(edit.Span.Start - 1) is not null
                ? map.GetSourceSpan(new TextSpan(edit.Span.Start - 1, edit.Span.Start)).End
                : map.GetSourceSpan(edit.Span).Start;
            return new TextEdit(new TextSpan(at, at), Escape(edit.NewText, article.Format));
        }

        ThrowIfMarksInside(map, edit.Span);
        return new TextEdit(map.GetSourceSpan(edit.Span), Escape(edit.NewText, article.Format));
    }

    private static void ThrowIfMarksInside(SourceMap map, TextSpan span)
    {
        var end = -1;
        var covered = 0;
        foreach (var segment in map.Segments)
        {
            if (!segment.Text.Overlaps(span))
            {
                continue;
            }

            var isWhole = segment.IsVerbatim || span.Contains(segment.Text);
            if (!isWhole || (end >= 0 && segment.Source.Start != end))
            {
                throw new DocumentException(new("there are marks or tags inside the text that is to be replaced; change it by hand"));
            }

            end = segment.Source.End;
            covered += Math.Min(segment.Text.End, span.End) - Math.Max(segment.Text.Start, span.Start);
        }

        if (covered < span.Length)
        {
            throw new DocumentException(new("the text that is to be replaced goes over the end of a block; change it by hand"));
        }
    }

    private static string Escape(string text, ArticleFormat format)
    {
        if (format is not (ArticleFormat.Markdown or ArticleFormat.Html))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            _ = format == ArticleFormat.Html ? EscapeHtml(escaped, text[i]) : (IsMarkdownMark(text, i) ? escaped.Append('\\') : escaped).Append(text[i]);
        }

        return escaped.ToString();
    }

    private static StringBuilder EscapeHtml(StringBuilder escaped, char c) => c switch
    {
        '&' => escaped.Append("&amp;"),
        '<' => escaped.Append("&lt;"),
        '>' => escaped.Append("&gt;"),
        _ => escaped.Append(c),
    };

    private static bool IsMarkdownMark(string text, int at) =>
        MarkdownMarks.Contains(text[at], StringComparison.Ordinal) || (text[at] == '&' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '#'));
}
