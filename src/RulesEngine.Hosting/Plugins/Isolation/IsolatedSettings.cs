using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>Which rules and suppressions are on and what the options of rules are, as a message; a plugin sees no more of the settings.</summary>
internal sealed class IsolatedSettings(JsonElement json) : RuleSettings
{
    public static void Write(Utf8JsonWriter json, RuleSettings settings, IEnumerable<DiagnosticDescriptor> rules)
    {
        foreach (var rule in rules)
        {
            json.WriteStartObject(rule.Id);
            json.WriteBoolean("enabled", settings.IsEnabled(rule));
            json.WriteStartObject("options");
            foreach (var option in rule.Options)
            {
                if (settings.GetOption(rule, option) is { } value)
                {
                    json.WritePropertyName(option.Name);
                    DescriptorJson.WriteValue(json, value);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    public static void Write(Utf8JsonWriter json, RuleSettings settings, IEnumerable<SuppressionDescriptor> suppressions)
    {
        foreach (var suppression in suppressions)
        {
            json.WriteBoolean(suppression.Id, settings.IsSuppressionEnabled(suppression.Id));
        }
    }

    /// <summary>Off or on; the tool itself knows how severe a finding is.</summary>
    public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) =>
        json.TryGetProperty(descriptor.Id, out var rule) && rule.GetProperty("enabled").GetBoolean() ? DiagnosticSeverity.Warning : DiagnosticSeverity.None;

    public override bool IsSuppressionEnabled(string suppressionId) => json.TryGetProperty(suppressionId, out var isEnabled) && isEnabled.GetBoolean();

    public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) =>
        json.TryGetProperty(descriptor.Id, out var rule) && rule.GetProperty("options").TryGetProperty(option.Name, out var value)
            ? DescriptorJson.ReadValue(value, option.ValueType)
            : null;
}
