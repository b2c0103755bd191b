using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// Grows a number into a figure: range or ratio, sign or unit, rate, conversion in brackets, modifier. Longer than a file here
/// usually is, because these are one grammar.
/// </summary>
internal sealed class FigureScanner(FigureLexicons lexicons)
{
    private const int MostModifiers = 3;
    private readonly NumberReader _numbers = new(lexicons.Numbers);

    /// <summary>The figure whose number starts at a piece.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="at">Where the number is to start.</param>
    /// <param name="floor">Index just after the figure before, which the new one must not reach into.</param>
    public FigureCandidate? Scan(Pieces pieces, int at, int floor)
    {
        if (lexicons.Phrases.TryMatch(pieces, at, out var phrase, out var phraseEnd))
        {
            return ScanPhrase(pieces, at, phraseEnd, phrase, floor);
        }

        if (!_numbers.TryRead(pieces, at, out var number))
        {
            return ScanSingle(pieces, at, floor);
        }

        var figure = new FigureCandidate { Number = number, First = number.First, End = number.End, NumberEnd = number.End, Low = number.Low, High = number.High };
        TakeSign(pieces, figure, floor);
        TakeInches(pieces, figure);
        if (!TakeRange(pieces, figure) && figure.Kind != FigureKind.Money)
        {
            TakeRatio(pieces, figure);
        }

        TakeUnit(pieces, figure);
        TakeModifiersAfter(pieces, figure);
        TakeRate(pieces, figure);
        TakeModifiersBefore(pieces, figure, floor);
        return figure;
    }

    private FigureCandidate ScanPhrase(Pieces pieces, int at, int end, FigurePhrase phrase, int floor)
    {
        var number = new Number(at, end, phrase.Low, phrase.High, 1, NumberForm.Words);
        var figure = new FigureCandidate { Number = number, First = at, End = end, NumberEnd = end, Low = phrase.Low, High = phrase.High, Unit = phrase.Unit, Kind = phrase.Kind, HasModifier = true };
        TakeModifiersBefore(pieces, figure, floor);
        return figure;
    }

    // 6'2", 7’6 feet
    private static void TakeInches(Pieces pieces, FigureCandidate figure)
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

    // "almost a mile", "less than an acre": an article counts only where somebody weighed it.
    private FigureCandidate? ScanSingle(Pieces pieces, int at, int floor)
    {
        if (!pieces.IsAny(at, "a", "an") || !lexicons.Units.TryMatch(pieces, at + 1, out var unit, out var end) || unit.Kind is not ("measurement" or "percentage") || end == at + 2 && pieces[at + 1].End - pieces[at + 1].Start < 3)
        {
            return null;
        }

        var number = new Number(at, at + 1, 1, 1, 1, NumberForm.Words);
        var figure = new FigureCandidate { Number = number, First = at, End = end, NumberEnd = at + 1, Low = 1, High = 1, Unit = unit.Unit, Kind = unit.FigureKind };
        TakeModifiersBefore(pieces, figure, floor);
        return figure.HasModifier && !pieces.IsAny(at - 1, "only", "just", "about") ? figure : null;
    }

    private void TakeSign(Pieces pieces, FigureCandidate figure, int floor)
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

        if (figure.First - 1 >= floor && pieces.IsDash(figure.First - 1) && pieces.Touches(figure.First) && !pieces.Touches(figure.First - 1) && figure.Number.Form == NumberForm.Digits)
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

