namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>Finds repeats without bound inside repeats without bound, <c>(a+)+</c>: a backtracking engine may take exponential time.</summary>
internal static class NestedRepeats
{
    /// <summary>True where there is one.</summary>
    public static bool Contains(PatternNode node) => Contains(node, isInside: false);

    private static bool Contains(PatternNode node, bool isInside)
    {
        switch (node)
        {
            case RepeatNode repeat:
                var repeats = repeat.Maximum > 8 && repeat.Item.MaximumLength > 0;
                var isAmbiguous = repeats && repeat.Item is not (CharacterNode or SetNode);
                return (repeats && isInside) || Contains(repeat.Item, isInside || isAmbiguous);
            case SequenceNode sequence:
                return ContainsAny(sequence.Items, isInside);
            case AlternationNode alternation:
                return ContainsAny(alternation.Alternatives, isInside);
            default:
                return false;
        }
    }

    private static bool ContainsAny(System.Collections.Immutable.ImmutableArray<PatternNode> items, bool isInside)
    {
        foreach (var item in items)
        {
            if (Contains(item, isInside))
            {
                return true;
            }
        }

        return false;
    }
}
