using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>What rules are, and what is configured for them, as messages.</summary>
internal static class DescriptorJson
{
    public static void Write(Utf8JsonWriter json, DiagnosticDescriptor rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("messageFormat", rule.MessageFormat);
        json.WriteString("category", rule.Category);
        json.WriteNumber("severity", (int)rule.DefaultSeverity);
        json.WriteBoolean("enabled", rule.IsEnabledByDefault);
        json.WriteString("why", rule.Why);
        json.WriteString("helpUri", rule.HelpUri);
        json.WriteString("since", rule.Since);
        json.WriteBoolean("english", rule.RequiresEnglish);
        json.WriteStartArray("examples");
        foreach (var example in rule.Examples)
        {
            json.WriteStartObject();
            json.WriteString("markup", example.Markup);
            json.WriteString("date", example.Date?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("options");
        foreach (var option in rule.Options)
        {
            json.WriteStartObject();
            json.WriteString("name", option.Name);
            json.WriteString("description", option.Description);
            json.WriteString("type", NameOf(option.ValueType));
            json.WritePropertyName("default");
            WriteValue(json, option.DefaultValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static DiagnosticDescriptor Read(JsonElement json) => new()
    {
        Id = Text(json, "id"),
        Title = Text(json, "title"),
        MessageFormat = Text(json, "messageFormat"),
        Category = Text(json, "category"),
        DefaultSeverity = ReadSeverity(json.GetProperty("severity")) ?? DiagnosticSeverity.None,
        IsEnabledByDefault = json.GetProperty("enabled").GetBoolean(),
        Why = Text(json, "why"),
        HelpUri = json.GetProperty("helpUri").GetString(),
        Since = Text(json, "since"),
        RequiresEnglish = json.GetProperty("english").GetBoolean(),
        Examples =
        [
            .. json.GetProperty("examples").EnumerateArray().Select(example => new RuleExample(Text(example, "markup"))
            {
                Date = example.GetProperty("date").GetString() is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null,
            }),
        ],
        Options = [.. json.GetProperty("options").EnumerateArray().Select(ReadOption)],
    };

    /// <summary>Values of the types that options have.</summary>
    public static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case ImmutableArray<string> list:
                json.WriteStartArray();
                foreach (var text in list)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    /// <summary>A value of the type of an option.</summary>
    public static object ReadValue(JsonElement json, Type type) =>
        type == typeof(bool) ? json.GetBoolean()
        : type == typeof(int) ? json.GetInt32()
        : type == typeof(double) ? json.GetDouble()
        : type == typeof(ImmutableArray<string>) ? json.EnumerateArray().Select(text => text.GetString()!).ToImmutableArray()
        : json.GetString()!;

    public static DiagnosticSeverity? ReadSeverity(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null
        : json.GetInt32() is var number and >= (int)DiagnosticSeverity.None and <= (int)DiagnosticSeverity.Error ? (DiagnosticSeverity)number
        : throw new MessageException("a severity that does not exist");

    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new MessageException($"null for '{name}'");

    private static OptionDescriptor ReadOption(JsonElement json)
    {
        var (name, description, value) = (Text(json, "name"), Text(json, "description"), json.GetProperty("default"));
        return Text(json, "type") switch
        {
            "bool" => new OptionDescriptor<bool>(name, value.GetBoolean(), description),
            "int" => new OptionDescriptor<int>(name, value.GetInt32(), description),
            "double" => new OptionDescriptor<double>(name, value.GetDouble(), description),
            "list" => new OptionDescriptor<ImmutableArray<string>>(name, (ImmutableArray<string>)ReadValue(value, typeof(ImmutableArray<string>)), description),
            _ => new OptionDescriptor<string>(name, value.GetString()!, description),
        };
    }

    private static string NameOf(Type type) =>
        type == typeof(bool) ? "bool" : type == typeof(int) ? "int" : type == typeof(double) ? "double" : type == typeof(ImmutableArray<string>) ? "list" : "string";
}
