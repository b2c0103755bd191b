using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Units and rates behind a number.</summary>
internal sealed class Units(FigureLexicons lexicons, NumberReader numbers, Money money)
{
    /// <summary>Takes in the unit, or the currency, behind the number.</summary>
    public void TakeUnit(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind == FigureKind.Money)
        {
            if (lexicons.Currencies.TryMatch(pieces, figure.End, out var again, out var againEnd, sameCase: true) && again.StandsAfter && again.Code == figure.Unit && !again.StandsBefore)
            {
                figure.End = againEnd;
            }

            money.TakeConversion(pieces, figure);
            return;
        }

        var joint = pieces.IsJoint(figure.End);
        var next = joint ? figure.End + 1 : figure.End;
        if (money.TakeAfter(pieces, figure, next))
        {
            money.TakeConversion(pieces, figure);
            return;
        }

        if (!lexicons.Units.TryMatch(pieces, next, out var unit, out var end) || !Fits(pieces, figure, next, end, unit, joint))
        {
            figure.IsCompound = joint && pieces.IsKind(next, PieceKind.Word);
            return;
        }

        figure.End = end;
        figure.IsTime = unit.IsTime;
        figure.IsCompound = joint;
        if (figure.Kind != FigureKind.Ratio)
        {
            figure.Unit = unit.Unit;
            figure.Kind = joint && unit.Kind == "votes" ? FigureKind.Count : unit.FigureKind;
            if (unit.Unit == "lb" && !joint && pieces.IsAny(next, "pound pounds") && (figure.Number.Multiplier >= 1000 || figure.Low >= 1000))
            {
                // "half a million pounds" is money, "38 pounds" weight.
                (figure.Unit, figure.Kind) = ("GBP", FigureKind.Money);
            }
        }

        money.TakeConversion(pieces, figure);
        TakeSecondPart(pieces, figure);
    }

    private static bool Fits(Pieces pieces, FigureCandidate figure, int at, int end, UnitForm unit, bool joint)
    {
        var form = figure.Number.Form;
        if (end - at == 1 && pieces[at].End - pieces[at].Start == 1 && pieces.IsKind(at, PieceKind.Word))
        {
            return form == NumberForm.Digits && !joint && !pieces.IsMark(end, '\'') && !pieces.IsMark(end, '’') && !pieces.IsMark(end, '.');
        }

        if (pieces.Is(at, "point") && form == NumberForm.Words && !joint)
        {
            return pieces.Is(figure.Number.First - 1, "than") || pieces.Is(figure.Number.First - 1, "by");
        }

        if (pieces.IsAny(at, "story stories"))
        {
            return joint;
        }

        // "two second-half goals", "three quarter finals", "first degree": singulars need a one or a hyphen.
        return joint || figure.Low == 1 || !pieces.IsAny(at, "second quarter page point seat vote degree yard bar stone min sec") || (form == NumberForm.Digits && pieces.IsAny(at, "bar stone min sec"));
    }

    // "5-foot-3", "six feet two inches", "7 feet or 2.28 metres" is left alone.
    private void TakeSecondPart(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Unit is not ("ft" or "lb" or "st"))
        {
            return;
        }

        var next = pieces.IsJoint(figure.End) ? figure.End + 1 : figure.End;
        if (!numbers.TryRead(pieces, next, out var rest) || rest.Low is not < 16 || rest.Multiplier > 1)
        {
            return;
        }

        if (lexicons.Units.TryMatch(pieces, pieces.IsJoint(rest.End) ? rest.End + 1 : rest.End, out var unit, out var end) && unit.Unit is "in" or "oz" or "lb")
        {
            figure.End = end;
        }
        else if (next > figure.End)
        {
            figure.End = rest.End;
        }
    }

    // 6'2", 7’6 feet
    /// <summary>Takes in feet and inches.</summary>
    public static void TakeInches(Pieces pieces, FigureCandidate figure)
    {
        var mark = figure.NumberEnd;
        if ((!pieces.IsMark(mark, '\'') && !pieces.IsMark(mark, '’')) || !pieces.Touches(mark) || !pieces.Touches(mark + 1) || !pieces.IsKind(mark + 1, PieceKind.Number) || figure.Kind == FigureKind.Money)
        {
            return;
        }

        figure.Unit = "ft";
        figure.Kind = FigureKind.Measurement;
        figure.NumberEnd = figure.End = pieces.IsMark(mark + 2, '"') || pieces.IsMark(mark + 2, '”') ? mark + 3 : mark + 2;
    }

    /// <summary>Takes in "per hour", "a day".</summary>
    public void TakeRate(Pieces pieces, FigureCandidate figure)
    {
        for (var i = 0; i < 2; i++)
        {
            var at = figure.End;
            var isPer = (pieces.Is(at, "per") || (pieces.IsMark(at, '/') && pieces.Touches(at))) && pieces.IsKind(at + 1, PieceKind.Word) && !pieces.Is(at + 1, "cent");
            if (!isPer && !(pieces.IsAny(at, "a an") && lexicons.RateUnits.TryMatch(pieces, at + 1, out _, out _)))
            {
                return;
            }

            if (figure.IsTime)
            {
                return;
            }

            figure.Kind = figure.Kind is FigureKind.Money or FigureKind.Percentage ? figure.Kind : FigureKind.Rate;
            figure.Unit = figure.Unit.Length == 0 ? pieces.Word(at + 1).ToString() : figure.Unit + "/" + pieces.Word(at + 1).ToString();
            figure.End = isPer && lexicons.Units.TryMatch(pieces, at + 1, out _, out var unitEnd) ? unitEnd : at + 2;
        }
    }
}
