using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>
/// Reads a .vale.ini, so that a folder that is set up for Vale can be checked as it is: its styles run, and no rule set or plugin of
/// this tool besides. What has no effect here is named. Longer than most files: every key of the format with its messages, in one place.
/// </summary>
internal sealed class ValeConfigurationReader
{
    private const string Global = "*";

    private static readonly string[] s_coreKeys = ["IgnoredScopes", "MinAlertLevel", "Packages", "SkippedScopes", "StylesPath", "Vocab", "WordTemplate"];
    private static readonly string[] s_sectionKeys = ["BasedOnStyles", "BlockIgnores", "IgnorePatterns", "TokenIgnores"];

    /// <summary>Keys of Vale that change nothing here, with what to know about each.</summary>
    private static readonly Dictionary<string, string> s_withoutEffect = new(StringComparer.Ordinal)
    {
        ["IgnoredClasses"] = "classes of HTML are not looked at",
        ["DictionaryPath"] = "name the folder in the rule, as 'dicpath'",
        ["NLPEndpoint"] = "parts of speech come from the tool itself",
        ["Transform"] = "XML is not read",
        ["Lang"] = "the rules run whatever the language of the draft is",
        ["CommentDelimiters"] = "comments are those of the draft's own format",
        ["View"] = "only prose is read",
        ["Blueprint"] = "only prose is read",
    };

    private readonly string _path;
    private readonly string _folder;
    private readonly PathConfinement? _confinement;
    private readonly List<Notification> _problems = [];
    private readonly List<IgnoredScope> _scopes = [];
    private string _styles;
    private string? _wordTemplate;

    private ValeConfigurationReader(string fullPath, string path, PathConfinement? confinement)
    {
        _path = path;
        _folder = _styles = Path.GetDirectoryName(fullPath)!;
        _confinement = confinement;
    }

    /// <summary>Names of such files, the one that Vale prefers first.</summary>
    public static ImmutableArray<string> FileNames { get; } = [".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale"];

    /// <summary>True for a path that ends in one of the names.</summary>
    public static bool IsFor(string path) => FileNames.Contains(Path.GetFileName(path));

    /// <summary>Reads a file.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="path">As messages show it.</param>
    /// <param name="bundledPlugins">Names of the plugins that ship with the tool; they are off.</param>
    /// <param name="confinement">Where the paths in the file may lead; null where somebody vouches for the file.</param>
    public static (RunConfiguration Configuration, IReadOnlyList<Notification> Problems) Read(string fullPath, string path, IEnumerable<string> bundledPlugins, PathConfinement? confinement)
    {
        var reader = new ValeConfigurationReader(fullPath, path, confinement);
        var configuration = reader.ReadFile(fullPath) with { SwitchedOffPlugins = [.. bundledPlugins], Files = [fullPath, reader._styles] };
        return (configuration, reader._problems);
    }

    private RunConfiguration ReadFile(string fullPath)
    {
        var empty = RunConfiguration.Default with { Path = _path, RuleSets = [] };
        try
        {
            if (new FileInfo(fullPath).Length > YamlReader.MaximumLength)
            {
                Report(1, $"longer than {YamlReader.MaximumLength} bytes");
                return empty;
            }

            return Read(IniFile.Read(File.ReadAllText(fullPath), Report), empty);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(1, $"cannot be read ({exception.Message.TrimEnd('.')})");
            return empty;
        }
    }

    private RunConfiguration Read(List<IniEntry> entries, RunConfiguration configuration)
    {
        var level = DiagnosticSeverity.Suggestion;
        foreach (var entry in entries.Where(entry => entry.Section.Length == 0).OrderBy(entry => entry.Key == "StylesPath" ? 0 : 1))
        {
            switch (entry.Key)
            {
                case "StylesPath":
                    _styles = ResolveStyles(entry);
                    break;
                case "MinAlertLevel":
                    level = ReadLevel(entry) is { } read and not DiagnosticSeverity.None ? read : level;
                    break;
                case "Vocab":
                    configuration = ReadVocabularies(configuration, entry);
                    break;
                case "Packages":
                    CheckPackages(entry);
                    break;
                case "IgnoredScopes" or "SkippedScopes":
                    ReadScopes(entry);
                    break;
                case "WordTemplate":
                    _wordTemplate = ReadTemplate(entry);
                    break;
                default:
                    ReportKey(entry, s_coreKeys);
                    break;
            }
        }

        foreach (var entry in entries.Where(entry => entry.Section == "asciidoctor"))
        {
            Report(entry.Line, $"'{entry.Key}' in [asciidoctor] has no effect: AsciiDoc is not read", DiagnosticSeverity.Warning);
        }

        var formats = ValeFormats.Read(entries, Report);
        var sections = entries.Where(entry => entry.Section is not ("" or "formats" or "asciidoctor")).GroupBy(entry => entry.Section, StringComparer.Ordinal)
            .OrderBy(section => section.Key == Global ? 0 : 1).Select(ReadSection).ToList();
        if (sections is [] || !sections[0].Section.Paths.IsEmpty)
        {
            sections.Insert(0, (new ValeSection(new SourceLocation(_path, 1, 1), [], [], ImmutableDictionary<string, ValeLevel>.Empty), null));
        }

        var vale = new ValeConfiguration(_folder, level, [.. sections.Select(section => section.Section)]) { Formats = formats, WordTemplate = _wordTemplate };
        ImmutableArray<IgnoredText> ignored = [.. sections.Select(section => section.Ignored).OfType<IgnoredText>().Select(text => text with { Layer = text.Layer with { Formats = formats } })];
        return configuration with
        {
            Vale = vale,
            Ignored = _scopes.Count == 0 ? ignored : ignored.Add(new IgnoredText(IgnoredText.Everywhere, []) { Scopes = [.. _scopes] }),
            RuleSets = [.. FindStyles(vale)],
        };
    }

