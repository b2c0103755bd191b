using RulesEngine.Cli.Changes;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Baselines;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Checking;

/// <summary>What a run of <c>check</c> was asked for.</summary>
internal sealed record CheckSettings
{
    public required IReadOnlyList<FormatTarget> Targets { get; init; }

    public ReportOutput? Reports { get; init; }

    /// <summary>Lowest severity that makes the exit code 1, None for never; null to take the configuration's.</summary>
    public DiagnosticSeverity? FailLevel { get; init; }

    /// <summary>Most warnings that are let pass; null for any number, as far as the fail level lets them pass.</summary>
    public int? MaximumWarnings { get; init; }

    /// <summary>Articles to check at once.</summary>
    public required int Jobs { get; init; }

    /// <summary>What is known already; null for nothing.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The lines that count; null for all.</summary>
    public ChangedLines? Changed { get; init; }

    /// <summary>Takes the time of each phase and rule; null to measure nothing.</summary>
    public RunTiming? Timing { get; init; }

    /// <summary>True to keep text of the drafts out of the formats.</summary>
    public bool Redact { get; init; }
}
