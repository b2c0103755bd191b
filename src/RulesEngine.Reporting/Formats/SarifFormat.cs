using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>
/// SARIF 2.1.0 as GitHub code scanning reads it. Rules of the tool stand in the driver, those of other plugins and rule sets in
/// an extension each. Suppressed findings are left out: code scanning would show them as open. Long, because the parts of a result
/// refer to each other by number and follow the schema from top to bottom.
/// </summary>
internal sealed class SarifFormat : RunFormat
{
    /// <summary>Longest text that code scanning takes for a description.</summary>
    private const int MostCharacters = 1024;

    private readonly Utf8JsonWriter _json;
    private readonly RunInfo _info;
    private readonly ImmutableArray<SarifComponent> _components;
    private readonly Dictionary<DiagnosticDescriptor, (int Component, int Index)> _places = new(ReferenceEqualityComparer.Instance);

    public SarifFormat(Stream output, RunInfo info)
    {
        _info = info;
        _components = SarifComponent.Of(info.Rules);
        for (var component = 0; component < _components.Length; component++)
        {
            for (var index = 0; index < _components[component].Rules.Length; index++)
            {
                _places[_components[component].Rules[index]] = (component, index);
            }
        }

        _json = new Utf8JsonWriter(output, JsonOutput.Options);
        Begin();
    }

    public override void WriteArticle(ArticleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in Open(result))
        {
            var fingerprint = Fingerprint.Of(result.Article, finding.Diagnostic);
            seen[fingerprint] = seen.GetValueOrDefault(fingerprint) + 1;
            WriteResult(result.Article, finding, string.Create(CultureInfo.InvariantCulture, $"{fingerprint}:{seen[fingerprint]}"));
        }

        if (_json.BytesPending > 1 << 16)
        {
            _json.Flush();
        }
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", summary.Notifications.All(notification => notification.Severity != DiagnosticSeverity.Error));
        WriteNotifications("toolExecutionNotifications", summary.Notifications.Where(notification => !IsConfiguration(notification)));
        WriteNotifications("toolConfigurationNotifications", summary.Notifications.Where(IsConfiguration));
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
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

