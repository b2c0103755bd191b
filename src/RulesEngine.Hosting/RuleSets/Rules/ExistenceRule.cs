using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: existence</c>: some words should not be there.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="patterns">The tokens; one pattern where <c>raw</c> is given.</param>
/// <param name="exceptions">Matches that are left alone.</param>
internal sealed class ExistenceRule(RuleHeader header, ImmutableArray<RulePattern> patterns, Exceptions exceptions) : Rule(header)
{
    /// <inheritdoc/>
    public override ImmutableArray<RulePattern> Patterns => patterns;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        foreach (var match in run.GetMatches())
        {
            // Patterns often take the blank beside a word along.
            var span = Trim(run.Article.Text, match.Span);
            var text = run.TextOf(span);
            if (!exceptions.Match(text))
            {
                run.Report(span, [], text);
            }
        }
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (end - start > 1 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        while (end - start > 1 && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new TextSpan(start, end);
    }
}
