using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>
/// A rule or a family of rules. One instance serves many articles at once and from many threads: keep nothing about an article
/// in fields (use <see cref="AnalysisContext.RegisterArticleStartAction"/>). Needs a public parameterless constructor to be
/// found in a plugin.
/// </summary>
public abstract class ArticleAnalyzer
{
    /// <summary>Every rule that the analyzer can report; a finding with another descriptor is refused.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Registers actions; called once before any article.</summary>
    public abstract void Initialize(AnalysisContext context);
}

/// <summary>
/// Silences findings of other rules with a reason, as Roslyn's does: runs after all analyzers, cannot report, and leaves a trail.
/// One instance serves many articles at once. Needs a public parameterless constructor to be found in a plugin.
/// </summary>
public abstract class DiagnosticSuppressor
{
    /// <summary>Every suppression that it can apply.</summary>
    public abstract ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; }

    /// <summary>Looks at the findings of an article and silences some of them.</summary>
    public abstract void ReportSuppressions(SuppressionContext context);
}

/// <summary>A reason to silence a rule.</summary>
/// <param name="Id">Id of the suppression itself, unique in a run; a configuration can switch it off by it.</param>
/// <param name="SuppressedDiagnosticId">The rule that it silences.</param>
/// <param name="Justification">Why, for the trail.</param>
public sealed record SuppressionDescriptor(string Id, string SuppressedDiagnosticId, string Justification);
