using RulesEngine.Hosting.RuleSets.Examples;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.RuleSets;

public sealed class RuleTesterTests
{
    [Theory]
    [InlineData("tokens: [very]", 1, 1, "no example makes this rule fire")]
    [InlineData("tokens:\n  - very\n  - 'etc\\.'\nexamples:\n  flag: ['[|very|] late']", 5, 5, "cannot match before a blank")]
    [InlineData("tokens:\n  - very\n  - '(\\w+ )+late'\nexamples:\n  flag: ['[|very|] old']", 5, 5, "repeats a repeat")]
    [InlineData("tokens:\n  - very\n  - very\nexamples:\n  flag: ['[|very|] late']", 4, 5, "is never reached")]
    [InlineData("tokens:\n  - '\\w+ry'\n  - very\nexamples:\n  flag: ['[|very|] late']", 5, 5, "is never reached: '\\w+ry' comes first")]
    public void Warns(string keys, int line, int column, string message)
    {
        var problem = Assert.Single(Test(keys).Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((DiagnosticSeverity.Warning, line, column), (problem.Severity, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("flag: ['It is [|late|].']", "'late' at 6 was to be found, nothing was")]
    [InlineData("flag: ['It is [|very late|].']", "'very late' at 6 was to be found, 'very' at 6 was")]
    [InlineData("flag: ['[|very|] late']\n  pass: ['It is very late.']", "nothing was to be found, 'very' at 6 was")]
    public void Names_an_example_that_does_not_hold(string examples, string message)
    {
        var result = Test($"tokens: [very]\nexamples:\n  {examples}");
        Assert.False(result.Passed);
        Assert.Contains(message, Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_has_the_kind_of_block_that_the_rule_looks_at() =>
        Assert.True(Test("tokens: [very]\nscope: headline\nexamples: {flag: ['A [|very|] big day'], pass: [\"A day\\n\\nIt was very late.\"]}").Passed);

    [Fact]
    public void The_rule_in_the_documentation_works()
    {
        var readme = File.ReadAllText(Path.Combine(RuleFolder.Repository, "rules", "README.md"));
        var yaml = readme.Split("```yaml\n")[1].Split("```")[0];
        using var folder = new RuleFolder().With("Rule.yml", yaml);
        Assert.Empty(RuleTester.Test(folder.Load()).Problems);
    }

    private static RuleTestResult Test(string keys)
    {
        using var folder = new RuleFolder().With("Rule.yml", $"extends: existence\nmessage: m\n{keys}\n");
        return RuleTester.Test(folder.Load());
    }
}
