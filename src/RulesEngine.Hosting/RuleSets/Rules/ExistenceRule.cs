using System.Collections.Immutable;

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
            // Patterns often take the blank beside a word along; an exception is about the word.
            if (!exceptions.Match(run.Article.AsSpan(match.Span).Trim()))
            {
                run.Report(match.Span, [], run.TextOf(match.Span));
            }
        }
    }
}
