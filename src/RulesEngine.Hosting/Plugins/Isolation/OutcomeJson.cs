using System.Collections.Immutable;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>What an analyzer found, or a suppressor silences, as a message.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter json, AnalyzerOutcome outcome)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in outcome.Diagnostics)
        {
            DiagnosticJson.Write(json, diagnostic);
        }

        json.WriteEndArray();
        WriteFaults(json, outcome.Notifications, outcome.IsAbandoned, outcome.IsOutOfMemory);
    }

    public static void Write(Utf8JsonWriter json, SuppressorOutcome outcome)
    {
        json.WriteStartArray("suppressed");
        foreach (var (index, suppression) in outcome.Suppressed)
        {
            json.WriteNumberValue(index);
            json.WriteStringValue(suppression.Id);
        }

        json.WriteEndArray();
        WriteFaults(json, outcome.Notifications, outcome.IsAbandoned, outcome.IsOutOfMemory);
    }

    /// <param name="json">The message.</param>
    /// <param name="rules">Those that the analyzer may report.</param>
    /// <param name="path">The article; whatever went wrong went wrong with it.</param>
    public static AnalyzerOutcome ReadAnalyzer(JsonElement json, ImmutableArray<DiagnosticDescriptor> rules, string path) => new(
        ReadDiagnostics(json.GetProperty("diagnostics"), rules),
        ReadNotifications(json, path))
    {
        IsAbandoned = json.GetProperty("abandoned").GetBoolean(),
        IsOutOfMemory = json.GetProperty("outOfMemory").GetBoolean(),
    };

    /// <param name="json">The message.</param>
    /// <param name="suppressions">Those that the suppressor may apply.</param>
    /// <param name="count">How many findings it was given.</param>
    /// <param name="path">The article; whatever went wrong went wrong with it.</param>
    public static SuppressorOutcome ReadSuppressor(JsonElement json, ImmutableArray<SuppressionDescriptor> suppressions, int count, string path) => new(
        ReadSuppressed(json.GetProperty("suppressed"), suppressions, count),
        ReadNotifications(json, path))
    {
        IsAbandoned = json.GetProperty("abandoned").GetBoolean(),
        IsOutOfMemory = json.GetProperty("outOfMemory").GetBoolean(),
    };

    private static void WriteFaults(Utf8JsonWriter json, IReadOnlyList<Notification> notifications, bool isAbandoned, bool isOutOfMemory)
    {
        json.WriteStartArray("notifications");
        foreach (var notification in notifications)
        {
            json.WriteStartObject();
            json.WriteString("id", notification.Id);
            json.WriteString("message", notification.Message);
            json.WriteString("redacted", notification.RedactedMessage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("abandoned", isAbandoned);
        json.WriteBoolean("outOfMemory", isOutOfMemory);
    }

    private static List<Diagnostic> ReadDiagnostics(JsonElement json, ImmutableArray<DiagnosticDescriptor> rules)
    {
        var byId = rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return [.. json.EnumerateArray().Select(each => DiagnosticJson.Read(each, byId))];
    }

    private static List<SuppressedDiagnostic> ReadSuppressed(JsonElement json, ImmutableArray<SuppressionDescriptor> suppressions, int count)
    {
        var suppressed = new List<SuppressedDiagnostic>();
        var values = json.EnumerateArray();
        while (values.MoveNext())
        {
            var index = values.Current.GetInt32();
            var id = values.MoveNext() ? values.Current.GetString() : null;
            suppressed.Add(new SuppressedDiagnostic(
                index >= 0 && index < count ? index : throw new MessageException($"finding {index} of {count}"),
                suppressions.FirstOrDefault(suppression => suppression.Id == id) ?? throw new MessageException($"suppression {id}, which nobody declared")));
        }

        return suppressed;
    }

    private static List<Notification> ReadNotifications(JsonElement json, string path) => [.. json.GetProperty("notifications").EnumerateArray().Select(each => ReadNotification(each, path))];

    /// <summary>Of the things that can go wrong with a rule, and an error whatever the other process says.</summary>
    private static Notification ReadNotification(JsonElement json, string path)
    {
        var id = DescriptorJson.Text(json, "id");
        return id is NotificationIds.RuleThrew or NotificationIds.RuleTimedOut or NotificationIds.InvalidDiagnostic
            ? new Notification(id, DiagnosticSeverity.Error, DescriptorJson.Text(json, "message"), path) { RedactedMessage = json.GetProperty("redacted").GetString() }
            : throw new MessageException($"a notification {id}");
    }
}
