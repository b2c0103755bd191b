using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: consistency</c>: of two ways to write something an article uses one.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="patterns">Two after each other for each pair of <c>either</c>.</param>
internal sealed class ConsistencyRule(RuleHeader header, ImmutableArray<RulePattern> patterns) : Rule(header)
{
    /// <inheritdoc/>
    public override ImmutableArray<RulePattern> Patterns => patterns;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        for (var i = 0; i < patterns.Length; i += 2)
        {
            EvaluatePair(run, i);
        }
    }

    // The way that comes first counts as the article's own; every use of the other one is a finding.
    private static void EvaluatePair(RuleRun run, int pair)
    {
        var first = -1;
        TextSpan firstSpan = default;
        foreach (var match in run.GetMatches(pattern => pattern.Group == pair || pattern.Group == pair + 1))
        {
            if (first < 0)
            {
                (first, firstSpan) = (match.Pattern.Group, match.Span);
            }
            else if (match.Pattern.Group != first)
            {
                run.Report(match.Span, [run.TextOf(firstSpan)], run.TextOf(match.Span), run.TextOf(firstSpan));
            }
        }
    }
}
