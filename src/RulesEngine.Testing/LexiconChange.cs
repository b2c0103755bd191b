using System.Collections.Immutable;

namespace RulesEngine.Testing;

/// <summary>What a configuration would add to a word list and take from it.</summary>
/// <param name="Add">Terms, or lines with tabs that fill further cells.</param>
/// <param name="Remove">Terms, compared without case.</param>
public sealed record LexiconChange(ImmutableArray<string> Add, ImmutableArray<string> Remove);
