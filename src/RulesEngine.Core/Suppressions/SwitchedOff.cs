using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Suppressions;

/// <summary>Silences findings that the author of the draft switched off, and reports switches that silence nothing.</summary>
internal static class SwitchedOff
{
    /// <summary>The rule about switches themselves.</summary>
    public static readonly DiagnosticDescriptor Unused = new()
    {
        Id = "SUP001",
        Title = "suppression without effect",
        MessageFormat = "the suppression of {0} silences nothing here: remove it, or it will hide the next finding",
        Category = "Suppression",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "A switch that is left behind hides findings that nobody has looked at.",
        RequiresEnglish = false,
    };

    /// <param name="article">The article with its comments.</param>
    /// <param name="findings">In the order of the text.</param>
    /// <param name="isRun">True for the id, or the rule set's name, of a rule that ran on the article.</param>
    /// <param name="unusedSeverity">For switches without effect; none switches the report of them off.</param>
    public static ImmutableArray<Finding> Apply(Article article, ImmutableArray<Finding> findings, Func<RuleSwitch, bool> isRun, DiagnosticSeverity unusedSeverity)
    {
        if (article.Comments.IsEmpty && article.FrontMatter.IsEmpty)
        {
            return findings;
        }

        var switches = SwitchReader.Read(article);
        var used = new HashSet<RuleSwitch>();
        var result = findings.Select(finding =>
        {
            if (switches.FirstOrDefault(each => each.Covers(article, finding.Diagnostic)) is not { } found)
            {
                return finding;
            }

            used.Add(found);
            return finding with { Suppression = new Suppression(SuppressionKind.Comment, found.Reason) };
        }).ToImmutableArray();
        if (unusedSeverity == DiagnosticSeverity.None)
        {
            return result;
        }

        return
        [
            .. result
                .Concat(switches.Where(each => !used.Contains(each) && isRun(each)).Select(each => new Finding(ReportUnused(each), unusedSeverity)))
                .OrderBy(finding => finding.Diagnostic.Span.Start),
        ];
    }

    private static Diagnostic ReportUnused(RuleSwitch each) => Diagnostic.Create(
        Unused,
        new TextSpan(each.Span.Start, each.Span.Start),
        each.Rules.IsEmpty ? "all rules" : string.Join(", ", each.Rules));
}
