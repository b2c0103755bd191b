using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Articles;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting;

/// <summary>One article on the page of a run.</summary>
/// <param name="Path">Path of the article as the user gave it.</param>
/// <param name="Headline">Its headline, or empty.</param>
/// <param name="Report">Path of its report, relative to the page.</param>
/// <param name="Severities">The severities of its findings.</param>
/// <param name="Rules">The rules of its findings.</param>
public sealed record ArticleLine(string Path, string Headline, string Report, ImmutableArray<DiagnosticSeverity> Severities, ImmutableArray<DiagnosticDescriptor> Rules)
{
    /// <summary>The line of an article.</summary>
    /// <param name="result">What the run has to say about it; suppressed findings are not counted.</param>
    /// <param name="report">Path of its report, relative to the page.</param>
    public static ArticleLine Of(ArticleResult result, string report)
    {
        ArgumentNullException.ThrowIfNull(result);
        var open = result.Findings.Where(finding => finding.Suppression is null).ToImmutableArray();
        var headline = result.Article.Headline is { } block ? ArticleModel.OneLine(result.Article.GetText(block.Span)) : "";
        return new ArticleLine(result.Article.Path, headline, report, [.. open.Select(finding => finding.Severity)], [.. open.Select(finding => finding.Diagnostic.Descriptor)]);
    }
}

/// <summary>The page of a run as values for a template.</summary>
internal static class RunModel
{
    public static ScriptObject Create(IReadOnlyList<ArticleLine> articles, IReadOnlyList<Notification> notifications, string toolVersion)
    {
        var rules = articles.SelectMany(article => article.Rules)
            .GroupBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(group => (Id: group.Key, group.First().Title, Count: group.Count()))
            .OrderByDescending(rule => rule.Count)
            .ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .ToImmutableArray();
        var most = rules.IsEmpty ? 1 : rules[0].Count;
        return Values.Object(
            ("tool", Values.Object(("name", "rulesengine"), ("version", toolVersion))),
            ("counts", Values.Counts(articles.SelectMany(article => article.Severities))),
            ("rules", Values.List(rules, rule => Values.Object(("id", rule.Id), ("title", rule.Title), ("count", rule.Count), ("share", rule.Count * 100 / most)))),
            ("articles", Values.List(
                articles.OrderByDescending(Weight).ThenBy(article => article.Path, StringComparer.Ordinal),
                article => Values.Object(
                    ("path", article.Path),
                    ("headline", article.Headline),
                    ("href", string.Join('/', article.Report.Split('/').Select(Uri.EscapeDataString))),
                    ("counts", Values.Counts(article.Severities))))),
            ("notifications", Values.Notifications(notifications)));
    }

    private static (int Errors, int Warnings, int Suggestions) Weight(ArticleLine article) => (
        article.Severities.Count(severity => severity == DiagnosticSeverity.Error),
        article.Severities.Count(severity => severity == DiagnosticSeverity.Warning),
        article.Severities.Count(severity => severity == DiagnosticSeverity.Suggestion));
}
