using System.Collections.Immutable;

namespace RulesEngine.Hosting.Configuration;

/// <summary>What the command line says about rules; it beats every configuration.</summary>
/// <param name="Only">Where not empty, no other rules run; these do even if they are off by default.</param>
/// <param name="Disabled">These do not run.</param>
public sealed record RuleSelection(ImmutableHashSet<string> Only, ImmutableHashSet<string> Disabled)
{
    /// <summary>Nothing said.</summary>
    public static RuleSelection All { get; } = new([], []);
}