    private bool TakeRange(Pieces pieces, FigureCandidate figure)
    {
        var end = figure.NumberEnd;
        var between = pieces.Is(figure.First - 1, "between") || pieces.Is(figure.First - 2, "between");
        var from = pieces.Is(figure.First - 1, "from");
        var afterUnit = between || from || (pieces.IsMark(end, '%') && pieces.IsDash(end + 1) && pieces.Touches(end + 1)) ? SkipUnit(pieces, figure, end) : end;
        var next = SeparatorEnd(pieces, afterUnit, between, figure.Number.Form);
        if (next == afterUnit)
        {
            return false;
        }

        var afterSeparator = next;
        next = SkipModifier(pieces, next);
        if (IsSpacedDash(pieces, afterUnit) && (next > afterSeparator || pieces.IsCapitalised(figure.First - 1)))
        {
            return false;
        }

        if (figure.Kind == FigureKind.Money && lexicons.Currencies.TryMatch(pieces, next, out _, out var signEnd, sameCase: true))
        {
            next = signEnd;
        }

        if (!_numbers.TryRead(pieces, next, out var second) || second.Low is null || figure.Number.Low is not { } low || second.Form is NumberForm.Plural or NumberForm.Multiple)
        {
            return false;
        }

        if (pieces.Is(afterUnit, "to") && second.Low == 1 && low > 1)
        {
            return TakeOdds(pieces, figure, low, second);
        }

        var isTally = pieces.Is(afterUnit, "to") && !from && !between && figure.Unit.Length == 0 && figure.Number.Form == NumberForm.Digits && second.Form == NumberForm.Digits && figure.Number.Multiplier == 1 && second.Multiplier == 1;
        return TakeSecond(pieces, figure, low, second, pieces.IsDash(afterUnit) || isTally);
    }

    // "Oct. 9 – More than 300": the dash of a dateline ends a date and joins no range.
    private static bool IsSpacedDash(Pieces pieces, int at) => pieces.IsDash(at) && !pieces.Touches(at) && !pieces.Touches(at + 1);

