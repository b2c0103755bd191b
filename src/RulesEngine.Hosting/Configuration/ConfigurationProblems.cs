using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>Collects what is wrong with a configuration; each problem has its place.</summary>
internal sealed class ConfigurationProblems
{
    private readonly List<Notification> _notifications = [];

    public IReadOnlyList<Notification> Notifications => _notifications;

    public void Add(string path, YamlNode at, string message) => Add(path, message, at.Line, at.Column);

    public void Add(string path, string message, int? line = null, int? column = null) =>
        _notifications.Add(new Notification(NotificationIds.InvalidConfiguration, DiagnosticSeverity.Error, message, path, line, column));

    /// <summary>The keys of a mapping; a key that is not known is a problem and is left out.</summary>
    public IEnumerable<YamlEntry> Entries(string path, YamlNode node, string what, IReadOnlyList<string>? known)
    {
        if (node is YamlScalar { IsNull: true })
        {
            yield break;
        }

        if (node is not YamlMapping mapping)
        {
            Add(path, node, $"{what} takes keys with values, not {node.Description}");
            yield break;
        }

        foreach (var entry in mapping.Entries)
        {
            if (known is null || known.Contains(entry.Key.Value, StringComparer.Ordinal))
            {
                yield return entry;
            }
            else
            {
                Add(path, entry.Key, $"unknown key '{entry.Key.Value}' in {what}{NameSuggestion.For(entry.Key.Value, known)}");
            }
        }
    }

    /// <summary>The values of a list; a single value is a list of one.</summary>
    public IEnumerable<YamlNode> Items(string path, YamlNode node, string what)
    {
        switch (node)
        {
            case YamlScalar { IsNull: true }:
                return [];
            case YamlScalar:
                return [node];
            case YamlSequence sequence:
                return sequence.Items;
            default:
                Add(path, node, $"{what} takes a list, not {node.Description}");
                return [];
        }
    }

    /// <summary>The texts of a list.</summary>
    public IEnumerable<YamlScalar> Scalars(string path, YamlNode node, string what)
    {
        foreach (var item in Items(path, node, what))
        {
            if (Scalar(path, item, what) is { } scalar)
            {
                yield return scalar;
            }
        }
    }

    /// <summary>A text that is not empty, or null and a problem.</summary>
    public YamlScalar? Scalar(string path, YamlNode node, string what)
    {
        if (node is YamlScalar { Value.Length: > 0, IsNull: false } scalar)
        {
            return scalar;
        }

        Add(path, node, $"{what} takes a single value, not {node.Description}");
        return null;
    }
}
