using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace MissingDependency;

public sealed class MissingDependencyAnalyzer : Dependency.Thesaurus
{
    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST006",
        Title = "test rule",
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(static _ => { });
}
