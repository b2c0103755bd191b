using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Files;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>
/// Reads rule sets: folders with one rule a file, a plain Vale style or one with a <c>ruleset.yml</c>. A rule that cannot work is a
/// notification of the set; the others load.
/// </summary>
/// <param name="searchFolders">Where a set is looked for by name, in this order; a folder that does not exist is passed over.</param>
/// <param name="vocabulary">Words that rules with <c>vocab: true</c> leave alone.</param>
public sealed class RuleSetLoader(ImmutableArray<string> searchFolders, ImmutableArray<string> vocabulary)
{
    /// <summary>What stands around words that are looked for, with <c>%s</c> for them; null for borders of words (<c>\b</c>). For styles of Vale.</summary>
    internal string? WordTemplate { get; init; }

    /// <summary>True where the rules look at articles in any language: styles of Vale say themselves what they look for.</summary>
    internal bool IsForAnyLanguage { get; init; }

    private const int MaximumFiles = 10_000;
    private const int MaximumInheritance = 10;

    /// <summary>Reads a set by its name or by the path of its folder; where there is none, a set without rules whose problem says so.</summary>
    public RuleSet Load(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        return FindFolder(nameOrPath) is { } folder
            ? LoadFolder(folder, depth: 0)
            : Fail(nameOrPath, $"there is no rule set '{nameOrPath}'{NameSuggestion.For(nameOrPath, KnownNames())}; looked for a folder of that path and in {(searchFolders.IsEmpty ? "no further folder" : string.Join(", ", searchFolders))}");
    }

