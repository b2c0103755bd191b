using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Hosting.Plugins.Isolation;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.Suppressions;
using RulesEngine.Hosting.Vale;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting;

/// <summary>
/// The door of this assembly: finds the configuration of an article and sets up the analysis that it asks for, once for all
/// articles that share it. Not for several threads at once; what it returns is.
/// </summary>
public sealed class AnalysisHost : IDisposable
{
    private static readonly FactsEngine s_facts = new(EmbeddedLexicons.Instance);

    private readonly AnalysisHostOptions _options;
    private readonly ConfigurationLocator _locator = new();
    private readonly PluginHost _plugins;
    private readonly List<PluginProcess> _processes = [];
    private readonly SortedSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfiguredAnalysis> _byConfiguration = new(StringComparer.Ordinal);
    private readonly Lazy<string[]> _bundled;

    /// <param name="options">What the caller says.</param>
    public AnalysisHost(AnalysisHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _plugins = new PluginHost { Budget = options.Budget, IsReloadable = options.IsReloadable };
        _bundled = new(() => FindFolders(Path.Combine(options.ToolFolder, "plugins")));
    }

    /// <summary>Uses the reader of rule files and an expression once, on a thread that nobody waits for.</summary>
    public static void WarmUpReaders()
    {
        _ = YamlReader.Read("extends: existence\ntokens:\n  - 'one'\n");
        _ = RegexFactory.Create(@"\b(?:one|[a-z]+ing)\b", RegexFactory.Options(ignoreCase: true), isRisky: false).IsMatch("something");
    }

    /// <summary>Uses every word list of the facts as they ship once, on a thread that nobody waits for.</summary>
    public static void WarmUpFacts() => s_facts.WarmUp();

    /// <summary>The analysis for an article; the same instance for all that share a configuration.</summary>
    /// <param name="fullPath">Full path of the article.</param>
    public ConfiguredAnalysis For(string fullPath)
    {
        var path = _options.ConfigurationPath ?? _locator.Find(fullPath);
        if (!_byConfiguration.TryGetValue(path ?? "", out var analysis))
        {
            _byConfiguration[path ?? ""] = analysis = SetUp(path);
        }

        return analysis;
    }

    /// <summary>
    /// Full paths of the files and folders that make the analyses that were handed out what they are: configurations, rule sets,
    /// plugins, suppressions, templates. They need not exist.
    /// </summary>
    public IReadOnlyCollection<string> Inputs => _inputs;

    /// <summary>Ends the processes of plugins, and unloads those of a reloadable host; says what they threw.</summary>
    public IReadOnlyList<Notification> Unload()
    {
        Dispose();
        _byConfiguration.Clear();
        return _plugins.Unload();
    }

