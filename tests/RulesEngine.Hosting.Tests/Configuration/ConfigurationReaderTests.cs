using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Configuration;

public sealed class ConfigurationReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("configuration");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Everything_that_may_stand_in_a_configuration_is_read()
    {
        var (configuration, problems) = Read("""
            rulesets: [newsroom, ./house]
            plugins:
              - ./plugins/Acme
              - Framing: off
            rules:
              SRC001: error
              SRC002: {severity: off, options: {minimum: 10}}
            overrides:
              - paths: [opinion/**, "*.op.md"]
                rules: {FRM001: suggestion}
            report: {template: mail.md.sbn}
            failOn: error
            vocabulary: {accept: [Kyiv], reject: [Kiev]}
            lexicons:
              official-bodies: {add: [Ministry of Tides], remove: [NASA]}
            """);

        Assert.Empty(problems);
        Assert.Equal(["newsroom", Full("house")], configuration.RuleSets.Select(set => set.Target));
        Assert.Equal([Full("plugins/Acme")], configuration.Plugins.Select(plugin => plugin.Target));
        Assert.Equal(["Framing"], configuration.SwitchedOffPlugins);
        Assert.Equal(DiagnosticSeverity.Error, configuration.FailOn);
        Assert.Equal("Kyiv", Assert.Single(configuration.AcceptedWords));
        Assert.Equal("Kiev", Assert.Single(configuration.RejectedWords));
        Assert.Equal("Ministry of Tides", Assert.Single(configuration.Lexicons["official-bodies"].Add));
        Assert.Equal("rulesengine.yml:7:3", configuration.Layers[0].Rules["SRC002"].Location.ToString());
        Assert.Equal(DiagnosticSeverity.None, configuration.Layers[0].Rules["SRC002"].Severity);
        Assert.True(configuration.Layers[1].AppliesTo(Full("opinion/today/a.txt")));
        Assert.False(configuration.Layers[1].AppliesTo(Full("news/a.txt")));
    }

    [Theory]
    [InlineData("rulez: {}", 1, 1, "unknown key 'rulez' in the configuration; did you mean 'rules'?")]
    [InlineData("rules:\n  SRC001: eror", 2, 11, "'eror' is no severity; did you mean 'error'?")]
    [InlineData("rules:\n  SRC001: {severty: off}", 2, 12, "unknown key 'severty' in rule SRC001; did you mean 'severity'?")]
    [InlineData("failOn: sometimes", 1, 9, "'sometimes' is no fail level; there are error, never, suggestion, warning")]
    [InlineData("overrides:\n  - rules: {A: off}", 2, 5, "overrides without paths")]
    [InlineData("overrides: {paths: x}", 1, 12, "overrides takes a list")]
    [InlineData("overrides:\n  - paths: '*.{md'", 2, 12, "has no '}'")]
    [InlineData("plugins:\n  - Framng: off", 2, 5, "no bundled plugin is called 'Framng'; did you mean 'Framing'?")]
    [InlineData("rulesets: {newsroom: on}", 1, 11, "rulesets takes a list")]
    [InlineData("- a", 1, 1, "the configuration takes keys with values, not a list")]
    [InlineData("lexicons: {events: {plus: [x]}}", 1, 21, "unknown key 'plus' in lexicon 'events'")]
    [InlineData("extends: missing.yml", 1, 10, "there is no file 'missing.yml' to extend")]
    [InlineData("extends: rulesengine.yml", 1, 10, "extends this file in turn")]
    [InlineData("a: ]", 1, 4, "not valid YAML")]
    public void What_is_wrong_is_named_with_its_place_and_a_proposal(string text, int line, int column, string message)
    {
        var (_, problems) = Read(text);

        var problem = Assert.Single(problems);
        Assert.Equal((NotificationIds.InvalidConfiguration, "rulesengine.yml"), (problem.Id, problem.Path));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
        Assert.InRange(problem.Column!.Value, column - 1, column + 1);
    }

    [Fact]
    public void A_file_takes_over_what_it_extends_and_beats_it()
    {
        File.WriteAllText(Full("base.yml"), "failOn: error\nrules: {A1: error, A2: error}\noverrides:\n  - {paths: old/**, rules: {A1: off}}\n");

        var (configuration, problems) = Read("extends: base.yml\nrules: {A1: suggestion}\n");

        Assert.Empty(problems);
        Assert.Equal(DiagnosticSeverity.Error, configuration.FailOn);
        var severities = configuration.Layers.Where(layer => layer.AppliesTo(Full("old/a.txt"))).Select(layer => layer.Rules.GetValueOrDefault("A1")?.Severity);
        Assert.Equal([DiagnosticSeverity.Error, DiagnosticSeverity.Suggestion, DiagnosticSeverity.None], severities);
    }

    [Fact]
    public void A_configuration_that_nobody_vouches_for_reads_nothing_outside_its_folder()
    {
        var inside = _folder.CreateSubdirectory("draft");
        File.CreateSymbolicLink(Path.Combine(inside.FullName, "link"), _folder.FullName);
        File.WriteAllText(Full("secret.yml"), "failOn: never");
        File.WriteAllText(Path.Combine(inside.FullName, "own.yml"), "failOn: error");
        var confinement = new PathConfinement(inside.FullName);

        Assert.Empty(ReadConfined("extends: own.yml"));
        foreach (var text in new[] { "extends: ../secret.yml", $"extends: {Full("secret.yml")}", "extends: link/secret.yml", "rulesets: [../house]", "report: {template: link/page.sbn}" })
        {
            Assert.Contains("leads out of the folder", Assert.Single(ReadConfined(text)).Message, StringComparison.Ordinal);
        }

        IReadOnlyList<Notification> ReadConfined(string text)
        {
            var path = Path.Combine(inside.FullName, "rulesengine.yml");
            File.WriteAllText(path, text);
            return ConfigurationReader.Read(path, full => Path.GetFileName(full), ["Framing"], confinement).Problems;
        }
    }

    private (RunConfiguration Configuration, IReadOnlyList<Notification> Problems) Read(string text)
    {
        var path = Full("rulesengine.yml");
        File.WriteAllText(path, text);
        return ConfigurationReader.Read(path, full => Path.GetFileName(full), ["Framing", "Sourcing"], null);
    }

    private string Full(string path) => Path.Combine(_folder.FullName, path);
}
