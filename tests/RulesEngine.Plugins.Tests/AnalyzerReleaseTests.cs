using System.Reflection;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Tests;

/// <summary>Ids, categories and severities of the bundled rules are a contract with everybody's configuration: a change of them is written down.</summary>
public sealed class AnalyzerReleaseTests
{
    private static readonly string Repository = typeof(AnalyzerReleaseTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Plugins => [.. Directory.GetDirectories(Path.Combine(Repository, "plugins")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plugins))]
    public void The_rules_of_a_plugin_are_those_of_its_lists(string plugin)
    {
        var analyzers = Assembly.Load(plugin).GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ArticleAnalyzer)) && !type.IsAbstract);

        Compare(Path.Combine("plugins", plugin), analyzers.SelectMany(type => ((ArticleAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics));
    }

    [Fact]
    public void The_rules_of_the_newsroom_are_those_of_their_lists() =>
        Compare("rules", new RuleSetLoader([Path.Combine(Repository, "rules")], []).Load("newsroom").Descriptors);

    private static void Compare(string folder, IEnumerable<DiagnosticDescriptor> descriptors)
    {
        var rules = descriptors.Select(rule => AnalyzerReleases.Line(rule.Id, rule.Category, rule.IsEnabledByDefault ? $"{rule.DefaultSeverity}" : "Disabled")).Order(StringComparer.Ordinal).ToList();
        var listed = AnalyzerReleases.Read(Path.Combine(Repository, folder)).Rules.ToList();

        Assert.NotEmpty(rules);
        Assert.True(
            rules.SequenceEqual(listed),
            $"write into {folder}/AnalyzerReleases.Unshipped.md:\n{string.Join('\n', rules.Except(listed))}\nand take out, or list as changed or removed:\n{string.Join('\n', listed.Except(rules))}");
    }
}
