using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>
/// Reads rulesengine.yml and what it extends. What is wrong in it is named with its place and left out; the rest holds. Long, because
/// it has a short reader for each key.
/// </summary>
public sealed class ConfigurationReader
{
    private const int MaximumExtends = 8;

    /// <summary>The keys of the top level, in ordinal order.</summary>
    internal static readonly string[] Keys = ["extends", "failOn", "lexicons", "overrides", "plugins", "report", "rules", "rulesets", "suppressions", "vocabulary"];

    private readonly Func<string, string> _display;
    private readonly IReadOnlyList<string> _bundledPlugins;
    private readonly PathConfinement? _confinement;
    private readonly ConfigurationProblems _problems = new();
    private readonly List<string> _open = [];

    private ConfigurationReader(Func<string, string> display, IReadOnlyList<string> bundledPlugins, PathConfinement? confinement)
    {
        _display = display;
        _bundledPlugins = bundledPlugins;
        _confinement = confinement;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="display">From a full path to the path that messages show.</param>
    /// <param name="bundledPlugins">Names of the plugins that ship with the tool.</param>
    /// <param name="confinement">Where the paths in the file may lead; null where somebody vouches for the file.</param>
    public static (RunConfiguration Configuration, IReadOnlyList<Notification> Problems) Read(
        string fullPath, Func<string, string> display, IReadOnlyList<string> bundledPlugins, PathConfinement? confinement)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        ArgumentNullException.ThrowIfNull(display);
        var reader = new ConfigurationReader(display, bundledPlugins, confinement);
        var configuration = reader.ReadFile(fullPath);
        return (configuration, reader._problems.Notifications);
    }

    private RunConfiguration ReadFile(string fullPath)
    {
        var path = _display(fullPath);
        if (ReadText(fullPath, path) is not { } text)
        {
            return RunConfiguration.Default with { Path = path, Files = [fullPath] };
        }

        var (root, problem) = YamlReader.Read(text);
        if (problem is not null)
        {
            _problems.Add(path, problem.Message, problem.Line, problem.Column);
        }

        _open.Add(fullPath);
        var configuration = root is null ? RunConfiguration.Default : ReadRoot(root, new FileContext(path, Path.GetDirectoryName(fullPath)!));
        _open.RemoveAt(_open.Count - 1);
        return configuration with { Path = path, Files = configuration.Files.Add(fullPath) };
    }

