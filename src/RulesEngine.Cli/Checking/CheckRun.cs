using System.Globalization;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Baselines;
using RulesEngine.Hosting;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Checking;

/// <summary>One run of <c>check</c>, from drafts to exit code.</summary>
internal sealed class CheckRun(AnalysisHost host, DraftReader reader, CheckSettings settings)
{
    private readonly RunTally _tally = new(settings.MaximumWarnings);
    private readonly List<ConfiguredAnalysis> _analyses = [];
    private RunOutputs? _outputs;

    public int Run(DraftFinder finder, IReadOnlyList<string> paths)
    {
        using var interruption = new Interruption();
        using var progress = new Progress(() => finder.Again().Find(paths).Count());
        try
        {
            new DraftPipeline(host, reader, settings.Jobs, interruption.Token) { Timing = settings.Timing }.Run(finder.Find(paths), outcome =>
            {
                Take(outcome, interruption.Token);
                progress.Report(_tally.Articles);
            });
        }
        catch (OperationCanceledException)
        {
            _tally.Notifications.Add(new Notification(
                NotificationIds.Interrupted,
                DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"interrupted after {_tally.Articles} articles; the others were not checked")));
        }

        _tally.Notifications.AddRange(finder.Problems);
        _tally.Notifications.AddRange(_analyses.SelectMany(analysis => analysis.Suppressions?.FindUnused() ?? []));
        progress.Dispose();
        if (settings.Reports is { } reports)
        {
            Measure("reports", articles: 0, () => reports.Complete(_tally.Notifications));
        }

        var exitCode = Complete();
        if (settings.Timing is { } timing)
        {
            TimingTable.Write(timing, Console.Error);
        }

        return exitCode;
    }

    /// <summary>What fails while the last output is written can only be said on standard error.</summary>
    private int Complete()
    {
        using var outputs = _outputs ??= OpenOutputs();
        Measure("formats", articles: 0, () => outputs.Complete(() => _tally.ToSummary(outputs.Problems)));
        if (outputs.Problems.Count > 0 && !settings.Targets.Any(target => target.Format == RunOutputs.Text))
        {
            foreach (var problem in outputs.Problems)
            {
                Console.Error.WriteLine(NotificationText.Of(problem));
            }
        }

        return outputs.Problems.Count > 0 ? ExitCodes.Incomplete : _tally.ToExitCode();
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
        if (outcome.Result is { } whole)
        {
            var configuration = outcome.Analysis.Configuration;
            var result = SetAside(whole, outcome);
            _tally.Add(result, settings.FailLevel ?? configuration.FailOn ?? DiagnosticSeverity.Warning);
            Measure("formats", articles: 1, () => _outputs.WriteArticle(result));
            if (settings.Reports is { } reports)
            {
                Measure("reports", articles: 1, () => reports.Write(result, configuration, _tally.Notifications, cancellationToken));
            }
        }
    }

    private void Measure(string phase, int articles, Action work)
    {
        var since = settings.Timing?.Now ?? 0;
        work();
        settings.Timing?.AddPhase(phase, since, articles);
    }

    /// <summary>The result without what is known already and what the change under review does not touch.</summary>
    private ArticleResult SetAside(ArticleResult result, DraftOutcome outcome)
    {
        if (settings.Baseline is { } baseline)
        {
            result = SetAsideKnown(result, outcome, baseline);
        }

        return settings.Changed is { } changed ? changed.Apply(result, outcome.Draft.FullPath) : result;
    }

    private ArticleResult SetAsideKnown(ArticleResult result, DraftOutcome outcome, Baseline baseline)
    {
        var comparison = BaselineComparison.Of(result, baseline);
        foreach (var rule in comparison.Gone.Where(pair => outcome.Analysis.Runs(pair.Key.Rule, outcome.Draft.FullPath)).GroupBy(pair => pair.Key.Rule, pair => pair.Value))
        {
            _tally.Notifications.Add(new Notification(
                NotificationIds.SilencesNothing,
                DiagnosticSeverity.Suggestion,
                string.Create(CultureInfo.InvariantCulture, $"the baseline knows {rule.Sum()} of {rule.Key} here that no longer occur; 'rulesengine baseline prune' forgets them"),
                result.Article.Path));
        }

        return result with { Findings = comparison.Findings };
    }

    /// <summary>Once the first configuration is known: some formats begin with the list of rules.</summary>
    private RunOutputs OpenOutputs() => RunOutputs.Open(
        settings.Targets,
        new RunInfo(ToolVersion.Text, [.. _analyses.SelectMany(analysis => analysis.Driver.Rules)], settings.Redact));
}
