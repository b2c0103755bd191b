namespace RulesEngine.Cli.Tests;

/// <summary>The catalogue that is checked in is what the rules say today.</summary>
public sealed class CatalogueTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void The_checked_in_pages_are_those_of_the_bundled_rules()
    {
        _newsroom.Write("bundled.yml", "rulesets: [newsroom]\n");

        var run = _newsroom.Run("rules", "docs", "--config", "bundled.yml", "--out", "pages");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Errors));
        var written = Read(Path.Combine(_newsroom.Folder, "pages"));
        var checkedIn = Read(Path.Combine(Newsroom.Repository, "rules", "catalogue"));
        Assert.Equal(written.Keys, checkedIn.Keys);
        Assert.All(written, page => Assert.True(checkedIn[page.Key] == page.Value, $"rules/catalogue/{page.Key} is out of date: run 'rulesengine rules docs --out rules/catalogue' in the folder of the repository"));
    }

    [Fact]
    public void Pages_of_rules_that_are_gone_are_deleted_and_other_files_stay()
    {
        _newsroom.Write("pages/house.Gone.md", "# house.Gone: a rule that was\n");
        _newsroom.Write("pages/notes.md", "# Our notes\n");

        var run = _newsroom.Run("rules", "docs", "--out", "pages");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["README.md", "SUP001.md", "house.Slam.md", "notes.md"], Read(Path.Combine(_newsroom.Folder, "pages")).Keys);
    }

    [Theory]
    [InlineData("rules", "docs")]
    [InlineData("rules", "docs", "house.Slam", "--out", "pages")]
    [InlineData("rules", "docs", "house.Slan")]
    [InlineData("config", "schema", "rulez")]
    public void What_cannot_be_written_is_said(params string[] arguments)
    {
        var run = _newsroom.Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_folder_that_is_a_file_is_said()
    {
        _newsroom.Write("pages", "");

        var run = _newsroom.Run("rules", "docs", "--out", "pages");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("rulesengine: rules docs: 'pages' cannot be written to", run.Errors, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Read(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
