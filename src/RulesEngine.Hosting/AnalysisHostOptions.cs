using System.Collections.Immutable;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins.Isolation;
using RulesEngine.Hosting.Plugins.Locking;

namespace RulesEngine.Hosting;

/// <summary>What the caller of the tool says, as against what configurations say.</summary>
public sealed record AnalysisHostOptions
{
    /// <summary>Folder of the tool; holds plugins/ and rules/.</summary>
    public required string ToolFolder { get; init; }

    /// <summary>Full path of the current folder; paths in messages are relative to it.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>Full path of the configuration for every article; null to find the nearest one of each.</summary>
    public string? ConfigurationPath { get; init; }

    /// <summary>Full path of the file of suppressions; null to take the one that the configuration names.</summary>
    public string? SuppressionsPath { get; init; }

    /// <summary>Folders of further plugins; whoever names them here vouches for them.</summary>
    public ImmutableArray<string> Plugins { get; init; } = [];

    /// <summary>True where the caller vouches for every configuration that is found.</summary>
    public bool TrustsPlugins { get; init; }

    /// <summary>Plugins that may be loaded besides the bundled ones, whoever names them; null where there is no lock.</summary>
    public PluginLock? PluginLock { get; init; }

    /// <summary>The process for plugins that are not bundled; null to run them in this one.</summary>
    public IsolationOptions? Isolation { get; init; }

    /// <summary>True to load plugins so that their files can be replaced, and so that <see cref="AnalysisHost.Unload"/> takes them out of memory; costs start-up.</summary>
    public bool IsReloadable { get; init; }

    /// <summary>Time that a rule of a rule set, or an analyzer of a plugin that is not bundled, may take for one article.</summary>
    public TimeSpan Budget { get; init; } = DefaultBudget;

    /// <summary>Far above what any rule needs: a budget that is exceeded is a fault of the rule, not of the machine.</summary>
    internal static TimeSpan DefaultBudget => TimeSpan.FromSeconds(10);

    /// <summary>Rules that are to run or not to run.</summary>
    public RuleSelection Selection { get; init; } = RuleSelection.All;

    /// <summary>A path as messages show it: relative to the current folder, with slashes.</summary>
    internal string Display(string fullPath) => Path.GetRelativePath(CurrentFolder, fullPath).Replace('\\', '/');
}
