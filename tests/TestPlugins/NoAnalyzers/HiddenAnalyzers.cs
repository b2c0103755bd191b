using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace NoAnalyzers;

/// <summary>Abstract, so that it cannot be made.</summary>
public abstract class UnfinishedAnalyzer : ArticleAnalyzer;

/// <summary>Not public, so that it is not found.</summary>
internal sealed class HiddenAnalyzer : ArticleAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

    public override void Initialize(AnalysisContext context)
    {
    }
}
