using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace Throwing;

/// <summary>Panics on every article.</summary>
public sealed class ThrowingAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST002",
        Title = "test rule",
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) =>
        context.RegisterArticleAction(static _ => throw new InvalidOperationException("a rule that panics on purpose"));
}
