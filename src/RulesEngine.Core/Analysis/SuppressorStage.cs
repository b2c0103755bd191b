using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>The suppressors of a run, one after the other, each held apart from the rest of the run as analyzers are.</summary>
internal sealed class SuppressorStage
{
    private readonly ImmutableArray<RegisteredSuppressor> _suppressors;
    private readonly TimeSpan _budget;
    private readonly ConcurrentDictionary<RegisteredSuppressor, bool> _abandoned = new();

    private SuppressorStage(ImmutableArray<RegisteredSuppressor> suppressors, TimeSpan budget)
    {
        _suppressors = suppressors;
        _budget = budget;
    }

    /// <summary>Every suppression that can apply, in the order of the suppressors.</summary>
    public IEnumerable<SuppressionInfo> Suppressions =>
        _suppressors.SelectMany(suppressor => suppressor.Suppressions.Select(suppression => new SuppressionInfo(suppression, suppressor.Registration.Origin)));

    /// <param name="suppressors">In the order in which they are to run.</param>
    /// <param name="budget">Time that a watched suppressor may take for one article.</param>
    /// <param name="origins">Where each id comes from; filled here.</param>
    /// <param name="notifications">Takes what went wrong.</param>
    public static SuppressorStage Create(IEnumerable<SuppressorRegistration> suppressors, TimeSpan budget, Dictionary<string, string> origins, ImmutableArray<Notification>.Builder notifications)
    {
        var registered = ImmutableArray.CreateBuilder<RegisteredSuppressor>();
        foreach (var registration in suppressors)
        {
            var name = $"suppressor {registration.Suppressor.GetType().Name} of {registration.Origin}";
            RegisteredSuppressor? suppressor = null;
            if (ForeignCode.Run(() => suppressor = RegisteredSuppressor.Create(registration)) is { } thrown)
            {
                notifications.Add(new Notification(
                    NotificationIds.RuleThrew,
                    DiagnosticSeverity.Error,
                    $"{name} failed while it was set up and does not run: {AnalyzerRunner.Describe(thrown)}"));
            }
            else if (suppressor!.Suppressions.FirstOrDefault(suppression => origins.ContainsKey(suppression.Id)) is { } duplicate)
            {
                notifications.Add(new Notification(
                    NotificationIds.DuplicateRule,
                    DiagnosticSeverity.Error,
                    $"suppression {duplicate.Id} of {registration.Origin} has an id of {origins[duplicate.Id]}; {name} was not loaded: give one of them another id or switch one plugin off"));
            }
            else
            {
                foreach (var suppression in suppressor.Suppressions)
                {
                    origins.TryAdd(suppression.Id, registration.Origin);
                }

                registered.Add(suppressor);
            }
        }

        return new SuppressorStage(registered.ToImmutable(), budget);
    }

    /// <summary>The findings with what the suppressors silenced marked.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ImmutableArray<Finding> Apply(
        ArticleFacts facts,
        ImmutableArray<Finding> findings,
        RuleSettings settings,
        ImmutableArray<Notification>.Builder notifications,
        CancellationToken cancellationToken)
    {
        foreach (var suppressor in _suppressors)
        {
            findings = Run(suppressor, facts, findings, settings, notifications, cancellationToken);
        }

        return findings;
    }

    private ImmutableArray<Finding> Run(
        RegisteredSuppressor suppressor,
        ArticleFacts facts,
        ImmutableArray<Finding> findings,
        RuleSettings settings,
        ImmutableArray<Notification>.Builder notifications,
        CancellationToken cancellationToken)
    {
        var run = new SuppressorRun(suppressor, facts, findings, settings, cancellationToken);
        if (!run.IsNeeded)
        {
            return findings;
        }

        var path = facts.Article.Path;
        if (_abandoned.ContainsKey(suppressor))
        {
            notifications.Add(new Notification(NotificationIds.RuleTimedOut, DiagnosticSeverity.Error, $"{suppressor.Name} was not run: it did not return on an earlier article", path));
            return findings;
        }

        var exception = suppressor.Registration.IsWatched ? WatchedThread.Run(suppressor.Registration.Origin, _budget, run.Run) : run.Run();
        cancellationToken.ThrowIfCancellationRequested();
        if (exception is TimeoutException)
        {
            _abandoned.TryAdd(suppressor, true);
            notifications.Add(new Notification(
                NotificationIds.RuleTimedOut,
                DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"{suppressor.Name} did not return within {_budget.TotalSeconds} s and was abandoned: mend or remove {suppressor.Registration.Origin}"),
                path));
            return findings;
        }

        if (exception is not null)
        {
            notifications.Add(new Notification(
                exception is InvalidDiagnosticException ? NotificationIds.InvalidDiagnostic : NotificationIds.RuleThrew,
                DiagnosticSeverity.Error,
                $"{suppressor.Name} stopped on this article: {AnalyzerRunner.Describe(exception)}",
                path)
            { RedactedMessage = $"{suppressor.Name} stopped on this article" });
            return findings;
        }

        return run.Apply(findings);
    }
}
