using System.Collections.Immutable;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>Reads <c>examples: {flag: […], pass: […]}</c>.</summary>
internal static class ExampleReader
{
    /// <summary>The examples of a rule, flagged ones first.</summary>
    public static ImmutableArray<RuleExample> Read(RuleFile file)
    {
        if (file.Root["examples"] is not { } node || node is YamlScalar { IsNull: true })
        {
            return [];
        }

        if (node is not YamlMapping mapping)
        {
            file.Report(node, "'examples' is a group of keys; write 'flag:' and 'pass:' under it, each with a list of texts");
            return [];
        }

        var examples = new RuleFile(file.Path, mapping);
        examples.CheckKeys("examples", ["flag", "pass"]);
        var all = ImmutableArray.CreateBuilder<RuleExample>();
        foreach (var text in examples.GetList("flag"))
        {
            if (!text.Value.Contains("[|", StringComparison.Ordinal) || !text.Value.Contains("|]", StringComparison.Ordinal))
            {
                examples.Report(text, "this example is to be flagged: put [| and |] around what the rule finds");
            }

            all.Add(new RuleExample(text.Value));
            file.ExamplePlaces.Add(new TokenPlace(text.Value, text.Line, text.Column));
        }

        foreach (var text in examples.GetList("pass"))
        {
            if (text.Value.Contains("[|", StringComparison.Ordinal))
            {
                examples.Report(text, "this example is to pass, but has the marks of a finding; move it to 'flag' or take [| and |] out");
            }

            all.Add(new RuleExample(text.Value));
            file.ExamplePlaces.Add(new TokenPlace(text.Value, text.Line, text.Column));
        }

        file.Problems.AddRange(examples.Problems);
        return all.ToImmutable();
    }
}
