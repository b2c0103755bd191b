using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Two numbers that are one figure: ranges, tallies and odds ("10 to 15", "34-27", "one in five").</summary>
internal sealed class Ranges(FigureLexicons lexicons, NumberReader numbers, FigureModifiers modifiers)
{
    /// <summary>Takes in the second number of a range; false where there is none.</summary>
    public bool TakeRange(Pieces pieces, FigureCandidate figure)
    {
        var end = figure.NumberEnd;
        var between = pieces.Is(figure.First - 1, "between") || pieces.Is(figure.First - 2, "between");
        var from = pieces.Is(figure.First - 1, "from");
        var votes = VotesTo(pieces, end);
        var afterUnit = votes > end ? votes : between || from || (pieces.IsMark(end, '%') && pieces.IsDash(end + 1) && pieces.Touches(end + 1)) ? SkipUnit(pieces, figure, end) : end;
        var next = SeparatorEnd(pieces, afterUnit, between, figure.Number.Form);
        if (next == afterUnit)
        {
            return false;
        }

        var afterSeparator = next;
        next = modifiers.Skip(pieces, next);
        if (IsSpacedDash(pieces, afterUnit) && (next > afterSeparator || pieces.IsCapitalised(figure.First - 1)))
        {
            return false;
        }

        if (figure.Kind == FigureKind.Money && lexicons.Currencies.TryMatch(pieces, next, out _, out var signEnd, sameCase: true))
        {
            next = signEnd;
        }

        if (!numbers.TryRead(pieces, next, out var second) || second.Low is null || figure.Number.Low is not { } low || second.Form is NumberForm.Plural or NumberForm.Multiple)
        {
            return false;
        }

        if (pieces.Is(afterUnit, "to") && second.Low == 1 && low > 1)
        {
            return TakeOdds(pieces, figure, low, second);
        }

        var isTally = pieces.Is(afterUnit, "to") && !from && !between && figure.Unit.Length == 0 && figure.Number.Form == NumberForm.Digits && second.Form == NumberForm.Digits && figure.Number.Multiplier == 1 && second.Multiplier == 1;
        var isTaken = TakeSecond(pieces, figure, low, second, pieces.IsDash(afterUnit) || isTally);
        if (isTaken && votes > end)
        {
            (figure.Kind, figure.Unit) = (FigureKind.Votes, "votes");
        }

        return isTaken;
    }

    // "38 votes to 29"
    private static int VotesTo(Pieces pieces, int at) =>
        pieces.IsAny(at, "vote votes") && pieces.Is(at + 1, "to") && pieces.IsKind(at + 2, PieceKind.Number) && !pieces.IsKind(at + 3, PieceKind.Number) ? at + 1 : at;

    // "Oct. 9 – More than 300": the dash of a dateline ends a date and joins no range.
    private static bool IsSpacedDash(Pieces pieces, int at) => pieces.IsDash(at) && !pieces.Touches(at) && !pieces.Touches(at + 1);

    private static bool TakeOdds(Pieces pieces, FigureCandidate figure, decimal low, Number second)
    {
        if (pieces.IsKind(second.End, PieceKind.Word) && pieces.IsAny(second.End, "percent per million billion"))
        {
            return false;
        }

        (figure.Low, figure.High, figure.Kind) = (low, low, FigureKind.Ratio);
        figure.NumberEnd = figure.End = second.End;
        return true;
    }

    private static bool TakeSecond(Pieces pieces, FigureCandidate figure, decimal low, Number second, bool dashed)
    {
        var scaled = figure.Number.Multiplier == 1 && second.Multiplier > 1 && low < second.Low / second.Multiplier * 2 ? low * second.Multiplier : low;
        if (scaled >= second.Low && !dashed)
        {
            return false;
        }

        figure.IsScore = dashed && scaled >= second.Low;
        figure.IsRange = !figure.IsScore;
        (figure.Low, figure.High) = figure.IsScore ? (low, low) : (scaled, second.High);
        figure.NumberEnd = figure.End = second.End;
        if (figure.IsScore)
        {
            figure.Kind = FigureKind.Ratio;
        }

        return true;
    }

