using AngleSharp.Dom;

namespace RulesEngine.Documents.Html;

/// <summary>A start tag in the file, found by the offset that its element carries.</summary>
internal static class HtmlTag
{
    /// <summary>Offset of the tag; -1 for an element that the tree builder made.</summary>
    public static int OffsetOf(IElement element) =>
        int.TryParse(element.GetAttribute(NumberedHtml.TagOffset), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var offset) ? offset : -1;

    /// <summary>Where the value of an attribute stands in the file, without quotes; null where the tag has none.</summary>
    public static HtmlRun? FindAttribute(string source, IElement element, string attribute)
    {
        var at = OffsetOf(element);
        if (at < 0 || at >= source.Length)
        {
            return null;
        }

        at = SkipName(source, at + 1);
        while (at < source.Length && source[at] != '>')
        {
            if (char.IsWhiteSpace(source[at]) || source[at] == '/')
            {
                at++;
                continue;
            }

            var nameEnd = SkipName(source, at);
            var isIt = source.AsSpan(at, nameEnd - at).Equals(attribute, StringComparison.OrdinalIgnoreCase);
            var value = ReadValue(source, nameEnd, out at);
            if (isIt)
            {
                return value;
            }
        }

        return null;
    }

    private static int SkipName(string source, int at)
    {
        var start = at;
        while (at < source.Length && !char.IsWhiteSpace(source[at]) && (source[at] is not ('>' or '/' or '=') || at == start))
        {
            at++;
        }

        return at;
    }

    private static HtmlRun? ReadValue(string source, int at, out int next)
    {
        while (at < source.Length && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        next = at;
        if (at >= source.Length || source[at] != '=')
        {
            return null;
        }

        do
        {
            at++;
        }
        while (at < source.Length && char.IsWhiteSpace(source[at]));

        if (at < source.Length && source[at] is '"' or '\'')
        {
            var close = source.IndexOf(source[at], at + 1);
            close = close < 0 ? source.Length : close;
            next = Math.Min(close + 1, source.Length);
            return new HtmlRun(at + 1, close);
        }

        next = at;
        while (next < source.Length && !char.IsWhiteSpace(source[next]) && source[next] != '>')
        {
            next++;
        }

        return new HtmlRun(at, next);
    }
}
