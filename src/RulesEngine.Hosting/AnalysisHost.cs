using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins;
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
    private static volatile bool s_hasPlugins = true;

    private readonly AnalysisHostOptions _options;
    private readonly ConfigurationLocator _locator = new();
    private readonly ConfiguredPlugins _plugins;
    private readonly SortedSet<string> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConfiguredAnalysis> _byConfiguration = new(StringComparer.Ordinal);

    /// <param name="options">What the caller says.</param>
    public AnalysisHost(AnalysisHostOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _plugins = new ConfiguredPlugins(options);
    }

    /// <summary>Uses the reader of rule files and an expression once, on a thread that nobody waits for.</summary>
    public static void WarmUpReaders()
    {
        _ = YamlReader.Read("extends: existence\ntokens:\n  - 'one'\n");
        _ = RegexFactory.Create(@"\b(?:one|[a-z]+ing)\b", RegexFactory.Options(ignoreCase: true), isRisky: false).IsMatch("something");
    }

    /// <summary>
    /// Uses every word list of the facts as they ship once, on a thread that nobody waits for; not to the end where a configuration
    /// turns out to have no plugins, as rules ask for few facts.
    /// </summary>
    public static void WarmUpFacts() => s_facts.WarmUp(static () => s_hasPlugins);

    /// <summary>True for the name of a configuration of Vale: its styles run without plugins, and hardly one of them asks for facts.</summary>
    /// <param name="path">A path or any other text.</param>
    public static bool IsForVale(string path) => ValeConfigurationReader.IsFor(path);

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
    public void Dispose() => _plugins.Dispose();

    /// <summary>A rule set by name or path, for its own tests.</summary>
    /// <param name="nameOrPath">As on the command line.</param>
    public RuleSet LoadRuleSet(string nameOrPath) => new RuleSetLoader(RuleFolders(_options.ConfigurationPath), []).Load(nameOrPath);

    /// <summary>The plugins that an article asks for, the bundled ones first. Nothing of them is run.</summary>
    /// <param name="fullPath">Full path of the article.</param>
    public ImmutableArray<PluginReference> FindPlugins(string fullPath)
    {
        var path = _options.ConfigurationPath ?? _locator.Find(fullPath);
        return [.. _plugins.Find(Read(path, ImmutableArray.CreateBuilder<Notification>()), IsTrusted(path))];
    }

    private bool IsTrusted(string? path) => path is null || _options.ConfigurationPath is not null || _options.TrustsPlugins;

    private RunConfiguration Read(string? path, ImmutableArray<Notification>.Builder problems)
    {
        if (path is null)
        {
            return RunConfiguration.Default;
        }

        var confinement = IsTrusted(path) ? null : new PathConfinement(Path.GetDirectoryName(path)!, _options.CurrentFolder);
        ImmutableArray<string> bundled = [.. _plugins.BundledNames];
        var (read, found) = ValeConfigurationReader.IsFor(path)
            ? ValeConfigurationReader.Read(path, _options.Display(path), bundled, confinement)
            : ConfigurationReader.Read(path, _options.Display, bundled, confinement);
        problems.AddRange(found);
        return read;
    }

    private ConfiguredAnalysis SetUp(string? path)
    {
        var problems = ImmutableArray.CreateBuilder<Notification>();
        var configuration = Read(path, problems);
        s_hasPlugins = _plugins.AreAny(configuration, IsTrusted(path));
        var sets = LoadRuleSets(configuration, path, problems);
        configuration = configuration with
        {
            Lexicons = MergeLexicons(sets, configuration.Lexicons),
            Layers = configuration.Vale?.ToLayers(sets, Warn) ?? configuration.Layers,
        };
        // The program of the rules is put together on another thread while this one loads plugins.
        var ruleAnalyzer = sets.Count == 0 ? null : Task.Run(() => new RuleSetAnalyzer(sets) { FindIgnored = IgnoredIn(configuration), Budget = _options.Budget });
        var registrations = new List<AnalyzerRegistration>();
        AddInputs(configuration, sets);
        var suppressors = new List<SuppressorRegistration>();
        _plugins.AddTo(registrations, suppressors, configuration, IsTrusted(path), problems);
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

        void Warn(SourceLocation location, string message) =>
            problems.Add(new Notification(NotificationIds.UnknownName, DiagnosticSeverity.Warning, message, location.Path, location.Line, location.Column));
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

        var (file, found) = SuppressionFileReader.Read(path, _options.Display(path));
        problems.AddRange(found);
        problems.AddRange(file?.Check([.. driver.Rules.Select(rule => rule.Descriptor)]) ?? []);
        return file;
    }

    /// <summary>The rule sets that the configuration names; one that has the id of an earlier one is left out.</summary>
    private List<RuleSet> LoadRuleSets(RunConfiguration configuration, string? path, ImmutableArray<Notification>.Builder problems)
    {
        var loader = new RuleSetLoader(RuleFolders(path), configuration.AcceptedWords) { WordTemplate = configuration.Vale?.WordTemplate, IsForAnyLanguage = configuration.Vale is not null };
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
}
