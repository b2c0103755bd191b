using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Suppressions;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// Runs analyzers over articles, as Roslyn's driver does: an analyzer that throws, hangs or reports nonsense becomes a
/// notification and the others go on. Immutable after construction; articles may be analysed from many threads.
/// </summary>
public sealed class AnalysisDriver
{
    /// <summary>Origin of the rules that the engine itself reports.</summary>
    public const string EngineOrigin = "engine";

    private readonly ImmutableArray<RegisteredAnalyzer> _analyzers;
    private readonly SuppressorStage _suppressors;
    private readonly FactsEngine _facts;
    private readonly TimeSpan _budget;
    private readonly ConcurrentDictionary<RegisteredAnalyzer, bool> _abandoned = new();

    /// <param name="analyzers">In the order in which they are to run.</param>
    /// <param name="suppressors">Run after all analyzers.</param>
    /// <param name="facts">Makes the facts of each article.</param>
    /// <param name="budget">Time that a watched analyzer or suppressor may take for one article.</param>
    public AnalysisDriver(IEnumerable<AnalyzerRegistration> analyzers, IEnumerable<SuppressorRegistration> suppressors, FactsEngine facts, TimeSpan budget)
    {
        ArgumentNullException.ThrowIfNull(analyzers);
        ArgumentNullException.ThrowIfNull(suppressors);
        _facts = facts;
        _budget = budget;
        var notifications = ImmutableArray.CreateBuilder<Notification>();
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        _analyzers = Register(analyzers, origins, notifications);
        _suppressors = SuppressorStage.Create(suppressors, budget, origins, notifications);
        Notifications = notifications.ToImmutable();
    }

    /// <summary>What went wrong while the analyzers were registered.</summary>
    public ImmutableArray<Notification> Notifications { get; }

    /// <summary>Every rule that can run, in the order of the analyzers.</summary>
    public IEnumerable<RuleInfo> Rules =>
        _analyzers.SelectMany(analyzer => analyzer.Descriptors.Select(descriptor => new RuleInfo(descriptor, analyzer.Registration.Origin, !analyzer.Registration.IsWatched)))
            .Append(new RuleInfo(SwitchedOff.Unused, EngineOrigin, IsBundled: true));

    /// <summary>Every suppression that can apply, in the order of the suppressors.</summary>
    public IEnumerable<SuppressionInfo> Suppressions => _suppressors.Suppressions;

    /// <summary>Analyses one article.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ArticleResult Analyze(Article article, RuleSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(settings);
        var facts = _facts.CreateFacts(article);
        var effective = IsEnglish(article) ? settings : new OtherLanguageSettings(settings);
        var notifications = ImmutableArray.CreateBuilder<Notification>();
        if (!IsEnglish(article))
        {
            notifications.Add(new Notification(
                NotificationIds.OtherLanguage,
                DiagnosticSeverity.Warning,
                $"the article is in another language than English ('{article.Language}'): rules that need English were not run",
                article.Path));
        }

        var diagnostics = new List<Diagnostic>();
        foreach (var analyzer in _analyzers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (analyzer.Descriptors.Any(effective.IsEnabled))
            {
                Run(analyzer, facts, effective, diagnostics, notifications, cancellationToken);
            }
        }

