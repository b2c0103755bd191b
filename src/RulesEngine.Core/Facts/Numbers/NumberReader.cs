namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Reads numbers in digits and words; the grammar of English numerals, so longer than a file here usually is.</summary>
internal sealed class NumberReader(NumberLexicon lexicon)
{
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>The number that starts at a piece.</summary>
    public bool TryRead(Pieces pieces, int at, out Number number)
    {
        number = default;
        if (pieces.IsKind(at, PieceKind.Number))
        {
            return ReadDigits(pieces, at, out number);
        }

        if (!pieces.IsKind(at, PieceKind.Word))
        {
            return false;
        }

        if (pieces.IsAny(at, "a", "an", "half"))
        {
            return ReadAfterArticle(pieces, at, out number);
        }

        return lexicon.TryGet(pieces.Word(at), out var word) && ReadWord(pieces, at, word, out number);
    }

    private bool ReadWord(Pieces pieces, int at, NumberWord word, out Number number)
    {
        number = default;
        switch (word.Role)
        {
            case NumberRole.Unit or NumberRole.Teen or NumberRole.Ten:
                return ReadNumerals(pieces, at, out number);
            case NumberRole.Quantifier:
                return ReadQuantifier(pieces, at, word.Value, out number);
            case NumberRole.Plural:
                return ReadPlural(pieces, at, word.Value, out number);
            case NumberRole.Multiple:
                number = new Number(at, at + 1, word.Value, word.Value, 1, NumberForm.Multiple);
                return true;
            default:
                return false;
        }
    }

    private bool ReadDigits(Pieces pieces, int at, out Number number)
    {
        var magnitudeEnd = ReadMagnitude(pieces, at + 1, out var multiplier);
        var decimalPoint = multiplier > 1 || pieces.IsMark(at + 1, '%') || pieces.IsAny(at + 1, "percent", "per", "percentage");
        if (!Digits.TryRead(pieces.Word(at), decimalPoint, out var value) || value > Largest)
        {
            number = new Number(at, at + 1, null, null, 1, NumberForm.Digits);
            return true;
        }

        var end = magnitudeEnd;
        if (multiplier == 1)
        {
            end = ReadFractionOfDigits(pieces, at, ref value);
        }

        if (value > Largest / multiplier)
        {
            number = new Number(at, end, null, null, 1, NumberForm.Digits);
            return true;
        }

        number = new Number(at, end, value * multiplier, value * multiplier, multiplier, NumberForm.Digits);
        return true;
    }

    // "3 1/2", "3½", "1/2", "2 and a half [million]".
    private int ReadFractionOfDigits(Pieces pieces, int at, ref decimal value)
    {
        if (pieces.IsKind(at + 1, PieceKind.Number) && lexicon.TryGet(pieces.Word(at + 1), out var sign) && sign.Role == NumberRole.Sign)
        {
            value += sign.Value;
            return at + 2;
        }

        if (TryReadSlash(pieces, at, out var alone))
        {
            value = alone;
            return at + 3;
        }

        if (value == decimal.Truncate(value) && !pieces.Touches(at + 1) && TryReadSlash(pieces, at + 1, out var rest) && rest < 1)
        {
            value += rest;
            return at + 4;
        }

        return at + 1;
    }

    // Denominators that news copy uses; "9/11" and "24/7" are no fractions.
    private static bool TryReadSlash(Pieces pieces, int at, out decimal value)
    {
        value = 0;
        if (!pieces.IsKind(at, PieceKind.Number) || !pieces.IsMark(at + 1, '/') || !pieces.Touches(at + 1) || !pieces.Touches(at + 2)
            || !Digits.TryRead(pieces.Word(at), false, out var over)
            || pieces.IsMark(at + 3, '/')
            || !(pieces.Word(at + 2) is "2" or "3" or "4" or "5" or "8" or "10" or "16")
            || !Digits.TryRead(pieces.Word(at + 2), false, out var under) || over >= under)
        {
            return false;
        }

        value = Math.Round(over / under, 10);
        return true;
    }

    /// <summary>Magnitudes after digits: "million", "bn", "k", "lakh crore"; joined by a hyphen too ("1.2-million").</summary>
    private int ReadMagnitude(Pieces pieces, int at, out decimal multiplier)
    {
        multiplier = 1;
        var end = at;
        while (true)
        {
            var next = pieces.IsJoint(end) ? end + 1 : end;
            if (!pieces.IsKind(next, PieceKind.Word) || !lexicon.TryGet(pieces.Word(next), out var word) || !IsMagnitude(pieces, next, word) || multiplier > Largest / word.Value)
            {
                return end;
            }

            multiplier *= word.Value;
            end = next + 1;
        }
    }

    private static bool IsMagnitude(Pieces pieces, int at, NumberWord word) => word.Role switch
    {
        NumberRole.Magnitude or NumberRole.Abbreviation => true,
        NumberRole.Slang => !pieces.IsCapitalised(at),
        NumberRole.Suffix => pieces.Touches(at) && IsSuffix(pieces, at),
        _ => false,
    };

