using System.Globalization;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Magnitudes behind a number: "million", "bn", "k", "lakh crore"; joined by a hyphen too ("1.2-million").</summary>
internal sealed class Magnitudes(NumberLexicon lexicon)
{
    /// <summary>Beyond this no number is read.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Reads as many magnitudes as follow.</summary>
    /// <returns>Index just after them; <paramref name="at"/> where there is none.</returns>
    public int Read(Pieces pieces, int at, out decimal multiplier)
    {
        multiplier = 1;
        var end = at;
        while (true)
        {
            var next = pieces.IsJoint(end) ? end + 1 : end;
            if (!pieces.IsKind(next, PieceKind.Word) || !lexicon.TryGet(pieces, next, out var word) || !IsMagnitude(pieces, next, word) || multiplier > Largest / word.Value)
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
        NumberRole.Suffix => pieces.Touches(at) ? IsSuffix(pieces, at) : IsSpacedThousand(pieces, at),
        _ => false,
    };

    // "10m people" and "€10m" are millions, "a 10m boat" is metres; M, B and "1.2b" are always magnitudes.
    private static bool IsSuffix(Pieces pieces, int at)
    {
        if (!pieces.Is(at, "m") && !pieces.Is(at, "t") && !pieces.Is(at, "b") && !pieces.Is(at, "mm"))
        {
            return true;
        }

        return IsMoney(pieces, at - 1)
            || (pieces.Is(at, "b") && pieces.Word(at - 1).Contains('.'))
            || (!pieces.Is(at, "t") && !pieces.Is(at, "mm") && (pieces.Word(at) is "M" or "B" || pieces.TagAt(at + 1) is Sdk.PennTag.NNS));
    }

    // "2.33 k": only behind decimals, for "10 k" may be a run.
    private static bool IsSpacedThousand(Pieces pieces, int at) => pieces.Word(at) is "k" && pieces.Word(at - 1).Contains('.');

    private static bool IsMoney(Pieces pieces, int number)
    {
        var before = number - 1;
        return pieces.Has(before) && char.GetUnicodeCategory(pieces.Text[pieces[before].Start]) == UnicodeCategory.CurrencySymbol
            || pieces.IsMark(before, '¢') || (pieces.Touches(number) && pieces.IsKind(before, PieceKind.Word)) || pieces.IsAny(before, "rs tk rp rm r usd eur gbp");
    }
}
