using System.Runtime.InteropServices;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Checking;

/// <summary>One run of <c>check</c>, from drafts to exit code.</summary>
internal sealed class CheckRun(AnalysisHost host, DraftReader reader, IReadOnlyList<FormatTarget> targets, ReportOutput? reports, DiagnosticSeverity? failLevel, int jobs)
{
    private readonly RunTally _tally = new();
    private readonly List<ConfiguredAnalysis> _analyses = [];
    private RunOutputs? _outputs;

    public int Run(DraftFinder finder, IReadOnlyList<string> paths)
    {
        using var cancellation = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            cancellation.Cancel();
        });
        using var progress = new Progress();
        try
        {
            new DraftPipeline(host, reader, jobs, cancellation.Token).Run(finder.Find(paths), outcome =>
            {
                Take(outcome, cancellation.Token);
                progress.Report(_tally.Articles);
            });
        }
        catch (OperationCanceledException)
        {
            _tally.Notifications.Add(new Notification(NotificationIds.Interrupted, DiagnosticSeverity.Error, $"interrupted after {_tally.Articles} articles; the others were not checked"));
        }

        _tally.Notifications.AddRange(finder.Problems);
        progress.Dispose();
        reports?.Complete(_tally.Notifications);
        using (_outputs ??= OpenOutputs())
        {
            _outputs.Complete(_tally.ToSummary());
        }

        return _tally.ToExitCode();
    }

    private void Take(DraftOutcome outcome, CancellationToken cancellationToken)
    {
        if (!_analyses.Contains(outcome.Analysis))
        {
            _analyses.Add(outcome.Analysis);
            _tally.Notifications.AddRange(outcome.Analysis.Problems);
        }

        _outputs ??= OpenOutputs();
        _tally.Notifications.AddRange(outcome.Notifications);
        if (outcome.Result is { } result)
        {
            var configuration = outcome.Analysis.Configuration;
            _tally.Add(result, failLevel ?? configuration.FailOn ?? DiagnosticSeverity.Warning);
            _outputs.WriteArticle(result);
            reports?.Write(result, configuration, _tally.Notifications, cancellationToken);
        }
    }

    /// <summary>Once the first configuration is known: some formats begin with the list of rules.</summary>
    private RunOutputs OpenOutputs() => RunOutputs.Open(
        targets,
        new RunInfo(ToolVersion.Text, [.. _analyses.SelectMany(analysis => analysis.Driver.Rules)]));
}