    // "10m people" and "€10m" are millions, "a 10m boat" is metres; capital M and B are always magnitudes.
    private static bool IsSuffix(Pieces pieces, int at)
    {
        if (!pieces.Is(at, "m") && !pieces.Is(at, "t") && !pieces.Is(at, "b") && !pieces.Is(at, "mm"))
        {
            return true;
        }

        return IsMoney(pieces, at - 1)
            || (!pieces.Is(at, "t") && !pieces.Is(at, "mm") && (pieces.Word(at) is "M" or "B" || pieces.TagAt(at + 1) is Sdk.PennTag.NNS));
    }

    private static bool IsMoney(Pieces pieces, int number)
    {
        var before = number - 1;
        return pieces.Has(before) && char.GetUnicodeCategory(pieces.Text[pieces[before].Start]) == System.Globalization.UnicodeCategory.CurrencySymbol
            || pieces.IsMark(before, '¢') || (pieces.Touches(number) && pieces.IsKind(before, PieceKind.Word)) || pieces.IsAny(before, "Rs", "Tk", "Rp", "RM", "R", "USD", "EUR", "GBP");
    }

    private bool ReadNumerals(Pieces pieces, int at, out Number number)
    {
        decimal total = 0, current = 0, multiplier = 1;
        var end = at;
        var last = NumberRole.Magnitude;
        for (var next = at; Joins(pieces, at, ref next, last) && lexicon.TryGet(pieces.Word(next), out var word); next++)
        {
            if (word.Role is NumberRole.Magnitude or NumberRole.Slang && next > at)
            {
                (total, current, multiplier) = Multiply(total, current, word.Value, multiplier);
                if (total + current > Largest)
                {
                    break;
                }
            }
            else if (!Adds(word, last, current, next == at))
            {
                break;
            }
            else
            {
                current += word.Value;
            }

            last = word.Role;
            end = next + 1;
        }

        var value = total + current;
        return Finish(pieces, at, end, value, multiplier, out number);
    }

    // "one point five"; "two and a half million"; "two-thirds".
    private bool Finish(Pieces pieces, int at, int end, decimal value, decimal multiplier, out Number number)
    {
        if (pieces.Is(end, "and") && pieces.IsAny(end + 1, "a") && pieces.Is(end + 2, "half"))
        {
            var after = ReadMagnitude(pieces, end + 3, out var magnitude);
            number = new Number(at, after, (value + 0.5m) * magnitude, (value + 0.5m) * magnitude, magnitude, NumberForm.Words);
            return true;
        }

        if (pieces.Is(end, "point") && lexicon.TryGet(pieces.Word(end + 1), out var tenth) && tenth.Role == NumberRole.Unit)
        {
            var after = ReadMagnitude(pieces, end + 2, out var magnitude);
            var exact = (value + (tenth.Value / 10)) * magnitude;
            number = new Number(at, after, exact, exact, magnitude, NumberForm.Words);
            return true;
        }

        if (value == 10 && pieces.Is(end, "of") && lexicon.TryGet(pieces.Word(end + 1), out var plural) && plural.Role == NumberRole.Plural)
        {
            // "ten of thousands" is how "tens of thousands" is often mistyped.
            return ReadPlural(pieces, end + 1, plural.Value * 10, out number) && Widen(ref number, at);
        }

        var part = pieces.IsJoint(end) ? end + 1 : end;
        if (value is >= 1 and <= 100 && multiplier == 1 && lexicon.TryGet(pieces.Word(part), out var fraction) && fraction.Role == NumberRole.Fraction && IsPart(pieces, part, value, part > end))
        {
            number = new Number(at, part + 1, value * fraction.Value, value * fraction.Value, 1, NumberForm.Fraction);
            return true;
        }

        number = new Number(at, end, value, value, multiplier, NumberForm.Words);
        return end > at;
    }

    // "three quarters of", "two thirds", "one third of": not "one second", "two halves", "two quarters of growth".
    private static bool IsPart(Pieces pieces, int part, decimal count, bool joined) =>
        pieces.IsAny(part, "halves", "quarters") ? joined || pieces.Is(part + 1, "of") : (count > 1) == (pieces.Word(part)[^1] is 's' or 'S') && (joined || count > 1 || pieces.Is(part + 1, "of"));

    private static (decimal Total, decimal Current, decimal Multiplier) Multiply(decimal total, decimal current, decimal value, decimal multiplier)
    {
        if (value is 100 or 12)
        {
            return (total, Math.Max(current, 1) * value, Math.Max(value, multiplier));
        }

        // "five lakh crore": a magnitude of a magnitude.
        return current == 0 && total > 0 ? (total * value, 0, multiplier * value) : (total + (Math.Max(current, 1) * value), 0, value);
    }

    private static bool Adds(NumberWord word, NumberRole last, decimal current, bool isFirst) => word.Role switch
    {
        NumberRole.Unit => isFirst || last == NumberRole.Ten || (last == NumberRole.Magnitude && word.Value > 0),
        NumberRole.Teen or NumberRole.Ten => isFirst || (last == NumberRole.Magnitude && current % 100 == 0),
        _ => false,
    };

