using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Structure;

/// <summary>Place, date and agency before the first sentence: "TOLUCA, Mexico, Feb 3 (Meridian Wire) - ".</summary>
internal static class Dateline
{
    private const int MaxLength = 110;
    private const int MaxWords = 14;

    /// <summary>The dateline at the beginning of a paragraph, dash included; null where there is none.</summary>
    /// <param name="paragraph">Without blanks at the beginning.</param>
    /// <param name="date">Its date where it has day, month and year.</param>
    public static int FindLength(ReadOnlySpan<char> paragraph, out DateOnly? date)
    {
        date = null;
        for (var at = 2; at < Math.Min(paragraph.Length, MaxLength); at++)
        {
            if (DashAt(paragraph, at) is var dash and > 0)
            {
                return IsPlace(paragraph[..at], out date) ? at + dash : 0;
            }

            if (paragraph[at] is '"' or '“' or '?' or '!' or ';' or '\n')
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Length of a dash with a blank on at least one side, or of one after a full stop or bracket; 0 for none.</summary>
    private static int DashAt(ReadOnlySpan<char> text, int at)
    {
        var length = 0;
        while (at + length < text.Length && text[at + length] is '-' or '–' or '—' or '―' or '|')
        {
            length++;
        }

        if (length == 0 || at + length >= text.Length)
        {
            return 0;
        }

        var before = char.IsWhiteSpace(text[at - 1]);
        var after = char.IsWhiteSpace(text[at + length]);
        return before || (after && (length > 1 || text[at] is '—' or '–' || text[at - 1] is '.' or ')')) || (text[at] == '—' && text[at - 1] is ')')
            ? length
            : 0;
    }

    private static bool IsPlace(ReadOnlySpan<char> head, out DateOnly? date)
    {
        date = null;
        head = head.Trim().TrimEnd('.');
        var bracket = head.IndexOf('(');
        var agency = bracket > 0 && head[^1] == ')';
        var outside = agency ? head[..bracket].Trim() : head;
        if (outside.IsEmpty || !char.IsUpper(outside[0]) || LineShape.CountWords(head) > MaxWords)
        {
            return false;
        }

        var dated = DateTailStart(outside, out date);
        var place = (dated < 0 ? outside : outside[..dated]).Trim().TrimEnd(',');
        var city = place.IndexOf(',') is var comma and >= 0 ? place[..comma] : place;
        return !DocumentLexicons.NoPlaces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(city.Trim())
            && IsName(place)
            && (LineShape.IsUpperCase(city) || (agency && dated < 0 && LineShape.CountWords(place) <= 4) || (dated >= 0 && LineShape.CountWords(place) <= 5));
    }

    /// <summary>Where the date begins in "TOLUCA, Mexico, Feb 3"; -1 where there is none.</summary>
    private static int DateTailStart(ReadOnlySpan<char> text, out DateOnly? date)
    {
        date = null;
        for (var at = text.IndexOf(' '); at >= 0;)
        {
            if (DateText.TryParse(text[at..], out date))
            {
                return at;
            }

            var next = text[(at + 1)..].IndexOf(' ');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return -1;
    }

    // Every word begins with a capital, small joining words ("de la", "and", "of") aside.
    private static bool IsName(ReadOnlySpan<char> place)
    {
        foreach (var range in place.SplitAny(" ,/-"))
        {
            var word = place[range];
            if (!word.IsEmpty && !char.IsUpper(word[0]) && word.Length > 3)
            {
                return false;
            }
        }

        return !place.IsEmpty;
    }
}
