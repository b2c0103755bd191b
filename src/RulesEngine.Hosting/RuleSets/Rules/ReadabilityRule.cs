using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: readability</c>: the mean school grade of some readability formulas is too high.</summary>
internal sealed class ReadabilityRule(RuleHeader header, ImmutableArray<string> metrics, double grade) : Rule(header)
{
    /// <summary>The formulas by the names that Vale gives them.</summary>
    public static ImmutableArray<string> Names { get; } = ["Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "SMOG", "Automated Readability"];

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        var statistics = TextStatistics.Count(run.Article, run.Facts);
        if (statistics["words"] == 0)
        {
            return;
        }

        var mean = metrics.Average(metric => Calculate(metric, statistics));
        if (mean > grade)
        {
            run.Report(new TextSpan(0, Math.Min(1, run.Article.Text.Length)), [], mean.ToString("0.00", CultureInfo.InvariantCulture));
        }
    }

    // The formulas as their authors published them: Gunning 1952, Coleman and Liau 1975, Kincaid and others 1975, McLaughlin 1969, Senter and Smith 1967.
    private static double Calculate(string metric, TextStatistics text)
    {
        var (words, sentences) = (text["words"], Math.Max(1, text["sentences"]));
        return metric switch
        {
            "Gunning Fog" => 0.4 * ((words / sentences) + (100 * text["complex_words"] / words)),
            "Coleman-Liau" => (5.88 * text["characters"] / words) - (29.6 * sentences / words) - 15.8,
            "Flesch-Kincaid" => (0.39 * words / sentences) + (11.8 * text["syllables"] / words) - 15.59,
            "SMOG" => (1.043 * Math.Sqrt(text["polysyllabic_words"] * 30 / sentences)) + 3.1291,
            _ => (4.71 * text["characters"] / words) + (0.5 * words / sentences) - 21.43,
        };
    }
}
