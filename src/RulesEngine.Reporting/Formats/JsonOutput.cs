using System.Text.Encodings.Web;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Articles;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>The parts that the JSON formats share.</summary>
internal static class JsonOutput
{
    /// <summary>Only what JSON itself needs is escaped: the output is a file or a pipe, not a part of a page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Stands for a caption, which may quote the article.</summary>
    public const string RedactedCaption = "related text";

    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };

    public static void WriteArticle(Utf8JsonWriter json, ArticleResult result, bool redact)
    {
        var article = result.Article;
        json.WriteStartObject();
        json.WriteString("path", article.Path);
        if (!redact)
        {
            json.WriteString("headline", article.Headline is { } headline ? article.AsSpan(headline.Span) : "");
        }

        json.WriteNumber("words", CountWords(article));
        json.WriteStartArray("diagnostics");
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is null)
            {
                WriteDiagnostic(json, article, finding, redact);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("suppressed");
        foreach (var finding in result.Findings)
        {
            if (SetAside.IsSilenced(finding))
            {
                WriteDiagnostic(json, article, finding, redact);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteRange(Utf8JsonWriter json, Article article, TextSpan span)
    {
        var range = article.SourceMap.GetRange(span);
        json.WriteStartObject("range");
        WritePosition(json, "start", range.Start);
        WritePosition(json, "end", range.End);
        json.WriteEndObject();
    }

    public static void WriteNotification(Utf8JsonWriter json, Notification notification)
    {
        json.WriteStartObject();
        json.WriteString("id", notification.Id);
        json.WriteString("severity", NameOf(notification.Severity));
        json.WriteString("message", notification.Message);
        if (notification.Path is { } path)
        {
            json.WriteString("path", path);
        }

        if (notification.Line is { } line)
        {
            json.WriteNumber("line", line);
            json.WriteNumber("column", notification.Column ?? 1);
        }

        json.WriteEndObject();
    }

    public static void WriteSummary(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("articles", summary.Articles);
        json.WriteNumber("error", summary.Error);
        json.WriteNumber("warning", summary.Warning);
        json.WriteNumber("suggestion", summary.Suggestion);
        json.WriteNumber("suppressed", summary.Suppressed);
        json.WriteNumber("baselined", summary.Baselined);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteEndObject();
    }

    /// <summary>Words of the article, furniture not counted: stretches without blanks.</summary>
    public static int CountWords(Article article)
    {
        var words = 0;
        foreach (var block in article.Blocks)
        {
            if (!block.IsArticleText)
            {
                continue;
            }

            var inWord = false;
            foreach (var c in article.AsSpan(block.Span))
            {
                var isBlank = char.IsWhiteSpace(c);
                words += !inWord && !isBlank ? 1 : 0;
                inWord = !isBlank;
            }
        }

        return words;
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Article article, Finding finding, bool redact)
    {
        var diagnostic = finding.Diagnostic;
        var descriptor = diagnostic.Descriptor;
        json.WriteStartObject();
        json.WriteString("id", descriptor.Id);
        json.WriteString("severity", NameOf(finding.Severity));
        json.WriteString("category", descriptor.Category);
        json.WriteString("message", redact ? descriptor.Title : diagnostic.Message);
        json.WriteString("why", descriptor.Why);
        if (descriptor.HelpUri is { } help)
        {
            json.WriteString("helpUri", help);
        }

        json.WriteString("fingerprint", Fingerprint.Of(article, diagnostic));
        WriteText(json, article, diagnostic.Span, redact);
        WriteRange(json, article, diagnostic.Span);
        json.WriteStartObject("properties");
        if (!redact)
        {
            foreach (var (name, value) in diagnostic.Properties)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteEndObject();
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteString("message", redact ? RedactedCaption : related.Caption);
            WriteRange(json, article, related.Span);
            WriteText(json, article, related.Span, redact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            WriteFix(json, article, fix, redact);
        }

        json.WriteEndArray();
        if (finding.Suppression is { } suppression)
        {
            json.WriteStartObject("suppression");
            json.WriteString("kind", suppression.Kind.ToString().ToLowerInvariant());
            if (suppression.Id is { } id)
            {
                json.WriteString("id", id);
            }

            json.WriteString("justification", redact ? "" : suppression.Justification);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Article article, Fix fix, bool redact)
    {
        json.WriteStartObject();
        json.WriteString("title", redact ? "fix" : fix.Title);
        json.WriteBoolean("safe", fix.IsSafe);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WriteRange(json, article, edit.Span);
            json.WriteString("newText", redact ? "" : edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, Article article, TextSpan span, bool redact)
    {
        if (!redact)
        {
            json.WriteString("text", article.AsSpan(span));
        }
    }

    private static void WritePosition(Utf8JsonWriter json, string name, SourcePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line);
        json.WriteNumber("column", position.Column);
        json.WriteNumber("offset", position.Offset);
        json.WriteEndObject();
    }
}
