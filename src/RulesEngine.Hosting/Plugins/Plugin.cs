using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins;

/// <summary>A loaded plugin.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Folder">Full path.</param>
/// <param name="Analyzers">In the order of their full names; may be empty where there are suppressors.</param>
/// <param name="LexiconFolder">Where its own word lists stand; need not exist.</param>
public sealed record Plugin(string Name, string Folder, ImmutableArray<ArticleAnalyzer> Analyzers, string LexiconFolder)
{
    /// <summary>In the order of their full names.</summary>
    public ImmutableArray<DiagnosticSuppressor> Suppressors { get; init; } = [];
}

/// <summary>What came of loading a plugin: the plugin, or why there is none.</summary>
/// <param name="Plugin">Null where it cannot be used.</param>
/// <param name="Problem">Names plugin, reason and remedy; null where there is none.</param>
public sealed record PluginLoadResult(Plugin? Plugin, Notification? Problem);

/// <summary>Who vouches for a plugin.</summary>
public enum PluginOrigin
{
    /// <summary>Ships with the tool and was built with it.</summary>
    Bundled,

    /// <summary>Named on the command line, or by a configuration that the caller vouches for.</summary>
    Configured,

    /// <summary>Named by a configuration that was found beside a draft and may have come with it: loaded only where a lock has its hashes.</summary>
    Discovered,
}
