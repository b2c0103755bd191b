using System.Globalization;
using RulesEngine.Core.Facts.Numbers;

namespace RulesEngine.Core.Facts.Times;

/// <summary>Days and years in digits.</summary>
internal static class DateParts
{
    /// <summary>A number below is a count.</summary>
    public const int EarliestYear = 1500;

    /// <summary>A number above is a count.</summary>
    public const int LatestYear = 2100;

    /// <summary>True for the ending of "16th".</summary>
    public static bool IsOrdinalSuffix(Pieces pieces, int at) => pieces.IsAny(at, "st nd rd th") && pieces.Touches(at);

    /// <summary>A day of the month, 1 to 31, with its ordinal ending; zero for anything else.</summary>
    public static int DayAt(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        var day = pieces.IsKind(at, PieceKind.Number) && pieces[at].End - pieces[at].Start <= 2 ? Whole(pieces, at) : 0;
        if (day is < 1 or > 31 || pieces.IsMark(at + 1, ':') || pieces.IsMark(at + 1, '%'))
        {
            return 0;
        }

        if (IsOrdinalSuffix(pieces, at + 1))
        {
            end++;
        }

        return day;
    }

    /// <summary>A year in four digits; zero for anything else.</summary>
    public static int YearAt(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        return pieces.IsKind(at, PieceKind.Number) && pieces[at].End - pieces[at].Start == 4 && Whole(pieces, at) is >= EarliestYear and <= LatestYear and var year ? year : 0;
    }

    /// <summary>The number of a piece; zero where it is none.</summary>
    public static int Whole(Pieces pieces, int at) => int.TryParse(pieces.Word(at), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
