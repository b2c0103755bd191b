using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Baselines;

/// <summary>An article held against the baseline.</summary>
/// <param name="Findings">All of them, in the same order; the known ones are suppressed.</param>
/// <param name="Remaining">What is known and still occurs, with how often.</param>
/// <param name="Gone">What is known but occurs less often, with the difference.</param>
public sealed record BaselineComparison(
    ImmutableArray<Finding> Findings,
    ImmutableSortedDictionary<BaselineKey, int> Remaining,
    ImmutableSortedDictionary<BaselineKey, int> Gone)
{
    /// <summary>
    /// Compares. A key that is known N times covers its first N findings in the order of the text; findings that are suppressed
    /// already use up nothing, and are never new.
    /// </summary>
    public static BaselineComparison Of(ArticleResult result, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(baseline);
        var known = baseline[result.Article.Path];
        var left = known.ToBuilder();
        var findings = result.Findings;
        for (var i = 0; i < findings.Length && !known.IsEmpty; i++)
        {
            var key = KeyOf(result.Article, findings[i]);
            if (findings[i].Suppression is null && left.TryGetValue(key, out var count) && count > 0)
            {
                left[key] = count - 1;
                findings = findings.SetItem(i, findings[i] with { Suppression = new Suppression(SuppressionKind.Baseline, "") });
            }
        }

        var remaining = known.Select(pair => KeyValuePair.Create(pair.Key, pair.Value - left[pair.Key])).Where(pair => pair.Value > 0);
        return new BaselineComparison(
            findings,
            ImmutableSortedDictionary<BaselineKey, int>.Empty.AddRange(remaining),
            ImmutableSortedDictionary<BaselineKey, int>.Empty.AddRange(left.Where(pair => pair.Value > 0)));
    }

    /// <summary>The keys of the findings that are not suppressed, in the order of the text.</summary>
    public static IEnumerable<BaselineKey> KeysOf(ArticleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Findings.Where(finding => finding.Suppression is null).Select(finding => KeyOf(result.Article, finding));
    }

    private static BaselineKey KeyOf(Article article, Finding finding) =>
        new(finding.Diagnostic.Descriptor.Id, Fingerprint.Of(article, finding.Diagnostic));
}
