using System.Globalization;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>
/// Findings for people: place, severity, id and message, then the text with the span underlined. Notifications go to standard
/// error, so that a pipe holds findings alone.
/// </summary>
internal sealed class TextRunFormat(Stream output, TextWriter errors, Palette palette, bool redact) : RunFormat
{
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
    private readonly RuleTable _rules = new();
    private int _articles;

    public override void WriteArticle(ArticleResult result)
    {
        foreach (var finding in Open(result))
        {
            Write(result.Article, finding);
        }

        _rules.Add(++_articles, Open(result));
        _writer.Flush();
    }

    public override void Complete(RunSummary summary)
    {
        if (summary.Articles >= RuleTable.LeastArticles)
        {
            _rules.Write(_writer);
        }

        _writer.WriteLine(Describe(summary));
        _writer.Flush();
        foreach (var notification in summary.Notifications)
        {
            errors.WriteLine(NotificationText.Of(notification));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Write(Article article, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var severity = palette.Paint(finding.Severity, Severities.NameOf(finding.Severity));
        _writer.WriteLine($"{palette.Bold(PlaceOf(article, diagnostic.Span))}: {severity} {diagnostic.Descriptor.Id}: {TerminalText.Clean(redact ? diagnostic.Descriptor.Title : diagnostic.Message)}");
        if (!redact)
        {
            WriteExcerpts(article, finding);
        }

        _writer.WriteLine();
    }

    private void WriteExcerpts(Article article, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var (text, mark) = Excerpt.Of(article, diagnostic.Span);
        _writer.WriteLine($"    {text}");
        _writer.WriteLine($"    {palette.Paint(finding.Severity, mark)}");
        foreach (var related in diagnostic.Related)
        {
            var start = article.SourceMap.GetRange(related.Span).Start;
            var quoted = Shorten(TerminalText.Clean(article.AsSpan(related.Span)));
            _writer.WriteLine(palette.Dim(string.Create(CultureInfo.InvariantCulture, $"    {start.Line}:{start.Column} {TerminalText.Clean(related.Caption)}: {quoted}")));
        }

        foreach (var fix in diagnostic.Fixes)
        {
            _writer.WriteLine($"    fix: {TerminalText.Clean(fix.Title)}");
        }
    }

    private static string PlaceOf(Article article, TextSpan span)
    {
        var start = article.SourceMap.GetRange(span).Start;
        return string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(article.Path)}:{start.Line}:{start.Column}");
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");

    private static string Describe(RunSummary summary)
    {
        var total = summary.Error + summary.Warning + summary.Suggestion;
        var setAside = string.Concat(
            SetAside(summary.Suppressed, "suppressed"),
            SetAside(summary.Baselined, "known to the baseline"),
            SetAside(summary.Unchanged, "on lines that did not change"));
        return $"{Count(total, "finding")} ({Count(summary.Error, "error")}, {Count(summary.Warning, "warning")}, {Count(summary.Suggestion, "suggestion")}) in {Count(summary.Articles, "article")}{setAside}";
    }

    private static string SetAside(int number, string why) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {number} {why}");

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
