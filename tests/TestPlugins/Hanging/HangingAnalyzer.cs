using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace Hanging;

/// <summary>Never comes into being.</summary>
public sealed class HangingAnalyzer : ArticleAnalyzer
{
    public HangingAnalyzer() => Thread.Sleep(Timeout.Infinite);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

    public override void Initialize(AnalysisContext context)
    {
    }
}
