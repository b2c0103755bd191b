using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>A line of text around a span, with the span underlined.</summary>
internal static class Excerpt
{
    private const int Before = 48;
    private const int After = 48;
    private const int Longest = 110;

    /// <summary>Two lines: the text and the mark under it.</summary>
    public static (string Text, string Mark) Of(Article article, TextSpan span)
    {
        var bounds = article.BlockAt(span.Start)?.Span ?? new TextSpan(0, article.Text.Length);
        var end = Math.Min(span.End, Math.Min(bounds.End, span.Start + Longest));
        var from = ToWord(article.Text, Math.Max(bounds.Start, span.Start - Before), bounds.Start, span.Start);
        var to = ToWordEnd(article.Text, Math.Min(bounds.End, end + After), bounds.End, end);
        var left = (from > bounds.Start ? "… " : "") + TerminalText.Clean(article.Text.AsSpan(from, span.Start - from));
        var marked = TerminalText.Clean(article.Text.AsSpan(span.Start, end - span.Start)) + (end < span.End ? " …" : "");
        var right = TerminalText.Clean(article.Text.AsSpan(end, to - end)) + (to < bounds.End ? " …" : "");
        var mark = new string(' ', TerminalText.WidthOf(left)) + new string('~', Math.Max(1, TerminalText.WidthOf(marked)));
        return (end < span.End ? left + marked : left + marked + right, mark);
    }

    private static int ToWord(string text, int at, int first, int last)
    {
        if (at == first)
        {
            return at;
        }

        var blank = text.AsSpan(at, last - at).IndexOfAny(' ', '\n');
        return blank < 0 ? last : at + blank + 1;
    }

    private static int ToWordEnd(string text, int at, int last, int first)
    {
        if (at == last)
        {
            return at;
        }

        var blank = text.AsSpan(first, at - first).LastIndexOfAny(' ', '\n');
        return blank < 0 ? first : first + blank;
    }
}
