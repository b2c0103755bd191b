using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// Runs one suppressor over the findings of articles and holds it apart from the rest, as <see cref="AnalyzerRunner"/> does with
/// analyzers. Articles may be looked at from many threads.
/// </summary>
public sealed class SuppressorRunner
{
    private readonly TimeSpan _budget;
    private volatile bool _isAbandoned;

    private SuppressorRunner(SuppressorRegistration registration, ImmutableArray<SuppressionDescriptor> suppressions, TimeSpan budget)
    {
        Registration = registration;
        Suppressions = suppressions;
        _budget = budget;
    }

    /// <summary>The suppressor as the host handed it over.</summary>
    public SuppressorRegistration Registration { get; }

    /// <summary>Every suppression that it can apply.</summary>
    public ImmutableArray<SuppressionDescriptor> Suppressions { get; }

    /// <summary>Sets a suppressor up. Runs the suppressor's own code (SupportedSuppressions); what that throws passes through.</summary>
    /// <param name="registration">The suppressor.</param>
    /// <param name="budget">Time that a watched suppressor may take for one article.</param>
    public static SuppressorRunner Create(SuppressorRegistration registration, TimeSpan budget)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Suppressor is RemoteSuppressor { Fault: { } fault })
        {
            throw new RemoteFaultException(fault);
        }

        var suppressions = registration.Suppressor.SupportedSuppressions;
        if (suppressions.IsDefaultOrEmpty)
        {
            throw new InvalidOperationException("it supports no suppressions");
        }

        foreach (var suppression in suppressions)
        {
            if (string.IsNullOrWhiteSpace(suppression.Id) || string.IsNullOrWhiteSpace(suppression.SuppressedDiagnosticId) || string.IsNullOrWhiteSpace(suppression.Justification))
            {
                throw new InvalidOperationException($"suppression '{suppression.Id}' lacks an id, a rule or a justification");
            }
        }

        return new SuppressorRunner(registration, suppressions, budget);
    }

    /// <summary>Runs the suppressor over the findings of one article. What it silenced counts only when it has returned.</summary>
    /// <param name="facts">The article.</param>
    /// <param name="diagnostics">The findings that it may silence.</param>
    /// <param name="settings">Which suppressions are on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public SuppressorOutcome Run(ArticleFacts facts, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (_isAbandoned)
        {
            return Fault(new Notification(
                NotificationIds.RuleTimedOut, DiagnosticSeverity.Error, $"{NameOf(Registration)} was not run: it did not return on an earlier article", facts.Article.Path));
        }

        var run = new SuppressorRun(this, facts, diagnostics, settings, cancellationToken);
        var outcome = Registration.Suppressor is RemoteSuppressor remote
            ? RunRemote(remote, run, facts.Article, diagnostics, settings, cancellationToken)
            : RunHere(run, facts.Article, cancellationToken);
        if (outcome.IsAbandoned)
        {
            _isAbandoned = true;
        }

        return outcome;
    }

    private SuppressorOutcome RunHere(SuppressorRun run, Article article, CancellationToken cancellationToken)
    {
        var exception = Registration.IsWatched ? WatchedThread.Run(Registration.Origin, _budget, run.Execute) : run.Execute();
        cancellationToken.ThrowIfCancellationRequested();
        return exception switch
        {
            null => new SuppressorOutcome(run.GetSuppressed(), []),
            TimeoutException => Fault(new Notification(
                NotificationIds.RuleTimedOut,
                DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"{NameOf(Registration)} did not return within {_budget.TotalSeconds} s and was abandoned: mend or remove {Registration.Origin}"),
                article.Path)) with
            { IsAbandoned = true },
            _ => Fault(Of(exception, article)) with { IsOutOfMemory = exception is OutOfMemoryException },
        };
    }

    /// <summary>What comes from another process is held to the same rules as what comes from this one.</summary>
    private SuppressorOutcome RunRemote(
        RemoteSuppressor remote, SuppressorRun run, Article article, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellationToken)
    {
        var outcome = remote.Suppress(article, diagnostics, settings, cancellationToken);
        try
        {
            foreach (var (index, suppression) in outcome.Suppressed)
            {
                run.Suppress(diagnostics[index], suppression);
            }
        }
        catch (InvalidDiagnosticException exception)
        {
            return new SuppressorOutcome([], [.. outcome.Notifications, Of(exception, article)]);
        }

        return outcome;
    }

    private Notification Of(Exception exception, Article article) => new(
        exception is InvalidDiagnosticException ? NotificationIds.InvalidDiagnostic : NotificationIds.RuleThrew,
        DiagnosticSeverity.Error,
        $"{NameOf(Registration)} stopped on this article: {FaultText.Describe(exception, Registration.Suppressor)}",
        article.Path)
    { RedactedMessage = $"{NameOf(Registration)} stopped on this article" };

    private static SuppressorOutcome Fault(Notification notification) => new([], [notification]);

    internal static string NameOf(SuppressorRegistration registration) =>
        $"suppressor {(registration.Suppressor is RemoteSuppressor remote ? remote.Name : registration.Suppressor.GetType().Name)} of {registration.Origin}";
}

/// <summary>What one suppressor has to say about the findings of one article.</summary>
/// <param name="Suppressed">The findings that it silences, in their order.</param>
/// <param name="Notifications">What went wrong; then it silences nothing.</param>
public sealed record SuppressorOutcome(IReadOnlyList<SuppressedDiagnostic> Suppressed, IReadOnlyList<Notification> Notifications)
{
    /// <summary>True where the suppressor did not return, so that it is not to be run again.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>True where it ran out of memory, which is then missing elsewhere too.</summary>
    public bool IsOutOfMemory { get; init; }
}

/// <summary>A finding that a suppressor silences.</summary>
/// <param name="Index">Which one of those that the suppressor was given, from 0.</param>
/// <param name="Suppression">Why.</param>
public sealed record SuppressedDiagnostic(int Index, SuppressionDescriptor Suppression);
