using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Fixes;

/// <summary>Holds an article as it was fixed against the article before.</summary>
public static class FixCheck
{
    /// <summary>Why the fixes must not stay: the text is not the expected one, a finding is still there, or a new one arose. Null where they may.</summary>
    /// <param name="before">The article that the fixes were computed on, before any baseline was applied.</param>
    /// <param name="after">The fixed file, read and analysed anew.</param>
    /// <param name="applied">What was applied.</param>
    public static string? FindObjection(ArticleResult before, ArticleResult after, ImmutableArray<PlannedFix> applied)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var change = new TextChange(applied.SelectMany(planned => planned.Fix.Edits));
        if (after.Article.Text != change.Apply(before.Article.Text) || after.Article.Blocks.Length != before.Article.Blocks.Length)
        {
            return "the change would read differently in this format than in the text";
        }

        return FindRemaining(after, applied, change) ?? FindNew(before, after, applied, change) ?? FindFault(before, after);
    }

    private static string? FindRemaining(ArticleResult after, ImmutableArray<PlannedFix> applied, TextChange change)
    {
        foreach (var planned in applied)
        {
            var id = planned.Finding.Diagnostic.Descriptor.Id;
            var span = change.Map(planned.Finding.Diagnostic.Span);
            if (OpenFindings(after).Any(finding => finding.Diagnostic.Descriptor.Id == id && Meet(finding.Diagnostic.Span, span)))
            {
                return $"{id} would still find something there";
            }
        }

        return null;
    }

    /// <summary>A finding is known where the same rule found something at the place that it was led to.</summary>
    private static string? FindNew(ArticleResult before, ArticleResult after, ImmutableArray<PlannedFix> applied, TextChange change)
    {
        var fixedFindings = applied.Select(planned => planned.Finding.Diagnostic).ToHashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        var known = OpenFindings(before)
            .Where(finding => !fixedFindings.Contains(finding.Diagnostic))
            .ToLookup(finding => finding.Diagnostic.Descriptor.Id, finding => change.Map(finding.Diagnostic.Span), StringComparer.Ordinal);
        foreach (var finding in OpenFindings(after))
        {
            var (id, span) = (finding.Diagnostic.Descriptor.Id, finding.Diagnostic.Span);
            if (!known[id].Any(old => Meet(old, span)))
            {
                return $"{id} would find something new: {finding.Diagnostic.Message}";
            }
        }

        return null;
    }

    private static string? FindFault(ArticleResult before, ArticleResult after) =>
        Faults(after).Except(Faults(before), StringComparer.Ordinal).FirstOrDefault() is { } fault ? $"the changed article cannot be checked ({fault})" : null;

    private static IEnumerable<string> Faults(ArticleResult result) =>
        result.Notifications.Where(notification => notification.Severity == DiagnosticSeverity.Error).Select(notification => notification.Message);

    private static IEnumerable<Finding> OpenFindings(ArticleResult result) => result.Findings.Where(finding => finding.Suppression is null);

    private static bool Meet(TextSpan left, TextSpan right) => left == right || left.Overlaps(right);
}
