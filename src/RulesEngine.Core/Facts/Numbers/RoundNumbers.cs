namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Numbers that nobody counted to the last: "dozens", "hundreds of thousands", "several hundred", "a million", "half a dozen".</summary>
internal sealed class RoundNumbers(NumberLexicon lexicon, Magnitudes magnitudes)
{
    /// <summary>"a hundred", "a million", "a dozen", "a few thousand".</summary>
    public bool ReadAfterArticle(Pieces pieces, int at, out Number number)
    {
        number = default;
        var next = at + 1;
        if (!lexicon.TryGet(pieces, next, out var word))
        {
            return false;
        }

        if (word.Role == NumberRole.Magnitude)
        {
            var end = magnitudes.Read(pieces, next, out var value);
            number = new Number(at, end, value, value, value, NumberForm.Words);
            return true;
        }

        return word.Role == NumberRole.Quantifier && ReadQuantifier(pieces, next, word.Value, out number) && Widen(ref number, at);
    }

    /// <summary>"half a million", "half a dozen".</summary>
    public bool ReadHalf(Pieces pieces, int at, out Number number)
    {
        number = default;
        if (!pieces.Is(at + 1, "a") || !lexicon.TryGet(pieces, at + 2, out var magnitude) || magnitude.Role != NumberRole.Magnitude)
        {
            return false;
        }

        var end = magnitudes.Read(pieces, at + 2, out var value);
        number = new Number(at, end, value / 2, value / 2, value / 2, NumberForm.Words);
        return true;
    }

    /// <summary>"several hundred", "a few thousand", "a couple of dozen".</summary>
    public bool ReadQuantifier(Pieces pieces, int at, decimal count, out Number number)
    {
        number = default;
        var next = pieces.Is(at + 1, "of") && pieces.Is(at, "couple") ? at + 2 : at + 1;
        if (!lexicon.TryGet(pieces, next, out var word) || word.Role is not (NumberRole.Magnitude or NumberRole.Plural))
        {
            return false;
        }

        if (word.Role == NumberRole.Plural)
        {
            return ReadPlural(pieces, next, word.Value, out number) && Widen(ref number, at);
        }

        var end = magnitudes.Read(pieces, next, out var value);
        number = new Number(at, end, count * value, count == 2 ? count * value : null, value, NumberForm.Plural);
        return true;
    }

    /// <summary>"dozens", "tens of thousands", "hundreds of millions", "thousands and thousands", "hundreds upon hundreds".</summary>
    public bool ReadPlural(Pieces pieces, int at, decimal low, out Number number)
    {
        var end = at + 1;
        var multiplier = 1m;
        while (pieces.IsAny(end, "of and upon or") && lexicon.TryGet(pieces, end + 1, out var next) && next.Role == NumberRole.Plural && multiplier < Magnitudes.Largest / next.Value)
        {
            // A plural stands for two of its magnitude: thousands are 2,000 at least.
            multiplier = pieces.Is(end, "of") ? multiplier * (next.Value / 2) : multiplier;
            end += 2;
        }

        number = new Number(at, end, low * multiplier, null, multiplier, NumberForm.Plural);
        return !pieces.Is(at, "tens") || multiplier > 1;
    }

    /// <summary>The same number with an earlier first piece.</summary>
    public static bool Widen(ref Number number, int first)
    {
        number = number with { First = first };
        return true;
    }
}
