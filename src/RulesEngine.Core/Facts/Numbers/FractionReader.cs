using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Parts in words: "two-thirds", "a fifth", "half of", and what is left over of a mixed number ("and a quarter").</summary>
internal sealed class FractionReader(NumberLexicon lexicon)
{
    private const decimal MostParts = 100;

    /// <summary>The part of "three quarters", where numerals end just before <paramref name="end"/>; its end, or that index.</summary>
    public int ReadPart(Pieces pieces, int end, decimal count, out decimal value)
    {
        value = 0;
        var part = pieces.IsJoint(end) ? end + 1 : end;
        if (count >= 1 && ReadTwentieth(pieces, end, out var small))
        {
            value = count * small;
            return end + 3;
        }

        if (count is < 1 or > MostParts || !IsFraction(pieces, part, out var fraction) || !IsPart(pieces, part, count, part > end))
        {
            return end;
        }

        value = count * fraction;
        return part + 1;
    }

    /// <summary>"and a half", "and three fifths" of a mixed number; the end, or the index given.</summary>
    public int ReadRest(Pieces pieces, int at, out decimal value)
    {
        value = 0;
        if (!pieces.Is(at, "and"))
        {
            return at;
        }

        if (pieces.Is(at + 1, "a") && pieces.IsAny(at + 2, "half quarter third fourth fifth") && IsFraction(pieces, at + 2, out value) && !pieces.Is(at + 3, "of"))
        {
            return at + 3;
        }

        return lexicon.TryGet(pieces, at + 1, out var count) && count.Role == NumberRole.Unit && count.Value >= 1
            && (pieces.IsJoint(at + 2) ? at + 3 : at + 2) is var part && IsFraction(pieces, part, out var fraction) && IsOf(pieces, part, count.Value) && !pieces.Is(part + 1, "of")
            && (value = count.Value * fraction) < 1
                ? part + 1 : at;
    }

    /// <summary>"a third of", "by a third", "a fifth."; no ordinals ("a third man").</summary>
    public bool ReadAfterArticle(Pieces pieces, int at, out Number number)
    {
        number = default;
        var next = at + 1;
        if (!lexicon.TryGet(pieces, next, out var word) || word.Role != NumberRole.Fraction)
        {
            return false;
        }

        if (!pieces.Is(next + 1, "of") && !IsWeighed(pieces, at) && !(pieces.Is(next + 1, "as") && !pieces.Is(next, "half")) && !EndsClause(pieces, at, next))
        {
            return false;
        }

        number = new Number(at, next + 1, word.Value, word.Value, 1, NumberForm.Fraction);
        return true;
    }

    /// <summary>"half of", "half the", "by half"; not "first half", "half-hearted".</summary>
    public bool ReadHalf(Pieces pieces, int at, out Number number)
    {
        number = default;
        if (pieces.Is(at + 1, "a") && lexicon.TryGet(pieces, at + 2, out var magnitude) && magnitude.Role == NumberRole.Magnitude)
        {
            return false;
        }

        if (pieces.IsAny(at + 1, "a an") && !pieces.IsAny(at - 1, "and first second"))
        {
            // "half a percentage point", "half an hour": the unit follows.
            number = new Number(at, at + 2, 0.5m, 0.5m, 1, NumberForm.Fraction);
            return true;
        }

        var isPart = pieces.IsAny(at + 1, "of the its their his her our all those these that as") || IsWeighed(pieces, at)
            || (pieces.IsMark(at + 1, '.') && pieces.IsAny(at - 1, "in"));
        if (!isPart || pieces.IsAny(at - 1, "first second other latter better last final upper lower and one in a top bottom") || pieces.IsDash(at - 1))
        {
            return false;
        }

        number = new Number(at, at + 1, 0.5m, 0.5m, 1, NumberForm.Fraction);
        return true;
    }

    // "by a third", "barely a third": somebody measured, so it is no ordinal.
    private bool IsWeighed(Pieces pieces, int at) => lexicon.TryGet(pieces, at - 1, out var word) && word.Role == NumberRole.Lead;

    // "the rate was a fifth." but not "and a third was hurt".
    private static bool EndsClause(Pieces pieces, int at, int fraction) =>
        pieces.Word(fraction)[^1] is not ('s' or 'S') && pieces.IsAny(at - 1, "is was of are were") && (!pieces.Has(fraction + 1) || pieces.IsKind(fraction + 1, PieceKind.Mark)) && !pieces.IsDash(fraction + 1);

    // "twenty-fifth" of "one twenty-fifth": tens and an ordinal that is a part elsewhere.
    private bool ReadTwentieth(Pieces pieces, int at, out decimal value)
    {
        value = 0;
        if (!lexicon.TryGet(pieces, at, out var ten) || ten.Role != NumberRole.Ten || !pieces.IsJoint(at + 1) || !IsFraction(pieces, at + 2, out var unit) || unit is 0.5m or < 0.1m || pieces.Touches(at))
        {
            return false;
        }

        value = Math.Round(1 / (ten.Value + Math.Round(1 / unit)), 10);
        return true;
    }

    private bool IsFraction(Pieces pieces, int at, out decimal value)
    {
        var found = lexicon.TryGet(pieces, at, out var word) && word.Role == NumberRole.Fraction;
        value = found ? word!.Value : 0;
        return found;
    }

    // "three quarters of", "two thirds", "one third of": not "one second", "two halves", "two quarters of growth".
    private bool IsPart(Pieces pieces, int part, decimal count, bool joined) =>
        pieces.IsAny(part, "halves quarters") ? joined || pieces.Is(part + 1, "of") || IsMeasured(pieces, part)
        : IsOf(pieces, part, count) && (joined || count > 1 || pieces.Is(part + 1, "of") || !pieces.IsKind(part + 1, PieceKind.Word) || IsMeasured(pieces, part));

    // "rose by three quarters", "nearly one fifth", "was three quarters."
    private bool IsMeasured(Pieces pieces, int part) => IsWeighed(pieces, part - 1) || (pieces.IsAny(part - 2, "is was are were") && !pieces.IsKind(part + 1, PieceKind.Word));

    // A plural for more than one.
    private static bool IsOf(Pieces pieces, int part, decimal count) => (count > 1) == (pieces.Word(part)[^1] is 's' or 'S');
}
