using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: metric</c>: a number calculated from counts of the article meets a condition.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="formula">The number.</param>
/// <param name="condition">What it is compared with.</param>
internal sealed class MetricRule(RuleHeader header, Formula formula, Formula condition) : Rule(header)
{
    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        var statistics = TextStatistics.Count(run.Article, run.Facts);
        var value = formula.Calculate(statistics);
        if (double.IsFinite(value) && condition.Holds(value, statistics))
        {
            run.Report(new TextSpan(0, Math.Min(1, run.Article.Text.Length)), [], value.ToString("0.00", CultureInfo.InvariantCulture));
        }
    }
}
