using System.Globalization;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>
/// Workflow commands of GitHub Actions. A step shows ten annotations of each level, so the worst come first (what failed, then by
/// severity) and one last line counts the rest; that needs the whole run, of which only what is printed is kept.
/// </summary>
internal sealed class GitHubFormat(Stream output, RunInfo info) : RunFormat
{
    /// <summary>Annotations of one level that GitHub shows for a step.</summary>
    private const int MostALevel = 10;

    private readonly Dictionary<DiagnosticSeverity, List<string>> _lines = new()
    {
        [DiagnosticSeverity.Error] = [],
        [DiagnosticSeverity.Warning] = [],
        [DiagnosticSeverity.Suggestion] = [],
    };

    private int _leftOut;

    public override void WriteArticle(ArticleResult result)
    {
        foreach (var finding in Open(result))
        {
            var diagnostic = finding.Diagnostic;
            var range = result.Article.SourceMap.GetRange(diagnostic.Span);
            var place = string.Create(CultureInfo.InvariantCulture, $"file={Property(result.Article.Path)},line={range.Start.Line},endLine={range.End.Line},col={range.Start.Column},endColumn={range.End.Column}");
            var title = Property($"{diagnostic.Descriptor.Id} {diagnostic.Descriptor.Title}");
            Keep(finding.Severity, $"::{Command(finding.Severity)} {place},title={title}::{Data(info.Redact ? diagnostic.Descriptor.Title : diagnostic.Message)}");
        }
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var failures = summary.Notifications.Where(notification => notification.Severity == DiagnosticSeverity.Error).Select(Annotate).ToList();
        var errors = failures.Concat(_lines[DiagnosticSeverity.Error]).ToList();
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        foreach (var line in errors.Take(MostALevel).Concat(_lines[DiagnosticSeverity.Warning]).Concat(_lines[DiagnosticSeverity.Suggestion]))
        {
            writer.WriteLine(line);
        }

        var leftOut = _leftOut + Math.Max(0, errors.Count - MostALevel);
        if (leftOut > 0)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{leftOut} more not annotated here; in all: failures of the run {failures.Count}, errors {summary.Error}, warnings {summary.Warning}, suggestions {summary.Suggestion}"));
        }
    }

    private static string Annotate(Notification notification)
    {
        var place = notification.Path is { } path ? $" file={Property(path)}" : "";
        return $"::error{place}::{Data($"{notification.Id}: {notification.Message}")}";
    }

    private void Keep(DiagnosticSeverity severity, string line)
    {
        if (_lines[severity].Count < MostALevel)
        {
            _lines[severity].Add(line);
        }
        else
        {
            _leftOut++;
        }
    }

    private static string Command(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "notice",
    };

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
