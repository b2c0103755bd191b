using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>
/// <c>extends: conditional</c>: where the first stands, the second has to stand too. With a group in the second, each text of the
/// first has to have been caught by it in the same block or before ("WHO" needs "World Health Organization (WHO)").
/// </summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="patterns">First and second.</param>
/// <param name="hasGroup">True where the second catches something.</param>
/// <param name="exceptions">Texts of the first that need no second.</param>
internal sealed class ConditionalRule(RuleHeader header, ImmutableArray<RulePattern> patterns, bool hasGroup, Exceptions exceptions) : Rule(header)
{
    private Regex? _second;

    /// <inheritdoc/>
    public override ImmutableArray<RulePattern> Patterns => patterns;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        var seconds = run.GetMatches(static pattern => pattern.Group == 1).ToList();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var next = 0;
        foreach (var first in run.GetMatches(static pattern => pattern.Group == 0))
        {
            // Of the block itself all seconds count, as in Vale, where plain text is one block.
            var text = run.TextOf(first.Span);
            var block = run.Article.Format == ArticleFormat.Text ? null : run.Article.BlockAt(first.Span.Start);
            var end = block?.Span.End ?? run.Article.Text.Length;
            for (; next < seconds.Count && seconds[next].Span.Start < end; next++)
            {
                AddCaught(known, run.TextOf(seconds[next].Span));
            }

            // The last second before the end of the block is in the block, or none is.
            var holds = hasGroup ? known.Contains(text) : next > 0 && (block is null || seconds[next - 1].Span.Start >= block.Span.Start);
            if (!holds && !exceptions.Match(text))
            {
                run.Report(first.Span, [], text);
            }
        }
    }

    private void AddCaught(HashSet<string> known, string text)
    {
        _second ??= RegexFactory.Create(patterns[1].Text, RegexFactory.Options(patterns[1].IgnoresCase), PatternParser.Parse(patterns[1].Text).HasNestedRepeats);
        var groups = _second.Match(text).Groups;
        for (var i = 1; i < groups.Count; i++)
        {
            known.Add(groups[i].Value);
        }
    }
}
