using System.Text.Json;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>Findings as messages; a rule goes by its id.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("rule", diagnostic.Descriptor.Id);
        WriteSpan(json, diagnostic.Span);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Severity is { } severity)
        {
            json.WriteNumber("severity", (int)severity);
        }

        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            WriteSpan(json, related.Span);
            json.WriteString("caption", related.Caption);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("properties");
        foreach (var (key, value) in diagnostic.Properties)
        {
            json.WriteStringValue(key);
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            WriteFix(json, fix);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Fix fix)
    {
        json.WriteStartObject();
        json.WriteString("title", fix.Title);
        json.WriteBoolean("safe", fix.IsSafe);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WriteSpan(json, edit.Span);
            json.WriteString("newText", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="json">The message.</param>
    /// <param name="rules">Those that there may be findings of, by id.</param>
    public static Diagnostic Read(JsonElement json, IReadOnlyDictionary<string, DiagnosticDescriptor> rules)
    {
        var id = DescriptorJson.Text(json, "rule");
        var rule = rules.TryGetValue(id, out var known) ? known : throw new MessageException($"a finding of {id}, which nobody declared");
        var properties = json.GetProperty("properties").EnumerateArray().Select(text => text.GetString() ?? "").ToList();
        return Diagnostic.CreateWithMessage(rule, ReadSpan(json), DescriptorJson.Text(json, "message")) with
        {
            Severity = json.TryGetProperty("severity", out var severity) ? DescriptorJson.ReadSeverity(severity) : null,
            Related = [.. json.GetProperty("related").EnumerateArray().Select(each => new RelatedSpan(ReadSpan(each), DescriptorJson.Text(each, "caption")))],
            Properties = [.. Enumerable.Range(0, properties.Count / 2).Select(i => KeyValuePair.Create(properties[2 * i], properties[(2 * i) + 1]))],
            Fixes = [.. json.GetProperty("fixes").EnumerateArray().Select(ReadFix)],
        };
    }

    private static Fix ReadFix(JsonElement json) => new(
        DescriptorJson.Text(json, "title"),
        json.GetProperty("safe").GetBoolean(),
        [.. json.GetProperty("edits").EnumerateArray().Select(edit => new TextEdit(ReadSpan(edit), DescriptorJson.Text(edit, "newText")))]);

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static TextSpan ReadSpan(JsonElement json) => new(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
}
