using RulesEngine.Cli.Checking;
using RulesEngine.Cli.Drafts;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Baselines;
using RulesEngine.Hosting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Baselines;

/// <summary>Checks drafts to bring a baseline up to date.</summary>
internal sealed class BaselineRun(AnalysisHost host, DraftReader reader, int jobs)
{
    private readonly List<ConfiguredAnalysis> _analyses = [];

    /// <summary>What went wrong. One of severity error that is not about a single draft means that the result must not be kept.</summary>
    public List<Notification> Notifications { get; } = [];

    /// <summary>False where findings may be missing because a rule could not run.</summary>
    public bool IsComplete => Notifications.TrueForAll(each => each.Severity != DiagnosticSeverity.Error
        || each.Id is NotificationIds.UnreadableArticle or NotificationIds.LimitExceeded or NotificationIds.NothingToCheck);

    /// <summary>Every finding of the drafts is known; of rules that are off, and of other drafts, what was known before.</summary>
    public Baseline Update(Baseline before, DraftFinder finder, IReadOnlyList<string> paths) => Run(before, finder, paths, (result, runs) =>
        Counted(BaselineComparison.KeysOf(result)).Concat(before[result.Article.Path].Where(pair => !runs(pair.Key.Rule))));

    /// <summary>Of what was known of the drafts, only what still occurs; drafts that are gone are forgotten.</summary>
    public Baseline Prune(Baseline before, DraftFinder finder, IReadOnlyList<string> paths)
    {
        var after = Run(before, finder, paths, (result, runs) =>
        {
            var comparison = BaselineComparison.Of(result, before);
            return before[result.Article.Path].Select(pair => runs(pair.Key.Rule) ? KeyValuePair.Create(pair.Key, comparison.Remaining.GetValueOrDefault(pair.Key)) : pair);
        });
        return before.Paths.Where(path => !File.Exists(path)).Aggregate(after, (baseline, path) => baseline.With(path, []));
    }

    private Baseline Run(
        Baseline before,
        DraftFinder finder,
        IReadOnlyList<string> paths,
        Func<ArticleResult, Func<string, bool>, IEnumerable<KeyValuePair<BaselineKey, int>>> choose)
    {
        var baseline = before;
        using var interruption = new Interruption();
        try
        {
            new DraftPipeline(host, reader, jobs, interruption.Token).Run(finder.Find(paths), outcome =>
            {
                if (!_analyses.Contains(outcome.Analysis))
                {
                    _analyses.Add(outcome.Analysis);
                    Notifications.AddRange(outcome.Analysis.Problems);
                }

                Notifications.AddRange(outcome.Notifications);
                if (outcome.Result is { } result)
                {
                    baseline = baseline.With(result.Article.Path, choose(result, rule => outcome.Analysis.Runs(rule, outcome.Draft.FullPath)).ToList());
                }
            });
        }
        catch (OperationCanceledException)
        {
            Notifications.Add(new Notification(NotificationIds.Interrupted, DiagnosticSeverity.Error, "interrupted before all articles were checked"));
        }

        Notifications.AddRange(finder.Problems);
        return baseline;
    }

    private static IEnumerable<KeyValuePair<BaselineKey, int>> Counted(IEnumerable<BaselineKey> keys) =>
        keys.GroupBy(key => key).Select(group => KeyValuePair.Create(group.Key, group.Count()));
}
