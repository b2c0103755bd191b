using System.Text.Json;

namespace RulesEngine.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Inspect_prints_one_json_object_a_line_and_article()
    {
        var run = _newsroom.Run("inspect", "drafts", "--format", "json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["drafts/a.txt", "drafts/b.txt"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString()));
    }

    [Fact]
    public void Explain_says_where_each_value_comes_from()
    {
        _newsroom.Write("drafts/rulesengine.yml", "extends: ../rulesengine.yml\nrules: {house.Slam: error}\noverrides:\n  - {paths: b.*, rules: {house.Slam: suggestion}}\n");

        var run = _newsroom.Run("config", "explain", "drafts/b.txt", "house.Slam");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Snapshot.Match(run.Output, "Config.explain");
    }

    [Fact]
    public void Rules_are_listed_and_shown_from_their_own_descriptors()
    {
        Assert.Contains("house.Slam  warning     shouted verb  (house)\n", _newsroom.Run("rules", "list").Output, StringComparison.Ordinal);
        Snapshot.Match(_newsroom.Run("rules", "show", "house.Slam").Output, "Rules.show");
    }

    [Fact]
    public void Test_runs_the_examples_and_fails_with_the_place_of_one_that_does_not_hold()
    {
        Assert.Equal(0, _newsroom.Run("test", "./house").ExitCode);

        _newsroom.Write("house/Broken.yml", "extends: existence\nmessage: x\ntokens: [alpha]\nexamples:\n  flag: ['[|beta|]']\n");
        var run = _newsroom.Run("test", "./house");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("house/Broken.yml:5:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_configuration_the_bundled_plugins_and_the_newsroom_rules_run()
    {
        File.Delete(Path.Combine(_newsroom.Folder, "rulesengine.yml"));

        var run = _newsroom.Run("rules", "list");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var origin in new[] { "(Sourcing)", "(Framing)", "(newsroom)" })
        {
            Assert.Contains(origin, run.Output, StringComparison.Ordinal);
        }
    }
}
