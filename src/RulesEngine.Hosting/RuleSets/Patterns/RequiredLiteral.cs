using System.Collections.Immutable;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Texts of which one stands in every match of a pattern. Where none of them stands, the regular expression is not run.
/// </summary>
/// <param name="Variants">The texts.</param>
/// <param name="IsLeftDelimited">True where a border of a word comes before.</param>
/// <param name="IsRightDelimited">True where a border of a word follows.</param>
/// <param name="PrefixLength">Code units from the start of the match to the text; negative where that varies.</param>
internal sealed record RequiredLiteral(ImmutableArray<string> Variants, bool IsLeftDelimited, bool IsRightDelimited, int PrefixLength)
{
    /// <summary>The best one of a sequence; null where the pattern needs no text of two characters or more.</summary>
    /// <param name="items">The parts of the pattern.</param>
    /// <param name="isWordBounded">True where borders of words are required around the whole.</param>
    public static RequiredLiteral? Find(ImmutableArray<PatternNode> items, bool isWordBounded)
    {
        RequiredLiteral? best = null;
        var leftDelimited = isWordBounded;
        var prefix = 0;
        for (var i = 0; i < items.Length;)
        {
            var start = i;
            var variants = ReadRun(items, ref i);
            if (i > start)
            {
                var rightDelimited = i == items.Length ? isWordBounded : Delimits(items[i]);
                var found = new RequiredLiteral(variants, leftDelimited, rightDelimited, prefix);
                best = found.Score > (best?.Score ?? 1) ? found : best;
                leftDelimited = false;
            }
            else
            {
                leftDelimited = Delimits(items[i]);
                i++;
            }

            prefix = AddFixedLengths(prefix, items, start, i);
        }

        return best;
    }

    // A word can be looked up, and a place at a known distance needs one attempt instead of a search.
    private int Score
    {
        get
        {
            var shortest = Variants.Min(text => LiteralKey.Of(text, IsLeftDelimited, IsRightDelimited).Length);
            return shortest < 2 ? 0 : Math.Min(shortest, 8) + (PrefixLength >= 0 ? 4 : 0) + (IsLeftDelimited && IsRightDelimited ? 3 : 0);
        }
    }

    private static ImmutableArray<string> ReadRun(ImmutableArray<PatternNode> items, ref int at)
    {
        ImmutableArray<string> variants = [""];
        while (at < items.Length && LiteralExpander.Expand(items[at]) is { } next && LiteralExpander.Join(variants, next) is { Length: <= 32 } joined)
        {
            variants = joined;
            at++;
        }

        return variants;
    }

    private static bool Delimits(PatternNode node) => node switch
    {
        WordBoundaryNode => true,
        SetNode set => set.IsNonWord,
        CharacterNode character => !WordCharacters.IsWord(character.Value),
        RepeatNode { Minimum: > 0 } repeat => Delimits(repeat.Item),
        _ => false,
    };

    private static int AddFixedLengths(int prefix, ImmutableArray<PatternNode> items, int start, int end)
    {
        for (var i = start; i < end && prefix >= 0; i++)
        {
            prefix = items[i].MinimumLength == items[i].MaximumLength ? prefix + items[i].MinimumLength : -1;
        }

        return prefix;
    }
}

/// <summary>The part of a literal that it is looked up by.</summary>
/// <param name="Offset">Where the part begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="IsWord">True where the part is a whole word of the text whenever the literal stands there.</param>
internal readonly record struct LiteralKey(int Offset, int Length, bool IsWord)
{
    /// <summary>The longest whole word of a literal; the whole literal where it has none.</summary>
    public static LiteralKey Of(string literal, bool isLeftDelimited, bool isRightDelimited)
    {
        var best = new LiteralKey(0, literal.Length, false);
        for (var i = 0; i < literal.Length;)
        {
            if (!WordCharacters.IsWord(literal[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < literal.Length && WordCharacters.IsWord(literal[i]))
            {
                i++;
            }

            var isWhole = (start > 0 || isLeftDelimited) && (i < literal.Length || isRightDelimited);
            if (isWhole && (!best.IsWord || i - start > best.Length))
            {
                best = new LiteralKey(start, i - start, true);
            }
        }

        return best;
    }
}
