namespace RulesEngine.Cli.Tests;

public sealed class BaselineCommandTests : IDisposable
{
    private const string File = "rulesengine-baseline.json";

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void What_is_known_is_not_reported_wherever_it_moves_and_what_is_new_is()
    {
        Assert.Equal($"{File}: 3 findings in 1 articles (0 before)\n", _newsroom.Run("baseline", "create", "drafts").Output);
        _newsroom.Write("drafts/b.txt", "Mayor slams bridge plan\n\nA line above.\n\nThe mayor slams the plan for a bridge, and nobody slams back.\n\nCouncil slams mayor.\n");

        var run = _newsroom.Run("check", "drafts", "--baseline", File);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("drafts/b.txt:7:9: warning house.Slam", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 finding (0 errors, 1 warning, 0 suggestions) in 2 articles, 3 known to the baseline\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_longer_occurs_is_named_until_it_is_pruned()
    {
        _newsroom.Run("baseline", "create", "drafts");
        _newsroom.Write("drafts/b.txt", "Mayor slams bridge plan\n\nThe mayor likes the plan.\n");

        var named = _newsroom.Run("check", "drafts", "--baseline", File);
        Assert.Equal(0, named.ExitCode);
        Assert.Contains("drafts/b.txt: suggestion ENG017: the baseline knows 2 of house.Slam here that no longer occur", named.Errors, StringComparison.Ordinal);
        Assert.Equal("", _newsroom.Run("check", "drafts", "--baseline", File, "--disable", "house.Slam").Errors);

        Assert.Equal($"{File}: 1 findings in 1 articles (3 before)\n", _newsroom.Run("baseline", "prune", "drafts").Output);
        Assert.Equal((0, ""), (_newsroom.Run("check", "drafts", "--baseline", File).ExitCode, _newsroom.Run("check", "drafts", "--baseline", File).Errors));
    }

    [Fact]
    public void Prune_adds_nothing_and_update_leaves_other_drafts_and_rules_that_are_off_as_they_were()
    {
        _newsroom.Run("baseline", "create", "drafts");
        _newsroom.Write("drafts/a.txt", "Harbour slams gate\n\nNothing else.\n");

        Assert.Contains(" 3 findings in 1 articles (3 before)", _newsroom.Run("baseline", "prune", "drafts").Output, StringComparison.Ordinal);
        Assert.Contains(" 4 findings in 2 articles (3 before)", _newsroom.Run("baseline", "update", "drafts/a.txt").Output, StringComparison.Ordinal);
        Assert.Contains(" 4 findings in 2 articles (4 before)", _newsroom.Run("baseline", "update", "drafts", "--disable", "house.Slam").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_is_not_written_over_and_not_written_where_rules_could_not_run()
    {
        _newsroom.Run("baseline", "create", "drafts");
        var before = System.IO.File.ReadAllText(Path.Combine(_newsroom.Folder, File));

        var again = _newsroom.Run("baseline", "create", "drafts");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("exists already", again.Errors, StringComparison.Ordinal);

        _newsroom.Write("house/Broken.yml", "extends: nothing\nmessage: x\n");
        var broken = _newsroom.Run("baseline", "update", "drafts");
        Assert.Equal(2, broken.ExitCode);
        Assert.Contains("left as it is", broken.Errors, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(Path.Combine(_newsroom.Folder, File)));
    }

    [Theory]
    [InlineData("none.json", "there is no file 'none.json'; make it with")]
    [InlineData("drafts/b.txt", "'drafts/b.txt' cannot be used: it is not valid JSON")]
    public void A_file_that_is_no_baseline_is_refused(string file, string reason)
    {
        var run = _newsroom.Run("check", "drafts", "--baseline", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
    }
}
