using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>Stands for an analyzer in the process of the plugins.</summary>
internal sealed class IsolatedAnalyzer(PluginProcess process, IsolatedPlugin plugin, int number, string name, ImmutableArray<DiagnosticDescriptor> rules, string? fault)
    : RemoteAnalyzer(name, rules, fault)
{
    /// <summary>Its number among the analyzers of the plugin.</summary>
    public int Number => number;

    public override AnalyzerOutcome Analyze(Article article, RuleSettings settings, CancellationToken cancellationToken) =>
        process.Analyze(plugin, this, article, settings, cancellationToken);
}