    private string? ReadText(string fullPath, string path)
    {
        try
        {
            var length = new FileInfo(fullPath).Length;
            if (length <= YamlReader.MaximumLength)
            {
                return File.ReadAllText(fullPath);
            }

            _problems.Add(path, $"longer than {YamlReader.MaximumLength} bytes; split the file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add(path, $"the configuration cannot be read ({exception.Message.TrimEnd('.')})");
        }

        return null;
    }

    private RunConfiguration ReadRoot(YamlNode root, FileContext file)
    {
        var entries = _problems.Entries(file.Path, root, "the configuration", Keys).ToList();
        var configuration = RunConfiguration.Default;
        foreach (var entry in entries.Where(entry => entry.Key.Value == "extends"))
        {
            configuration = ReadExtended(entry.Value, file);
        }

        foreach (var (key, value) in entries)
        {
            configuration = Apply(configuration, key.Value, value, file);
        }

        return configuration;
    }

    private RunConfiguration ReadExtended(YamlNode node, FileContext file)
    {
        if (_problems.Scalar(file.Path, node, "extends") is not { } scalar || ResolvePath(scalar, file) is not { } path)
        {
            return RunConfiguration.Default;
        }

        if (_open.Contains(path) || _open.Count >= MaximumExtends)
        {
            _problems.Add(file.Path, node, _open.Contains(path) ? $"'{scalar.Value}' extends this file in turn; take one of the two out" : $"more than {MaximumExtends} files extend each other");
            return RunConfiguration.Default;
        }

        if (!File.Exists(path))
        {
            _problems.Add(file.Path, node, $"there is no file '{scalar.Value}' to extend");
            return RunConfiguration.Default;
        }

        return ReadFile(path);
    }

    private RunConfiguration Apply(RunConfiguration configuration, string key, YamlNode value, FileContext file) => key switch
    {
        "rulesets" => configuration with { RuleSets = [.. ReadReferences(value, file, "rulesets", isNameAllowed: true)] },
        "plugins" => ReadPlugins(configuration, value, file),
        "rules" => configuration with { Layers = InsertGlobal(configuration.Layers, new RuleLayer(file.Folder, [], ReadRules(value, file))) },
        "overrides" => configuration with { Layers = configuration.Layers.AddRange(ReadOverrides(value, file)) },
        "report" => ReadReport(configuration, value, file),
        "failOn" => ReadFailLevel(value, file) is { } level ? configuration with { FailOn = level } : configuration,
        "vocabulary" => ReadVocabulary(configuration, value, file),
        "lexicons" => ReadLexicons(configuration, value, file),
        "suppressions" => _problems.Scalar(file.Path, value, "suppressions") is { } scalar && ReadReference(scalar, file, isNameAllowed: false) is { } reference
            ? configuration with { Suppressions = reference }
            : configuration,
        _ => configuration,
    };

    /// <summary>Layers for all paths come before those for some, so that a pattern beats them wherever it stands.</summary>
    private static ImmutableArray<RuleLayer> InsertGlobal(ImmutableArray<RuleLayer> layers, RuleLayer layer) =>
        layers.Insert(layers.Count(existing => existing.Paths.IsEmpty), layer);

    private IEnumerable<ConfiguredReference> ReadReferences(YamlNode node, FileContext file, string what, bool isNameAllowed)
    {
        foreach (var scalar in _problems.Scalars(file.Path, node, what))
        {
            if (ReadReference(scalar, file, isNameAllowed) is { } reference)
            {
                yield return reference;
            }
        }
    }

    private ConfiguredReference? ReadReference(YamlScalar scalar, FileContext file, bool isNameAllowed)
    {
        // A single segment that is no folder beside the file is a name.
        var isName = isNameAllowed && scalar.Value.AsSpan().IndexOfAny('/', '\\') < 0 && !Path.Exists(Path.Combine(file.Folder, scalar.Value));
        var target = isName ? scalar.Value : ResolvePath(scalar, file);
        return target is null ? null : new ConfiguredReference(scalar.Value, target, file.LocationOf(scalar));
    }

    private string? ResolvePath(YamlScalar scalar, FileContext file)
    {
        if (scalar.Value.Contains('\0', StringComparison.Ordinal))
        {
            _problems.Add(file.Path, scalar, "a path cannot hold a NUL character");
            return null;
        }

        var full = Path.GetFullPath(scalar.Value, file.Folder);
        if (_confinement is null || _confinement.Allows(full))
        {
            return full;
        }

        _problems.Add(file.Path, scalar, $"'{scalar.Value}' leads out of the folder of a configuration that was found beside the draft; name the configuration with --config to allow it");
        return null;
    }

    private RunConfiguration ReadPlugins(RunConfiguration configuration, YamlNode node, FileContext file)
    {
        var added = configuration.Plugins;
        var off = configuration.SwitchedOffPlugins;
        foreach (var item in _problems.Items(file.Path, node, "plugins"))
        {
            if (item is YamlMapping { Entries: [{ Value: YamlScalar { Value: "off" } } entry] })
            {
                if (_bundledPlugins.Contains(entry.Key.Value, StringComparer.Ordinal))
                {
                    off = off.Add(entry.Key.Value);
                }
                else
                {
                    _problems.Add(file.Path, entry.Key, $"no bundled plugin is called '{entry.Key.Value}'{NameSuggestion.For(entry.Key.Value, _bundledPlugins)}");
                }
            }
            else if (_problems.Scalar(file.Path, item, "plugins (a path, or 'NAME: off' for a bundled one)") is { } scalar)
            {
                if (_bundledPlugins.Contains(scalar.Value, StringComparer.Ordinal))
                {
                    off = off.Remove(scalar.Value);
                }
                else if (ReadReference(scalar, file, isNameAllowed: false) is { } reference)
                {
                    added = added.Add(reference);
                }
            }
        }

        return configuration with { Plugins = added, SwitchedOffPlugins = off };
    }

    private RunConfiguration ReadReport(RunConfiguration configuration, YamlNode node, FileContext file)
    {
        foreach (var (_, value) in _problems.Entries(file.Path, node, "report", ["template"]))
        {
            if (_problems.Scalar(file.Path, value, "template") is { } scalar && ReadReference(scalar, file, isNameAllowed: true) is { } reference)
            {
                configuration = configuration with { ReportTemplate = reference };
            }
        }

        return configuration;
    }

    private DiagnosticSeverity? ReadFailLevel(YamlNode node, FileContext file)
    {
        if (_problems.Scalar(file.Path, node, "failOn") is not { } scalar)
        {
            return null;
        }

        if (Severities.FailLevels.Contains(scalar.Value))
        {
            return Severities.Parse(scalar.Value);
        }

        _problems.Add(file.Path, scalar, $"'{scalar.Value}' is no fail level{NameSuggestion.For(scalar.Value, Severities.FailLevels)}");
        return null;
    }

    private RunConfiguration ReadVocabulary(RunConfiguration configuration, YamlNode node, FileContext file)
    {
        foreach (var (key, value) in _problems.Entries(file.Path, node, "vocabulary", ["accept", "reject"]))
        {
            var words = _problems.Scalars(file.Path, value, key.Value).Select(scalar => scalar.Value);
            configuration = key.Value == "accept"
                ? configuration with { AcceptedWords = configuration.AcceptedWords.AddRange(words) }
                : configuration with { RejectedWords = configuration.RejectedWords.AddRange(words) };
        }

        return configuration;
    }

    private RunConfiguration ReadLexicons(RunConfiguration configuration, YamlNode node, FileContext file)
    {
        var lexicons = configuration.Lexicons;
        foreach (var (name, changes) in _problems.Entries(file.Path, node, "lexicons", null))
        {
            ImmutableArray<string> add = [], remove = [];
            foreach (var (key, value) in _problems.Entries(file.Path, changes, $"lexicon '{name.Value}'", ["add", "remove"]))
            {
                var terms = _problems.Scalars(file.Path, value, key.Value).Select(scalar => scalar.Value).ToImmutableArray();
                (add, remove) = key.Value == "add" ? (terms, remove) : (add, terms);
            }

            var change = new LexiconChange(add, remove);
            lexicons = lexicons.SetItem(name.Value, lexicons.TryGetValue(name.Value, out var earlier) ? earlier.Then(change) : change);
        }

        return configuration with { Lexicons = lexicons };
    }

    private IEnumerable<RuleLayer> ReadOverrides(YamlNode node, FileContext file)
    {
        if (node is not (YamlSequence or YamlScalar { IsNull: true }))
        {
            _problems.Add(file.Path, node, $"overrides takes a list of paths with rules, not {node.Description}");
            yield break;
        }

        foreach (var item in _problems.Items(file.Path, node, "overrides"))
        {
            ImmutableArray<Glob> paths = [];
            var rules = ImmutableDictionary<string, RuleConfiguration>.Empty;
            foreach (var (key, value) in _problems.Entries(file.Path, item, "overrides", ["paths", "rules"]))
            {
                if (key.Value == "paths")
                {
                    paths = [.. ReadGlobs(value, file)];
                }
                else
                {
                    rules = ReadRules(value, file);
                }
            }

            if (!paths.IsEmpty)
            {
                yield return new RuleLayer(file.Folder, paths, rules);
            }
            else if (item is YamlMapping mapping && mapping["paths"] is null)
            {
                _problems.Add(file.Path, item, "overrides without paths; say for which they are, as in 'paths: opinion/**'");
            }
        }
    }

    private IEnumerable<Glob> ReadGlobs(YamlNode node, FileContext file)
    {
        foreach (var scalar in _problems.Scalars(file.Path, node, "paths"))
        {
            Glob? glob = null;
            try
            {
                glob = new Glob(scalar.Value);
            }
            catch (FormatException exception)
            {
                _problems.Add(file.Path, scalar, exception.Message);
            }

            if (glob is not null)
            {
                yield return glob;
            }
        }
    }

    private ImmutableDictionary<string, RuleConfiguration> ReadRules(YamlNode node, FileContext file)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, RuleConfiguration>(StringComparer.Ordinal);
        foreach (var (id, value) in _problems.Entries(file.Path, node, "rules", null))
        {
            rules[id.Value] = value is YamlMapping
                ? ReadRule(id, value, file)
                : new RuleConfiguration(file.LocationOf(value), ReadSeverity(value, file), ImmutableDictionary<string, YamlNode>.Empty);
        }

        return rules.ToImmutable();
    }