    private int SkipUnit(Pieces pieces, FigureCandidate figure, int end)
    {
        if (figure.Kind == FigureKind.Money)
        {
            return end;
        }

        var next = pieces.IsJoint(end) ? end + 1 : end;
        return lexicons.Units.TryMatch(pieces, next, out _, out var unitEnd) || lexicons.Currencies.TryMatch(pieces, next, out _, out unitEnd, sameCase: true) ? unitEnd : end;
    }

    // "10 to 15", "10-15", "10 – 15", "73-to-25", "two or three", "between 10 and 15"; the end of the separator, or where it would start.
    private static int SeparatorEnd(Pieces pieces, int at, bool between, NumberForm form)
    {
        if (pieces.IsDash(at) && pieces.Is(at + 1, "to") && pieces.IsDash(at + 2))
        {
            return at + 3;
        }

        if (pieces.IsDash(at) && (pieces.Touches(at) == pieces.Touches(at + 1)) && form is not NumberForm.Multiple)
        {
            return at + 1;
        }

        if (pieces.Is(at, "to") || (between && pieces.Is(at, "and")) || IsGuess(pieces, at))
        {
            return at + 1;
        }

        return pieces.Is(at, "or") && form is NumberForm.Words or NumberForm.Digits && !pieces.IsAny(at + 1, "one") ? pieces.Is(at, "or") ? at + 1 : at : at;
    }

    // "3, 4 percent": two neighbours in speech.
    private static bool IsGuess(Pieces pieces, int at) =>
        pieces.IsMark(at, ',') && pieces.IsKind(at - 1, PieceKind.Number) && pieces.IsKind(at + 1, PieceKind.Number) && pieces.IsAny(at + 2, "percent per million points")
        && Digits.TryRead(pieces.Word(at - 1), false, out var low) && Digits.TryRead(pieces.Word(at + 1), false, out var high) && high == low + 1;

    // "one in five", "nine out of 10", "15 of the 19", "six of 10"; "10 in 2016" and "two of the three" after "one" are none.
    /// <summary>Takes in the whole of a part.</summary>
    public void TakeRatio(Pieces pieces, FigureCandidate figure)
    {
        var at = figure.NumberEnd;
        var isOf = pieces.Is(at, "of");
        var next = pieces.Is(at, "out") && pieces.Is(at + 1, "of") ? at + 2 : pieces.IsAny(at, "in of") ? at + 1 : pieces.IsDash(at) && pieces.Is(at + 1, "in") && pieces.IsDash(at + 2) ? at + 3 : at;
        if (next == at || figure.Number.Form is not (NumberForm.Digits or NumberForm.Words))
        {
            return;
        }

        next += pieces.IsAny(next, "the every all its their") && next > at + (isOf ? 0 : 1) ? 1 : 0;
        if (!numbers.TryRead(pieces, next, out var whole) || whole.Form is not (NumberForm.Digits or NumberForm.Words) || whole.Low <= figure.Low || whole.Multiplier > 1 && whole.Low > 1_000_000)
        {
            return;
        }

        var isOneOf = figure.Low == 1 && isOf && !pieces.Is(at + 1, "every");
        var isYear = whole.Low is >= 1900 and <= 2100;
        var isBare = !lexicons.Units.TryMatch(pieces, pieces.IsJoint(whole.End) ? whole.End + 1 : whole.End, out var unit, out _) || !unit.IsTime;
        if (isOneOf || isYear || !isBare || lexicons.Currencies.TryMatch(pieces, whole.End, out _, out _, sameCase: true))
        {
            return;
        }

        figure.Kind = FigureKind.Ratio;
        figure.NumberEnd = figure.End = whole.End;
        if (whole.Low > 0 && figure.Low is { } part)
        {
            figure.Low = figure.High = Math.Round(part / whole.Low.Value, 10);
        }
    }
}
