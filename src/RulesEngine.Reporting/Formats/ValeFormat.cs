using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>
/// What Vale prints for <c>--output=JSON</c>: an object with one list of alerts a file. Span is 1-based and inclusive, in
/// characters of the line; notifications stand under the key "notifications", which no file has.
/// </summary>
internal sealed class ValeFormat : RunFormat
{
    private readonly Utf8JsonWriter _json;
    private readonly RunInfo _info;

    public ValeFormat(Stream output, RunInfo info)
    {
        _info = info;
        _json = new Utf8JsonWriter(output, JsonOutput.Options with { Indented = true });
        _json.WriteStartObject();
    }

    public override void WriteArticle(ArticleResult result)
    {
        var findings = Open(result).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        _json.WriteStartArray(result.Article.Path);
        foreach (var finding in findings)
        {
            WriteAlert(result.Article, finding);
        }

        _json.WriteEndArray();
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (!summary.Notifications.IsEmpty)
        {
            _json.WriteStartArray("notifications");
            foreach (var notification in summary.Notifications)
            {
                JsonOutput.WriteNotification(_json, notification);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _json.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteAlert(Article article, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var range = article.SourceMap.GetRange(diagnostic.Span);
        var fix = diagnostic.Fixes.FirstOrDefault(fix => fix.Edits.Length == 1);
        _json.WriteStartObject();
        _json.WriteStartObject("Action");
        _json.WriteString("Name", fix is null || _info.Redact ? "" : fix.Edits[0].NewText.Length == 0 ? "remove" : "replace");
        if (fix is null || _info.Redact || fix.Edits[0].NewText.Length == 0)
        {
            _json.WriteNull("Params");
        }
        else
        {
            _json.WriteStartArray("Params");
            foreach (var each in diagnostic.Fixes.Where(each => each.Edits.Length == 1))
            {
                _json.WriteStringValue(each.Edits[0].NewText);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.WriteStartArray("Span");
        _json.WriteNumberValue(range.Start.Column);
        _json.WriteNumberValue(range.Start.Column + Math.Max(0, range.End.Offset - range.Start.Offset - 1));
        _json.WriteEndArray();
        _json.WriteString("Check", diagnostic.Descriptor.Id);
        _json.WriteString("Description", "");
        _json.WriteString("Link", diagnostic.Descriptor.HelpUri ?? "");
        _json.WriteString("Message", _info.Redact ? diagnostic.Descriptor.Title : diagnostic.Message);
        _json.WriteString("Severity", JsonOutput.NameOf(finding.Severity));
        _json.WriteString("Match", _info.Redact ? "" : article.AsSpan(diagnostic.Span));
        _json.WriteNumber("Line", range.Start.Line);
        _json.WriteEndObject();
    }
}
