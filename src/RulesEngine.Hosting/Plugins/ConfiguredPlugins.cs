using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins.Isolation;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins;

/// <summary>The plugins that configurations ask for: finds them, loads those that may be loaded, here or in a process of their own, and lets go of them.</summary>
/// <param name="options">What the caller says.</param>
internal sealed class ConfiguredPlugins(AnalysisHostOptions options) : IDisposable
{
    private readonly PluginHost _host = new() { Budget = options.Budget, IsReloadable = options.IsReloadable };
    private readonly List<PluginProcess> _processes = [];
    private readonly Lazy<string[]> _bundled = new(() => FindFolders(Path.Combine(options.ToolFolder, "plugins")));

    /// <summary>Names of the plugins that come with the tool.</summary>
    public IEnumerable<string> BundledNames => _bundled.Value.Select(Path.GetFileName)!;

    /// <summary>Those that a configuration asks for, the bundled ones first. Nothing of them is run.</summary>
    public IEnumerable<PluginReference> Find(RunConfiguration configuration, bool isTrusted)
    {
        foreach (var folder in _bundled.Value)
        {
            if (Path.GetFileName(folder) is var name && !configuration.SwitchedOffPlugins.Contains(name))
            {
                yield return new PluginReference(name, folder, null, PluginOrigin.Bundled);
            }
        }

        foreach (var plugin in configuration.Plugins)
        {
            yield return new PluginReference(plugin.Text, plugin.Target, plugin.Location, isTrusted ? PluginOrigin.Configured : PluginOrigin.Discovered);
        }

        foreach (var folder in options.Plugins)
        {
            yield return new PluginReference(folder, folder, null, PluginOrigin.Configured);
        }
    }

    /// <summary>True where a configuration has any plugin, be it one that cannot be loaded.</summary>
    public bool AreAny(RunConfiguration configuration, bool isTrusted) => Find(configuration, isTrusted).Any();

    /// <summary>Loads them and adds what they have.</summary>
    public void AddTo(
        List<AnalyzerRegistration> registrations,
        List<SuppressorRegistration> suppressors,
        RunConfiguration configuration,
        bool isTrusted,
        ImmutableArray<Notification>.Builder problems)
    {
        PluginProcess? process = null;
        var lexiconFolders = new List<string>();
        foreach (var reference in Find(configuration, isTrusted))
        {
            if (WhyNotTrusted(reference) is { } reason)
            {
                problems.Add(new Notification(
                    NotificationIds.PluginNotTrusted,
                    DiagnosticSeverity.Error,
                    $"plugin '{reference.Text}' is not loaded: {reason}",
                    reference.Location?.Path ?? options.Display(reference.Folder), reference.Location?.Line, reference.Location?.Column));
            }
            else
            {
                AddPlugin(Load(reference), isWatched: reference.Origin != PluginOrigin.Bundled);
            }
        }

        CheckLexicons(configuration, lexiconFolders, problems);

        PluginLoadResult Load(PluginReference reference)
        {
            if (options.Isolation is null || reference.Origin == PluginOrigin.Bundled)
            {
                return _host.Load(reference.Folder, reference.Origin);
            }

            if (process is null)
            {
                _processes.Add(process = new PluginProcess(options.Isolation, configuration.Lexicons, options.Budget));
            }

            return process.Load(reference.Folder);
        }

        void AddPlugin(PluginLoadResult result, bool isWatched)
        {
            if (result.Plugin is not { } plugin)
            {
                problems.Add(result.Problem! with { Path = options.Display(result.Problem.Path!) });
                return;
            }

            var lexicons = new PluginLexicons(plugin.LexiconFolder, EmbeddedLexicons.Instance, configuration.Lexicons);
            lexiconFolders.Add(plugin.LexiconFolder);
            foreach (var analyzer in plugin.Analyzers)
            {
                registrations.Add(new AnalyzerRegistration(analyzer, lexicons, plugin.Name, isWatched));
            }

            foreach (var suppressor in plugin.Suppressors)
            {
                suppressors.Add(new SuppressorRegistration(suppressor, lexicons, plugin.Name, isWatched));
            }
        }
    }

    /// <summary>Takes the plugins of a reloadable host out of memory; says what they threw.</summary>
    public IReadOnlyList<Notification> Unload() => _host.Unload();

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }
    }

    /// <summary>A lock that the caller names holds for every plugin but the bundled ones, and is the only thing that vouches for a discovered one.</summary>
    private string? WhyNotTrusted(PluginReference reference) => (reference.Origin, options.PluginLock) switch
    {
        (PluginOrigin.Bundled, _) => null,
        (_, { } locked) => locked.FindDifference(reference.Folder),
        (PluginOrigin.Discovered, _) => "this configuration was found beside the draft and may have come with it; say --trust-plugins, name the configuration with --config, or name a lock with --plugins-lock",
        _ => null,
    };

    private static void CheckLexicons(RunConfiguration configuration, List<string> folders, ImmutableArray<Notification>.Builder problems)
    {
        if (configuration.Lexicons.IsEmpty)
        {
            return;
        }

        var known = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.tsv"))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Concat(EmbeddedLexicons.Names)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in configuration.Lexicons.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            problems.Add(new Notification(NotificationIds.UnknownName, DiagnosticSeverity.Error, $"there is no lexicon '{name}'{NameSuggestion.For(name, known)}", configuration.Path));
        }
    }

    private static string[] FindFolders(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return [];
        }

        var folders = Directory.GetDirectories(parent);
        Array.Sort(folders, StringComparer.Ordinal);
        return folders;
    }
}
