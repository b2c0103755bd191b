using System.Globalization;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>Dates in digits alone: "2024-03-05", "5/3/2024", "05.03.2024".</summary>
internal static class NumericDates
{
    /// <summary>The date that starts at a piece, or null: slashes with both parts up to 12 stay unresolved, points are day first.</summary>
    public static TimeCandidate? Scan(Pieces pieces, int at)
    {
        if (TryDotted(pieces.Word(at), out var day, out var month, out var year))
        {
            return new TimeCandidate(at, at + 1, TimeKind.Date) { Day = day, Month = month, Year = year };
        }

        if (!(pieces.IsMark(at + 1, '-') || pieces.IsMark(at + 1, '/')) || !pieces.IsKind(at + 2, PieceKind.Number) || !pieces.IsKind(at + 4, PieceKind.Number)
            || pieces.Text[pieces[at + 1].Start] != (pieces.Has(at + 3) ? pieces.Text[pieces[at + 3].Start] : ' ')
            || pieces[at + 4].End - pieces[at].Start > 10)
        {
            return null;
        }

        int a = DateParts.Whole(pieces, at), b = DateParts.Whole(pieces, at + 2), c = DateParts.Whole(pieces, at + 4);
        if (a > 31 ? !(b is >= 1 and <= 12 && c is >= 1 and <= 31) : !(a >= 1 && b is >= 1 and <= 31 && (a <= 12 || b <= 12) && pieces[at + 4].End - pieces[at + 4].Start is 2 or 4))
        {
            return null;
        }

        var candidate = new TimeCandidate(at, at + 5, TimeKind.Date);
        if (a > 31)
        {
            return candidate with { Year = a, Month = b, Day = c };
        }

        year = c < 100 ? c + (c < 70 ? 2000 : 1900) : c;
        return a > 12 ? candidate with { Day = a, Month = b, Year = year } : b > 12 || a == b ? candidate with { Day = b, Month = a, Year = year } : candidate;
    }

    private static bool TryDotted(ReadOnlySpan<char> text, out int day, out int month, out int year)
    {
        day = month = year = 0;
        var first = text.IndexOf('.');
        var last = text.LastIndexOf('.');
        return first > 0 && last > first
            && int.TryParse(text[..first], NumberStyles.None, CultureInfo.InvariantCulture, out day)
            && int.TryParse(text[(first + 1)..last], NumberStyles.None, CultureInfo.InvariantCulture, out month)
            && int.TryParse(text[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is >= DateParts.EarliestYear and <= DateParts.LatestYear;
    }
}
