namespace RulesEngine.Documents.Structure;

/// <summary>The line under an embedded post that says whose it is: "— Name (@handle) July 3, 2015".</summary>
internal static class SocialPost
{
    private const int MaxNameLength = 80;
    private const int MaxDateLength = 60;

    /// <summary>True where a line is nothing but the signature of a post.</summary>
    public static bool IsSignature(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var dash = LeadingDash(line);
        return dash > 0
            ? FindHandle(line[dash..]) is var handle and >= 0 && IsAfterHandle(line[(dash + handle)..])
            : !line.IsEmpty && line[0] is 'A' or 'a'
                && line.Contains(" posted by ", StringComparison.OrdinalIgnoreCase)
                && FindHandle(line) is var at and >= 0 && line[at..].Contains(" on ", StringComparison.Ordinal);
    }

    /// <summary>True where a paragraph is a post that ends with its signature.</summary>
    public static bool EndsWithSignature(ReadOnlySpan<char> paragraph)
    {
        paragraph = paragraph.Trim();
        var handle = paragraph.LastIndexOf("(@");
        if (handle < 0 || paragraph.Length - handle > MaxNameLength + MaxDateLength)
        {
            return false;
        }

        var dash = paragraph[..handle].LastIndexOfAny('—', '–', '―');
        return dash > 0 && handle - dash <= MaxNameLength && IsAfterHandle(paragraph[handle..]);
    }

    private static int LeadingDash(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && line[length] is '—' or '–' or '―' or '-')
        {
            length++;
        }

        return length;
    }

    private static int FindHandle(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf("(@");
        return at is >= 0 and <= MaxNameLength ? at : -1;
    }

    private static bool IsAfterHandle(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(')');
        if (close < 3)
        {
            return false;
        }

        var rest = text[(close + 1)..].Trim();
        return rest.IsEmpty || (rest.Length <= MaxDateLength && DateText.TryParse(rest, out _));
    }
}
