using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>Findings as values for a template, numbered from 1 in the order of the text.</summary>
internal static class FindingValues
{
    public static ScriptArray Of(Article article, ImmutableArray<Finding> findings, RuleList rules) =>
        Values.List(findings.Select((finding, index) => (finding, number: index + 1)), pair => Of(article, pair.finding, pair.number, rules));

    public static ScriptObject Of(Article article, Finding finding, int number, RuleList rules) => Values.Object(Fields(article, finding, number, rules));

    /// <summary>A finding in the margin, with those of which the same is said but for the text that it is said of.</summary>
    public static ScriptObject Note(Article article, ImmutableArray<Finding> findings, ImmutableArray<int> alike, RuleList rules) => Values.Object(
    [
        .. Fields(article, findings[alike[0]], alike[0] + 1, rules),
        ("alike", Values.List(alike.Skip(1), index => Values.Object(("number", index + 1), ("text", ArticleModel.OneLine(article.GetText(findings[index].Diagnostic.Span)))))),
    ]);

    private static (string Name, object? Value)[] Fields(Article article, Finding finding, int number, RuleList rules)
    {
        var diagnostic = finding.Diagnostic;
        var start = article.SourceMap.GetRange(diagnostic.Span).Start;
        return
        [
            ("number", number),
            ("rule_key", rules.KeyOf(diagnostic.Descriptor)),
            ("id", diagnostic.Descriptor.Id),
            ("title", diagnostic.Descriptor.Title),
            ("category", diagnostic.Descriptor.Category),
            ("severity", Values.NameOf(finding.Severity)),
            ("message", diagnostic.Message),
            ("why", diagnostic.Descriptor.Why),
            ("help_uri", SafeUri(diagnostic.Descriptor.HelpUri)),
            ("text", ArticleModel.OneLine(article.GetText(diagnostic.Span))),
            ("line", start.Line),
            ("column", start.Column),
            ("properties", Values.List(diagnostic.Properties, pair => Values.Object(("name", pair.Key), ("value", pair.Value)))),
            ("related", Values.List(diagnostic.Related, related => Related(article, related))),
            ("fixes", Values.List(diagnostic.Fixes, fix => Values.Object(("title", fix.Title), ("safe", fix.IsSafe)))),
        ];
    }

    /// <summary>Only web addresses become links: a rule set may come from anywhere.</summary>
    public static string SafeUri(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http" ? uri! : "";

    private static ScriptObject Related(Article article, RelatedSpan related)
    {
        var start = article.SourceMap.GetRange(related.Span).Start;
        return Values.Object(
            ("caption", related.Caption),
            ("text", ArticleModel.OneLine(article.GetText(related.Span))),
            ("line", start.Line),
            ("column", start.Column),
            ("block", Proof.AnchorOf(article, related.Span.Start)));
    }
}
