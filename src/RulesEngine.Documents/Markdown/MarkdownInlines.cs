using Markdig.Syntax.Inlines;
using RulesEngine.Documents.Building;
using RulesEngine.Documents.Html;
using RulesEngine.Sdk;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;

namespace RulesEngine.Documents.Markdown;

/// <summary>
/// Writes running text without its marks. What Markdig says of a position is checked against the file character by character;
/// where an escape or an entity makes the two differ the text stands for the whole stretch.
/// </summary>
internal sealed class MarkdownInlines(BlockWriter writer, ArticleReadOptions options)
{
    private int _depth;

    private ArticleTextBuilder Text => writer.Text;

    /// <summary>An inline and its later siblings.</summary>
    public void WriteFrom(MarkdigInline? inline)
    {
        if (++_depth > options.Limits.MaxNesting)
        {
            throw new DocumentException(DocumentProblem.Limit("max-nesting", "marks are nested too deeply", options.Limits.MaxNesting));
        }

        for (; inline is not null; inline = inline.NextSibling)
        {
            Write(inline);
        }

        _depth--;
    }

    public void Write(MarkdigInline inline)
    {
        var start = Text.Position;
        switch (inline)
        {
            case LiteralInline literal:
                WriteLiteral(literal);
                break;
            case HtmlEntityInline entity:
                Text.AppendReplacement(entity.Transcoded.AsSpan(), entity.Span.Start, entity.Span.End + 1);
                break;
            case LineBreakInline lineBreak:
                WriteLineEnd(lineBreak.IsHard ? '\n' : ' ', lineBreak.Span.Start);
                break;
            case CodeInline code:
                WriteCode(code);
                writer.Mark(InlineKind.Code, start);
                break;
            case AutolinkInline link:
                Text.AppendSource(link.Span.Start + 1, link.Span.End);
                writer.Mark(InlineKind.Link, start, link.Url);
                break;
            case LinkInline link:
                WriteFrom(link.FirstChild);
                writer.Mark(link.IsImage ? InlineKind.Alt : InlineKind.Link, start, link.Url);
                break;
            case EmphasisInline emphasis:
                WriteFrom(emphasis.FirstChild);
                writer.Mark(emphasis.DelimiterCount >= 2 ? InlineKind.Strong : InlineKind.Emphasis, start);
                break;
            case HtmlInline html:
                WriteTag(html);
                break;
            case ContainerInline container:
                WriteFrom(container.FirstChild);
                break;
        }
    }

    /// <summary>The end of a line: the blanks, the mark of a hard break and the line feed are one character of text.</summary>
    public void WriteLineEnd(char replacement, int from = 0)
    {
        var start = Math.Max(Text.SourcePosition, from);
        var at = start;
        while (at < Text.Source.Length && Text.Source[at] is not ('\r' or '\n'))
        {
            at++;
        }

        // After a mark ("**bold**" at the end of a line) the blank stands for the line feed alone.
        var begin = Text.Source.AsSpan(start, at - start).Trim(" \t\\").IsEmpty ? start : at;
        at += at + 1 < Text.Source.Length && Text.Source[at] == '\r' && Text.Source[at + 1] == '\n' ? 2 : at < Text.Source.Length ? 1 : 0;
        Text.AppendReplacement([replacement], begin, at);
    }

    private void WriteLiteral(LiteralInline literal)
    {
        var content = literal.Content.AsSpan();
        var start = literal.Span.Start;
        if (!Matches(start, content) && Matches(start + 1, content) && Text.Source[start] == '\\')
        {
            start++;
        }

        if (Matches(start, content))
        {
            Text.AppendSource(start, start + content.Length);
        }
        else
        {
            Text.AppendReplacement(content, literal.Span.Start, literal.Span.End + 1);
        }
    }

    private bool Matches(int start, ReadOnlySpan<char> content) =>
        start >= 0 && start + content.Length <= Text.Source.Length && Text.Source.AsSpan(start, content.Length).SequenceEqual(content);

    private void WriteCode(CodeInline code)
    {
        var start = code.Span.Start + code.DelimiterCount;
        var end = code.Span.End + 1 - code.DelimiterCount;
        var content = code.Content.AsSpan();
        if (!Matches(start, content) && Matches(start + 1, content))
        {
            start++;
        }

        if (Matches(start, content))
        {
            Text.AppendSource(start, start + content.Length);
        }
        else
        {
            Text.AppendReplacement(content, start, end);
        }
    }

    private void WriteTag(HtmlInline html)
    {
        var tag = html.Tag.AsSpan();
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            writer.Comment(html.Span.Start, html.Span.End + 1, tag[4..].TrimEnd("->").ToString());
        }
        else if (HtmlFragment.IsLineBreak(tag))
        {
            Text.AppendReplacement("\n", html.Span.Start, html.Span.End + 1);
        }
    }
}
