using System.Collections.Immutable;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>Makes a rule of a rule file. What is wrong with it stands in the file's problems; then there is no rule.</summary>
/// <param name="file">The file.</param>
/// <param name="set">Defaults of the rule set.</param>
/// <param name="name">File name without its ending.</param>
/// <param name="vocabulary">Words that the run accepts.</param>
internal sealed partial class RuleReader(RuleFile file, RuleSetManifest set, string name, ImmutableArray<string> vocabulary)
{
    /// <summary>What stands around words that are looked for, with <c>%s</c> for them; null for borders of words.</summary>
    public string? WordTemplate { get; init; }

    /// <summary>False where the rule looks at articles in any language.</summary>
    public bool RequiresEnglish { get; init; } = true;

    /// <summary>The rule, or null.</summary>
    public Rule? Read()
    {
        var point = file.GetRequired("extends", "existence");
        if (point.Length == 0)
        {
            return null;
        }

        if (!RuleKeys.ByPoint.TryGetValue(point, out var keys))
        {
            file.Report(file.Root["extends"]!, $"there is no extension point '{point}'{NameSuggestion.For(point, RuleKeys.Points)}");
            return null;
        }

        file.CheckKeys($"the extension point {point}", keys);
        var header = HeaderReader.Read(
            file,
            set,
            name,
            requiresEnglish: RequiresEnglish || point is "sequence" or "readability",
            fixedScope: point is "metric" or "readability" ? ScopeSelector.Summary : null);
        var rule = Read(point, header);
        return file.Problems.Count == 0 ? rule : null;
    }

    private Rule? Read(string point, RuleHeader header)
    {
        switch (point)
        {
            case "existence":
                return ReadExistence(header);
            case "substitution":
                return ReadSubstitution(header);
            case "occurrence":
                return ReadOccurrence(header);
            case "repetition":
                return ReadRepetition(header);
            case "consistency":
                return ReadConsistency(header);
            case "conditional":
                return ReadConditional(header);
            case "capitalization":
                return ReadCapitalization(header);
            case "script":
                file.Report(file.Root["extends"]!, "scripts are not run: write the rule as an analyzer of a plugin (a C# class derived from ArticleAnalyzer; 'rulesengine new plugin NAME' makes one)");
                return null;
            default:
                return ReadMeasure(point, header);
        }
    }

    private ExistenceRule ReadExistence(RuleHeader header)
    {
        var tokens = file.GetList("tokens");
        var raw = file.GetList("raw");
        if (tokens.IsEmpty && raw.IsEmpty && file.Problems.Count == 0)
        {
            file.Report(file.Root, "an existence rule needs 'tokens' (or 'raw'): the words to find, one a line, each after '- '");
        }

        var ignoreCase = file.GetBoolean("ignorecase", false);
        var bounded = !file.GetBoolean("nonword", false);
        foreach (var token in tokens)
        {
            file.CheckPattern(token);
        }

        var patterns = raw.IsEmpty
            ? [.. tokens.Select((token, index) => ToPattern(index, token.Value, ignoreCase, bounded))]
            : JoinRaw(tokens, raw, ignoreCase, bounded);
        return new ExistenceRule(header with { Lines = file.Places }, patterns, ReadExceptions(withVocabulary: bounded));
    }

    // The documented meaning: the entries of raw are one pattern, and it stands before the tokens (after them with append).
    private ImmutableArray<RulePattern> JoinRaw(ImmutableArray<YamlScalar> tokens, ImmutableArray<YamlScalar> raw, bool ignoreCase, bool bounded)
    {
        var joined = string.Concat(raw.Select(item => item.Value));
        var isAppended = file.GetBoolean("append", false);
        file.CheckPattern(raw[0] with { Value = joined });
        joined = isAppended ? joined : OfWholeText(joined);
        if (tokens.IsEmpty)
        {
            return [new RulePattern(0, joined, ignoreCase, IsWordBounded: false)];
        }

        var words = string.Join('|', tokens.Select(token => token.Value));
        words = !bounded ? $"(?:{words})" : WordTemplate?.Replace("%s", words, StringComparison.Ordinal) ?? $@"\b(?:{words})\b";
        return [new RulePattern(0, isAppended ? words + joined : joined + words, ignoreCase, IsWordBounded: false)];
    }

