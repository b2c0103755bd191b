namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Numbers in digits with their magnitudes and fractions: "3,500", "2.4 million", "3 1/2", "3½", "1/2".</summary>
internal sealed class DigitNumbers(NumberLexicon lexicon, Magnitudes magnitudes, FractionReader fractions)
{
    /// <summary>Always true: digits that are no number have no value.</summary>
    public bool Read(Pieces pieces, int at, out Number number)
    {
        var end = magnitudes.Read(pieces, at + 1, out var multiplier);
        var decimalPoint = multiplier > 1 || pieces.IsMark(at + 1, '%') || pieces.IsAny(at + 1, "percent per percentage");
        if (!Digits.TryRead(pieces.Word(at), decimalPoint, out var value) || value > Magnitudes.Largest)
        {
            number = new Number(at, at + 1, null, null, 1, NumberForm.Digits);
            return true;
        }

        if (multiplier == 1)
        {
            end = ReadFraction(pieces, at, ref value, ref multiplier);
        }

        number = value > Magnitudes.Largest / multiplier
            ? new Number(at, end, null, null, 1, NumberForm.Digits)
            : new Number(at, end, value * multiplier, value * multiplier, multiplier, NumberForm.Digits);
        return true;
    }

    private int ReadFraction(Pieces pieces, int at, ref decimal value, ref decimal multiplier)
    {
        if (pieces.IsKind(at + 1, PieceKind.Number) && lexicon.TryGet(pieces, at + 1, out var sign) && sign.Role == NumberRole.Sign)
        {
            value += sign.Value;
            return magnitudes.Read(pieces, at + 2, out multiplier);
        }

        if (TryReadSlash(pieces, at, out var alone))
        {
            value = alone;
            return at + 3;
        }

        if (value == decimal.Truncate(value) && !pieces.Touches(at + 1) && TryReadSlash(pieces, at + 1, out var rest) && rest < 1)
        {
            value += rest;
            return magnitudes.Read(pieces, at + 4, out multiplier);
        }

        // "3 dozen", "3 dozens"; "2 and a half million".
        if (pieces.Is(at + 1, "dozens"))
        {
            (value, multiplier) = (value * 12, 1);
            return at + 2;
        }

        if (fractions.ReadRest(pieces, at + 1, out var part) is var end && end > at + 1)
        {
            value += part;
            return magnitudes.Read(pieces, end, out multiplier);
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
}
