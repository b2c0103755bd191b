using System.Text.RegularExpressions;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Examples;

/// <summary>Looks at the patterns of a rule for the mistakes that make a rule silent or slow.</summary>
internal static class PatternReview
{
    private const int MaximumCompared = 2_000;

    /// <summary>Warnings, in the order of the patterns.</summary>
    public static IEnumerable<Notification> Review(Rule rule)
    {
        var parsed = rule.Patterns.Select(pattern => PatternParser.Parse(pattern.Text)).ToList();
        for (var i = 0; i < rule.Patterns.Length; i++)
        {
            var pattern = rule.Patterns[i];
            var place = PlaceOf(rule, pattern);
            if (parsed[i].HasNestedRepeats)
            {
                yield return Warn(rule, place, $"'{pattern.Text}' repeats a repeat and may take very long; write it without one of the two");
            }

            if (pattern.IsWordBounded && LiteralExpander.Expand(parsed[i].Root) is { } texts && texts.All(NeedsWordBeyond))
            {
                yield return Warn(rule, place, $"'{pattern.Text}' cannot match before a blank: a word has to begin or end where a mark stands; leave the mark out, or set 'nonword: true' and write \\b yourself");
            }
        }

        foreach (var warning in FindShadowed(rule, parsed))
        {
            yield return warning;
        }
    }

    private static IEnumerable<Notification> FindShadowed(Rule rule, List<ParsedPattern> parsed)
    {
        // In conditional and consistency rules the patterns do not compete.
        if (rule is not (ExistenceRule or SubstitutionRule) || rule.Patterns.Length > MaximumCompared)
        {
            yield break;
        }

        var seen = new Dictionary<string, RulePattern>(rule.Patterns.Length > 0 && rule.Patterns[0].IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var expressions = new List<(RulePattern Pattern, Regex Regex)>();
        for (var i = 0; i < rule.Patterns.Length; i++)
        {
            var pattern = rule.Patterns[i];
            if (LiteralExpander.Expand(parsed[i].Root) is not { } texts)
            {
                expressions.Add((pattern, RegexFactory.Create($@"\A(?:{pattern.Text})\z", RegexFactory.Options(pattern.IgnoresCase), parsed[i].HasNestedRepeats)));
                continue;
            }

            if (texts.All(seen.ContainsKey) && !texts.IsEmpty)
            {
                yield return Warn(rule, PlaceOf(rule, pattern), $"'{pattern.Text}' is never reached: '{seen[texts[0]].Text}' comes first and finds the same");
            }
            else if (expressions.FirstOrDefault(expression => texts.All(text => expression.Regex.IsMatch(text))) is { Regex: not null } earlier)
            {
                yield return Warn(rule, PlaceOf(rule, pattern), $"'{pattern.Text}' is never reached: '{earlier.Pattern.Text}' comes first and finds it too");
            }

            foreach (var text in texts)
            {
                seen.TryAdd(text, pattern);
            }
        }
    }

    private static bool NeedsWordBeyond(string text) => text.Length > 0 && (!WordCharacters.IsWord(text[0]) || !WordCharacters.IsWord(text[^1]));

    private static TokenPlace PlaceOf(Rule rule, RulePattern pattern)
    {
        foreach (var place in rule.Header.Lines)
        {
            if (place.Text == pattern.Text)
            {
                return place;
            }
        }

        return new TokenPlace(pattern.Text, 1, 1);
    }

    private static Notification Warn(Rule rule, TokenPlace place, string message) => RuleTester.At(rule, place, DiagnosticSeverity.Warning, message);
}