    private RulePattern ToPattern(int group, string text, bool ignoreCase, bool isBounded) => isBounded && WordTemplate is not null
        ? new RulePattern(group, WordTemplate.Replace("%s", text, StringComparison.Ordinal), ignoreCase, IsWordBounded: false)
        : new RulePattern(group, text, ignoreCase, isBounded);

    // Vale's ^ and $ stand at lines in tokens and swaps only; elsewhere they are the ends of the text that is looked at.
    private static string OfWholeText(string pattern) => HasAnchor(pattern) ? $"(?-m:{pattern})" : pattern;

    // Not those in a class, as in [^\s]: a group around them would hide a plain pattern from the scan for words.
    private static bool HasAnchor(string pattern)
    {
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '^' or '$' when !isInClass:
                    return true;
            }
        }

        return false;
    }

    private SubstitutionRule ReadSubstitution(RuleHeader header)
    {
        var ignoreCase = file.GetBoolean("ignorecase", false);
        var bounded = !file.GetBoolean("nonword", false);
        var replacesItself = header.Fixes is { Kind: FixKind.Replace, Parameters.IsEmpty: true };
        var pairs = file.GetPairs("swap").Sort((left, right) => right.Key.Value.Length.CompareTo(left.Key.Value.Length));
        foreach (var (key, _) in pairs)
        {
            file.CheckPattern(key);
        }

        var message = replacesItself ? new MessageTemplate(WithoutOuterMarks(header.Message.Text)) : header.Message;
        return new SubstitutionRule(
            header with { Message = message, Lines = file.Places },
            [.. pairs.Select((pair, index) => ToPattern(index, pair.Key.Value, ignoreCase, bounded))],
            [.. pairs.Select(pair => ToTarget(pair.Value, replacesItself))],
            ReadExceptions(withVocabulary: bounded),
            file.GetBoolean("capitalize", false));
    }

    // With the options in quotation marks the message must not add a second pair. As in Vale, a message with one place keeps its own.
    private static string WithoutOuterMarks(string message)
    {
        foreach (var place in new[] { "'%s'", "\"%s\"" })
        {
            var first = message.IndexOf(place, StringComparison.Ordinal);
            var second = first < 0 ? -1 : message.IndexOf(place, first + place.Length, StringComparison.Ordinal);
            if (second >= 0 && message.IndexOf(place, second + place.Length, StringComparison.Ordinal) < 0)
            {
                message = string.Concat(message.AsSpan(0, first), "%s", message.AsSpan(first + place.Length));
            }
        }

        return message;
    }

    private static SwapTarget ToTarget(string value, bool isQuoted)
    {
        // A bar separates options; one after a backslash is a bar.
        ImmutableArray<string> options = [.. value.Replace(@"\|", "\u0001", StringComparison.Ordinal).Split('|').Select(option => option.Replace('\u0001', '|'))];
        return new SwapTarget(options, SwapTarget.Show(options, isQuoted), value.Contains('$', StringComparison.Ordinal), isQuoted ? null : ToAccepted(value));
    }

    /// <summary>The value of a swap as a pattern of right forms; null where it is plain words, or no pattern.</summary>
    internal static string? ToAccepted(string value)
    {
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '-'))
            {
                return RegexFactory.FindError(value, PatternParser.Parse(value)) is null ? value : null;
            }
        }

        return null;
    }

    private OccurrenceRule ReadOccurrence(RuleHeader header)
    {
        var token = ReadPattern("token", @"\b(\w+)\b");
        var (minimum, maximum) = (file.GetInteger("min", 0), file.GetInteger("max", 0));
        if (minimum == 0 && maximum == 0 && file.Problems.Count == 0)
        {
            file.Report(file.Root, "an occurrence rule needs 'max' or 'min': how often the token may stand, 1 or more");
        }

        return new OccurrenceRule(header with { Lines = file.Places }, new RulePattern(0, OfWholeText(token), file.GetBoolean("ignorecase", false), IsWordBounded: false), minimum, maximum);
    }

    private RepetitionRule ReadRepetition(RuleHeader header)
    {
        var tokens = file.GetList("tokens");
        if (tokens.IsEmpty && file.Problems.Count == 0)
        {
            file.Report(file.Root, @"a repetition rule needs 'tokens': what may not be repeated, for example '[^\s]+'");
        }

        foreach (var token in tokens)
        {
            file.CheckPattern(token);
        }

        var ignoreCase = file.GetBoolean("ignorecase", false);
        return new RepetitionRule(
            header with { Lines = file.Places },
            [.. tokens.Select((token, index) => new RulePattern(index, OfWholeText(token.Value), ignoreCase, IsWordBounded: false) { IsForRepetition = tokens.Length == 1 })],
            file.GetInteger("max", 0),
            ignoreCase,
            file.GetBoolean("alpha", false),
            ReadExceptions(withVocabulary: true));
    }

    private ConsistencyRule ReadConsistency(RuleHeader header)
    {
        var ignoreCase = file.GetBoolean("ignorecase", false);
        var bounded = !file.GetBoolean("nonword", false);
        var patterns = ImmutableArray.CreateBuilder<RulePattern>();
        foreach (var (key, value) in file.GetPairs("either"))
        {
            file.CheckPattern(key);
            file.CheckPattern(key with { Value = value });
            patterns.Add(ToPattern(patterns.Count, key.Value, ignoreCase, bounded));
            patterns.Add(ToPattern(patterns.Count, value, ignoreCase, bounded));
        }

        return new ConsistencyRule(header with { Lines = file.Places }, patterns.ToImmutable());
    }

    private ConditionalRule ReadConditional(RuleHeader header)
    {
        var first = ReadPattern("first", @"'\b([A-Z]{3,5})\b'");
        var second = ReadPattern("second", @"'(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)'");
        // As in Vale it changes nothing; what is no switch is a problem all the same.
        _ = file.GetBoolean("ignorecase", false);
        return new ConditionalRule(
            header with { Lines = file.Places },
            [new RulePattern(0, OfWholeText(first), IgnoresCase: false, IsWordBounded: false), new RulePattern(1, OfWholeText(second), IgnoresCase: false, IsWordBounded: false)],
            HasGroup(second),
            ReadExceptions(withVocabulary: true));
    }

    // What the parser gave up on is asked of the engine, unless it is no pattern at all.
    private static bool HasGroup(string pattern)
    {
        var parsed = PatternParser.Parse(pattern);
        return parsed.HasCaptures
            || (!parsed.IsCertain
                && RegexFactory.FindError(pattern, parsed) is null
                && RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase: false), parsed.HasNestedRepeats).GetGroupNumbers().Length > 1);
    }

    private string ReadPattern(string key, string example)
    {
        var text = file.GetRequired(key, example);
        if (file.Root[key] is YamlScalar scalar)
        {
            file.CheckPattern(scalar);
        }

        return text;
    }

    // In Vale capitals count here, whatever ignorecase says; (?i) before an entry lets them not.
    private Exceptions ReadExceptions(bool withVocabulary, bool ignoresCase = false)
    {
        var entries = file.GetList("exceptions");
        foreach (var entry in entries)
        {
            file.CheckPattern(entry);
        }

        var accepted = withVocabulary && file.GetBoolean("vocab", true) ? vocabulary : [];
        return entries.IsEmpty && accepted.IsEmpty ? Exceptions.None : new Exceptions([.. entries.Select(entry => entry.Value), .. accepted], ignoresCase);
    }
}
