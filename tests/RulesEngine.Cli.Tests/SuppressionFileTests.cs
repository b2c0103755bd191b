namespace RulesEngine.Cli.Tests;

public sealed class SuppressionFileTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void An_entry_silences_what_it_names_and_its_reason_stands_in_the_report()
    {
        _newsroom.Write("suppressions.yml", "- {id: house.Slam, path: drafts/**, text: SLAMS, reason: agreed with the desk}\n");

        var run = _newsroom.Run("check", "drafts", "--suppressions", "suppressions.yml", "--report", "html", "--out", "out");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.EndsWith("in 2 articles, 3 suppressed\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("agreed with the desk", File.ReadAllText(Path.Combine(_newsroom.Folder, "out/drafts/b.txt.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_may_name_the_file_and_a_fingerprint_names_one_finding()
    {
        using var json = System.Text.Json.JsonDocument.Parse(_newsroom.Run("check", "drafts/b.txt", "--format", "json").Output);
        var fingerprint = json.RootElement.GetProperty("articles")[0].GetProperty("diagnostics")[1].GetProperty("fingerprint").GetString();
        _newsroom.Write("suppressions.yml", $"- {{id: house.Slam, path: b.txt, fingerprint: {fingerprint}, reason: seen}}\n");
        _newsroom.Write("rulesengine.yml", "rulesets: [./house]\nplugins: [{Sourcing: off}, {Framing: off}]\nsuppressions: suppressions.yml\n");

        Assert.EndsWith("2 findings (0 errors, 2 warnings, 0 suggestions) in 2 articles, 1 suppressed\n", _newsroom.Run("check", "drafts").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- {id: house.Slam, path: b.txt, text: hammers, reason: x}", 1, "suppressions.yml:1:3: warning ENG017: the suppression of house.Slam silences nothing")]
    [InlineData("- {id: house.Slam, path: b.txt}", 2, "suppressions.yml:1:3: error ENG009: a suppression without reason")]
    [InlineData("- {id: house.Slm, path: b.txt, reason: x}", 2, "suppressions.yml:1:3: error ENG015: there is no rule 'house.Slm'; did you mean 'house.Slam'?")]
    [InlineData("- {id: house.Slam, path: b.txt, reason: x, until: 2030}", 2, "suppressions.yml:1:44: error ENG009: unknown key 'until'")]
    [InlineData("- {id: house.Slam, path: '{b', reason: x}", 2, "suppressions.yml:1:26: error ENG009: ")]
    public void An_entry_that_does_nothing_or_cannot_be_used_is_named_with_its_place(string entry, int exitCode, string message)
    {
        _newsroom.Write("suppressions.yml", entry + "\n");

        var run = _newsroom.Run("check", "drafts", "--suppressions", "suppressions.yml");

        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public void An_entry_for_a_rule_or_a_draft_that_was_not_checked_is_not_called_useless()
    {
        _newsroom.Write("suppressions.yml", "- {id: house.Slam, path: b.txt, text: hammers, reason: x}\n");

        Assert.Equal("", _newsroom.Run("check", "drafts/a.txt", "--suppressions", "suppressions.yml").Errors);
        Assert.Equal("", _newsroom.Run("check", "drafts", "--suppressions", "suppressions.yml", "--disable", "house.Slam").Errors);
    }
}
