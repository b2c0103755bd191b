using RulesEngine.Core.Baselines;

namespace RulesEngine.Cli.Fixing;

/// <summary>What a run of <c>fix</c> was asked for.</summary>
/// <param name="IncludesSuggestions">True to apply fixes that are not marked safe too.</param>
/// <param name="IsDryRun">True to write a diff instead of the drafts.</param>
/// <param name="Baseline">Its findings are left alone.</param>
internal sealed record FixSettings(bool IncludesSuggestions, bool IsDryRun, Baseline Baseline);
