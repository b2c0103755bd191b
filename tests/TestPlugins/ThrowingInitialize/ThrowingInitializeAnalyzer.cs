using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace ThrowingInitialize;

/// <summary>Can be made but not set up.</summary>
public sealed class ThrowingInitializeAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST007",
        Title = "test rule",
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => throw new InvalidOperationException("a set-up that panics on purpose");
}
