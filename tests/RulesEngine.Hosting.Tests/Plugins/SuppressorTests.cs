using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Plugins;

/// <summary>A suppressor in a plugin of its own silences a rule of another plugin, both from disk.</summary>
public sealed class SuppressorTests : IDisposable
{
    private const string Draft = "It was moonshine. \"It was moonshine,\" said the mayor.\n";

    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("suppressors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_silences_with_its_id_and_its_justification()
    {
        var findings = Check("", RuleSelection.All);

        Assert.Equal([null, new Suppression(SuppressionKind.Suppressor, "humbug in somebody's own words", "TSTS01")], findings.Select(finding => finding.Suppression));
    }

    [Fact]
    public void Other_rules_alone_leave_it_on()
    {
        var findings = Check("", RuleSelection.All with { Only = ["TST001"] });

        Assert.Single(findings, finding => finding.Suppression is not null);
    }

    [Fact]
    public void The_configuration_and_the_command_line_switch_it_off()
    {
        Assert.All(Check("rules: {TSTS01: off}\n", RuleSelection.All), finding => Assert.Null(finding.Suppression));
        Assert.All(Check("", RuleSelection.All with { Disabled = ["TSTS01"] }), finding => Assert.Null(finding.Suppression));
    }

    [Fact]
    public void It_has_no_severity()
    {
        var problem = Assert.Single(Host("rules: {TSTS01: warning}\n", RuleSelection.All).Problems);

        Assert.Equal(NotificationIds.UnknownName, problem.Id);
        Assert.StartsWith("'TSTS01' is a suppression", problem.Message, StringComparison.Ordinal);
        Assert.Equal((3, 17), (problem.Line, problem.Column));
    }

    private List<Finding> Check(string rules, RuleSelection selection)
    {
        var analysis = Host(rules, selection);
        Assert.Empty(analysis.Problems.Select(problem => problem.Message));
        var article = ArticleReader.Read("draft.txt", Encoding.UTF8.GetBytes(Draft), ArticleReadOptions.Default).Article!;
        var result = analysis.Analyze(article, Path.Combine(_folder.FullName, "draft.txt"), CancellationToken.None);
        Assert.Empty(result.Notifications);
        return [.. result.Findings];
    }

    private ConfiguredAnalysis Host(string rules, RuleSelection selection)
    {
        var configuration = Path.Combine(_folder.FullName, "rulesengine.yml");
        File.WriteAllText(configuration, $"rulesets: []\nplugins: ['{Path.Combine(TestPlugins, "Healthy")}', '{Path.Combine(TestPlugins, "Suppressing")}']\n{rules}");
        return new AnalysisHost(new AnalysisHostOptions { ToolFolder = _folder.FullName, CurrentFolder = _folder.FullName, ConfigurationPath = configuration, Selection = selection })
            .For(Path.Combine(_folder.FullName, "draft.txt"));
    }
}
