using System.Collections.Immutable;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>What a plugin has, as a message.</summary>
internal static class PluginJson
{
    /// <param name="json">Takes the message.</param>
    /// <param name="problem">Why there is no plugin, or null.</param>
    /// <param name="analyzers">Each with what went wrong when it was set up.</param>
    /// <param name="suppressors">Each with what went wrong when it was set up.</param>
    public static void Write(Utf8JsonWriter json, string? problem, List<(ArticleAnalyzer Analyzer, string? Fault)> analyzers, List<(DiagnosticSuppressor Suppressor, string? Fault)> suppressors)
    {
        json.WriteString("problem", problem);
        json.WriteStartArray("analyzers");
        foreach (var (analyzer, fault) in analyzers)
        {
            json.WriteStartObject();
            json.WriteString("name", analyzer.GetType().Name);
            json.WriteString("fault", fault);
            WriteRules(json, "rules", analyzer.SupportedDiagnostics);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("suppressors");
        foreach (var (suppressor, fault) in suppressors)
        {
            json.WriteStartObject();
            json.WriteString("name", suppressor.GetType().Name);
            json.WriteString("fault", fault);
            WriteSuppressions(json, suppressor.SupportedSuppressions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteRules(Utf8JsonWriter json, string name, IEnumerable<DiagnosticDescriptor> rules)
    {
        json.WriteStartArray(name);
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            DescriptorJson.Write(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The analyzers and suppressors here that stand for those there.</summary>
    /// <exception cref="MessageException">They do not keep the contract.</exception>
    public static Plugin Read(JsonElement json, PluginProcess process, IsolatedPlugin plugin)
    {
        var folder = plugin.Folder;
        var analyzers = json.GetProperty("analyzers").EnumerateArray().Select((analyzer, number) => (ArticleAnalyzer)new IsolatedAnalyzer(
            process, plugin, number, DescriptorJson.Text(analyzer, "name"), ReadRules(analyzer), analyzer.GetProperty("fault").GetString()));
        var suppressors = json.GetProperty("suppressors").EnumerateArray().Select((suppressor, number) => (DiagnosticSuppressor)new IsolatedSuppressor(
            process, plugin, number, DescriptorJson.Text(suppressor, "name"), ReadSuppressions(suppressor), suppressor.GetProperty("fault").GetString()));
        return new Plugin(folder.Name, folder.Path, [.. analyzers], folder.LexiconFolder) { Suppressors = [.. suppressors] };
    }

    /// <summary>The other process has looked at them as well, but what runs there could have changed them on the way.</summary>
    private static ImmutableArray<DiagnosticDescriptor> ReadRules(JsonElement json)
    {
        ImmutableArray<DiagnosticDescriptor> rules = [.. json.GetProperty("rules").EnumerateArray().Select(DescriptorJson.Read)];
        return DescriptorCheck.FindFault(rules) is { } fault ? throw new MessageException(fault) : rules;
    }

    private static void WriteSuppressions(Utf8JsonWriter json, ImmutableArray<SuppressionDescriptor> suppressions)
    {
        json.WriteStartArray("suppressions");
        foreach (var suppression in suppressions)
        {
            json.WriteStartObject();
            json.WriteString("id", suppression.Id);
            json.WriteString("rule", suppression.SuppressedDiagnosticId);
            json.WriteString("justification", suppression.Justification);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<SuppressionDescriptor> ReadSuppressions(JsonElement json) =>
    [
        .. json.GetProperty("suppressions").EnumerateArray().Select(each =>
            new SuppressionDescriptor(DescriptorJson.Text(each, "id"), DescriptorJson.Text(each, "rule"), DescriptorJson.Text(each, "justification"))),
    ];
}
