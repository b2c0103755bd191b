using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// Runs one analyzer over articles and holds it apart from the rest: one that throws, hangs or reports nonsense becomes a notification.
/// Articles may be analysed from many threads.
/// </summary>
public sealed class AnalyzerRunner
{
    private readonly RegisteredAnalyzer _analyzer;
    private readonly TimeSpan _budget;
    private volatile bool _isAbandoned;

    private AnalyzerRunner(RegisteredAnalyzer analyzer, TimeSpan budget)
    {
        _analyzer = analyzer;
        _budget = budget;
    }

    /// <summary>The analyzer as the host handed it over.</summary>
    public AnalyzerRegistration Registration => _analyzer.Registration;

    /// <summary>Every rule that it can report.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors => _analyzer.Descriptors;

    /// <summary>Sets an analyzer up. Runs the analyzer's own code; what that throws passes through.</summary>
    /// <param name="registration">The analyzer.</param>
    /// <param name="budget">Time that a watched analyzer may take to be set up, and for one article.</param>
    /// <exception cref="TimeoutException">A watched analyzer did not return.</exception>
    public static AnalyzerRunner Create(AnalyzerRegistration registration, TimeSpan budget)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (!registration.IsWatched || registration.Analyzer is RemoteAnalyzer)
        {
            return new AnalyzerRunner(RegisteredAnalyzer.Create(registration), budget);
        }

        RegisteredAnalyzer? analyzer = null;
        Exception? thrown = null;
        var failure = WatchedThread.Run(registration.Origin, budget, () =>
        {
            thrown = ForeignCode.Run(() => analyzer = RegisteredAnalyzer.Create(registration));
            return null;
        });
        if (failure is TimeoutException)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"it did not return within {budget.TotalSeconds} s"));
        }

        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return new AnalyzerRunner(analyzer!, budget);
    }

    /// <summary>Runs the analyzer over one article.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public AnalyzerOutcome Run(ArticleFacts facts, RuleSettings settings, CancellationToken cancellationToken) => Run(facts, settings, null, cancellationToken);

    /// <summary>Runs the analyzer over one article and measures what it takes.</summary>
    /// <param name="facts">The article.</param>
    /// <param name="settings">Severities and options.</param>
    /// <param name="timing">Takes what it took; null to measure nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public AnalyzerOutcome Run(ArticleFacts facts, RuleSettings settings, RunTiming? timing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (_isAbandoned)
        {
            return Fault(new Notification(
                NotificationIds.RuleTimedOut, DiagnosticSeverity.Error, $"{NameOf(Registration)} was not run: it did not return on an earlier article", facts.Article.Path));
        }

        var since = timing?.Now ?? 0;
        var outcome = Registration.Analyzer is RemoteAnalyzer remote
            ? RunRemote(remote, facts, settings, cancellationToken)
            : RunHere(facts, settings, timing, cancellationToken);
        if (timing is not null && !outcome.IsTimedByRule)
        {
            timing.AddRule(string.Join(", ", Descriptors.Where(settings.IsEnabled).Select(descriptor => descriptor.Id)), timing.Now - since);
        }

        if (outcome.IsAbandoned)
        {
            _isAbandoned = true;
        }

        return outcome;
    }

    private AnalyzerOutcome RunHere(ArticleFacts facts, RuleSettings settings, RunTiming? timing, CancellationToken cancellationToken)
    {
        var run = new ArticleRun(_analyzer, facts, settings, cancellationToken) { Timing = timing };
        var exception = Registration.IsWatched
            ? WatchedThread.Run(Registration.Origin, _budget, () => ForeignCode.Run(run.Execute, cancellationToken))
            : ForeignCode.Run(run.Execute, cancellationToken);
        if (exception is TimeoutException)
        {
            return Fault(new Notification(
                NotificationIds.RuleTimedOut,
                DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"{NameOf(Registration)} did not return within {_budget.TotalSeconds} s and was abandoned: mend or remove {Registration.Origin}"),
                facts.Article.Path)) with
            { IsAbandoned = true };
        }

        cancellationToken.ThrowIfCancellationRequested();
        return exception is null && run.Faults.Count == 0
            ? new AnalyzerOutcome(run.Diagnostics, []) { IsTimedByRule = run.IsTimedByRule }
            : new AnalyzerOutcome(run.Diagnostics, [.. run.Faults.Select(fault => OfRule(fault.Rule, fault.Exception, facts.Article)), .. exception is null ? [] : new[] { Of(exception, facts.Article) }])
            {
                IsOutOfMemory = exception is OutOfMemoryException,
                IsTimedByRule = run.IsTimedByRule,
            };
    }

    /// <summary>What comes from another process is held to the same rules as what comes from this one.</summary>
    private AnalyzerOutcome RunRemote(RemoteAnalyzer remote, ArticleFacts facts, RuleSettings settings, CancellationToken cancellationToken)
    {
        var outcome = remote.Analyze(facts.Article, settings, cancellationToken);
        var run = new ArticleRun(_analyzer, facts, settings, cancellationToken);
        try
        {
            foreach (var diagnostic in outcome.Diagnostics)
            {
                run.Context.ReportDiagnostic(diagnostic);
            }
        }
        catch (InvalidDiagnosticException exception)
        {
            return new AnalyzerOutcome(run.Diagnostics, [.. outcome.Notifications, Of(exception, facts.Article)]);
        }

        return outcome;
    }

    private Notification OfRule(DiagnosticDescriptor rule, Exception fault, Article article) => new(
        fault is TimeoutException ? NotificationIds.RuleTimedOut : NotificationIds.RuleThrew,
        DiagnosticSeverity.Error,
        $"rule {rule.Id} of {Registration.Origin} stopped on this article: {(fault is TimeoutException ? fault.Message : FaultText.Describe(fault))}",
        article.Path)
    { RedactedMessage = $"rule {rule.Id} of {Registration.Origin} stopped on this article" };

    private Notification Of(Exception exception, Article article) => new(
        exception is InvalidDiagnosticException ? NotificationIds.InvalidDiagnostic : NotificationIds.RuleThrew,
        DiagnosticSeverity.Error,
        $"{NameOf(Registration)} stopped on this article: {FaultText.Describe(exception, Registration.Analyzer)}",
        article.Path)
    { RedactedMessage = $"{NameOf(Registration)} stopped on this article" };

    private static AnalyzerOutcome Fault(Notification notification) => new([], [notification]);

    internal static string NameOf(AnalyzerRegistration registration) =>
        $"analyzer {(registration.Analyzer is RemoteAnalyzer remote ? remote.Name : registration.Analyzer.GetType().Name)} of {registration.Origin}";
}

/// <summary>What one analyzer has to say about one article.</summary>
/// <param name="Diagnostics">In the order in which they were reported.</param>
/// <param name="Notifications">What went wrong.</param>
public sealed record AnalyzerOutcome(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Notification> Notifications)
{
    /// <summary>True where the analyzer did not return, so that it is not to be run again.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>True where it ran out of memory, which is then missing elsewhere too.</summary>
    public bool IsOutOfMemory { get; init; }

    /// <summary>True where the analyzer said itself where its time went.</summary>
    internal bool IsTimedByRule { get; init; }
}
