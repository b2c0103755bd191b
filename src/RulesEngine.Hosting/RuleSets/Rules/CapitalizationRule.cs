using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>How a text is to be capitalised.</summary>
internal enum Capitals
{
    /// <summary>Every word but the small ones.</summary>
    Title,

    /// <summary>The first word and names.</summary>
    Sentence,

    /// <summary>Nothing.</summary>
    Lower,

    /// <summary>Everything.</summary>
    Upper,

    /// <summary>As a pattern says.</summary>
    Pattern,
}

/// <summary>What a capitalization rule asks for.</summary>
/// <param name="Capitals">How.</param>
/// <param name="Pattern">The pattern, for <see cref="Capitals.Pattern"/>.</param>
/// <param name="IsChicago">True for small words as the Chicago manual has them, false for AP's.</param>
/// <param name="Exceptions">Words that are right as they are.</param>
/// <param name="Indicators">Ends of words after which a capital may follow: a colon.</param>
/// <param name="Threshold">The share of words that has to be right.</param>
/// <param name="Prefix">A pattern of what comes before the text and stays as it is: "1.2 ".</param>
internal sealed record CapitalizationOptions(
    Capitals Capitals,
    string Pattern,
    bool IsChicago,
    Exceptions Exceptions,
    ImmutableArray<string> Indicators,
    double Threshold,
    string Prefix);

/// <summary>
/// <c>extends: capitalization</c>: the whole text in scope is capitalised in one way. As in Vale, code counts as a word without letters,
/// and an exception of several words is one word.
/// </summary>
internal sealed class CapitalizationRule(RuleHeader header, CapitalizationOptions options) : Rule(header)
{
    private const string Word = @"[\p{N}\p{L}*]+\S*";

    private readonly Lazy<Regex?> _prefix = new(() => options.Prefix.Length == 0 ? null : Make($"^(?:{options.Prefix})", ignoreCase: false));
    private readonly Lazy<Regex> _pattern = new(() => Make(options.Pattern, ignoreCase: false));
    private readonly Lazy<Regex> _words = new(() => Make(options.Exceptions.Join(Word), ignoreCase: false));
    private readonly Lazy<Regex> _wordsOfAnyCase = new(() => Make(options.Exceptions.Join(Word), ignoreCase: true));

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        foreach (var unit in run.GetUnits())
        {
            foreach (var span in unit.Spans)
            {
                var text = run.MaskedTextOf(span);
                if (text.Length > 0 && !IsRight(text))
                {
                    var written = run.TextOf(span);
                    // Code has its own capitals: text with code in it is for the writer to mend.
                    run.Report(span, text == written && Convert(text) is { } converted ? [converted] : [], written);
                }
            }
        }
    }

    private static Regex Make(string pattern, bool ignoreCase) =>
        RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase), PatternParser.Parse(pattern).HasNestedRepeats);

    private bool IsRight(string text) => options.Capitals switch
    {
        Capitals.Title => IsTitle(text),
        Capitals.Sentence => IsSentence(text),
        Capitals.Lower => !text.Any(char.IsUpper) || options.Exceptions.Match(text),
        Capitals.Upper => !text.Any(char.IsLower) || options.Exceptions.Match(text),
        _ => _pattern.Value.IsMatch(text) || options.Exceptions.Match(text),
    };

    private bool IsTitle(string text)
    {
        var words = Split(_words.Value, text);
        var expected = Split(_words.Value, TitleCase.Convert(text, options.IsChicago));
        var right = 0;
        for (var i = 0; i < words.Count; i++)
        {
            right += i >= expected.Count || words[i] == expected[i] || !words[i].Any(char.IsLower) || options.Exceptions.Match(words[i]) ? 1 : 0;
        }

        return words.Count == 0 || (double)right / words.Count >= options.Threshold;
    }

    private bool IsSentence(string text)
    {
        var words = Split(_words.Value, text);
        var expected = Split(_words.Value, ToSentence(text));
        var right = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i >= expected.Count || words[i] == expected[i] || options.Exceptions.Match(words[i]))
            {
                right++;
            }
            else if (i == 0 && words[0] != Capitalize(words[0]))
            {
                return false;
            }
        }

        return words.Count == 0 || (double)right / words.Count >= options.Threshold;
    }

    // What the prefix matches and the marks between words stay as they are; behind an indicator, and behind a number that stands first, a sentence begins.
    private string ToSentence(string text)
    {
        var prefix = _prefix.Value?.Match(text) is { Success: true } start ? start.Value : "";
        var sentence = new StringBuilder(text.Length).Append(prefix);
        var (count, end, previous) = (0, prefix.Length, "");
        foreach (var match in _wordsOfAnyCase.Value.EnumerateMatches(text, prefix.Length))
        {
            // A pattern among the exceptions may match nothing.
            if (match.Length == 0)
            {
                continue;
            }

            var word = text.Substring(match.Index, match.Length);
            var begins = count == 0 || options.Indicators.Any(indicator => previous.EndsWith(indicator, StringComparison.Ordinal)) || (count == 1 && IsNumber(previous));
            sentence.Append(text, end, match.Index - end).Append(options.Exceptions.Find(word) ?? (begins ? Capitalize(word) : word.ToLowerInvariant()));
            (count, end, previous) = (count + 1, match.Index + match.Length, word);
        }

        return sentence.Append(text, end, text.Length - end).ToString();
    }

    private static bool IsNumber(string word)
    {
        var dot = word.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && char.IsAsciiDigit(word[dot - 1]);
    }

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();

    private static List<string> Split(Regex words, string text)
    {
        var found = new List<string>();
        foreach (var match in words.EnumerateMatches(text))
        {
            if (match.Length > 0)
            {
                found.Add(text.Substring(match.Index, match.Length));
            }
        }

        return found;
    }

    private string? Convert(string text) => options.Capitals switch
    {
        Capitals.Title => TitleCase.Convert(text, options.IsChicago),
        Capitals.Lower => text.ToLowerInvariant(),
        Capitals.Upper => text.ToUpperInvariant(),
        Capitals.Sentence => ToSentence(text),
        _ => null,
    };
}