    private static bool TakeOdds(Pieces pieces, FigureCandidate figure, decimal low, Number second)
    {
        if (pieces.IsKind(second.End, PieceKind.Word) && pieces.IsAny(second.End, "percent", "per", "million", "billion"))
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

    private int SkipModifier(Pieces pieces, int at) => lexicons.ModifiersBefore.TryMatch(pieces, at, out _, out var end) ? end : at;

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
        pieces.IsMark(at, ',') && pieces.IsKind(at - 1, PieceKind.Number) && pieces.IsKind(at + 1, PieceKind.Number) && pieces.IsAny(at + 2, "percent", "per", "million", "points")
        && Digits.TryRead(pieces.Word(at - 1), false, out var low) && Digits.TryRead(pieces.Word(at + 1), false, out var high) && high == low + 1;

    // "one in five", "nine out of 10", "15 of the 19", "six of 10"; "10 in 2016" and "two of the three" after "one" are none.
    private void TakeRatio(Pieces pieces, FigureCandidate figure)
    {
        var at = figure.NumberEnd;
        var isOf = pieces.Is(at, "of");
        var next = pieces.Is(at, "out") && pieces.Is(at + 1, "of") ? at + 2 : pieces.IsAny(at, "in", "of") ? at + 1 : pieces.IsDash(at) && pieces.Is(at + 1, "in") && pieces.IsDash(at + 2) ? at + 3 : at;
        if (next == at || figure.Number.Form is not (NumberForm.Digits or NumberForm.Words))
        {
            return;
        }

        next += pieces.IsAny(next, "the", "every", "all", "its", "their") && next > at + (isOf ? 0 : 1) ? 1 : 0;
        if (!_numbers.TryRead(pieces, next, out var whole) || whole.Form is not (NumberForm.Digits or NumberForm.Words) || whole.Low <= figure.Low || whole.Multiplier > 1 && whole.Low > 1_000_000)
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

    private void TakeUnit(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind == FigureKind.Money)
        {
            if (lexicons.Currencies.TryMatch(pieces, figure.End, out var again, out var againEnd, sameCase: true) && again.StandsAfter && again.Code == figure.Unit)
            {
                figure.End = againEnd;
            }

            TakeConversion(pieces, figure);
            return;
        }

        var joint = pieces.IsJoint(figure.End);
        var next = joint ? figure.End + 1 : figure.End;
        if (TakeCurrencyAfter(pieces, figure, next))
        {
            TakeConversion(pieces, figure);
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
            if (unit.Unit == "lb" && !joint && pieces.IsAny(next, "pound", "pounds") && (figure.Number.Multiplier >= 1000 || figure.Low >= 1000))
            {
                // "half a million pounds" is money, "38 pounds" weight.
                (figure.Unit, figure.Kind) = ("GBP", FigureKind.Money);
            }
        }

        TakeConversion(pieces, figure);
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

        if (pieces.IsAny(at, "story", "stories"))
        {
            return joint;
        }

        // "two second-half goals", "three quarter finals", "first degree": singulars need a one or a hyphen.
        return joint || figure.Low == 1 || !pieces.IsAny(at, "second", "quarter", "page", "point", "seat", "vote", "degree", "yard", "bar", "stone", "min", "sec") || (form == NumberForm.Digits && pieces.IsAny(at, "bar", "stone", "min", "sec"));
    }

    private bool TakeCurrencyAfter(Pieces pieces, FigureCandidate figure, int next)
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

    private static bool IsMoney(Pieces pieces, FigureCandidate figure, int at, CurrencyForm currency)
    {
        if (pieces.IsAny(at, "won", "ether"))
        {
            return figure.Number.Multiplier > 1 || figure.Low >= 1000;
        }

        return !pieces.IsAny(at, "kr", "R") || currency.StandsBefore || figure.Number.Form == NumberForm.Digits;
    }

    // "70 km (45 miles)", "$5 million (€4.4 million)": the same quantity again.
    private void TakeConversion(Pieces pieces, FigureCandidate figure)
    {
        if (!pieces.IsMark(figure.End, '(') || figure.Kind is not (FigureKind.Measurement or FigureKind.Money))
        {
            return;
        }

        var at = SkipModifier(pieces, figure.End + 1);
        var signed = lexicons.Currencies.TryMatch(pieces, at, out var sign, out var signEnd, sameCase: true) && sign.StandsBefore;
        if (!_numbers.TryRead(pieces, signed ? signEnd : at, out var number))
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

    // "5-foot-3", "six feet two inches", "7 feet or 2.28 metres" is left alone.
    private void TakeSecondPart(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Unit is not ("ft" or "lb" or "st"))
        {
            return;
        }

        var next = pieces.IsJoint(figure.End) ? figure.End + 1 : figure.End;
        if (!_numbers.TryRead(pieces, next, out var rest) || rest.Low is not < 16 || rest.Multiplier > 1)
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

    private void TakeModifiersAfter(Pieces pieces, FigureCandidate figure)
    {
        if (lexicons.ModifiersAfter.TryMatch(pieces, figure.End, out var bound, out var end) && (pieces.IsMark(figure.End, '+') ? pieces.Touches(figure.End) : !pieces.IsCapitalised(figure.End)))
        {
            figure.End = end;
            figure.HasModifier = true;
            Bound(figure, bound);
        }
    }

    private void TakeRate(Pieces pieces, FigureCandidate figure)
    {
        for (var i = 0; i < 2; i++)
        {
            var at = figure.End;
            var isPer = (pieces.Is(at, "per") || (pieces.IsMark(at, '/') && pieces.Touches(at))) && pieces.IsKind(at + 1, PieceKind.Word) && !pieces.Is(at + 1, "cent");
            if (!isPer && !(pieces.IsAny(at, "a", "an") && lexicons.RateUnits.TryMatch(pieces, at + 1, out _, out _)))
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

    private void TakeModifiersBefore(Pieces pieces, FigureCandidate figure, int floor)
    {
        for (var i = 0; i < MostModifiers; i++)
        {
            if (!lexicons.ModifiersBefore.TryMatchBefore(pieces, figure.First, out var bound, out var start) || start < floor)
            {
                return;
            }

            figure.First = start;
            figure.HasModifier |= bound is not "weak";
            Bound(figure, bound);
        }
    }

    private static void Bound(FigureCandidate figure, string bound)
    {
        if (figure.IsRange)
        {
            return;
        }

        switch (bound)
        {
            case "low":
                figure.High = null;
                break;
            case "high":
                figure.High ??= figure.Low;
                figure.Low = null;
                break;
        }
    }
}
