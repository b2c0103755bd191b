using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace ThrowingConstructor;

/// <summary>Cannot be made.</summary>
public sealed class ThrowingConstructorAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST003",
        Title = "test rule",
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };

    public ThrowingConstructorAnalyzer() => throw new InvalidOperationException("a constructor that panics on purpose");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(static _ => { });
}
