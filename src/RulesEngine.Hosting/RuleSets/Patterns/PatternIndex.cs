using System.Collections.Immutable;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>All patterns of a run, arranged for one pass over the text. Immutable and safe to use from many threads.</summary>
/// <param name="Patterns">Every pattern; its order is its index.</param>
/// <param name="Words">Texts that are found by one of their words.</param>
/// <param name="Stretches">Texts that are found letter by letter.</param>
/// <param name="Searched">Indexes of patterns without a text, which every block is searched for.</param>
internal sealed record PatternIndex(ImmutableArray<Pattern> Patterns, WordTable Words, StretchTable Stretches, ImmutableArray<int> Searched);

/// <summary>Where a pattern matches, before rules look at it.</summary>
/// <param name="Pattern">Index of the pattern; of two matches at one place the lower one counts.</param>
/// <param name="Start">Offset in article text.</param>
/// <param name="End">Exclusive.</param>
internal sealed record PatternMatch(int Pattern, int Start, int End) : IComparable<PatternMatch>
{
    /// <summary>By start, then by rank of the pattern.</summary>
    public int CompareTo(PatternMatch? other) => other is null ? 1 : Start != other.Start ? Start.CompareTo(other.Start) : Pattern.CompareTo(other.Pattern);
}
