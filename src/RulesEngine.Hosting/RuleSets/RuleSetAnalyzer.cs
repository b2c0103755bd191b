using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>
/// The rules of all rule sets of a run as one analyzer, so that one pass over an article serves them all. To the driver it is an analyzer
/// as any other.
/// </summary>
public sealed class RuleSetAnalyzer : ArticleAnalyzer
{
    private readonly RuleProgram _program;

    /// <param name="sets">The sets; ids are unique across them.</param>
    public RuleSetAnalyzer(params IEnumerable<RuleSet> sets)
    {
        _program = RuleProgram.Create([.. sets.SelectMany(set => set.Rules)]);
        SupportedDiagnostics = [.. _program.Rules.Select(rule => rule.Header.Descriptor)];
    }

    /// <summary>Finds the text of an article that no rule looks at; null where there is none.</summary>
    internal Func<Article, ImmutableArray<TextSpan>>? FindIgnored { get; init; }

    /// <summary>Time that each rule may take for one article.</summary>
    internal TimeSpan Budget { get; init; } = AnalysisHostOptions.DefaultBudget;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterArticleAction(Analyze);
    }

    private void Analyze(ArticleAnalysisContext context)
    {
        var timing = (context as IRuleFaults)?.TakeTiming();
        var since = timing?.Now ?? 0;
        var clock = new RuleClock(_program.Rules.Length, Budget, timing);
        var scan = new ArticleScan(_program, context.Article, context.Facts, clock, context.ReportDiagnostic, (rule, exception) => Fail(context, rule, exception))
        {
            Ignored = FindIgnored?.Invoke(context.Article) ?? [],
        };
        scan.Run(context.IsEnabled, context.CancellationToken);
        if (timing is not null)
        {
            clock.WriteTo(timing, _program, since);
        }
    }

    // Under another driver one rule that fails ends the analyzer's work on the article, as with any analyzer.
    private static void Fail(ArticleAnalysisContext context, DiagnosticDescriptor rule, Exception exception)
    {
        if (context is not IRuleFaults faults)
        {
            throw exception;
        }

        faults.ReportFault(rule, exception);
    }
}
