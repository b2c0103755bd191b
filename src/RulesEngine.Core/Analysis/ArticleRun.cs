using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>One analyzer at work on one article: collects what it reports and refuses what it may not report.</summary>
internal sealed class ArticleRun
{
    private readonly RegisteredAnalyzer _analyzer;
    private readonly ArticleFacts _facts;
    private readonly RuleSettings _settings;
    private readonly CancellationToken _cancellation;

    public ArticleRun(RegisteredAnalyzer analyzer, ArticleFacts facts, RuleSettings settings, CancellationToken cancellation)
    {
        _analyzer = analyzer;
        _facts = facts;
        _settings = settings;
        _cancellation = cancellation;
        Context = new RunContext(this);
    }

    public ArticleAnalysisContext Context { get; }

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Rules of a rule set that failed on their own, while the others went on.</summary>
    public List<(DiagnosticDescriptor Rule, Exception Exception)> Faults { get; } = [];

    /// <summary>Takes what the rules took; null to measure nothing.</summary>
    public RunTiming? Timing { get; init; }

    /// <summary>True where the analyzer took the clock.</summary>
    public bool IsTimedByRule { get; private set; }

    public void Execute() => _analyzer.Actions.Run(this);

    public NodeAnalysisContext<TNode> CreateNodeContext<TNode>(TNode node)
        where TNode : class => new NodeContext<TNode>(this, node);

    public ArticleStartAnalysisContext CreateStartContext(ActionSet own) => new StartContext(this, own);

    private void Report(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (!_analyzer.Descriptors.Contains(diagnostic.Descriptor))
        {
            throw new InvalidDiagnosticException($"reported {diagnostic.Descriptor.Id}, which it does not list in SupportedDiagnostics");
        }

        Check(diagnostic.Span, diagnostic, "a finding");
        foreach (var related in diagnostic.Related)
        {
            Check(related.Span, diagnostic, "a related span");
        }

        foreach (var edit in diagnostic.Fixes.SelectMany(fix => fix.Edits))
        {
            Check(edit.Span, diagnostic, "an edit");
        }

        Diagnostics.Add(diagnostic);
    }

    private void Check(TextSpan span, Diagnostic diagnostic, string what)
    {
        if (span.Start < 0 || span.End > _facts.Article.Text.Length || span.End < span.Start)
        {
            throw new InvalidDiagnosticException($"reported {what} of {diagnostic.Descriptor.Id} at {span}, outside the article (0..{_facts.Article.Text.Length})");
        }
    }

    private bool IsEnabled(DiagnosticDescriptor descriptor) => _settings.IsEnabled(descriptor);

    private T GetOption<T>(DiagnosticDescriptor descriptor, OptionDescriptor<T> option)
        where T : notnull => _settings.GetOption(descriptor, option) is T value ? value : option.Default;

    private sealed class RunContext(ArticleRun run) : ArticleAnalysisContext, IRuleFaults
    {
        public override Article Article => run._facts.Article;

        public override ArticleFacts Facts => run._facts;

        public override CancellationToken CancellationToken => run._cancellation;

        public override bool IsEnabled(DiagnosticDescriptor descriptor) => run.IsEnabled(descriptor);

        public override T GetOption<T>(DiagnosticDescriptor descriptor, OptionDescriptor<T> option) => run.GetOption(descriptor, option);

        public override void ReportDiagnostic(Diagnostic diagnostic) => run.Report(diagnostic);

        public void ReportFault(DiagnosticDescriptor rule, Exception exception) => run.Faults.Add((rule, exception));

        public RunTiming? TakeTiming()
        {
            run.IsTimedByRule = run.Timing is not null;
            return run.Timing;
        }
    }

    private sealed class NodeContext<TNode>(ArticleRun run, TNode node) : NodeAnalysisContext<TNode>
        where TNode : class
    {
        public override TNode Node => node;

        public override Article Article => run._facts.Article;

        public override ArticleFacts Facts => run._facts;

        public override CancellationToken CancellationToken => run._cancellation;

        public override bool IsEnabled(DiagnosticDescriptor descriptor) => run.IsEnabled(descriptor);

        public override T GetOption<T>(DiagnosticDescriptor descriptor, OptionDescriptor<T> option) => run.GetOption(descriptor, option);

        public override void ReportDiagnostic(Diagnostic diagnostic) => run.Report(diagnostic);
    }

    private sealed class StartContext(ArticleRun run, ActionSet own) : ArticleStartAnalysisContext
    {
        public override Article Article => run._facts.Article;

        public override ArticleFacts Facts => run._facts;

        public override CancellationToken CancellationToken => run._cancellation;

        public override bool IsEnabled(DiagnosticDescriptor descriptor) => run.IsEnabled(descriptor);

        public override T GetOption<T>(DiagnosticDescriptor descriptor, OptionDescriptor<T> option) => run.GetOption(descriptor, option);

        public override void ReportDiagnostic(Diagnostic diagnostic) => run.Report(diagnostic);

        public override void RegisterAction<TNode>(Action<NodeAnalysisContext<TNode>> action) => own.AddNode(action);

        public override void RegisterArticleEndAction(Action<ArticleAnalysisContext> action) => own.AddEnd(action);
    }
}

/// <summary>An analyzer reported what it may not report.</summary>
internal sealed class InvalidDiagnosticException(string message) : ArgumentException(message);

/// <summary>
/// The article context of the driver offers this to an analyzer that runs many rules: one that fails is named and stops, the
/// others go on, and each has a time of its own.
/// </summary>
public interface IRuleFaults
{
    /// <summary>Names a rule that failed on this article.</summary>
    public void ReportFault(DiagnosticDescriptor rule, Exception exception);

    /// <summary>The clock of a run that is timed, else null. An analyzer that takes it says itself where its time goes.</summary>
    public RunTiming? TakeTiming();
}
