using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Files;

namespace RulesEngine.Hosting.Schemas;

/// <summary>
/// JSON Schemas (draft 7, which editors with YAML support read) of rule files, <c>ruleset.yml</c> and <c>rulesengine.yml</c>, made
/// of the keys that the readers know.
/// </summary>
public sealed class SchemaFile
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly KeyList _keys = KeyList.Read();

    /// <summary>Names of the schemas.</summary>
    public static ImmutableArray<string> Names { get; } = ["configuration", "rule", "ruleset"];

    /// <summary>The text of a schema, with a line end at its end.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such schema.</exception>
    public static string Create(string name)
    {
        var file = new SchemaFile();
        var root = name switch
        {
            "configuration" => file.GroupOf("configuration", ConfigurationReader.Keys, "Configuration of RulesEngine (rulesengine.yml)"),
            "rule" => file.RuleFiles(),
            "ruleset" => file.GroupOf("ruleset", RuleSetManifest.Keys, "A rule set of RulesEngine (ruleset.yml)"),
            _ => throw new ArgumentException($"there is no schema '{name}'; there are {string.Join(", ", Names)}", nameof(name)),
        };
        var text = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#" };
        foreach (var (key, value) in root)
        {
            text[key] = value?.DeepClone();
        }

        return text.ToJsonString(s_indented) + "\n";
    }

    private JsonObject RuleFiles()
    {
        var branches = new JsonArray();
        foreach (var point in RuleKeys.Points)
        {
            branches.Add(new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["extends"] = new JsonObject { ["const"] = point } }, ["required"] = new JsonArray("extends") },
                ["then"] = new JsonObject { ["properties"] = Properties("rule", point, RuleKeys.ByPoint[point]), ["additionalProperties"] = false },
            });
        }

        // A rule that names another one changes only what it says, so it may have the keys of any point.
        var points = new JsonArray([.. RuleKeys.Points.Select(point => (JsonNode)point)]);
        return new JsonObject
        {
            ["title"] = "A rule of RulesEngine",
            ["type"] = "object",
            ["required"] = new JsonArray("extends"),
            ["properties"] = new JsonObject { ["extends"] = new JsonObject { ["description"] = _keys.Find("rule", null, "extends").Description, ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = points }, new JsonObject { ["type"] = "string", ["pattern"] = @"\." }) } },
            ["allOf"] = branches,
        };
    }

    private JsonObject GroupOf(string place, IEnumerable<string> keys, string title) => new()
    {
        ["title"] = title,
        ["type"] = "object",
        ["properties"] = Properties(place, null, keys),
        ["additionalProperties"] = false,
    };

    private JsonObject Properties(string place, string? point, IEnumerable<string> keys)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var (shape, description) = _keys.Find(place, point, key);
            var schema = ShapeOf(shape);
            schema["description"] = description;
            properties[key] = schema;
        }

        return properties;
    }

    private JsonObject ShapeOf(string shape) => shape switch
    {
        "text" => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
        "texts" or "scopes" => Either(TypeOf("string"), ListOf(new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") })),
        "flag" => TypeOf("boolean"),
        "count" => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        "number" => TypeOf("number"),
        "pairs" => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") } },
        "point" => new JsonObject { ["type"] = "string" },
        "severity" => OneOf(Severities.Names),
        "fail level" => OneOf(Severities.FailLevels),
        "rules" => new JsonObject { ["type"] = "object", ["additionalProperties"] = Either(OneOf(Severities.Names), Group("setting")) },
        "options" => TypeOf("object"),
        "changes" => new JsonObject { ["type"] = "object", ["additionalProperties"] = Group("change") },
        "override" => ListOf(Group("override")),
        "token" => ListOf(Group("token")),
        "tests" => ListOf(TypeOf("object")),
        "plugins" => ListOf(Either(TypeOf("string"), new JsonObject { ["type"] = "object", ["additionalProperties"] = OneOf(["off"]) })),
        _ when shape.Contains('|', StringComparison.Ordinal) => OneOf(shape.Split('|')),
        _ => Group(shape),
    };

    private JsonObject Group(string place) => new()
    {
        ["type"] = "object",
        ["properties"] = Properties(place, null, _keys.KeysOf(place)),
        ["additionalProperties"] = false,
    };

    private static JsonObject TypeOf(string type) => new() { ["type"] = type };

    private static JsonObject ListOf(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject Either(JsonObject one, JsonObject other) => new() { ["anyOf"] = new JsonArray(one, other) };

    private static JsonObject OneOf(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
