using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Times of day that the scanner of times does not know: "15.31", "until 5", "12:30".</summary>
internal static class ClockTimes
{
    /// <summary>True for a time of day.</summary>
    public static bool IsClock(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        if (IsPointedClock(pieces, figure) || (pieces.IsAny(number.First - 1, "until till") && number.Low is <= 12 && figure.End == number.End && !pieces.IsKind(number.End, PieceKind.Word)))
        {
            return true;
        }

        return figure.IsTime && figure.Unit is "am" || pieces.IsMark(number.End, ':') && pieces.Touches(number.End) && pieces.IsKind(number.End + 1, PieceKind.Number) && pieces.Touches(number.End + 1)
            || (pieces.IsMark(number.First - 1, ':') && pieces.Touches(number.First) && pieces.IsKind(number.First - 2, PieceKind.Number))
            || pieces.Is(number.End, "o") && pieces.Is(number.End + 2, "clock");
    }

    // "at 15.31", "04.12 on Thursday", "15.31 — It's back": hours and minutes with a point.
    private static bool IsPointedClock(Pieces pieces, FigureCandidate figure)
    {
        var text = pieces.Word(figure.Number.First);
        if (figure.End > figure.First + 1 || text.Length is < 4 or > 5 || text[^3] != '.' || text[..^3].Length == 2 && text[0] is not ('0' or '1' or '2') || text[^2] is > '5' || figure.Low >= 24)
        {
            return false;
        }

        return (text[0] == '0' && text.Length == 5) || pieces.IsAny(figure.First - 1, "at until by since from") || (figure.First == 0 && (pieces.IsDash(figure.End) || pieces.IsMark(figure.End, '—') || pieces.IsMark(figure.End, ':')));
    }
}