    private void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "rulesengine");
        _json.WriteString("semanticVersion", _info.ToolVersion);
        WriteRules(_components[0]);
        _json.WriteEndObject();
        if (_components.Length > 1)
        {
            _json.WriteStartArray("extensions");
            foreach (var component in _components.Skip(1))
            {
                _json.WriteStartObject();
                _json.WriteString("name", component.Name);
                WriteRules(component);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartObject("automationDetails");
        _json.WriteString("id", "rulesengine/");
        _json.WriteEndObject();
        _json.WriteStartArray("results");
    }

    private void WriteRules(SarifComponent component)
    {
        _json.WriteStartArray("rules");
        foreach (var rule in component.Rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id", rule.Id);
            WriteText("shortDescription", Cut(rule.Title));
            WriteText("fullDescription", Cut(rule.Why.Length == 0 ? rule.Title : rule.Why));
            _json.WriteStartObject("help");
            _json.WriteString("text", SarifHelp.Text(rule));
            _json.WriteString("markdown", SarifHelp.Markdown(rule));
            _json.WriteEndObject();
            if (rule.HelpUri is { } uri)
            {
                _json.WriteString("helpUri", uri);
            }

            _json.WriteStartObject("defaultConfiguration");
            _json.WriteBoolean("enabled", rule.IsEnabledByDefault);
            _json.WriteString("level", Level(rule.DefaultSeverity));
            _json.WriteEndObject();
            _json.WriteStartObject("properties");
            _json.WriteStartArray("tags");
            _json.WriteStringValue(rule.Category);
            _json.WriteEndArray();
            _json.WriteString("problem.severity", rule.DefaultSeverity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "recommendation" });
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteResult(Article article, Finding finding, string fingerprint)
    {
        var diagnostic = finding.Diagnostic;
        _json.WriteStartObject();
        WriteRule(diagnostic.Descriptor);
        _json.WriteString("level", Level(finding.Severity));
        WriteText("message", _info.Redact ? diagnostic.Descriptor.Title : diagnostic.Message);
        _json.WriteStartArray("locations");
        WriteLocation(article, diagnostic.Span, null, null);
        _json.WriteEndArray();
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("primaryLocationLineHash", fingerprint);
        _json.WriteEndObject();
        if (!diagnostic.Related.IsEmpty)
        {
            _json.WriteStartArray("relatedLocations");
            for (var i = 0; i < diagnostic.Related.Length; i++)
            {
                WriteLocation(article, diagnostic.Related[i].Span, i + 1, _info.Redact ? JsonOutput.RedactedCaption : diagnostic.Related[i].Caption);
            }

            _json.WriteEndArray();
        }

        if (!_info.Redact)
        {
            WriteFixes(article, diagnostic);
            WriteProperties(diagnostic);
        }

        _json.WriteEndObject();
    }

    private void WriteRule(DiagnosticDescriptor rule)
    {
        _json.WriteString("ruleId", rule.Id);
        if (!_places.TryGetValue(rule, out var place))
        {
            return;
        }

        _json.WriteStartObject("rule");
        _json.WriteString("id", rule.Id);
        _json.WriteNumber("index", place.Index);
        if (place.Component > 0)
        {
            _json.WriteStartObject("toolComponent");
            _json.WriteString("name", _components[place.Component].Name);
            _json.WriteNumber("index", place.Component - 1);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteLocation(Article article, TextSpan span, int? id, string? message)
    {
        _json.WriteStartObject();
        if (id is { } number)
        {
            _json.WriteNumber("id", number);
        }

        _json.WriteStartObject("physicalLocation");
        WriteArtifact(article.Path);
        _json.WritePropertyName("region");
        WriteRegion(article, span, withSnippet: !_info.Redact && id is null);
        _json.WriteEndObject();
        if (message is not null)
        {
            WriteText("message", message);
        }

        _json.WriteEndObject();
    }

    private void WriteArtifact(string path)
    {
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        _json.WriteString("uriBaseId", "%SRCROOT%");
        _json.WriteEndObject();
    }

    private void WriteRegion(Article article, TextSpan span, bool withSnippet)
    {
        var range = article.SourceMap.GetRange(span);
        _json.WriteStartObject();
        _json.WriteNumber("startLine", range.Start.Line);
        _json.WriteNumber("startColumn", range.Start.Column);
        _json.WriteNumber("endLine", range.End.Line);
        _json.WriteNumber("endColumn", range.End.Column);
        _json.WriteNumber("charOffset", range.Start.Offset);
        _json.WriteNumber("charLength", range.End.Offset - range.Start.Offset);
        if (withSnippet)
        {
            WriteText("snippet", article.GetText(span));
        }

        _json.WriteEndObject();
    }

    private void WriteFixes(Article article, Diagnostic diagnostic)
    {
        if (diagnostic.Fixes.IsEmpty)
        {
            return;
        }

        _json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            _json.WriteStartObject();
            WriteText("description", fix.Title);
            _json.WriteStartArray("artifactChanges");
            _json.WriteStartObject();
            WriteArtifact(article.Path);
            _json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                _json.WriteStartObject();
                _json.WritePropertyName("deletedRegion");
                WriteRegion(article, edit.Span, withSnippet: false);
                WriteText("insertedContent", edit.NewText);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteProperties(Diagnostic diagnostic)
    {
        if (diagnostic.Properties.IsEmpty)
        {
            return;
        }

        _json.WriteStartObject("properties");
        foreach (var (name, value) in diagnostic.Properties)
        {
            _json.WriteString(name, value);
        }

        _json.WriteEndObject();
    }

    private void WriteNotifications(string name, IEnumerable<Notification> notifications)
    {
        _json.WriteStartArray(name);
        foreach (var notification in notifications)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("descriptor");
            _json.WriteString("id", notification.Id);
            _json.WriteEndObject();
            _json.WriteString("level", Level(notification.Severity));
            WriteText("message", notification.Message);
            if (notification.Path is { } path)
            {
                _json.WriteStartArray("locations");
                _json.WriteStartObject();
                _json.WriteStartObject("physicalLocation");
                WriteArtifact(path);
                _json.WriteStartObject("region");
                _json.WriteNumber("startLine", notification.Line ?? 1);
                _json.WriteNumber("startColumn", notification.Column ?? 1);
                _json.WriteEndObject();
                _json.WriteEndObject();
                _json.WriteEndObject();
                _json.WriteEndArray();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteText(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    private static bool IsConfiguration(Notification notification) => notification.Id is
        NotificationIds.InvalidConfiguration or NotificationIds.InvalidRule or NotificationIds.UnknownName or NotificationIds.PluginNotTrusted or NotificationIds.DuplicateRule;

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static string Cut(string text) => text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
}

/// <summary>The driver or an extension of it, with its rules in ordinal order.</summary>
internal sealed record SarifComponent(string Name, ImmutableArray<DiagnosticDescriptor> Rules)
{
    /// <summary>The driver first, then the others in ordinal order.</summary>
    public static ImmutableArray<SarifComponent> Of(ImmutableArray<RuleInfo> rules) =>
    [
        new SarifComponent("rulesengine", Sorted(rules.Where(rule => rule.IsBundled))),
        .. rules.Where(rule => !rule.IsBundled)
            .GroupBy(rule => rule.Origin, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SarifComponent(group.Key, Sorted(group))),
    ];

    private static ImmutableArray<DiagnosticDescriptor> Sorted(IEnumerable<RuleInfo> rules) =>
        [.. rules.Select(rule => rule.Descriptor).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
}

/// <summary>The help of a rule: why it exists, with its examples.</summary>
internal static class SarifHelp
{
    public static string Text(DiagnosticDescriptor rule) => string.Join(
        "\n\n",
        rule.Examples.Select(example => $"{(example.IsFlagged ? "Flagged" : "Passes")}: {Unmarked(example.Markup)}").Prepend(rule.Why.Length == 0 ? rule.Title : rule.Why));

    public static string Markdown(DiagnosticDescriptor rule) => string.Join(
        "\n\n",
        rule.Examples.Select(example => $"{(example.IsFlagged ? "Flagged" : "Passes")}:\n\n> {Marked(example.Markup)}").Prepend(rule.Why.Length == 0 ? rule.Title : rule.Why));

    private static string Unmarked(string markup) => markup.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static string Marked(string markup) =>
        markup.ReplaceLineEndings("\n> ").Replace("[|", "**", StringComparison.Ordinal).Replace("|]", "**", StringComparison.Ordinal);
}
