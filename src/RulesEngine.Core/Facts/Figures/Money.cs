using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Signs, codes and words of money beside a number, and the conversion in brackets behind an amount.</summary>
internal sealed class Money(FigureLexicons lexicons, NumberReader numbers, FigureModifiers modifiers)
{
    /// <summary>Takes in a sign before the number, of money or minus.</summary>
    public void TakeSign(Pieces pieces, FigureCandidate figure, int floor)
    {
        var first = figure.First;
        if (lexicons.Currencies.TryMatchBefore(pieces, first, out var currency, out var start, sameCase: true)
            && start >= floor && currency.StandsBefore && !StandsInWord(pieces, start)
            && pieces[first].Start - pieces[first - 1].End <= 1 && (char.IsLetter(pieces.Text[pieces[first - 1].Start]) is false || pieces[first - 1].End - pieces[start].Start > 1 || pieces.Touches(first)))
        {
            if (currency.Place == "letter" && !IsAmount(pieces, figure))
            {
                return;
            }

            figure.First = start;
            figure.Unit = currency.Code;
            figure.Kind = FigureKind.Money;
        }

        if (figure.First - 1 >= floor && figure.First == first && pieces.IsAny(figure.First - 1, "minus") && figure.Number.Low is > 0)
        {
            figure.First--;
            (figure.Low, figure.High) = (-figure.High, -figure.Low);
        }
        else if (figure.First - 1 >= floor && pieces.IsDash(figure.First - 1) && pieces.Touches(figure.First) && !pieces.Touches(figure.First - 1) && figure.Number.Form == NumberForm.Digits)
        {
            figure.First--;
            (figure.Low, figure.High) = (-figure.High, -figure.Low);
        }
    }

    // "N96,000", "K190" and "P1.2 million" are money; "N95", "K9" and "P5" are names.
    private static bool IsAmount(Pieces pieces, FigureCandidate figure) =>
        pieces.Touches(figure.First) && figure.Number.Form == NumberForm.Digits
        && (figure.Number.Multiplier > 1 || figure.Low >= 100 || pieces.Word(figure.Number.First).Contains('.'));

    // "MRs 5" is no amount of rupees.
    private static bool StandsInWord(Pieces pieces, int start) => pieces.Touches(start) && pieces.IsKind(start - 1, PieceKind.Word) && pieces.IsKind(start, PieceKind.Word);

    /// <summary>Takes in a currency behind the number; false where there is none.</summary>
    public bool TakeAfter(Pieces pieces, FigureCandidate figure, int next)
    {
        // "41 billion South Korean won", "5 U.S. dollars": an adjective or two between number and money.
        var at = next;
        for (var i = 0; i < 4; i++)
        {
            if (lexicons.Currencies.TryMatch(pieces, at, out var currency, out var end, sameCase: true) && currency.StandsAfter && IsMoney(pieces, figure, at, currency))
            {
                figure.End = end;
                figure.Unit = currency.Code;
                figure.Kind = FigureKind.Money;
                TakeCents(pieces, figure);
                return true;
            }

            if (!pieces.IsCapitalised(at) && !(i > 0 && pieces.IsMark(at, '.')))
            {
                return false;
            }

            at++;
        }

        return false;
    }

    // "3 dollars 50 cents", "thirteen dollars and five cents".
    private void TakeCents(Pieces pieces, FigureCandidate figure)
    {
        var at = pieces.Is(figure.End, "and") ? figure.End + 1 : figure.End;
        if (IsCents(figure.Unit) || figure.Low is null || figure.Low != figure.High || !numbers.TryRead(pieces, at, out var rest) || rest.Low is not (>= 1 and < 100) || rest.Multiplier > 1)
        {
            return;
        }

        if (lexicons.Currencies.TryMatch(pieces, rest.End, out var small, out var end, sameCase: true) && IsCents(small.Code))
        {
            figure.Low = figure.High = figure.Low + (rest.Low / 100);
            figure.End = end;
        }
    }

    private static bool IsCents(string code) => code is "¢" or "pence" or "paise";

    private static bool IsMoney(Pieces pieces, FigureCandidate figure, int at, CurrencyForm currency)
    {
        // "10 $": behind a number only where the sign belongs to no other one.
        if (pieces.IsMark(at, '$') && pieces.Touches(at + 1) && pieces.IsKind(at + 1, PieceKind.Number))
        {
            return false;
        }

        if (pieces.IsAny(at, "won ether"))
        {
            return figure.Number.Multiplier > 1 || figure.Low >= 1000;
        }

        return !pieces.IsAny(at, "kr r") || currency.StandsBefore || figure.Number.Form == NumberForm.Digits;
    }

    // "70 km (45 miles)", "$5 million (€4.4 million)": the same quantity again.
    /// <summary>Takes in the same quantity in another unit.</summary>
    public void TakeConversion(Pieces pieces, FigureCandidate figure)
    {
        if (!pieces.IsMark(figure.End, '(') || figure.Kind is not (FigureKind.Measurement or FigureKind.Money))
        {
            return;
        }

        var at = modifiers.Skip(pieces, figure.End + 1);
        var signed = lexicons.Currencies.TryMatch(pieces, at, out var sign, out var signEnd, sameCase: true) && sign.StandsBefore;
        if (!numbers.TryRead(pieces, signed ? signEnd : at, out var number))
        {
            return;
        }

        var next = pieces.IsJoint(number.End) ? number.End + 1 : number.End;
        var united = lexicons.Units.TryMatch(pieces, next, out var unit, out var unitEnd) && unit.Kind == "measurement";
        united |= !united && lexicons.Currencies.TryMatch(pieces, next, out _, out unitEnd, sameCase: true);
        var end = united ? unitEnd : number.End;
        if ((signed || united) && pieces.IsMark(end, ')'))
        {
            figure.End = end + 1;
        }
    }
}
