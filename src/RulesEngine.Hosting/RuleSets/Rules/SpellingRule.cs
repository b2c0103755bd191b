using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Spelling;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: spelling</c>: words that no dictionary has.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="dictionary">The dictionaries.</param>
/// <param name="filters">Words that one of them matches are left alone.</param>
/// <param name="ignored">So are these words, in whatever case.</param>
/// <param name="exceptions">And these.</param>
internal sealed class SpellingRule(RuleHeader header, SpellingDictionary dictionary, ImmutableArray<Regex> filters, IReadOnlySet<string> ignored, Exceptions exceptions) : Rule(header)
{
    private const int Suggestions = 5;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        foreach (var unit in run.GetUnits())
        {
            foreach (var span in unit.Spans)
            {
                for (var at = span.Start; NextWord(run.Article.Text, ref at, span.End) is { } word;)
                {
                    Check(run, word);
                }
            }
        }
    }

    private void Check(RuleRun run, TextSpan span)
    {
        var text = run.TextOf(span);
        var word = text.Replace('\u2019', '\'');
        if (ignored.Contains(word) || IsFiltered(word) || exceptions.Match(text) || dictionary.Knows(word))
        {
            return;
        }

        var wantsSpellings = Header.Fixes is { Kind: FixKind.Suggest } fixes && fixes.Parameters.Contains("spellings");
        run.Report(span, wantsSpellings ? dictionary.Suggest(word, Suggestions) : [], text);
    }

    private bool IsFiltered(string word)
    {
        foreach (var filter in filters)
        {
            if (filter.IsMatch(word))
            {
                return true;
            }
        }

        return false;
    }

    // Words end at blanks and dashes; signs around them are no part of them, those within are (a filter may know an address by them).
    private static TextSpan? NextWord(string text, ref int at, int end)
    {
        while (at < end)
        {
            while (at < end && IsBreak(text[at]))
            {
                at++;
            }

            var start = at;
            while (at < end && !IsBreak(text[at]))
            {
                at++;
            }

            var (first, last) = (start, at);
            while (first < last && !char.IsLetterOrDigit(text[first]))
            {
                first++;
            }

            while (last > first && !char.IsLetterOrDigit(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                return new TextSpan(first, last);
            }
        }

        return null;
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '\u2013' or '\u2014' or '\u2026';
}
