using System.Collections.Immutable;
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
/// <param name="Prefix">A pattern of what comes before the text and does not count: "1.2 ".</param>
internal sealed record CapitalizationOptions(
    Capitals Capitals,
    string Pattern,
    bool IsChicago,
    Exceptions Exceptions,
    ImmutableArray<string> Indicators,
    double Threshold,
    string Prefix);

/// <summary><c>extends: capitalization</c>: the whole text in scope is capitalised in one way.</summary>
internal sealed class CapitalizationRule(RuleHeader header, CapitalizationOptions options) : Rule(header)
{
    private readonly Lazy<Regex?> _prefix = new(() => options.Prefix.Length == 0 ? null : Make($"^(?:{options.Prefix})"));
    private readonly Lazy<Regex> _pattern = new(() => Make(options.Pattern));

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        foreach (var unit in run.GetUnits())
        {
            foreach (var span in unit.Spans)
            {
                var text = run.TextOf(span);
                if (_prefix.Value?.Match(text) is { Success: true } prefix)
                {
                    text = text[prefix.Length..];
                }

                if (text.Length > 0 && !IsRight(text))
                {
                    run.Report(span, Convert(text) is { } converted ? [converted] : [], text);
                }
            }
        }
    }

    private static Regex Make(string pattern) => RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase: false), PatternParser.Parse(pattern).HasNestedRepeats);

    private bool IsRight(string text) => options.Capitals switch
    {
        Capitals.Title => ShareOfRight(text, TitleCase.Convert(text, options.IsChicago).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) >= options.Threshold,
        Capitals.Sentence => IsSentence(text),
        Capitals.Lower => !text.Any(char.IsUpper),
        Capitals.Upper => !text.Any(char.IsLower),
        _ => _pattern.Value.IsMatch(text),
    };

    private double ShareOfRight(string text, string[] expected)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var right = 0;
        for (var i = 0; i < words.Length; i++)
        {
            right += words[i] == expected[i] || IsFree(words[i]) ? 1 : 0;
        }

        return words.Length == 0 ? 1 : (double)right / words.Length;
    }

    private bool IsSentence(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var right = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var first = words[i].FirstOrDefault(char.IsLetter);
            if (IsFree(words[i]) || (i > 0 && options.Indicators.Any(indicator => words[i - 1].EndsWith(indicator, StringComparison.Ordinal))))
            {
                right++;
            }
            else if (i == 0 && first != 0 && !char.IsUpper(first))
            {
                return false;
            }
            else if (i == 0 || !words[i].Any(char.IsUpper))
            {
                right++;
            }
        }

        return words.Length == 0 || (double)right / words.Length > options.Threshold;
    }

    private bool IsFree(string word) => !word.Any(char.IsLower) || options.Exceptions.Match(word);

    private string? Convert(string text) => options.Capitals switch
    {
        Capitals.Title => TitleCase.Convert(text, options.IsChicago),
        Capitals.Lower => text.ToLowerInvariant(),
        Capitals.Upper => text.ToUpperInvariant(),
        Capitals.Sentence => TitleCase.ToSentence(text, word => IsFree(word)),
        _ => null,
    };
}
