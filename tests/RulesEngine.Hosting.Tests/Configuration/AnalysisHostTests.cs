using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Configuration;

/// <summary>The host with a tool folder whose only bundled plugin is the healthy test plugin.</summary>
public sealed class AnalysisHostTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("host");

    public AnalysisHostTests()
    {
        var bundled = _folder.CreateSubdirectory("tool/plugins/Healthy");
        File.Copy(Path.Combine(TestPlugins, "Healthy", "Healthy.dll"), Path.Combine(bundled.FullName, "Healthy.dll"));
        Directory.CreateDirectory(Path.Combine(bundled.FullName, "lexicons"));
        File.Copy(Path.Combine(TestPlugins, "Healthy", "lexicons", "humbug.tsv"), Path.Combine(bundled.FullName, "lexicons", "humbug.tsv"));
        _folder.CreateSubdirectory("drafts/opinion");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Precedence_is_command_line_then_patterns_then_global_part_then_rule()
    {
        Configure("rulesets: []\nrules: {TST001: error}\noverrides:\n  - {paths: opinion/**, rules: {TST001: suggestion}}\n");

        Assert.Equal(DiagnosticSeverity.Error, SeverityOf("a.txt", RuleSelection.All));
        Assert.Equal(DiagnosticSeverity.Suggestion, SeverityOf("opinion/a.txt", RuleSelection.All));
        Assert.Equal(DiagnosticSeverity.None, SeverityOf("opinion/a.txt", new RuleSelection([], ["TST001"])));
    }

    [Fact]
    public void Only_runs_a_rule_that_the_configuration_switches_off()
    {
        Configure("rulesets: []\nrules: {TST001: off}\n");

        Assert.Equal(DiagnosticSeverity.None, SeverityOf("a.txt", RuleSelection.All));
        Assert.Equal(DiagnosticSeverity.Warning, SeverityOf("a.txt", new RuleSelection(["TST001"], [])));
    }

    [Fact]
    public void Explain_names_every_place_that_has_a_say()
    {
        Configure("rulesets: []\nrules:\n  TST001: {severity: error, options: {minimum-length: 5}}\noverrides:\n  - paths: opinion/**\n    rules: {TST001: off}\n");
        var analysis = Host().For(Full("drafts/opinion/a.txt"));

        var lines = analysis.Rules.Explain(Full("drafts/opinion/a.txt"), Assert.Single(RulesOf(analysis)))
            .Select(value => $"{value.Name} = {value.Value} ({value.Origin})");

        Assert.Equal(
            [
                "severity = off (drafts/rulesengine.yml:6:21, for opinion/**)",
                "severity = error (drafts/rulesengine.yml:3:3, for every article)",
                "severity = warning (the rule itself)",
                "minimum-length = 5 (drafts/rulesengine.yml:3:3, for every article)",
                "minimum-length = 0 (the rule itself)",
            ],
            lines);
    }

    [Theory]
    [InlineData("rules: {TST01: off}", NotificationIds.UnknownName, "there is no rule 'TST01'; did you mean 'TST001'?")]
    [InlineData("rules: {TST001: {options: {minimum: 3}}}", NotificationIds.UnknownName, "rule TST001 has no option 'minimum'")]
    [InlineData("rules: {TST001: {options: {minimum-length: many}}}", NotificationIds.InvalidConfiguration, "takes a whole number")]
    [InlineData("lexicons: {humbugs: {add: [x]}}", NotificationIds.UnknownName, "there is no lexicon 'humbugs'; did you mean 'humbug'?")]
    public void A_name_or_value_that_the_rules_do_not_know_is_named(string text, string id, string message)
    {
        Configure("rulesets: []\n" + text);

        var problem = Assert.Single(Host().For(Full("drafts/a.txt")).Problems);

        Assert.Equal(id, problem.Id);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_beside_the_draft_loads_no_plugin_unless_somebody_vouches_for_it()
    {
        var path = Configure($"rulesets: []\nplugins: [{Path.Combine(TestPlugins, "Throwing")}]\n");

        var problem = Assert.Single(Host(currentFolder: TestPlugins).For(Full("drafts/a.txt")).Problems);
        Assert.Equal(NotificationIds.PluginNotTrusted, problem.Id);
        Assert.Contains("--trust-plugins", problem.Message, StringComparison.Ordinal);

        AssertLoaded(Host(trusts: true));
        AssertLoaded(Host(configuration: path));

        void AssertLoaded(AnalysisHost host)
        {
            var analysis = host.For(Full("drafts/a.txt"));
            Assert.Empty(analysis.Problems);
            Assert.Equal(["TST001", "TST002"], RulesOf(analysis).Select(rule => rule.Id));
        }
    }

    [Fact]
    public void Articles_with_one_configuration_share_one_analysis()
    {
        Configure("rulesets: []");
        File.WriteAllText(Full("drafts/opinion/rulesengine.yml"), "rulesets: []\nplugins: [{Healthy: off}]\n");
        var host = Host();

        Assert.Same(host.For(Full("drafts/a.txt")), host.For(Full("drafts/b.txt")));
        Assert.Empty(RulesOf(host.For(Full("drafts/opinion/a.txt"))));
    }

    /// <summary>Without the rules of the engine itself.</summary>
    private static IEnumerable<DiagnosticDescriptor> RulesOf(ConfiguredAnalysis analysis) =>
        analysis.Driver.Rules.Select(rule => rule.Descriptor).Where(descriptor => descriptor.Id.StartsWith("TST", StringComparison.Ordinal));

    private DiagnosticSeverity SeverityOf(string article, RuleSelection selection)
    {
        var analysis = Host(selection).For(Full("drafts/" + article));
        Assert.Empty(analysis.Problems);
        var descriptor = Assert.Single(RulesOf(analysis));
        return analysis.Rules.For(Full("drafts/" + article)).GetSeverity(descriptor) ?? descriptor.DefaultSeverity;
    }

    private AnalysisHost Host(RuleSelection? selection = null, bool trusts = false, string? configuration = null, string? currentFolder = null) => new(new AnalysisHostOptions
    {
        ToolFolder = Full("tool"),
        CurrentFolder = currentFolder ?? _folder.FullName,
        ConfigurationPath = configuration,
        TrustsPlugins = trusts,
        Selection = selection ?? RuleSelection.All,
    });

    private string Configure(string text)
    {
        var path = Full("drafts/rulesengine.yml");
        File.WriteAllText(path, text);
        return path;
    }

    private string Full(string path) => Path.Combine(_folder.FullName, path);
}
