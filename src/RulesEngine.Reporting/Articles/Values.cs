using System.Collections.Immutable;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>Makes the read-only values of a report.</summary>
internal static class Values
{
    public static ScriptObject Object(params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var value = new ScriptObject();
        foreach (var (name, field) in fields)
        {
            value.SetValue(name, field, readOnly: true);
        }

        value.IsReadOnly = true;
        return value;
    }

    public static ScriptArray List<T>(IEnumerable<T> items, Func<T, object?> convert)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(convert(item));
        }

        list.IsReadOnly = true;
        return list;
    }

    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };

    public static ScriptObject Counts(IEnumerable<DiagnosticSeverity> severities)
    {
        var all = severities.ToImmutableArray();
        return Object(
            ("error", all.Count(severity => severity == DiagnosticSeverity.Error)),
            ("warning", all.Count(severity => severity == DiagnosticSeverity.Warning)),
            ("suggestion", all.Count(severity => severity == DiagnosticSeverity.Suggestion)),
            ("all", all.Length));
    }

    public static ScriptArray Notifications(IEnumerable<Core.Analysis.Notification> notifications) => List(
        notifications,
        notification => Object(
            ("id", notification.Id),
            ("severity", NameOf(notification.Severity)),
            ("message", notification.Message),
            ("path", notification.Path ?? ""),
            ("line", notification.Line ?? 0)));
}
