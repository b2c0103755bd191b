using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Files;
using RulesEngine.Hosting.Schemas;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.Tests.Schemas;

/// <summary>The schemas are those that are checked in, accept what the readers accept, and refuse what they refuse.</summary>
public sealed class SchemaTests
{
    private static readonly string Root = typeof(SchemaTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "RepositoryRoot").Value!;
    private static readonly Dictionary<string, JsonSchema> Schemas = SchemaFile.Names.ToDictionary(name => name, name => JsonSchema.FromText(SchemaFile.Create(name)));

    public static TheoryData<string> Names => new([.. SchemaFile.Names]);

    public static TheoryData<string> RuleFiles => new(
        [.. Directory.EnumerateFiles(Path.Combine(Root, "rules"), "*.yml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_checked_in_file_is_what_the_code_makes(string name)
    {
        var path = Path.Combine(Root, "rules", "schemas", name + ".json");

        Assert.True(File.Exists(path) && File.ReadAllText(path) == SchemaFile.Create(name), $"rules/schemas/{name}.json is out of date: write it with 'rulesengine config schema {name}'");
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void Every_file_of_the_bundled_rule_sets_is_valid(string file) =>
        Assert.True(IsValid(Path.GetFileName(file) == "ruleset.yml" ? "ruleset" : "rule", File.ReadAllText(Path.Combine(Root, file))), file);

    [Theory]
    [InlineData("rule", "extends: existence\nmessage: m\ntokens: [one, two]\nexamples: {flag: ['[|one|]'], pass: [three]}")]
    [InlineData("rule", "extends: sequence\nmessage: m\ntokens: [{pattern: the, skip: 2}, {tag: NN, negate: true}]")]
    [InlineData("rule", "extends: newsroom.Admit\ntokens-: [admit]")]
    [InlineData("configuration", "rulesets: newsroom\nplugins: [./house, Framing: off]\nrules: {SRC001: error, FRM001: {severity: off, options: {limit: 3}}}\noverrides: [{paths: 'opinion/**', rules: {SRC001: off}}]")]
    [InlineData("ruleset", "name: house\ndefaults: {level: error}\nlexicons: {official-bodies: {add: [Port Authority]}}")]
    public void What_the_readers_accept_is_valid(string schema, string yaml) => Assert.True(IsValid(schema, yaml));

    [Theory]
    [InlineData("rule", "message: m\ntokens: [one]")]
    [InlineData("rule", "extends: existence\nmessage: m\ntokes: [one]")]
    [InlineData("rule", "extends: existence\nmessage: m\nswap: {one: two}")]
    [InlineData("rule", "extends: occurence\nmessage: m\ntoken: one")]
    [InlineData("rule", "extends: existence\nmessage: m\ntokens: [one]\nlevel: fatal")]
    [InlineData("rule", "extends: occurrence\nmessage: m\ntoken: one\nmax: many")]
    [InlineData("rule", "extends: sequence\nmessage: m\ntokens: [{word: one}]")]
    [InlineData("configuration", "ruleset: newsroom")]
    [InlineData("configuration", "failOn: fatal")]
    [InlineData("configuration", "rules: {SRC001: loud}")]
    [InlineData("configuration", "overrides: [{path: 'opinion/**'}]")]
    [InlineData("ruleset", "defaults: {severity: error}")]
    public void What_the_readers_refuse_is_not_valid(string schema, string yaml) => Assert.False(IsValid(schema, yaml));

    [Fact]
    public void The_list_describes_only_keys_that_a_reader_knows()
    {
        var known = RuleKeys.ByPoint.Values.SelectMany(keys => keys).Select(key => ("rule", key))
            .Concat(ConfigurationReader.Keys.Select(key => ("configuration", key)))
            .Concat(RuleSetManifest.Keys.Select(key => ("ruleset", key)))
            .ToHashSet();

        Assert.DoesNotContain(KeyList.Read().Keys, pair => pair.Place is "rule" or "configuration" or "ruleset" && !known.Contains(pair));
    }

    private static bool IsValid(string schema, string yaml)
    {
        var (root, problem) = YamlReader.Read(yaml);
        Assert.Null(problem);
        return Schemas[schema].Evaluate(JsonSerializer.SerializeToElement(ToJson(root!))).IsValid;
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, ToJson(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar scalar when scalar.AsBoolean() is { } flag && scalar.Value is "true" or "false" => JsonValue.Create(flag),
        YamlScalar scalar when decimal.TryParse(scalar.Value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException(node.Description),
    };
}
