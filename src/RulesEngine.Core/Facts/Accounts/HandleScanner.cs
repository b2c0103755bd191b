using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Finds @handles in a stretch of text, as twitter-text's conformance tests define mentions, with the dots and the lengths that
/// other platforms allow.
/// </summary>
internal static class HandleScanner
{
    /// <summary>The longest handle of any platform (Telegram).</summary>
    public const int MaximumLength = 32;

    /// <summary>The next handle from a position on, with its @; null where there is none before <paramref name="end"/>.</summary>
    public static TextSpan? FindNext(string text, int start, int end)
    {
        var at = start;
        while (at < end)
        {
            var offset = text.AsSpan(at, end - at).IndexOfAny('@', '＠');
            if (offset < 0)
            {
                return null;
            }

            at += offset;
            if (EndOfHandle(text, at, end) is { } handleEnd && CanStartAt(text, at))
            {
                return new TextSpan(at, handleEnd);
            }

            at++;
        }

        return null;
    }

    // An e-mail address, a word with an @ in it, or a path of a web address is no mention; a retweet mark may touch the sign.
    private static bool CanStartAt(string text, int at)
    {
        if (at == 0)
        {
            return true;
        }

        var before = text[at - 1];
        if (before is '!' or '#' or '$' or '%' or '&' or '*' or '@' or '＠' or '_' or '/')
        {
            return false;
        }

        return !IsLatinLetterOrDigit(before) || IsRetweetMark(text, at);
    }

    private static bool IsRetweetMark(string text, int at) =>
        at >= 2
        && text[at - 1] is 't' or 'T'
        && text[at - 2] is 'r' or 'R'
        && (at == 2 || !(IsLatinLetterOrDigit(text[at - 3]) || text[at - 3] is '_' or '+' or '-' or '~' or '.'));

    private static int? EndOfHandle(string text, int at, int limit)
    {
        var end = at + 1;
        while (end < limit && (IsHandleCharacter(text[end]) || IsInnerDot(text, end, at, limit)))
        {
            end++;
        }

        var length = end - at - 1;
        if (length is 0 or > MaximumLength || (end < limit && IsForbiddenAfter(text, end, limit)))
        {
            return null;
        }

        return end;
    }

    // Instagram, TikTok and Bluesky allow dots inside; a dot before a capital is a full stop without its blank, one between
    // figures a price.
    private static bool IsInnerDot(string text, int dot, int at, int limit) =>
        text[dot] == '.'
        && dot > at + 1
        && dot + 1 < limit
        && (char.IsAsciiLetterLower(text[dot + 1]) || text[dot + 1] == '_' || (char.IsAsciiDigit(text[dot + 1]) && !char.IsAsciiDigit(text[dot - 1])))
        && text[dot - 1] != '.';

    private static bool IsForbiddenAfter(string text, int end, int limit)
    {
        var next = text[end];
        return next is '@' or '＠'
            || (next > 127 && IsLatinLetterOrDigit(next))
            || (next == ':' && end + 2 < limit && text[end + 1] == '/' && text[end + 2] == '/')
            || (next == '.' && end + 1 < limit && char.IsAsciiDigit(text[end + 1]));
    }

    private static bool IsHandleCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    // Scripts without spaces between words may touch a mention.
    private static bool IsLatinLetterOrDigit(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and <= '\u024F' && char.IsLetter(c));
}