    private RuleConfiguration ReadRule(YamlScalar id, YamlNode node, FileContext file)
    {
        DiagnosticSeverity? severity = null;
        var options = ImmutableDictionary<string, YamlNode>.Empty;
        foreach (var (key, value) in _problems.Entries(file.Path, node, $"rule {id.Value}", ["options", "severity"]))
        {
            if (key.Value == "severity")
            {
                severity = ReadSeverity(value, file);
            }
            else
            {
                options = _problems.Entries(file.Path, value, "options", null).ToImmutableDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal);
            }
        }

        return new RuleConfiguration(file.LocationOf(id), severity, options);
    }

    private DiagnosticSeverity? ReadSeverity(YamlNode node, FileContext file)
    {
        if (_problems.Scalar(file.Path, node, "a severity") is not { } scalar)
        {
            return null;
        }

        if (Severities.Names.Contains(scalar.Value))
        {
            return Severities.Parse(scalar.Value);
        }

        _problems.Add(file.Path, scalar, $"'{scalar.Value}' is no severity{NameSuggestion.For(scalar.Value, Severities.Names)}");
        return null;
    }

    /// <summary>A file as messages name it, and its folder.</summary>
    private sealed record FileContext(string Path, string Folder)
    {
        public SourceLocation LocationOf(YamlNode node) => new(Path, node.Line, node.Column);
    }
}
