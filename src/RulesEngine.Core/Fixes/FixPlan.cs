using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Fixes;

/// <summary>A finding and the one of its fixes that is to be applied.</summary>
/// <param name="Finding">Neither suppressed nor in the baseline.</param>
/// <param name="Fix">Its edits count in the article as it was analysed.</param>
public sealed record PlannedFix(Finding Finding, Fix Fix);

/// <summary>The fixes of an article that can be applied together, all computed on the article as it was analysed.</summary>
/// <param name="Chosen">In the order of the findings; no two edits touch.</param>
/// <param name="Overlapping">Those that would change text that a chosen one changes.</param>
public sealed record FixPlan(ImmutableArray<PlannedFix> Chosen, ImmutableArray<PlannedFix> Overlapping)
{
    /// <summary>Chooses: the first safe fix of each open finding; where two overlap, the one of the earlier finding.</summary>
    /// <param name="result">The article, with suppressions and baseline applied.</param>
    /// <param name="includeSuggestions">True to take the first fix of a finding that has no safe one.</param>
    public static FixPlan For(ArticleResult result, bool includeSuggestions)
    {
        ArgumentNullException.ThrowIfNull(result);
        var chosen = ImmutableArray.CreateBuilder<PlannedFix>();
        var overlapping = ImmutableArray.CreateBuilder<PlannedFix>();
        var taken = new List<TextSpan>();
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is not null || Choose(finding.Diagnostic.Fixes, includeSuggestions) is not { } fix)
            {
                continue;
            }

            var isFree = fix.Edits.All(edit => taken.TrueForAll(span => !Touch(span, edit.Span)));
            (isFree ? chosen : overlapping).Add(new PlannedFix(finding, fix));
            if (isFree)
            {
                taken.AddRange(fix.Edits.Select(edit => edit.Span));
            }
        }

        return new FixPlan(chosen.ToImmutable(), overlapping.ToImmutable());
    }

    private static Fix? Choose(ImmutableArray<Fix> fixes, bool includeSuggestions)
    {
        var usable = fixes.Where(fix => !fix.Edits.IsDefaultOrEmpty && IsFreeOfOverlaps(fix.Edits));
        return usable.FirstOrDefault(fix => fix.IsSafe) ?? (includeSuggestions ? usable.FirstOrDefault() : null);
    }

    private static bool IsFreeOfOverlaps(ImmutableArray<TextEdit> edits)
    {
        for (var i = 1; i < edits.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Touch(edits[i].Span, edits[j].Span))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // An insertion at the edge of another edit has no certain place, so it counts as an overlap.
    private static bool Touch(TextSpan left, TextSpan right) => left.IsEmpty || right.IsEmpty
        ? left.Start <= right.End && right.Start <= left.End
        : left.Overlaps(right);
}