    /// <summary>Ends the processes of plugins. Analyses that were handed out are of no use afterwards.</summary>
    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }
    }

    /// <summary>A rule set by name or path, for its own tests.</summary>
    /// <param name="nameOrPath">As on the command line.</param>
    public RuleSet LoadRuleSet(string nameOrPath) => new RuleSetLoader(RuleFolders(_options.ConfigurationPath), []).Load(nameOrPath);

    /// <summary>The plugins that an article asks for, the bundled ones first. Nothing of them is run.</summary>
    /// <param name="fullPath">Full path of the article.</param>
    public ImmutableArray<PluginReference> FindPlugins(string fullPath)
    {
        var path = _options.ConfigurationPath ?? _locator.Find(fullPath);
        return [.. FindPlugins(Read(path, ImmutableArray.CreateBuilder<Notification>()), IsTrusted(path))];
    }

    private bool IsTrusted(string? path) => path is null || _options.ConfigurationPath is not null || _options.TrustsPlugins;

    private RunConfiguration Read(string? path, ImmutableArray<Notification>.Builder problems)
    {
        if (path is null)
        {
            return RunConfiguration.Default;
        }

        var confinement = IsTrusted(path) ? null : new PathConfinement(Path.GetDirectoryName(path)!, _options.CurrentFolder);
        ImmutableArray<string> bundled = [.. _bundled.Value.Select(Path.GetFileName)!];
        var (read, found) = ValeConfigurationReader.IsFor(path)
            ? ValeConfigurationReader.Read(path, Display(path), bundled, confinement)
            : ConfigurationReader.Read(path, Display, bundled, confinement);
        problems.AddRange(found);
        return read;
    }

    private ConfiguredAnalysis SetUp(string? path)
    {
        var problems = ImmutableArray.CreateBuilder<Notification>();
        var configuration = Read(path, problems);
        var sets = LoadRuleSets(configuration, path, problems);
        configuration = configuration with
        {
            Lexicons = MergeLexicons(sets, configuration.Lexicons),
            Layers = configuration.Vale?.ToLayers(sets) ?? configuration.Layers,
        };
        // The program of the rules is put together on another thread while this one loads plugins.
        var ruleAnalyzer = sets.Count == 0 ? null : Task.Run(() => new RuleSetAnalyzer(sets) { FindIgnored = IgnoredIn(configuration), Budget = _options.Budget });
        var registrations = new List<AnalyzerRegistration>();
        var lexiconFolders = new List<string>();
        AddInputs(configuration, sets);
        var suppressors = new List<SuppressorRegistration>();
        AddPlugins(configuration, FindPlugins(configuration, IsTrusted(path)), registrations, suppressors, lexiconFolders, problems);
        CheckLexicons(configuration, lexiconFolders, problems);
        var engine = new PluginLexicons(null, EmbeddedLexicons.Instance, configuration.Lexicons);
        if (ruleAnalyzer is not null)
        {
            registrations.Add(new AnalyzerRegistration(ruleAnalyzer.GetAwaiter().GetResult(), engine, string.Join(", ", sets.Select(set => set.Name))));
        }

        var driver = new AnalysisDriver(registrations, suppressors, configuration.Lexicons.IsEmpty ? s_facts : new FactsEngine(engine), _options.Budget);
        problems.AddRange(driver.Notifications);
        var rules = new ConfiguredRules(configuration, _options.Selection, driver.Rules.Select(rule => rule.Descriptor), driver.Suppressions.Select(suppression => suppression.Descriptor.Id));
        problems.AddRange(rules.Problems);
        var suppressions = ReadSuppressions(configuration, driver, problems);
        return new ConfiguredAnalysis(configuration, driver, rules, [.. sets], suppressions, problems.ToImmutable());
    }

    private void AddInputs(RunConfiguration configuration, List<RuleSet> sets)
    {
        _inputs.UnionWith(configuration.Files);
        _inputs.UnionWith(sets.SelectMany(set => set.Folders).Select(folder => Path.GetFullPath(folder)));
        _inputs.UnionWith(configuration.Plugins.Select(plugin => plugin.Target));
        _inputs.UnionWith(_options.Plugins);
        ConfiguredReference?[] others = [.. configuration.RuleSets, configuration.Suppressions, configuration.ReportTemplate];
        _inputs.UnionWith(others.OfType<ConfiguredReference>().Select(reference => reference.Target).Where(Path.IsPathRooted));
        if (_options.SuppressionsPath is { } suppressions)
        {
            _inputs.Add(suppressions);
        }
    }

    private SuppressionFile? ReadSuppressions(RunConfiguration configuration, AnalysisDriver driver, ImmutableArray<Notification>.Builder problems)
    {
        if ((_options.SuppressionsPath ?? configuration.Suppressions?.Target) is not { } path)
        {
            return null;
        }

        var (file, found) = SuppressionFileReader.Read(path, Display(path));
        problems.AddRange(found);
        problems.AddRange(file?.Check([.. driver.Rules.Select(rule => rule.Descriptor)]) ?? []);
        return file;
    }

    /// <summary>The rule sets that the configuration names; one that has the id of an earlier one is left out.</summary>
    private List<RuleSet> LoadRuleSets(RunConfiguration configuration, string? path, ImmutableArray<Notification>.Builder problems)
    {
        var loader = new RuleSetLoader(RuleFolders(path), configuration.AcceptedWords);
        var sets = new List<RuleSet>();
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        if (VocabularyRules.Create(configuration) is { } vocabulary)
        {
            sets.Add(vocabulary);
        }

        foreach (var reference in configuration.RuleSets)
        {
            var set = loader.Load(reference.Target);
            problems.AddRange(set.Problems);
            if (set.Descriptors.FirstOrDefault(descriptor => owners.ContainsKey(descriptor.Id)) is { } duplicate)
            {
                problems.Add(new Notification(
                    NotificationIds.DuplicateRule,
                    DiagnosticSeverity.Error,
                    $"rule set '{reference.Text}' is not loaded: rule {duplicate.Id} is in rule set {owners[duplicate.Id]} too; give one of them another id",
                    reference.Location?.Path, reference.Location?.Line, reference.Location?.Column));
            }
            else if (!set.Descriptors.IsEmpty)
            {
                sets.Add(set);
                foreach (var descriptor in set.Descriptors)
                {
                    owners[descriptor.Id] = set.Name;
                }
            }
        }

        return sets;
    }

    private Func<Article, ImmutableArray<TextSpan>>? IgnoredIn(RunConfiguration configuration) => configuration.Ignored.IsEmpty
        ? null
        : article => IgnoredText.Find(configuration.Ignored, article, Path.GetFullPath(article.Path, _options.CurrentFolder));

    private ImmutableArray<string> RuleFolders(string? configurationPath)
    {
        var shipped = Path.Combine(_options.ToolFolder, "rules");
        return configurationPath is null ? [shipped] : [shipped, Path.GetDirectoryName(configurationPath)!];
    }

    /// <summary>What the rule sets say about word lists, then what the configuration says.</summary>
    private static ImmutableDictionary<string, Plugins.LexiconChange> MergeLexicons(List<RuleSet> sets, ImmutableDictionary<string, Plugins.LexiconChange> configured)
    {
        var merged = ImmutableDictionary<string, Plugins.LexiconChange>.Empty;
        foreach (var set in sets)
        {
            foreach (var change in set.Lexicons)
            {
                Add(change.Name, new Plugins.LexiconChange(change.Added, change.Removed));
            }
        }

        foreach (var (name, change) in configured)
        {
            Add(name, change);
        }

        return merged;

        void Add(string name, Plugins.LexiconChange change) =>
            merged = merged.SetItem(name, merged.TryGetValue(name, out var earlier) ? earlier.Then(change) : change);
    }

    private IEnumerable<PluginReference> FindPlugins(RunConfiguration configuration, bool isTrusted)
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

        foreach (var folder in _options.Plugins)
        {
            yield return new PluginReference(folder, folder, null, PluginOrigin.Configured);
        }
    }

    private void AddPlugins(
        RunConfiguration configuration,
        IEnumerable<PluginReference> references,
        List<AnalyzerRegistration> registrations,
        List<SuppressorRegistration> suppressors,
        List<string> lexiconFolders,
        ImmutableArray<Notification>.Builder problems)
    {
        PluginProcess? process = null;
        foreach (var reference in references)
        {
            if (WhyNotTrusted(reference) is { } reason)
            {
                problems.Add(new Notification(
                    NotificationIds.PluginNotTrusted,
                    DiagnosticSeverity.Error,
                    $"plugin '{reference.Text}' is not loaded: {reason}",
                    reference.Location?.Path ?? Display(reference.Folder), reference.Location?.Line, reference.Location?.Column));
            }
            else
            {
                AddPlugin(Load(reference), isWatched: reference.Origin != PluginOrigin.Bundled);
            }
        }

        PluginLoadResult Load(PluginReference reference)
        {
            if (_options.Isolation is null || reference.Origin == PluginOrigin.Bundled)
            {
                return _plugins.Load(reference.Folder, reference.Origin);
            }

            if (process is null)
            {
                _processes.Add(process = new PluginProcess(_options.Isolation, configuration.Lexicons, _options.Budget));
            }

            return process.Load(reference.Folder);
        }

        void AddPlugin(PluginLoadResult result, bool isWatched)
        {
            if (result.Plugin is not { } plugin)
            {
                problems.Add(result.Problem! with { Path = Display(result.Problem.Path!) });
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

    /// <summary>A lock that the caller names holds for every plugin but the bundled ones, and is the only thing that vouches for a discovered one.</summary>
    private string? WhyNotTrusted(PluginReference reference) => (reference.Origin, _options.PluginLock) switch
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

    private string Display(string fullPath) => Path.GetRelativePath(_options.CurrentFolder, fullPath).Replace('\\', '/');

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
