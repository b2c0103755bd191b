using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>Stands for a suppressor in the process of the plugins.</summary>
internal sealed class IsolatedSuppressor(PluginProcess process, IsolatedPlugin plugin, int number, string name, ImmutableArray<SuppressionDescriptor> suppressions, string? fault)
    : RemoteSuppressor(name, suppressions, fault)
{
    /// <summary>Its number among the suppressors of the plugin.</summary>
    public int Number => number;

    public override SuppressorOutcome Suppress(Article article, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellationToken) =>
        process.Suppress(plugin, this, article, diagnostics, settings, cancellationToken);
}