    /// <summary>Names of the sets in the search folders, in ordinal order.</summary>
    public IEnumerable<string> KnownNames() => searchFolders
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories)
        .Select(folder => Path.GetFileName(folder)!)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private string? FindFolder(string nameOrPath)
    {
        var isName = nameOrPath.Length > 0 && nameOrPath.IndexOfAny(['/', '\\']) < 0 && nameOrPath is not ("." or "..");
        var named = isName ? searchFolders.Select(folder => Path.Combine(folder, nameOrPath)).FirstOrDefault(Directory.Exists) : null;
        return named ?? (nameOrPath.Length > 0 && Directory.Exists(nameOrPath) ? nameOrPath : null);
    }

    private RuleSet LoadFolder(string folder, int depth)
    {
        var problems = ImmutableArray.CreateBuilder<Notification>();
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var manifestPath = Path.Combine(folder, RuleSetManifest.FileName);
        var manifest = File.Exists(manifestPath) && ReadMapping(manifestPath, problems) is { } root
            ? RuleSetManifest.Read(name, Show(manifestPath), root, problems)
            : new RuleSetManifest(name);
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        var folders = ImmutableArray.Create(folder);
        foreach (var parent in manifest.Parents)
        {
            folders = folders.AddRange(AddParent(folder, parent, depth, rules, problems));
        }

        foreach (var path in FindFiles(folder, problems))
        {
            var own = NameOf(folder, path);
            if (ReadRule(path, own, manifest, problems) is { } rule)
            {
                rules[own] = rule;
            }
        }

        if (rules.Count == 0 && problems.Count == 0)
        {
            problems.Add(Problem(Show(folder), "the folder holds no rule; a rule is a file that ends in .yml"));
        }

        return new RuleSet(manifest.Name, WithoutDuplicates(InOrderOfName(rules), problems), problems.ToImmutable())
        {
            Version = manifest.Version,
            Description = manifest.Description,
            Folder = folder,
            Folders = folders,
            TemplateFolder = manifest.Templates is { } templates ? Path.Combine(folder, templates) : null,
            Lexicons = manifest.Lexicons,
        };
    }

    private ImmutableArray<string> AddParent(string folder, string parent, int depth, Dictionary<string, Rule> rules, ImmutableArray<Notification>.Builder problems)
    {
        var beside = Path.Combine(folder, "..", parent);
        var found = FindFolder(parent) ?? (Directory.Exists(beside) ? beside : null);
        if (found is null || depth >= MaximumInheritance)
        {
            problems.Add(Problem(Show(Path.Combine(folder, RuleSetManifest.FileName)), found is null
                ? $"'extends' names the rule set '{parent}', which does not exist{NameSuggestion.For(parent, KnownNames())}"
                : $"rule sets extend each other more than {MaximumInheritance} deep"));
            return [];
        }

        var inherited = LoadFolder(found, depth + 1);
        problems.AddRange(inherited.Problems);
        foreach (var rule in inherited.Rules)
        {
            rules[rule.Header.Name] = rule;
        }

        return inherited.Folders;
    }

    // A rule in a folder within the set has the name of the folder before its own: dates.TimeFormat.
    private static string NameOf(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return Path.ChangeExtension(relative, null).Replace(Path.DirectorySeparatorChar, '.');
    }

    private static IEnumerable<string> FindFiles(string folder, ImmutableArray<Notification>.Builder problems)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
        var files = Directory.EnumerateFiles(folder, "*.y*ml", options)
            .Where(path => Path.GetFileName(path) != RuleSetManifest.FileName)
            .Take(MaximumFiles + 1)
            .ToArray();
        Array.Sort(files, StringComparer.Ordinal);
        if (files.Length > MaximumFiles)
        {
            problems.Add(Problem(Show(folder), $"the folder holds more than {MaximumFiles} rules; only the first were read: split the set"));
        }

        foreach (var path in files.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            problems.Add(Problem(Show(path), "rule files end in .yml; rename the file"));
        }

        return files.Where(path => path.EndsWith(".yml", StringComparison.Ordinal)).Take(MaximumFiles);
    }

    private Rule? ReadRule(string path, string name, RuleSetManifest manifest, ImmutableArray<Notification>.Builder problems)
    {
        if (ReadRuleKeys(path, problems) is not { } own || Inherit(path, own, 0, problems) is not { } root)
        {
            return null;
        }

        var file = new RuleFile(Show(path), root);
        var rule = new RuleReader(file, manifest, name, vocabulary) { WordTemplate = WordTemplate, RequiresEnglish = !IsForAnyLanguage }.Read();
        problems.AddRange(file.Problems);
        problems.AddRange(file.Warnings);
        return rule;
    }

    // "extends: Std.Rule" takes the keys of Std/Rule.yml over, of the same folder's neighbours or of the search folders.
    private YamlMapping? Inherit(string path, YamlMapping own, int depth, ImmutableArray<Notification>.Builder problems)
    {
        if (own["extends"] is not YamlScalar { Value: var parent } at || parent.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot))
        {
            return own;
        }

        var relative = Path.Combine(parent[..dot], parent[(dot + 1)..].Replace('.', Path.DirectorySeparatorChar) + ".yml");
        var folders = searchFolders.Prepend(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, ".."));
        var found = folders.Select(folder => Path.Combine(folder, relative)).FirstOrDefault(File.Exists);
        if (found is null || depth >= MaximumInheritance || parent.Contains("..", StringComparison.Ordinal))
        {
            problems.Add(new Notification(
                NotificationIds.InvalidRule,
                DiagnosticSeverity.Error,
                found is null ? $"there is no rule '{parent}' to extend; it would stand in {relative} beside this folder" : $"rules extend each other more than {MaximumInheritance} deep",
                Show(path),
                at.Line,
                at.Column));
            return null;
        }

        return ReadRuleKeys(found, problems) is { } read && Inherit(found, read, depth + 1, problems) is { } inherited
            ? RuleOverlay.Merge(inherited, own)
            : null;
    }

    // In lower case before keys are put over those of a parent: "ignoreCase" replaces its "ignorecase".
    private static YamlMapping? ReadRuleKeys(string path, ImmutableArray<Notification>.Builder problems) =>
        ReadMapping(path, problems) is { } keys ? RuleFile.WithLowerKeys(keys) : null;

    private static YamlMapping? ReadMapping(string path, ImmutableArray<Notification>.Builder problems)
    {
        try
        {
            if (new FileInfo(path).Length > YamlReader.MaximumLength * 4L)
            {
                problems.Add(Problem(Show(path), $"larger than {YamlReader.MaximumLength * 4L} bytes; split the file"));
                return null;
            }

            var (root, problem) = YamlReader.Read(File.ReadAllText(path));
            if (root is YamlMapping mapping)
            {
                return mapping;
            }

            problems.Add(problem is null
                ? Problem(Show(path), root is null ? "the file is empty; a rule needs at least 'extends' and 'message'" : $"the file is {root.Description}; a rule is a group of keys such as 'extends: existence'")
                : new Notification(NotificationIds.InvalidRule, DiagnosticSeverity.Error, problem.Message, Show(path), problem.Line, problem.Column));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(Problem(Show(path), $"cannot be read: {exception.Message}"));
        }

        return null;
    }

    private static IEnumerable<Rule> InOrderOfName(Dictionary<string, Rule> rules)
    {
        string[] names = [.. rules.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        return names.Select(name => rules[name]);
    }

    private static ImmutableArray<Rule> WithoutDuplicates(IEnumerable<Rule> rules, ImmutableArray<Notification>.Builder problems)
    {
        var kept = ImmutableArray.CreateBuilder<Rule>();
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (paths.TryAdd(rule.Header.Descriptor.Id, rule.Header.Path))
            {
                kept.Add(rule);
            }
            else
            {
                problems.Add(new Notification(NotificationIds.DuplicateRule, DiagnosticSeverity.Error, $"the id {rule.Header.Descriptor.Id} is the id of {paths[rule.Header.Descriptor.Id]} too; give this rule another one", rule.Header.Path));
            }
        }

        return kept.ToImmutable();
    }

    private static RuleSet Fail(string name, string message) => new(name, [], [new Notification(NotificationIds.InvalidRule, DiagnosticSeverity.Error, message)]);

    private static Notification Problem(string path, string message) => new(NotificationIds.InvalidRule, DiagnosticSeverity.Error, message, path, 1, 1);

    private static string Show(string path) => path.Replace('\\', '/');
}
