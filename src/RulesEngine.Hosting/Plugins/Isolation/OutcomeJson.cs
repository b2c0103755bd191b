using System.Collections.Immutable;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>What an analyzer found, as a message.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter json, AnalyzerOutcome outcome)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in outcome.Diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteStartArray("notifications");
        foreach (var notification in outcome.Notifications)
        {
            json.WriteStartObject();
            json.WriteString("id", notification.Id);
            json.WriteString("message", notification.Message);
            json.WriteString("redacted", notification.RedactedMessage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("abandoned", outcome.IsAbandoned);
        json.WriteBoolean("outOfMemory", outcome.IsOutOfMemory);
    }

    /// <param name="json">The message.</param>
    /// <param name="rules">Those that the analyzer may report.</param>
    /// <param name="path">The article; whatever went wrong went wrong with it.</param>
    public static AnalyzerOutcome Read(JsonElement json, ImmutableArray<DiagnosticDescriptor> rules, string path)
    {
        List<Diagnostic> diagnostics = [.. json.GetProperty("diagnostics").EnumerateArray().Select(each => ReadDiagnostic(each, rules))];
        List<Notification> notifications = [.. json.GetProperty("notifications").EnumerateArray().Select(each => ReadNotification(each, path))];
        return new AnalyzerOutcome(diagnostics, notifications)
        {
            IsAbandoned = json.GetProperty("abandoned").GetBoolean(),
            IsOutOfMemory = json.GetProperty("outOfMemory").GetBoolean(),
        };
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
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

    private static Diagnostic ReadDiagnostic(JsonElement json, ImmutableArray<DiagnosticDescriptor> rules)
    {
        var id = DescriptorJson.Text(json, "rule");
        var rule = rules.FirstOrDefault(rule => rule.Id == id) ?? throw new MessageException($"a finding of {id}, which the analyzer does not have");
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

    /// <summary>Of the things that can go wrong with a rule, and an error whatever the other process says.</summary>
    private static Notification ReadNotification(JsonElement json, string path)
    {
        var id = DescriptorJson.Text(json, "id");
        return id is NotificationIds.RuleThrew or NotificationIds.RuleTimedOut or NotificationIds.InvalidDiagnostic
            ? new Notification(id, DiagnosticSeverity.Error, DescriptorJson.Text(json, "message"), path) { RedactedMessage = json.GetProperty("redacted").GetString() }
            : throw new MessageException($"a notification {id}");
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static TextSpan ReadSpan(JsonElement json) => new(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
}
