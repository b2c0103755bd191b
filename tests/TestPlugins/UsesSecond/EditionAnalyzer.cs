using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace UsesSecond;

/// <summary>Reports which version of its dependency it got.</summary>
public sealed class EditionAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST022",
        Title = "test rule",
        MessageFormat = "edition {0}",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(static article =>
        article.ReportDiagnostic(Diagnostic.Create(Rule, new TextSpan(0, 1), Dependency.Edition.Name)));
}