    // Packages are fetched by "vale sync"; what it put into the StylesPath is there for this tool too.
    private void CheckPackages(IniEntry entry)
    {
        foreach (var package in entry.Values)
        {
            var name = package[(package.LastIndexOf('/') + 1)..];
            name = name.EndsWith(".zip", StringComparison.Ordinal) ? name[..^4] : name;
            if (!Directory.Exists(Path.Combine(_styles, name)))
            {
                Report(entry.Line, $"the package '{name}' is not in the StylesPath: 'vale sync' brings it, this tool fetches nothing", DiagnosticSeverity.Warning);
            }
        }
    }

    private void ReadScopes(IniEntry entry)
    {
        var unknown = new List<string>();
        foreach (var name in entry.Values)
        {
            if (IgnoredScope.Parse(name) is { } scope)
            {
                _scopes.Add(scope);
            }
            else if (!IgnoredScope.IsNeverRead(name))
            {
                unknown.Add(name);
            }
        }

        if (unknown.Count > 0)
        {
            Report(entry.Line, $"of {entry.Key} these have no effect: {string.Join(", ", unknown)} (there are {string.Join(", ", IgnoredScope.Names)})", DiagnosticSeverity.Warning);
        }
    }

    private string? ReadTemplate(IniEntry entry)
    {
        if (!entry.Value.Contains("%s", StringComparison.Ordinal) || RegexFactory.FindError(entry.Value, PatternParser.Parse(entry.Value)) is not null)
        {
            Report(entry.Line, @"'WordTemplate' is a pattern with %s for the words, such as \b(?:%s)\b");
            return null;
        }

        return entry.Value is @"\b(?:%s)\b" or @"(?m)\b(?:%s)\b" ? null : entry.Value;
    }

    private string ResolveStyles(IniEntry entry)
    {
        var full = Path.GetFullPath(entry.Value.Replace('\\', '/'), _folder);
        if (_confinement is not null && !_confinement.Allows(full))
        {
            Report(entry.Line, $"'{entry.Value}' leads out of the folder of a configuration that was found beside the draft; name the configuration with --config to allow it");
        }
        else if (!Directory.Exists(full))
        {
            Report(entry.Line, $"the StylesPath '{entry.Value}' does not exist; it is relative to this file");
        }
        else
        {
            return full;
        }

        return _folder;
    }

    private RunConfiguration ReadVocabularies(RunConfiguration configuration, IniEntry entry)
    {
        foreach (var name in entry.Values)
        {
            if (name.AsSpan().IndexOfAny('/', '\\') < 0 && name is not ("." or "..") && ValeVocabulary.Read(_styles, name) is var (accept, reject))
            {
                configuration = configuration with { AcceptedWords = configuration.AcceptedWords.AddRange(accept), RejectedWords = configuration.RejectedWords.AddRange(reject) };
            }
            else
            {
                Report(entry.Line, $"there is no vocabulary '{name}'; it would be the folder config/vocabularies/{name} in the StylesPath, with accept.txt and reject.txt");
            }
        }

        return configuration;
    }

    private (ValeSection Section, IgnoredText? Ignored) ReadSection(IGrouping<string, IniEntry> entries)
    {
        var isGlobal = entries.Key == Global;
        ImmutableHashSet<string>? styles = isGlobal ? [] : null;
        var rules = ImmutableDictionary.CreateBuilder<string, ValeLevel>(StringComparer.Ordinal);
        var patterns = ImmutableArray.CreateBuilder<Regex>();
        foreach (var entry in entries)
        {
            if (entry.Key == "BasedOnStyles")
            {
                styles = (styles ?? []).Union(entry.Values);
            }
            else if (entry.Key is "TokenIgnores" or "BlockIgnores" or "IgnorePatterns")
            {
                patterns.AddRange(ReadPatterns(entry));
            }
            else if (!entry.Key.Contains('.', StringComparison.Ordinal) && (entry.Value is not ("YES" or "NO" or "suggestion" or "warning" or "error") || s_withoutEffect.ContainsKey(entry.Key)))
            {
                ReportKey(entry, s_sectionKeys);
            }
            else if (ReadLevel(entry) is { } level)
            {
                rules[entry.Key] = new ValeLevel(new SourceLocation(_path, entry.Line, 1), entry.Value == "YES" ? null : level);
            }
        }

        var first = entries.First().Line;
        ImmutableArray<Glob> paths = isGlobal ? [] : ReadGlob(entries.Key, first);
        var ignored = patterns.Count > 0 ? new IgnoredText(new RuleLayer(_folder, paths, ImmutableDictionary<string, RuleConfiguration>.Empty), patterns.ToImmutable()) : null;
        return (new ValeSection(new SourceLocation(_path, first, 1), paths, styles, rules.ToImmutable()), ignored);
    }

