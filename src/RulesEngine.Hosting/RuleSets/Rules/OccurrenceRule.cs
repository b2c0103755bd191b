using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: occurrence</c>: something stands too often or too seldom in a block, a sentence or the article.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="pattern">What is counted.</param>
/// <param name="minimum">Fewest times; 0 for no minimum.</param>
/// <param name="maximum">Most times; 0 for no maximum.</param>
internal sealed class OccurrenceRule(RuleHeader header, RulePattern pattern, int minimum, int maximum) : Rule(header)
{
    /// <inheritdoc/>
    public override ImmutableArray<RulePattern> Patterns => [pattern];

    /// <inheritdoc/>
    public override bool RunsWithoutMatches => minimum > 0;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        // Code counts as stars, as in Vale: it is no word, but it takes room.
        var matches = run.GetMatches(static _ => true, CodePolicy.Any).Select(match => match.Span).ToList();
        var next = 0;
        foreach (var unit in run.GetUnits())
        {
            if (unit.Spans.Count == 0)
            {
                continue;
            }

            while (next < matches.Count && matches[next].Start < unit.Spans[0].Start)
            {
                next++;
            }

            var count = 0;
            TextSpan? first = null;
            for (var i = next; i < matches.Count && matches[i].Start < unit.Spans[^1].End; i++)
            {
                if (unit.Contains(matches[i]))
                {
                    first ??= run.TouchesCode(matches[i]) ? null : matches[i];
                    count++;
                }
            }

            // Without a match in the text itself there is no place to show, unless there is none at all.
            if (((maximum > 0 && count > maximum) || (minimum > 0 && count < minimum)) && (first is not null || count == 0))
            {
                run.Report(first ?? unit.Spans[0], [], count.ToString(System.Globalization.CultureInfo.InvariantCulture), run.TextOf(first ?? unit.Spans[0]));
            }
        }
    }
}
