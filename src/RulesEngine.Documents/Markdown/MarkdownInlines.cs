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
    private const char SoftHyphen = '\u00AD';

    private int _depth;

    /// <summary>Where the block that is being written begins in the file.</summary>
    public int BlockStart { get; set; }

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
            case HtmlEntityInline { Transcoded.Length: 1 } entity when entity.Transcoded.CurrentChar == SoftHyphen:
                break;
            case HtmlEntityInline entity:
                WriteEntity(entity);
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
        var (start, end) = (literal.Span.Start, literal.Span.End + 1);
        if (!Matches(start, content))
        {
            // The cell of a table is trimmed and its position is not, an escape stands before its character, and a tab in a
            // heading shifts what Markdig says by a column or two: the text stands unbroken close by in the line.
            var found = FindInLine(content, start);
            found = found < 0 ? FindInLine(content, BlockStart) : found;
            if (found < 0)
            {
                WriteAligned(content, start, end);
                return;
            }

            start = found;
        }

        Text.AppendSource(start, start + content.Length);
    }

    private void WriteEntity(HtmlEntityInline entity)
    {
        var original = entity.Original.AsSpan();
        var start = Matches(entity.Span.Start, original) ? entity.Span.Start : FindInLine(original, BlockStart);
        start = start < 0 ? entity.Span.Start : start;
        Text.AppendReplacement(entity.Transcoded.AsSpan(), start, start + original.Length);
    }

    private int FindInLine(ReadOnlySpan<char> content, int start)
    {
        start = Math.Clamp(start, Text.SourcePosition, Text.Source.Length);
        var rest = Text.Source.AsSpan(start);
        var lineEnd = rest.IndexOfAny('\r', '\n');
        var found = (lineEnd < 0 ? rest : rest[..lineEnd]).IndexOf(content, StringComparison.Ordinal);
        return found < 0 ? -1 : start + found;
    }

    /// <summary>
    /// Text whose characters stand in the stretch in this order, with others between that Markdown takes away: blanks, the
    /// backslash of an escape, the marks at the beginning of a line. A line feed may stand for a blank.
    /// </summary>
    private void WriteAligned(ReadOnlySpan<char> content, int start, int end)
    {
        var at = Math.Max(start, 0);
        end = Math.Min(end, Text.Source.Length);
        for (var i = 0; i < content.Length; i++)
        {
            while (at < end && Text.Source[at] != content[i] && !(content[i] == ' ' && Text.Source[at] is '\r' or '\n'))
            {
                at++;
            }

            if (at >= end)
            {
                Text.AppendReplacement(content[i..], end, end);
                return;
            }

            var length = Text.Source[at] == '\r' && at + 1 < end && Text.Source[at + 1] == '\n' ? 2 : 1;
            Text.AppendReplacement(content.Slice(i, 1), at, at + length);
            at += length;
        }
    }

    private bool Matches(int start, ReadOnlySpan<char> content) =>
        start >= 0 && start + content.Length <= Text.Source.Length && Text.Source.AsSpan(start, content.Length).SequenceEqual(content);

    private void WriteCode(CodeInline code)
    {
        var content = code.Content.AsSpan();
        WriteAligned(content, code.Span.Start + code.DelimiterCount, code.Span.End + 1 - code.DelimiterCount);
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