    // Steps over a hyphen, and over "and" after a hundred or more, where a number word follows.
    private bool Joins(Pieces pieces, int first, ref int next, NumberRole last)
    {
        if (next == first)
        {
            return true;
        }

        if (pieces.IsJoint(next))
        {
            next++;
        }
        else if (last == NumberRole.Magnitude && pieces.Is(next, "and")
            && lexicon.TryGet(pieces.Word(next + 1), out var word) && word.Role is NumberRole.Unit or NumberRole.Teen or NumberRole.Ten
            && pieces.IsAny(next - 1, "hundred", "thousand"))
        {
            next++;
        }

        return pieces.IsKind(next, PieceKind.Word);
    }

    // "a hundred", "a million", "a dozen", "half a million", "a third of", "a half", "half of", "half the".
    private bool ReadAfterArticle(Pieces pieces, int at, out Number number)
    {
        number = default;
        if (pieces.Is(at, "half"))
        {
            return ReadHalf(pieces, at, out number);
        }

        var next = at + 1;
        if (!lexicon.TryGet(pieces.Word(next), out var word))
        {
            return false;
        }

        if (word.Role == NumberRole.Magnitude)
        {
            var end = ReadMagnitude(pieces, next, out var value);
            number = new Number(at, end, value, value, value, NumberForm.Words);
            return true;
        }

        if (word.Role == NumberRole.Quantifier)
        {
            return ReadQuantifier(pieces, next, word.Value, out number) && Widen(ref number, at);
        }

        if (word.Role == NumberRole.Fraction && (pieces.Is(next + 1, "of") || pieces.IsAny(at - 1, "by", "than", "to", "nearly", "almost", "about", "over") || (pieces.Is(next + 1, "as") && !pieces.Is(next, "half"))))
        {
            number = new Number(at, next + 1, word.Value, word.Value, 1, NumberForm.Fraction);
            return true;
        }

        return false;
    }

    private static bool Widen(ref Number number, int first)
    {
        number = number with { First = first };
        return true;
    }

    private bool ReadHalf(Pieces pieces, int at, out Number number)
    {
        number = default;
        if (pieces.IsAny(at + 1, "a") && lexicon.TryGet(pieces.Word(at + 2), out var magnitude) && magnitude.Role == NumberRole.Magnitude)
        {
            var end = ReadMagnitude(pieces, at + 2, out var value);
            number = new Number(at, end, value / 2, value / 2, value / 2, NumberForm.Words);
            return true;
        }

        if (pieces.IsAny(at + 1, "a", "an") && !pieces.IsAny(at - 1, "and", "first", "second"))
        {
            // "half a percentage point", "half an hour": the unit follows.
            number = new Number(at, at + 2, 0.5m, 0.5m, 1, NumberForm.Fraction);
            return true;
        }

        var isPart = pieces.IsAny(at + 1, "of", "the", "its", "their", "his", "her", "our", "all", "those", "these", "that", "as") || pieces.IsAny(at - 1, "by", "than", "about", "nearly", "almost", "over", "to", "only", "up", "just", "roughly", "under")
            || (pieces.IsMark(at + 1, '.') && pieces.IsAny(at - 1, "in"));
        if (!isPart || pieces.IsAny(at - 1, "first", "second", "other", "latter", "better", "last", "final", "upper", "lower", "and", "one", "in", "a", "top", "bottom") || pieces.IsDash(at - 1))
        {
            return false;
        }

        number = new Number(at, at + 1, 0.5m, 0.5m, 1, NumberForm.Fraction);
        return true;
    }

    // "several hundred", "a few thousand", "a couple of dozen".
    private bool ReadQuantifier(Pieces pieces, int at, decimal count, out Number number)
    {
        number = default;
        var next = pieces.Is(at + 1, "of") && pieces.Is(at, "couple") ? at + 2 : at + 1;
        if (!lexicon.TryGet(pieces.Word(next), out var word) || word.Role is not (NumberRole.Magnitude or NumberRole.Plural))
        {
            return false;
        }

        if (word.Role == NumberRole.Plural)
        {
            return ReadPlural(pieces, next, word.Value, out number) && Widen(ref number, at);
        }

        var end = ReadMagnitude(pieces, next, out var value);
        number = new Number(at, end, count * value, count == 2 ? count * value : null, value, NumberForm.Plural);
        return true;
    }

    // "dozens", "tens of thousands", "hundreds of millions", "thousands and thousands", "hundreds upon hundreds".
    private bool ReadPlural(Pieces pieces, int at, decimal low, out Number number)
    {
        var end = at + 1;
        var multiplier = 1m;
        while (pieces.IsAny(end, "of", "and", "upon", "or") && lexicon.TryGet(pieces.Word(end + 1), out var next) && next.Role == NumberRole.Plural && multiplier < Largest / next.Value)
        {
            // A plural stands for two of its magnitude: thousands are 2,000 at least.
            multiplier = pieces.Is(end, "of") ? multiplier * (next.Value / 2) : multiplier;
            end += 2;
        }

        number = new Number(at, end, low * multiplier, null, multiplier, NumberForm.Plural);
        return !pieces.Is(at, "tens") || multiplier > 1;
    }
}
