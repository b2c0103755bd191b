using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace BadDescriptor;

/// <summary>Declares a message that could not be written.</summary>
public sealed class BadDescriptorAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST007",
        Title = "test rule",
        MessageFormat = "found {0",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(static _ => { });
}