        var findings = diagnostics
            .Select(diagnostic => new Finding(diagnostic, SeverityOf(diagnostic, effective)))
            .Where(finding => finding.Severity != DiagnosticSeverity.None)
            .OrderBy(finding => finding.Diagnostic.Span)
            .ThenBy(finding => finding.Diagnostic.Descriptor.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Diagnostic.Message, StringComparer.Ordinal)
            .ToImmutableArray();
        findings = SwitchedOff.Apply(article, findings, each => IsRun(each, effective), effective.GetSeverity(SwitchedOff.Unused) ?? SwitchedOff.Unused.DefaultSeverity);
        return new ArticleResult(article, facts, _suppressors.Apply(facts, findings, effective, notifications, cancellationToken), notifications.ToImmutable());
    }

    /// <param name="analyzers">In the order in which they are to run.</param>
    /// <param name="origins">Where each id comes from; filled here.</param>
    /// <param name="notifications">Takes what went wrong.</param>
    private static ImmutableArray<RegisteredAnalyzer> Register(IEnumerable<AnalyzerRegistration> analyzers, Dictionary<string, string> origins, ImmutableArray<Notification>.Builder notifications)
    {
        var registered = ImmutableArray.CreateBuilder<RegisteredAnalyzer>();
        foreach (var registration in analyzers)
        {
            try
            {
                var analyzer = RegisteredAnalyzer.Create(registration);
                if (analyzer.Descriptors.FirstOrDefault(descriptor => origins.ContainsKey(descriptor.Id)) is { } duplicate)
                {
                    notifications.Add(new Notification(
                        NotificationIds.DuplicateRule,
                        DiagnosticSeverity.Error,
                        $"rule {duplicate.Id} of {registration.Origin} has the id of a rule of {origins[duplicate.Id]}; {NameOf(registration)} was not loaded: give one of them another id or switch one plugin off"));
                    continue;
                }

                foreach (var descriptor in analyzer.Descriptors)
                {
                    origins.TryAdd(descriptor.Id, registration.Origin);
                }

                registered.Add(analyzer);
            }
#pragma warning disable CA1031 // Whatever a rule throws is a fault of the rule, not of the run.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                notifications.Add(new Notification(
                    NotificationIds.RuleThrew,
                    DiagnosticSeverity.Error,
                    $"{NameOf(registration)} failed while it was set up and does not run: {Describe(exception)}"));
            }
        }

        return registered.ToImmutable();
    }

    private void Run(
        RegisteredAnalyzer analyzer,
        ArticleFacts facts,
        RuleSettings settings,
        List<Diagnostic> diagnostics,
        ImmutableArray<Notification>.Builder notifications,
        CancellationToken cancellationToken)
    {
        var path = facts.Article.Path;
        if (_abandoned.ContainsKey(analyzer))
        {
            notifications.Add(new Notification(
                NotificationIds.RuleTimedOut,
                DiagnosticSeverity.Error,
                $"{NameOf(analyzer.Registration)} was not run: it did not return on an earlier article",
                path));
            return;
        }

        var run = new ArticleRun(analyzer, facts, settings, cancellationToken);
        var exception = analyzer.Registration.IsWatched ? RunWatched(analyzer, run, cancellationToken) : RunHere(analyzer, run, cancellationToken);
        if (exception is TimeoutException)
        {
            notifications.Add(new Notification(
                NotificationIds.RuleTimedOut,
                DiagnosticSeverity.Error,
                string.Create(CultureInfo.InvariantCulture, $"{NameOf(analyzer.Registration)} did not return within {_budget.TotalSeconds} s and was abandoned: mend or remove {analyzer.Registration.Origin}"),
                path));
            return;
        }

        diagnostics.AddRange(run.Diagnostics);
        foreach (var (rule, fault) in run.Faults)
        {
            notifications.Add(new Notification(
                fault is TimeoutException ? NotificationIds.RuleTimedOut : NotificationIds.RuleThrew,
                DiagnosticSeverity.Error,
                $"rule {rule.Id} of {analyzer.Registration.Origin} stopped on this article: {Describe(fault)}",
                path)
            { RedactedMessage = $"rule {rule.Id} of {analyzer.Registration.Origin} stopped on this article" });
        }

        if (exception is not null)
        {
            notifications.Add(new Notification(
                exception is InvalidDiagnosticException ? NotificationIds.InvalidDiagnostic : NotificationIds.RuleThrew,
                DiagnosticSeverity.Error,
                $"{NameOf(analyzer.Registration)} stopped on this article: {Describe(exception)}",
                path)
            { RedactedMessage = $"{NameOf(analyzer.Registration)} stopped on this article" });
        }
    }

    private static Exception? RunHere(RegisteredAnalyzer analyzer, ArticleRun run, CancellationToken cancellationToken)
    {
        try
        {
            analyzer.Actions.Run(run);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a rule throws is a fault of the rule, not of the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private Exception? RunWatched(RegisteredAnalyzer analyzer, ArticleRun run, CancellationToken cancellationToken)
    {
        var failure = WatchedThread.Run(analyzer.Registration.Origin, _budget, () => RunHere(analyzer, run, cancellationToken));
        if (failure is TimeoutException)
        {
            _abandoned.TryAdd(analyzer, true);
            return failure;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return failure;
    }

    /// <summary>False where every rule that a switch names is off, so that nobody can say whether it would silence something.</summary>
    private bool IsRun(RuleSwitch each, RuleSettings settings)
    {
        var named = _analyzers.SelectMany(analyzer => analyzer.Descriptors).Where(descriptor => each.Names(descriptor.Id)).ToList();
        return named.Count == 0 || named.Any(settings.IsEnabled);
    }

    private static DiagnosticSeverity SeverityOf(Diagnostic diagnostic, RuleSettings settings)
    {
        var descriptor = diagnostic.Descriptor;
        return settings.GetSeverity(descriptor)
            ?? (descriptor.IsEnabledByDefault ? diagnostic.Severity ?? descriptor.DefaultSeverity : DiagnosticSeverity.None);
    }

    private static bool IsEnglish(Article article) =>
        article.Language is not { } language || language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(AnalyzerRegistration registration) => $"analyzer {registration.Analyzer.GetType().Name} of {registration.Origin}";

    internal static string Describe(Exception exception) => exception is InvalidDiagnosticException
        ? exception.Message
        : $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";

    private sealed class OtherLanguageSettings(RuleSettings inner) : RuleSettings
    {
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) =>
            descriptor.RequiresEnglish ? DiagnosticSeverity.None : inner.GetSeverity(descriptor);

        public override bool IsSuppressionEnabled(string suppressionId) => inner.IsSuppressionEnabled(suppressionId);

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) => inner.GetOption(descriptor, option);
    }
}

/// <summary>A rule that can run.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Origin">The plugin or rule set that it comes from.</param>
/// <param name="IsBundled">True where it is part of the tool.</param>
public sealed record RuleInfo(DiagnosticDescriptor Descriptor, string Origin, bool IsBundled);
