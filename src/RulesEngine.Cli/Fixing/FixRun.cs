using System.Globalization;
using RulesEngine.Cli.Checking;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Baselines;
using RulesEngine.Core.Fixes;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Fixing;

/// <summary>One run of <c>fix</c>, from drafts to exit code. One draft after the other: what is written is in the order of the drafts.</summary>
internal sealed class FixRun(AnalysisHost host, ArticleReadOptions options, FixSettings settings)
{
    private readonly List<Notification> _notifications = [];
    private readonly List<ConfiguredAnalysis> _analyses = [];
    private int _fixes;
    private int _files;
    private int _left;

    public int Run(DraftFinder finder, IReadOnlyList<string> paths)
    {
        using var interruption = new Interruption();
        try
        {
            foreach (var draft in finder.Find(paths))
            {
                interruption.Token.ThrowIfCancellationRequested();
                Fix(draft, interruption.Token);
            }
        }
        catch (OperationCanceledException)
        {
            _notifications.Add(new Notification(NotificationIds.Interrupted, DiagnosticSeverity.Error, "interrupted before all drafts were fixed; what was written is complete"));
        }

        _notifications.AddRange(finder.Problems);
        foreach (var notification in _notifications)
        {
            Console.Error.WriteLine(NotificationText.Of(notification));
        }

        var summary = string.Create(CultureInfo.InvariantCulture, $"{Count(_fixes, "fix", "fixes")} in {Count(_files, "draft", "drafts")}{(settings.IsDryRun ? " to be applied" : "")}, {_left} left");
        (settings.IsDryRun ? Console.Error : Console.Out).WriteLine(summary);
        return _notifications.Exists(notification => notification.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete
            : settings.IsDryRun && _fixes > 0 ? ExitCodes.Findings
            : ExitCodes.Clean;
    }

    private void Fix(Draft draft, CancellationToken cancellationToken)
    {
        try
        {
            var file = DraftFile.Read(draft.FullPath);
            if (new DraftReader(options).Read(draft, file.Content, _notifications) is { } article)
            {
                Fix(draft, file, article, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _notifications.Add(new Notification(NotificationIds.OutputFailed, DiagnosticSeverity.Error, $"the draft cannot be fixed: {exception.Message.TrimEnd('.')}", draft.Path));
        }
    }

    private void Fix(Draft draft, DraftFile file, Article article, CancellationToken cancellationToken)
    {
        var analysis = host.For(draft.FullPath);
        if (!_analyses.Contains(analysis))
        {
            _analyses.Add(analysis);
            _notifications.AddRange(analysis.Problems);
        }

        var result = analysis.Analyze(article, draft.FullPath, cancellationToken);
        _notifications.AddRange(result.Notifications);
        var plan = FixPlan.For(result with { Findings = BaselineComparison.Of(result, settings.Baseline).Findings }, settings.IncludesSuggestions);
        var fixer = new DraftFixer(analysis, draft, result, file.Content, options, cancellationToken);
        var fixedDraft = fixer.Apply(plan.Chosen);
        if (fixedDraft is not null)
        {
            Write(draft, file, article, fixedDraft);
        }

        Say(article, "left", fixer.Refused.Select(refused => (refused.Fix, refused.Reason)));
        Say(article, "left", plan.Overlapping.Select(planned => (planned, "it overlaps another fix; run 'rulesengine fix' again")));
        _left += fixer.Refused.Count + plan.Overlapping.Length;
    }

    private void Write(Draft draft, DraftFile file, Article article, FixedDraft fixedDraft)
    {
        if (settings.IsDryRun)
        {
            var diff = UnifiedDiff.Of(draft.Path, article.SourceText, fixedDraft.Edits);
            Console.Out.Write(Console.IsOutputRedirected ? diff : string.Join('\n', diff.Split('\n').Select(line => TerminalText.Clean(line))));
        }
        else
        {
            file.Replace(fixedDraft.Content.Span);
            Say(article, "fixed", fixedDraft.Fixes.Select(planned => (planned, planned.Fix.Title)));
        }

        _files++;
        _fixes += fixedDraft.Fixes.Length;
    }

    /// <summary>Places are those of the draft as it was checked. A diff has standard output for itself.</summary>
    private void Say(Article article, string what, IEnumerable<(PlannedFix Fix, string Words)> lines)
    {
        foreach (var (planned, words) in lines.OrderBy(line => line.Fix.Finding.Diagnostic.Span))
        {
            var start = article.SourceMap.GetRange(planned.Finding.Diagnostic.Span).Start;
            var line = string.Create(CultureInfo.InvariantCulture, $"{article.Path}:{start.Line}:{start.Column}: {what} {planned.Finding.Diagnostic.Descriptor.Id}: {words}");
            (settings.IsDryRun ? Console.Error : Console.Out).WriteLine(TerminalText.Clean(line));
        }
    }

    private static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
