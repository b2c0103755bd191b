using System.Collections.Immutable;
using RulesEngine.Core.Analysis;

namespace RulesEngine.Reporting.Articles;

/// <summary>How many findings of an article are not reported, and why.</summary>
/// <param name="Suppressed">Somebody silenced them: in the draft, in a file, by a suppressor.</param>
/// <param name="Baselined">The baseline knows them.</param>
/// <param name="Unchanged">They stand on lines that the change under review does not touch.</param>
internal sealed record SetAside(int Suppressed, int Baselined, int Unchanged)
{
    public static SetAside Nothing { get; } = new(0, 0, 0);

    public bool IsNothing => this == Nothing;

    public static SetAside Of(ImmutableArray<Finding> findings) => new(
        findings.Count(IsSilenced),
        findings.Count(finding => finding.Suppression?.Kind == SuppressionKind.Baseline),
        findings.Count(finding => finding.Suppression?.Kind == SuppressionKind.UnchangedLines));

    /// <summary>True where somebody decided so about this finding, and may have said why.</summary>
    public static bool IsSilenced(Finding finding) => finding.Suppression is { Kind: not (SuppressionKind.Baseline or SuppressionKind.UnchangedLines) };
}
