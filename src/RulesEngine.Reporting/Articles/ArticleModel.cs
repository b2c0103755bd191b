using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>The report of an article as values for a template.</summary>
internal static class ArticleModel
{
    public static ScriptObject Create(ArticleResult result, string toolVersion, out int size)
    {
        var article = result.Article;
        var open = result.Findings.Where(finding => finding.Suppression is null).ToImmutableArray();
        var rules = RuleList.Of(open);
        var proof = new Proof(article, open, rules);
        var parts = proof.ToValues();
        var gap = GapOf(result);
        var setAside = SetAside.Of(result.Findings);
        var figures = gap == Gap.Language ? [] : result.Facts.Figures.Where(figure => figure.Status != FigureStatus.Exempt).ToImmutableArray();
        var sources = gap == Gap.Language ? [] : SourceList.Of(result.Facts, figures);
        var orphans = gap == Gap.Language ? [] : result.Facts.Attributions.Where(attribution => attribution.Source is null && IsInText(article, attribution)).ToImmutableArray();
        size = proof.Size + open.Length + figures.Length + sources.Length + article.Blocks.Length + open.Sum(finding => finding.Diagnostic.Related.Length + finding.Diagnostic.Properties.Length);
        return Values.Object(
            ("tool", Values.Object(("name", "rulesengine"), ("version", toolVersion))),
            ("article", Describe(article)),
            ("summary", Values.Object(
                ("sentence", SummarySentence.Of(open.Select(finding => finding.Diagnostic), figures.Select(figure => figure.Status), setAside, gap)),
                ("counts", Values.Counts(open.Select(finding => finding.Severity))),
                ("suppressed", setAside.Suppressed),
                ("baselined", setAside.Baselined),
                ("unchanged", setAside.Unchanged))),
            ("rules", rules.ToValues()),
            ("parts", parts),
            ("findings", FindingValues.Of(article, open, rules)),
            ("figures", Values.List(figures, figure => FigureValues(result, figure))),
            ("sources", SourceList.ToValues(sources, article)),
            ("source_map", SourceMapDrawing.Of(sources, figures, orphans, article)),
            ("timeline", Timeline.Of(open, article)),
            ("suppressed", Values.List(result.Findings.Where(SetAside.IsSilenced), finding => Suppressed(article, finding))),
            ("notifications", Values.Notifications(result.Notifications)));
    }

    private static ScriptObject Describe(Article article) => Values.Object(
        ("path", article.Path),
        ("headline", article.Headline is { } headline ? OneLine(article.GetText(headline.Span)) : ""),
        ("title", article.Headline is { } title ? OneLine(article.GetText(title.Span)) : Path.GetFileName(article.Path)),
        ("byline", TextOf(article, BlockKind.Byline)),
        ("dek", TextOf(article, BlockKind.Dek)),
        ("date", article.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        ("language", article.Language ?? ""),
        ("format", article.Format.ToString().ToLowerInvariant()),
        ("words", Formats.JsonOutput.CountWords(article)));

    private static Gap GapOf(ArticleResult result) =>
        result.Notifications.Any(notification => notification.Id == NotificationIds.OtherLanguage) ? Gap.Language
        : result.Notifications.Any(notification => notification.Severity == DiagnosticSeverity.Error) ? Gap.Failure
        : Gap.None;

    private static bool IsInText(Article article, Attribution attribution) =>
        article.BlockAt(attribution.Cue.Start) is not { IsArticleText: false };

    private static string TextOf(Article article, BlockKind kind) =>
        article.Blocks.FirstOrDefault(block => block.Kind == kind) is { } found ? OneLine(article.GetText(found.Span)) : "";

    private static ScriptObject FigureValues(ArticleResult result, Figure figure)
    {
        var article = result.Article;
        var start = article.SourceMap.GetRange(figure.Span).Start;
        return Values.Object(
            ("text", OneLine(article.GetText(figure.Span))),
            ("value", Value(figure.Value)),
            ("unit", figure.Unit),
            ("kind", figure.Kind.ToString().ToLowerInvariant()),
            ("status", figure.Status.ToString().ToLowerInvariant()),
            ("source", figure.SourceSpan is { } source ? OneLine(article.GetText(source)) : ""),
            ("why", figure.Why),
            ("line", start.Line),
            ("column", start.Column));
    }

    private static string Value(FigureValue? value) => value switch
    {
        { Low: { } low, High: { } high } when low == high => Number(low),
        { Low: { } low, High: { } high } => $"{Number(low)} to {Number(high)}",
        { Low: { } low } => $"{Number(low)} or more",
        { High: { } high } => $"{Number(high)} or less",
        _ => "",
    };

    private static string Number(decimal value) => value.ToString("#,0.##########", CultureInfo.InvariantCulture);

    private static ScriptObject Suppressed(Article article, Finding finding) => Values.Object(
        ("id", finding.Diagnostic.Descriptor.Id),
        ("text", OneLine(article.GetText(finding.Diagnostic.Span))),
        ("line", article.SourceMap.GetRange(finding.Diagnostic.Span).Start.Line),
        ("kind", finding.Suppression!.Kind.ToString().ToLowerInvariant()),
        ("justification", finding.Suppression.Justification));

    /// <summary>Text on one line, for tables and titles.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
