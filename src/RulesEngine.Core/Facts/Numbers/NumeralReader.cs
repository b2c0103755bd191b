namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Numerals in words with what may follow them: "one hundred and five", "one point five million", "two-thirds", "two and a half".</summary>
internal sealed class NumeralReader(NumberLexicon lexicon, Magnitudes magnitudes, FractionReader fractions, RoundNumbers round)
{
    /// <summary>The number that starts with the numeral at a piece.</summary>
    public bool Read(Pieces pieces, int at, out Number number)
    {
        var end = ReadSum(pieces, at, pieces.Count, out var value, out var multiplier, out var lastAnd);
        if (lastAnd > 0 && fractions.ReadRest(pieces, lastAnd, out var rest) is var mixed && mixed > end)
        {
            // "one hundred and three quarters": the "and" joins a fraction.
            ReadSum(pieces, at, lastAnd, out value, out _, out _);
            number = new Number(at, mixed, value + rest, value + rest, 1, NumberForm.Words);
            return true;
        }

        return ReadPoint(pieces, at, end, value, out number) || ReadParts(pieces, at, end, value, multiplier, out number) || ReadPlain(pieces, at, end, value, multiplier, out number);
    }

    private int ReadSum(Pieces pieces, int at, int stop, out decimal value, out decimal multiplier, out int lastAnd)
    {
        decimal total = 0, current = 0;
        multiplier = 1;
        lastAnd = 0;
        var end = at;
        var last = NumberRole.Magnitude;
        for (var next = at; Joins(pieces, at, ref next, last) && next < stop && lexicon.TryGet(pieces, next, out var word); next++)
        {
            if (word.Role is NumberRole.Magnitude or NumberRole.Slang && next > at)
            {
                (total, current, multiplier) = Multiply(total, current, word.Value, multiplier);
                if (total + current > Magnitudes.Largest)
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

            lastAnd = pieces.Is(next - 1, "and") && next > at ? next - 1 : lastAnd;
            last = word.Role;
            end = next + 1;
        }

        value = total + current;
        return end;
    }

    // "one point five million", "two hundred point zero three", "point seventy-one".
    private bool ReadPoint(Pieces pieces, int at, int end, decimal value, out Number number)
    {
        number = default;
        if (!pieces.Is(end, "point"))
        {
            return false;
        }

        var (next, scale, tail) = (end + 1, 1m, 0m);
        while (scale > 0.0001m && lexicon.TryGet(pieces, next, out var digit) && digit.Role is NumberRole.Unit or NumberRole.Ten)
        {
            var joined = pieces.IsJoint(next + 1) && lexicon.TryGet(pieces, next + 2, out var unit) && unit.Role == NumberRole.Unit ? unit : null;
            tail += digit.Role == NumberRole.Ten ? (digit.Value + (joined?.Value ?? 0)) * scale / 100 : digit.Value * scale / 10;
            scale /= digit.Role == NumberRole.Ten ? 100 : 10;
            next += joined is not null && digit.Role == NumberRole.Ten ? 3 : 1;
        }

        if (next == end + 1)
        {
            return false;
        }

        var after = magnitudes.Read(pieces, next, out var magnitude);
        number = new Number(at, after, (value + tail) * magnitude, (value + tail) * magnitude, magnitude, NumberForm.Words);
        return true;
    }

    // "two-thirds", "three dozens", "two and a half million", "ten of thousands".
    private bool ReadParts(Pieces pieces, int at, int end, decimal value, decimal multiplier, out Number number)
    {
        number = default;
        if (fractions.ReadRest(pieces, end, out var rest) is var mixed && mixed > end)
        {
            var after = magnitudes.Read(pieces, mixed, out var magnitude);
            number = new Number(at, after, (value + rest) * magnitude, (value + rest) * magnitude, magnitude, NumberForm.Words);
            return true;
        }

        if (multiplier == 1 && fractions.ReadPart(pieces, end, value, out var part) is var partEnd && partEnd > end)
        {
            number = new Number(at, partEnd, part, part, 1, NumberForm.Fraction);
            return true;
        }

        if (value < 100 && pieces.Is(end, "dozens"))
        {
            number = new Number(at, end + 1, value * 12, value * 12, 12, NumberForm.Words);
            return true;
        }

        // "ten of thousands" is how "tens of thousands" is often mistyped.
        return value == 10 && pieces.Is(end, "of") && lexicon.TryGet(pieces, end + 1, out var plural) && plural.Role == NumberRole.Plural
            && round.ReadPlural(pieces, end + 1, plural.Value * 10, out number) && RoundNumbers.Widen(ref number, at);
    }

    private static bool ReadPlain(Pieces pieces, int at, int end, decimal value, decimal multiplier, out Number number)
    {
        number = new Number(at, end, value, value, multiplier, NumberForm.Words);
        return end > at && pieces.Has(at);
    }

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

    // Steps over a hyphen, and over "and" after a magnitude, where a number word follows.
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
            && lexicon.TryGet(pieces, next + 1, out var word) && word.Role is NumberRole.Unit or NumberRole.Teen or NumberRole.Ten
            && (pieces.IsAny(next - 1, "hundred thousand") || IsHundred(pieces, next + 2)))
        {
            next++;
        }

        return pieces.IsKind(next, PieceKind.Word);
    }

    // "one million and three hundred": a hundred after a larger magnitude goes on with it, "two million and three women" does not.
    private static bool IsHundred(Pieces pieces, int at) => pieces.IsAny(at, "hundred thousand");
}
