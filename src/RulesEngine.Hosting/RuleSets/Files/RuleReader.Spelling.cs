using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.RuleSets.Spelling;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>The extension point <c>spelling</c>.</summary>
internal sealed partial class RuleReader
{
    private const string DefaultDictionary = "en_US";
    private const long MaximumWordListLength = 16 * 1024 * 1024;

    // Words in camel case, words with signs or digits, words that end in capitals: names of things rather than prose.
    private static readonly ImmutableArray<string> s_defaultFilters = ["[A-Z]{1}[a-z]+[A-Z]+\\w+", "[^a-zA-Z_']", "[A-Z]+$"];

    private string StylesFolder => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file.Path))!, ".."));

    private SpellingRule? ReadSpelling(RuleHeader header)
    {
        var dictionary = FindDictionaries();
        var filters = ReadFilters();
        var ignored = ReadIgnored();
        var exceptions = ReadExceptions(withVocabulary: true, ignoresCase: true);
        return file.Problems.Count > 0 ? null : new SpellingRule(header with { Lines = file.Places }, dictionary, filters, ignored, exceptions);
    }

    // A dictionary that is not installed is no fault of the rule, which may be off: it is named when the rule runs.
    private SpellingDictionary FindDictionaries()
    {
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        string? missing = null;
        var ownFolder = file.GetString("dicpath");
        if (file.GetString("aff") is { } affixes && file.GetString("dic") is { } words)
        {
            var (affixPath, wordPath) = (Path.GetFullPath(affixes, StylesFolder), Path.GetFullPath(words, StylesFolder));
            if (File.Exists(affixPath) && File.Exists(wordPath))
            {
                found.Add((affixPath, wordPath));
            }
            else
            {
                missing = $"there is no dictionary '{affixes}' with '{words}'; the paths are relative to the folder that holds the rule set";
            }
        }
        else if ((file.Root["aff"] ?? file.Root["dic"]) is { } lonely)
        {
            file.Report(lonely, "'aff' and 'dic' belong together: the file of affixes and the file of words");
        }

        var names = file.GetList("dictionaries").Select(item => item.Value).ToList();
        if ((names.Count == 0 && found.Count == 0 && missing is null) || file.GetBoolean("append", false))
        {
            names.Insert(0, DefaultDictionary);
        }

        foreach (var name in names)
        {
            if (DictionaryFinder.Find(name, ownFolder, StylesFolder) is { } dictionary)
            {
                found.Add(dictionary);
            }
            else
            {
                missing = $"there is no dictionary '{name}' ({name}.aff and {name}.dic) in {(ownFolder is null ? "config/dictionaries beside the rule set or where the system keeps its own" : $"'{ownFolder}'")}; install it or name another under 'dictionaries'";
            }
        }

        return new SpellingDictionary(found.ToImmutable(), missing);
    }

    private ImmutableArray<Regex> ReadFilters()
    {
        var own = file.GetList("filters");
        foreach (var filter in own)
        {
            file.CheckPattern(filter);
        }

        var all = own.Select(item => item.Value).Concat(file.GetBoolean("custom", false) ? [] : s_defaultFilters);
        return file.Problems.Count > 0 ? [] : [.. all.Select(filter => RegexFactory.Create(filter, RegexFactory.Options(ignoreCase: false), isRisky: PatternParser.Parse(filter).HasNestedRepeats))];
    }

    private HashSet<string> ReadIgnored()
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in file.GetList("ignore"))
        {
            var path = new[] { Path.Combine(StylesFolder, item.Value), Path.Combine(StylesFolder, "config", "ignore", item.Value) }.FirstOrDefault(File.Exists);
            if (path is null || new FileInfo(path).Length > MaximumWordListLength)
            {
                file.Warn(item, path is null
                    ? $"there is no word list '{item.Value}': it would stand in the folder that holds the rule set, or in its config/ignore; the rule runs without it"
                    : $"the word list '{item.Value}' is larger than {MaximumWordListLength} bytes and was not read; split it");
                continue;
            }

            words.UnionWith(File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0));
        }

        return words;
    }
}
