using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Hosting.Suppressions;
using RulesEngine.Hosting.Vale;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting;

/// <summary>
/// The door of this assembly: finds the configuration of an article and sets up the analysis that it asks for, once for all
/// articles that share it. Not for several threads at once; what it returns is.
/// </summary>
public sealed class AnalysisHost
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);

    private readonly AnalysisHostOptions _options;
    private readonly ConfigurationLocator _locator = new();
    private readonly PluginHost _plugins = new();
    private readonly Dictionary<string, ConfiguredAnalysis> _byConfiguration = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<string>> _bundled;

    /// <param name="options">What the caller says.</param>
    public AnalysisHost(AnalysisHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _bundled = new(() => FindFolders(Path.Combine(options.ToolFolder, "plugins")));
    }

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

    /// <summary>A rule set by name or path, for its own tests.</summary>
    /// <param name="nameOrPath">As on the command line.</param>
    public RuleSet LoadRuleSet(string nameOrPath) => new RuleSetLoader(RuleFolders(_options.ConfigurationPath), []).Load(nameOrPath);

    private ConfiguredAnalysis SetUp(string? path)
    {
        var problems = ImmutableArray.CreateBuilder<Notification>();
        var isTrusted = path is null || _options.ConfigurationPath is not null || _options.TrustsPlugins;
        var configuration = RunConfiguration.Default;
        if (path is not null)
        {
            var confinement = isTrusted ? null : new PathConfinement(Path.GetDirectoryName(path)!, _options.CurrentFolder);
            ImmutableArray<string> bundled = [.. _bundled.Value.Select(Path.GetFileName)!];
            var (read, found) = ValeConfigurationReader.IsFor(path)
                ? ValeConfigurationReader.Read(path, Display(path), bundled, confinement)
                : ConfigurationReader.Read(path, Display, bundled, confinement);
            configuration = read;
            problems.AddRange(found);
        }

        var sets = LoadRuleSets(configuration, path, problems);
        configuration = configuration with
        {
            Lexicons = MergeLexicons(sets, configuration.Lexicons),
            Layers = configuration.Vale?.ToLayers(sets) ?? configuration.Layers,
        };
        var registrations = new List<AnalyzerRegistration>();
        var lexiconFolders = new List<string>();
        var suppressors = new List<SuppressorRegistration>();
        AddPlugins(configuration, isTrusted, registrations, suppressors, lexiconFolders, problems);
        CheckLexicons(configuration, lexiconFolders, problems);
        var engine = new PluginLexicons(null, EmbeddedLexicons.Instance, configuration.Lexicons);
        if (sets.Count > 0)
        {
            registrations.Add(new AnalyzerRegistration(new RuleSetAnalyzer(sets) { FindIgnored = IgnoredIn(configuration) }, engine, string.Join(", ", sets.Select(set => set.Name))));
        }

        var driver = new AnalysisDriver(registrations, suppressors, new FactsEngine(engine), Budget);
        problems.AddRange(driver.Notifications);
        var rules = new ConfiguredRules(configuration, _options.Selection, driver.Rules.Select(rule => rule.Descriptor), driver.Suppressions.Select(suppression => suppression.Descriptor.Id));
        problems.AddRange(rules.Problems);
        var suppressions = ReadSuppressions(configuration, driver, problems);
        return new ConfiguredAnalysis(configuration, driver, rules, [.. sets], suppressions, problems.ToImmutable());
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
        var changes = sets.SelectMany(set => set.Lexicons).Select(change => (change.Name, Change: new Plugins.LexiconChange(change.Added, change.Removed)))
            .Concat(configured.Select(pair => (Name: pair.Key, Change: pair.Value)));
        foreach (var (name, change) in changes)
        {
            merged = merged.SetItem(name, merged.TryGetValue(name, out var earlier) ? earlier.Then(change) : change);
        }

        return merged;
    }

    private void AddPlugins(
        RunConfiguration configuration,
        bool isTrusted,
        List<AnalyzerRegistration> registrations,
        List<SuppressorRegistration> suppressors,
        List<string> lexiconFolders,
        ImmutableArray<Notification>.Builder problems)
    {
        foreach (var folder in _bundled.Value)
        {
            if (!configuration.SwitchedOffPlugins.Contains(Path.GetFileName(folder)))
            {
                AddPlugin(_plugins.Load(folder, PluginOrigin.Bundled), isWatched: false);
            }
        }

        foreach (var plugin in configuration.Plugins)
        {
            if (isTrusted)
            {
                AddPlugin(_plugins.Load(plugin.Target, PluginOrigin.Configured), isWatched: true);
            }
            else
            {
                problems.Add(new Notification(
                    NotificationIds.PluginNotTrusted,
                    DiagnosticSeverity.Error,
                    $"plugin '{plugin.Text}' is not loaded: this configuration was found beside the draft and may have come with it; say --trust-plugins, or name the configuration with --config",
                    plugin.Location!.Path, plugin.Location.Line, plugin.Location.Column));
            }
        }

        foreach (var folder in _options.Plugins)
        {
            AddPlugin(_plugins.Load(folder, PluginOrigin.Configured), isWatched: true);
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

    private static ImmutableArray<string> FindFolders(string parent) =>
        Directory.Exists(parent) ? [.. Directory.GetDirectories(parent).Order(StringComparer.Ordinal)] : [];
}
