using System.Text.Json;
using RulesEngine.Core.Analysis;

namespace RulesEngine.Reporting.Formats;

/// <summary>The JSON contract: README.md beside this project has every field.</summary>
internal sealed class JsonFormat : RunFormat
{
    private readonly Utf8JsonWriter _json;
    private readonly RunInfo _info;

    public JsonFormat(Stream output, RunInfo info)
    {
        _info = info;
        _json = new Utf8JsonWriter(output, JsonOutput.Options);
        _json.WriteStartObject();
        _json.WriteString("schemaVersion", "1.0");
        _json.WriteStartObject("tool");
        _json.WriteString("name", "rulesengine");
        _json.WriteString("version", info.ToolVersion);
        _json.WriteEndObject();
        _json.WriteStartArray("articles");
    }

    public override void WriteArticle(ArticleResult result)
    {
        JsonOutput.WriteArticle(_json, result, _info.Redact);
        if (_json.BytesPending > 1 << 16)
        {
            _json.Flush();
        }
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _json.WriteEndArray();
        _json.WriteStartArray("notifications");
        foreach (var notification in summary.Notifications)
        {
            JsonOutput.WriteNotification(_json, notification);
        }

        _json.WriteEndArray();
        JsonOutput.WriteSummary(_json, summary);
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
}

/// <summary>The same parts, one JSON object a line: <c>{"article":…}</c>, <c>{"notification":…}</c>, at the end <c>{"summary":…}</c>.</summary>
internal sealed class NdjsonFormat(Stream output, RunInfo info) : RunFormat
{
    public override void WriteArticle(ArticleResult result) => WriteLine(json =>
    {
        json.WritePropertyName("article");
        JsonOutput.WriteArticle(json, result, info.Redact);
    });

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        foreach (var notification in summary.Notifications)
        {
            WriteLine(json =>
            {
                json.WritePropertyName("notification");
                JsonOutput.WriteNotification(json, notification);
            });
        }

        WriteLine(json => JsonOutput.WriteSummary(json, summary));
        output.Flush();
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, JsonOutput.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
