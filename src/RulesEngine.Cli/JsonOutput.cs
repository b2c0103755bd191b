using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Cli;

internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteReport(Stream output, IReadOnlyList<ArticleResult> results, IEnumerable<Notification> first)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("schemaVersion", "1.0");
        json.WriteStartArray("articles");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("path", result.Article.Path);
            json.WriteStartArray("diagnostics");
            foreach (var finding in result.Findings)
            {
                var diagnostic = finding.Diagnostic;
                json.WriteStartObject();
                json.WriteString("id", diagnostic.Descriptor.Id);
                json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
                json.WriteString("category", diagnostic.Descriptor.Category);
                json.WriteString("message", diagnostic.Message);
                WriteSpan(json, result.Article, diagnostic.Span);
                json.WriteStartObject("properties");
                foreach (var (key, value) in diagnostic.Properties)
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notifications");
        foreach (var notification in first.Concat(results.SelectMany(result => result.Notifications)))
        {
            json.WriteStartObject();
            json.WriteString("id", notification.Id);
            json.WriteString("message", notification.Message);
            json.WriteString("path", notification.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteFacts(Stream output, ArticleFacts facts)
    {
        var article = facts.Article;
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("path", article.Path);
            Write(json, "blocks", article.Blocks, block => { json.WriteString("kind", block.Kind.ToString()); WriteSpan(json, article, block.Span); });
            Write(json, "sentences", facts.Sentences, sentence => WriteSpan(json, article, sentence.Span));
            Write(json, "tokens", Enumerable.Range(0, facts.Tokens.Length), index =>
            {
                json.WriteString("tag", facts.Tags[index].ToString());
                json.WriteString("lemma", facts.GetLemma(index));
                WriteSpan(json, article, facts.Tokens[index].Span);
            });
            Write(json, "quotations", facts.Quotations, quotation => WriteSpan(json, article, quotation.Span));
            Write(json, "attributions", facts.Attributions, attribution =>
            {
                json.WritePropertyName("source");
                if (attribution.Source is { } source)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", source.Kind.ToString().ToLowerInvariant());
                    WriteSpan(json, article, source.Span);
                    json.WriteEndObject();
                }
                else
                {
                    json.WriteNullValue();
                }

                json.WriteStartObject("cue");
                WriteSpan(json, article, attribution.Cue);
                json.WriteEndObject();
                Write(json, "content", attribution.Content, span => WriteSpan(json, article, span));
                json.WriteString("stance", attribution.Stance.ToString().ToLowerInvariant());
                json.WriteBoolean("hedged", attribution.IsHedged);
            });
            Write(json, "figures", facts.Figures, figure =>
            {
                WriteSpan(json, article, figure.Span);
                json.WriteString("value", figure.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.Low}..{value.High}") : null);
                json.WriteString("unit", figure.Unit);
                json.WriteString("kind", figure.Kind.ToString().ToLowerInvariant());
                json.WriteString("status", figure.Status.ToString().ToLowerInvariant());
                json.WriteString("why", figure.Why);
            });
            Write(json, "accounts", facts.Accounts, account =>
            {
                WriteSpan(json, article, account.Span);
                json.WriteString("handle", account.Handle);
                json.WriteString("platform", account.Platform);
                json.WriteString("role", account.Role.ToString().ToLowerInvariant());
            });
            Write(json, "times", facts.Times, time =>
            {
                WriteSpan(json, article, time.Span);
                json.WriteString("first", time.First?.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("last", time.Last?.ToString("O", CultureInfo.InvariantCulture));
            });
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, Article article, TextSpan span)
    {
        var range = article.SourceMap.GetRange(span);
        json.WriteString("text", article.AsSpan(span));
        json.WriteStartObject("range");
        WritePosition(json, "start", range.Start);
        WritePosition(json, "end", range.End);
        json.WriteEndObject();
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
