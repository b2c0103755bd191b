using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>The <c>exceptions</c> of a rule and the vocabulary of the run: texts and patterns, as whole words.</summary>
internal sealed class Exceptions
{
    private const string Signs = @"\.*+?()[]{}|^$";

    private readonly ImmutableArray<string> _texts;
    private readonly ImmutableArray<string> _patterns;
    private readonly bool _ignoresCase;
    private Regex? _regex;

    /// <param name="entries">Words, phrases or regular expressions.</param>
    /// <param name="ignoresCase">True where upper and lower case are the same.</param>
    public Exceptions(ImmutableArray<string> entries, bool ignoresCase)
    {
        _texts = entries.RemoveAll(entry => !IsText(entry));
        _patterns = entries.RemoveAll(IsText);
        _ignoresCase = ignoresCase;
    }

    /// <summary>Exceptions that never hold.</summary>
    public static Exceptions None { get; } = new([], ignoresCase: false);

    /// <summary>True where there is nothing that could match.</summary>
    public bool IsEmpty => _texts.IsEmpty && _patterns.IsEmpty;

    /// <summary>True where one of them stands in a text.</summary>
    public bool Match(ReadOnlySpan<char> text)
    {
        foreach (var entry in _texts)
        {
            if (Holds(text, entry))
            {
                return true;
            }
        }

        return !_patterns.IsEmpty && GetRegex().IsMatch(text);
    }

    /// <summary>A pattern that finds the exceptions as whole words, and else <paramref name="word"/>.</summary>
    public string Join(string word)
    {
        if (IsEmpty)
        {
            return word;
        }

        var entries = _texts.Select(Regex.Escape).Concat(_patterns).OrderByDescending(entry => entry.Length);
        return $@"\b(?:{string.Join('|', entries)})\b|{word}";
    }

    /// <summary>How a word is written as an exception, or null: the text with its capitals, or the word itself where a pattern fits.</summary>
    public string? Find(string word)
    {
        foreach (var text in _texts)
        {
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase))
            {
                return text;
            }
        }

        return Match(word) ? word : null;
    }

    private Regex GetRegex() => _regex ??= RegexFactory.Create(
        $@"\b(?:{string.Join('|', _patterns.Select(pattern => $"(?:{pattern})"))})\b",
        RegexFactory.Options(_ignoresCase),
        _patterns.Any(pattern => PatternParser.Parse(pattern).HasNestedRepeats));

    private bool Holds(ReadOnlySpan<char> text, string entry)
    {
        var comparison = _ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var from = 0; from <= text.Length - entry.Length;)
        {
            var at = text[from..].IndexOf(entry, comparison);
            if (at < 0)
            {
                return false;
            }

            at += from;
            var isWhole = (at == 0 || !WordCharacters.IsWord(text[at - 1])) && (at + entry.Length == text.Length || !WordCharacters.IsWord(text[at + entry.Length]));
            if (isWhole)
            {
                return true;
            }

            from = at + 1;
        }

        return false;
    }

    /// <summary>True for a word or phrase without signs of a pattern. Character by character: a vector search for so many would be compiled at every start.</summary>
    internal static bool IsText(string entry)
    {
        foreach (var c in entry)
        {
            if (Signs.Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
