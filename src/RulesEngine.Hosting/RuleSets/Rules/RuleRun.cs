using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>A match of a rule's pattern.</summary>
/// <param name="Pattern">The rule's own number for the pattern.</param>
/// <param name="Span">In article text.</param>
internal readonly record struct RuleMatch(RulePattern Pattern, TextSpan Span);

/// <summary>One rule at work on one article.</summary>
internal sealed class RuleRun(Rule rule, ArticleScan scan, List<PatternMatch> found)
{
    private int _reported;

    /// <summary>The article.</summary>
    public Article Article => scan.Article;

    /// <summary>What is known about it.</summary>
    public ArticleFacts Facts => scan.GetTokens();

    /// <summary>The text of a span with stars for each character of code in it.</summary>
    public string MaskedTextOf(TextSpan span) => scan.MaskedText.Substring(span.Start, span.Length);

    /// <summary>The text of a span.</summary>
    public string TextOf(TextSpan span) => Article.GetText(span);

    /// <summary>
    /// Matches of the rule's patterns from left to right, without overlaps: of two at one place the pattern that stands first counts.
    /// </summary>
    /// <param name="wanted">The patterns that compete with one another.</param>
    /// <param name="code">What a match may have of code in it.</param>
    public IEnumerable<RuleMatch> GetMatches(Func<RulePattern, bool> wanted, CodePolicy code = CodePolicy.None)
    {
        found.Sort();
        var end = 0;
        foreach (var match in found)
        {
            scan.Clock.Check();
            var pattern = rule.Patterns[scan.Patterns[match.Pattern].Source.Group];
            var span = new TextSpan(match.Start, match.End);
            if (match.Start >= end && wanted(pattern) && scan.IsMatchInScope(rule.Header.Scope, span, code))
            {
                end = match.End;
                yield return new RuleMatch(pattern, span);
            }
        }
    }

    /// <summary>Called now and then by a rule that looks through the text itself.</summary>
    /// <exception cref="TimeoutException">It is over its budget.</exception>
    public void Check() => scan.Clock.Check();

    /// <summary>All matches of all patterns.</summary>
    public IEnumerable<RuleMatch> GetMatches() => GetMatches(static _ => true);

    /// <summary>True where a span has code, an address or an alternative text in it that the rule does not look at.</summary>
    public bool TouchesCode(TextSpan span) => !scan.IsMatchInScope(rule.Header.Scope, span);

    /// <summary>What the rule is applied to at a time: blocks, sentences, links …; the whole text for <c>summary</c>.</summary>
    public IEnumerable<ScopedText> GetUnits() => scan.GetUnits(rule.Header.Scope);

    /// <summary>Reports a finding unless the rule leaves such text alone or has reported enough.</summary>
    /// <param name="span">The text at fault.</param>
    /// <param name="options">What may stand there instead, best first.</param>
    /// <param name="arguments">Fill the message.</param>
    public void Report(TextSpan span, IReadOnlyList<string> options, params ReadOnlySpan<string> arguments)
    {
        scan.Clock.Check();
        var header = rule.Header;
        if ((header.Limit > 0 && _reported >= header.Limit)
            || (header.Quotes != QuotePolicy.Include && scan.Regions.IsQuoted(span) != (header.Quotes == QuotePolicy.Only)))
        {
            return;
        }

        _reported++;
        scan.Report(header.Descriptor, span, header.Message.Format(arguments), header.Fixes.Make(span, Article.Text, options));
    }
}

/// <summary>A stretch of text that a rule is applied to at a time.</summary>
/// <param name="Spans">One span; several where the text of the whole article is taken together.</param>
internal readonly record struct ScopedText(IReadOnlyList<TextSpan> Spans)
{
    /// <summary>True where the text holds the span.</summary>
    public bool Contains(TextSpan span)
    {
        foreach (var part in Spans)
        {
            if (part.Contains(span))
            {
                return true;
            }
        }

        return false;
    }
}
