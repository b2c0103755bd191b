using System.Collections.Immutable;
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
    // By place, then id, then message. One comparer of classes: the runtime would compile a sort by spans at every start.
    private static readonly Comparer<Diagnostic> s_order = Comparer<Diagnostic>.Create((left, right) =>
        left.Span.CompareTo(right.Span) is var byPlace && byPlace != 0 ? byPlace
        : string.CompareOrdinal(left.Descriptor.Id, right.Descriptor.Id) is var byId && byId != 0 ? byId
        : string.CompareOrdinal(left.Message, right.Message));

    /// <summary>Origin of the rules that the engine itself reports.</summary>
    public const string EngineOrigin = "engine";

    private readonly ImmutableArray<AnalyzerRunner> _analyzers;
    private readonly SuppressorStage _suppressors;
    private readonly FactsEngine _facts;

    /// <param name="analyzers">In the order in which they are to run.</param>
    /// <param name="suppressors">Run after all analyzers.</param>
    /// <param name="facts">Makes the facts of each article.</param>
    /// <param name="budget">Time that a watched analyzer or suppressor may take for one article.</param>
    public AnalysisDriver(IEnumerable<AnalyzerRegistration> analyzers, IEnumerable<SuppressorRegistration> suppressors, FactsEngine facts, TimeSpan budget)
    {
        ArgumentNullException.ThrowIfNull(analyzers);
        ArgumentNullException.ThrowIfNull(suppressors);
        _facts = facts;
        var notifications = ImmutableArray.CreateBuilder<Notification>();
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        _analyzers = Register(analyzers, budget, origins, notifications);
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
    public ArticleResult Analyze(Article article, RuleSettings settings, CancellationToken cancellationToken) => Analyze(article, settings, null, cancellationToken);

    /// <summary>Analyses one article and measures what takes how long.</summary>
    /// <param name="article">The article.</param>
    /// <param name="settings">Severities and options.</param>
    /// <param name="timing">Takes the times; null to measure nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ArticleResult Analyze(Article article, RuleSettings settings, RunTiming? timing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(settings);
        var facts = _facts.CreateFacts(article);
        timing?.Measure(facts);
        var effective = IsEnglish(article) ? settings : new OtherLanguageSettings(settings);
        var notifications = ImmutableArray.CreateBuilder<Notification>();
        if (!IsEnglish(article) && _analyzers.Any(analyzer => analyzer.Descriptors.Any(rule => rule.RequiresEnglish && settings.IsEnabled(rule))))
        {
            notifications.Add(new Notification(
                NotificationIds.OtherLanguage,
                DiagnosticSeverity.Warning,
                $"the article is in another language than English ('{article.Language}'): rules that need English were not run",
                article.Path)
            { RedactedMessage = "the article is in another language than English: rules that need English were not run" });
        }

        var diagnostics = new List<Diagnostic>();
        foreach (var analyzer in _analyzers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (analyzer.Descriptors.Any(effective.IsEnabled))
            {
                var outcome = analyzer.Run(facts, effective, timing, cancellationToken);
                diagnostics.AddRange(outcome.Diagnostics);
                notifications.AddRange(outcome.Notifications);
            }
        }

        var since = timing?.Now ?? 0;
        var findings = diagnostics
            .Select(diagnostic => new Finding(diagnostic, SeverityOf(diagnostic, effective)))
            .Where(finding => finding.Severity != DiagnosticSeverity.None)
            .OrderBy(finding => finding.Diagnostic, s_order)
            .ToImmutableArray();
        findings = SwitchedOff.Apply(article, findings, each => IsRun(each, effective), effective.GetSeverity(SwitchedOff.Unused) ?? SwitchedOff.Unused.DefaultSeverity);
        findings = _suppressors.Apply(facts, findings, effective, notifications, cancellationToken);
        timing?.AddPhase("order and suppressions", since);
        return new ArticleResult(article, facts, findings, notifications.ToImmutable());
    }

    /// <param name="analyzers">In the order in which they are to run.</param>
    /// <param name="budget">Time that a watched analyzer may take.</param>
    /// <param name="origins">Where each id comes from; filled here.</param>
    /// <param name="notifications">Takes what went wrong.</param>
    private static ImmutableArray<AnalyzerRunner> Register(IEnumerable<AnalyzerRegistration> analyzers, TimeSpan budget, Dictionary<string, string> origins, ImmutableArray<Notification>.Builder notifications)
    {
        var registered = ImmutableArray.CreateBuilder<AnalyzerRunner>();
        foreach (var registration in analyzers)
        {
            AnalyzerRunner? analyzer = null;
            if (ForeignCode.Run(() => analyzer = AnalyzerRunner.Create(registration, budget)) is { } thrown)
            {
                notifications.Add(new Notification(
                    NotificationIds.RuleThrew,
                    DiagnosticSeverity.Error,
                    $"{AnalyzerRunner.NameOf(registration)} failed while it was set up and does not run: {FaultText.Describe(thrown, registration.Analyzer)}"));
            }
            else if (analyzer!.Descriptors.FirstOrDefault(descriptor => origins.ContainsKey(descriptor.Id)) is { } duplicate)
            {
                notifications.Add(new Notification(
                    NotificationIds.DuplicateRule,
                    DiagnosticSeverity.Error,
                    $"rule {duplicate.Id} of {registration.Origin} has the id of a rule of {origins[duplicate.Id]}; {AnalyzerRunner.NameOf(registration)} was not loaded: give one of them another id or switch one plugin off"));
            }
            else
            {
                foreach (var descriptor in analyzer.Descriptors)
                {
                    origins.TryAdd(descriptor.Id, registration.Origin);
                }

                registered.Add(analyzer);
            }
        }

        return registered.ToImmutable();
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
