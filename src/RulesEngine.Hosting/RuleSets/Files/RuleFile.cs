using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>
/// One rule file while it is read: gives the values of keys and collects what is wrong with them. A file with a problem makes no
/// rule.
/// </summary>
/// <param name="path">As messages show it.</param>
/// <param name="root">The keys.</param>
internal sealed class RuleFile(string path, YamlMapping root)
{
    private readonly ImmutableArray<TokenPlace>.Builder _places = ImmutableArray.CreateBuilder<TokenPlace>();

    /// <summary>As messages show it.</summary>
    public string Path { get; } = path;

    /// <summary>The keys, in lower case: Vale takes <c>ignoreCase</c> for <c>ignorecase</c>.</summary>
    public YamlMapping Root { get; } = WithLowerKeys(root);

    /// <summary>What is wrong.</summary>
    public List<Notification> Problems { get; } = [];

    /// <summary>What the rule works without.</summary>
    public List<Notification> Warnings { get; } = [];

    /// <summary>Where the patterns stand that were read so far.</summary>
    public ImmutableArray<TokenPlace> Places => _places.ToImmutable();

    /// <summary>Where the examples stand, in their order.</summary>
    public ImmutableArray<TokenPlace>.Builder ExamplePlaces { get; } = ImmutableArray.CreateBuilder<TokenPlace>();

    /// <summary>Notes something that the rule works without.</summary>
    public void Warn(YamlNode at, string message) =>
        Warnings.Add(new Notification(NotificationIds.InvalidRule, DiagnosticSeverity.Warning, message, Path, at.Line, at.Column));

    /// <summary>Notes a problem at a node.</summary>
    public void Report(YamlNode at, string message) =>
        Problems.Add(new Notification(NotificationIds.InvalidRule, DiagnosticSeverity.Error, message, Path, at.Line, at.Column));

    /// <summary>Notes every key that is not among the known ones.</summary>
    public void CheckKeys(string kind, IReadOnlyList<string> known)
    {
        foreach (var entry in Root.Entries)
        {
            if (!ReferenceEquals(Root[entry.Key.Value], entry.Value))
            {
                Report(entry.Key, $"'{entry.Key.Value}' stands there twice; capitals make no difference");
            }

            if (!known.Contains(entry.Key.Value, StringComparer.Ordinal))
            {
                Report(entry.Key, $"'{entry.Key.Value}' is no key of {kind}{NameSuggestion.For(entry.Key.Value, known)}");
            }
        }
    }

    /// <summary>The text under a key, or null.</summary>
    public string? GetString(string key)
    {
        switch (Root[key])
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlScalar scalar:
                return scalar.Value;
            case { } other:
                Report(other, $"'{key}' is {other.Description}; write one text");
                return null;
        }
    }

    /// <summary>The text under a key that has to be there.</summary>
    public string GetRequired(string key, string example)
    {
        if (GetString(key) is { Length: > 0 } text)
        {
            return text;
        }

        Report(Root[key] ?? Root, $"'{key}' is missing; write for example {key}: {example}");
        return "";
    }

    /// <summary>The switch under a key.</summary>
    public bool GetBoolean(string key, bool otherwise)
    {
        switch (Root[key])
        {
            case null or YamlScalar { IsNull: true }:
                return otherwise;
            case YamlScalar scalar when scalar.AsBoolean() is { } value:
                return value;
            case { } other:
                Report(other, $"'{key}' is true or false");
                return otherwise;
        }
    }

    /// <summary>The whole number under a key.</summary>
    public int GetInteger(string key, int otherwise)
    {
        switch (Root[key])
        {
            case null or YamlScalar { IsNull: true }:
                return otherwise;
            case YamlScalar scalar when int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value):
                return value;
            case { } other:
                Report(other, $"'{key}' is a whole number, 0 or more");
                return otherwise;
        }
    }

    /// <summary>The number under a key.</summary>
    public double GetNumber(string key, double otherwise)
    {
        switch (Root[key])
        {
            case null or YamlScalar { IsNull: true }:
                return otherwise;
            case YamlScalar scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value):
                return value;
            case { } other:
                Report(other, $"'{key}' is a number");
                return otherwise;
        }
    }

    /// <summary>One of a few words under a key, as its index.</summary>
    public int GetChoice(string key, int otherwise, params ReadOnlySpan<string> choices)
    {
        if (GetString(key) is not { } text)
        {
            return otherwise;
        }

        var index = choices.IndexOf(text);
        if (index < 0)
        {
            Report(Root[key]!, $"'{key}' is {string.Join(", ", choices[..^1].ToArray())} or {choices[^1]}, not '{text}'");
            return otherwise;
        }

        return index;
    }

    /// <summary>The texts under a key, a list or one text; empty entries are left out, as Vale does.</summary>
    public ImmutableArray<YamlScalar> GetList(string key) => GetTexts(key).RemoveAll(item => string.IsNullOrWhiteSpace(item.Value));

    /// <summary>The texts under a key, a list or one text, blank ones too: an edit may be about blanks.</summary>
    public ImmutableArray<YamlScalar> GetTexts(string key)
    {
        switch (Root[key])
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlScalar scalar:
                return [scalar];
            case YamlSequence sequence:
                foreach (var item in sequence.Items.Where(item => item is not YamlScalar))
                {
                    Report(item, $"an entry of '{key}' is {item.Description}; write one text a line (and quote it where it holds ': ' or begins with [ or {{)");
                }

                return [.. sequence.Items.OfType<YamlScalar>()];
            case { } other:
                Report(other, $"'{key}' is a list; write one entry a line, each after '- '");
                return [];
        }
    }

    /// <summary>The pairs under a key.</summary>
    public ImmutableArray<TextPair> GetPairs(string key)
    {
        if (Root[key] is not YamlMapping mapping)
        {
            Report(Root[key] ?? Root, $"'{key}' is missing or no group of pairs; write one pair a line, 'found: wanted'");
            return [];
        }

        foreach (var entry in mapping.Entries.Where(entry => entry.Value is not YamlScalar))
        {
            Report(entry.Value, $"the value of '{entry.Key.Value}' in '{key}' is {entry.Value.Description}; write one text");
        }

        return [.. mapping.Entries.Where(entry => entry.Value is YamlScalar).Select(entry => new TextPair(entry.Key, ((YamlScalar)entry.Value).Value))];
    }

    /// <summary>Notes a pattern that the regular expression engine refuses.</summary>
    public ParsedPattern CheckPattern(YamlScalar pattern)
    {
        _places.Add(new TokenPlace(pattern.Value, pattern.Line, pattern.Column));
        var parsed = PatternParser.Parse(pattern.Value);
        if (RegexFactory.FindError(pattern.Value, parsed) is { } error)
        {
            Report(pattern, $"'{pattern.Value}' is no valid pattern ({error}); put a backslash before a character that stands for itself: \\( \\[ \\* \\+ \\?");
        }

        return parsed;
    }

    /// <summary>The same keys in lower case.</summary>
    public static YamlMapping WithLowerKeys(YamlMapping mapping)
    {
        var entries = mapping.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            var key = entries[i].Key;
            if (HasCapital(key.Value))
            {
                entries = entries.SetItem(i, entries[i] with { Key = key with { Value = key.Value.ToLowerInvariant() } });
            }
        }

        return mapping with { Entries = entries };
    }

    private static bool HasCapital(string key)
    {
        foreach (var c in key)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A text with another one that belongs to it.</summary>
/// <param name="Key">What stands before the colon.</param>
/// <param name="Value">What stands behind it.</param>
internal sealed record TextPair(YamlScalar Key, string Value);
