using System.Reflection;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Hosting.RuleSets.Examples;

namespace RulesEngine.Hosting.Tests;

/// <summary>What README.md shows works as it stands there.</summary>
public sealed class ReadmeTests : IDisposable
{
    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "RepositoryRoot").Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readme");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_rule_in_yaml_loads_and_its_examples_hold()
    {
        var house = _folder.CreateSubdirectory("house").FullName;
        File.WriteAllText(Path.Combine(house, "Slam.yml"), Block("# house/Slam.yml"));

        var result = RuleTester.Test(new RuleSetLoader([], []).Load(house));

        Assert.Empty(result.Problems.Select(problem => problem.Message));
        Assert.Equal(2, result.Examples);
    }

    [Fact]
    public void The_configuration_is_valid()
    {
        var path = Path.Combine(_folder.FullName, "rulesengine.yml");
        File.WriteAllText(path, Block("# rulesengine.yml"));

        Assert.Empty(ConfigurationReader.Read(path, full => full, ["Framing", "Sourcing"], null).Problems);
    }

    [Fact]
    public void The_rule_in_csharp_is_the_one_that_the_test_plugin_compiles()
    {
        var compiled = File.ReadAllText(Path.Combine(Root, "tests", "TestPlugins", "ReadmeSample", "LongQuotationAnalyzer.cs"));

        Assert.EndsWith(Block("public sealed class LongQuotationAnalyzer"), compiled, StringComparison.Ordinal);
        Assert.Null(new PluginHost().Load(Path.Combine(AppContext.BaseDirectory, "TestPlugins", "ReadmeSample"), PluginOrigin.Configured).Problem);
    }

    private static string Block(string firstLine)
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        var begin = readme.IndexOf("\n" + firstLine, StringComparison.Ordinal) + 1;
        Assert.True(begin > 0, $"README.md has no block that begins with '{firstLine}'");
        return readme[begin..readme.IndexOf("```", begin, StringComparison.Ordinal)];
    }
}