    // In Vale a star also stands for slashes.
    private ImmutableArray<Glob> ReadGlob(string text, int line)
    {
        var pattern = text.Contains('/', StringComparison.Ordinal) && !text.Contains("**", StringComparison.Ordinal)
            ? text.EndsWith("/*", StringComparison.Ordinal) ? text + "*" : text.Replace("/*", "/**/*", StringComparison.Ordinal)
            : text;
        try
        {
            return [new Glob(pattern)];
        }
        catch (FormatException exception)
        {
            Report(line, exception.Message);
            return [new Glob("/")];
        }
    }

    private IEnumerable<Regex> ReadPatterns(IniEntry entry)
    {
        foreach (var pattern in SplitPatterns(entry.Value))
        {
            var parsed = PatternParser.Parse(pattern);
            if (RegexFactory.FindError(pattern, parsed) is { } error)
            {
                Report(entry.Line, $"'{pattern}' is no valid pattern ({error})");
            }
            else
            {
                yield return RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase: false), isRisky: parsed.HasNestedRepeats);
            }
        }
    }

    // Commas between patterns, not those within (…), […] and {…}.
    private static IEnumerable<string> SplitPatterns(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                // "\," is a comma that does not part patterns.
                if (text[start..i].Trim() is { Length: > 0 } pattern)
                {
                    yield return pattern.Replace(@"\,", ",", StringComparison.Ordinal);
                }

                start = i + 1;
            }
            else if (text[i] == '\\')
            {
                i = Math.Min(i + 1, text.Length - 1);
            }
            else
            {
                depth += text[i] is '(' or '[' or '{' ? 1 : text[i] is ')' or ']' or '}' ? -1 : 0;
            }
        }
    }

    private DiagnosticSeverity? ReadLevel(IniEntry entry)
    {
        if (entry.Value is "YES" or "NO" && entry.Section.Length > 0)
        {
            return entry.Value == "NO" ? DiagnosticSeverity.None : DiagnosticSeverity.Warning;
        }

        if (entry.Value is "suggestion" or "warning" or "error")
        {
            return Severities.Parse(entry.Value);
        }

        Report(entry.Line, $"'{entry.Key}' is suggestion, warning or error{(entry.Section.Length > 0 ? ", YES or NO" : "")}, not '{entry.Value}'");
        return null;
    }

    private IEnumerable<ConfiguredReference> FindStyles(ValeConfiguration vale)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in vale.Sections)
        {
            var ofRules = section.Rules.Keys.Where(id => id.Contains('.', StringComparison.Ordinal)).Select(id => id[..id.IndexOf('.', StringComparison.Ordinal)]);
            foreach (var style in (section.Styles ?? []).Concat(ofRules).Order(StringComparer.Ordinal).Where(seen.Add))
            {
                // A name with a path in it is a name that does not exist.
                var folder = Path.Combine(_styles, style);
                var isFolder = style.AsSpan().IndexOfAny('/', '\\') < 0 && style is not ("." or "..") && Directory.Exists(folder);
                yield return new ConfiguredReference(style, isFolder ? folder : Path.GetFileName(style), section.Location);
            }
        }
    }

    private void ReportKey(IniEntry entry, string[] known)
    {
        if (s_withoutEffect.TryGetValue(entry.Key, out var reason))
        {
            Report(entry.Line, $"'{entry.Key}' has no effect: {reason}", DiagnosticSeverity.Warning);
            return;
        }

        var elsewhere = known == s_coreKeys && s_sectionKeys.Contains(entry.Key) ? "; it belongs below [*] or another section"
            : known == s_sectionKeys && s_coreKeys.Contains(entry.Key) ? "; it belongs above the first section"
            : NameSuggestion.For(entry.Key, known);
        Report(entry.Line, $"unknown key '{entry.Key}'{elsewhere}");
    }

    private void Report(int line, string message) => Report(line, message, DiagnosticSeverity.Error);

    private void Report(int line, string message, DiagnosticSeverity severity) =>
        _problems.Add(new Notification(NotificationIds.InvalidConfiguration, severity, message, _path, line, 1));
}
