using System.Text.Json;

namespace RulesEngine.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Findings_are_shown_with_place_excerpt_and_message()
    {
        var run = _newsroom.Run("check", "drafts");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Snapshot.Match(run.Output, "Check.text");
    }

    [Fact]
    public void Json_follows_the_contract_and_its_offsets_cover_the_text()
    {
        var run = _newsroom.Run("check", "drafts", "--format", "json");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        using var json = JsonDocument.Parse(run.Output);
        var articles = json.RootElement.GetProperty("articles");
        Assert.Equal(["drafts/a.txt", "drafts/b.txt"], articles.EnumerateArray().Select(article => article.GetProperty("path").GetString()));
        var source = File.ReadAllText(Path.Combine(_newsroom.Folder, "drafts/b.txt"));
        foreach (var diagnostic in articles[1].GetProperty("diagnostics").EnumerateArray())
        {
            var (start, end) = (Offset(diagnostic, "start"), Offset(diagnostic, "end"));
            Assert.Equal(diagnostic.GetProperty("text").GetString(), source[start..end]);
        }

        Assert.Equal(3, json.RootElement.GetProperty("summary").GetProperty("warning").GetInt32());

        static int Offset(JsonElement diagnostic, string which) => diagnostic.GetProperty("range").GetProperty(which).GetProperty("offset").GetInt32();
    }

    [Theory]
    [InlineData(0, "check", "drafts", "--fail-on", "error")]
    [InlineData(0, "check", "drafts", "--fail-on", "never")]
    [InlineData(0, "check", "drafts", "--disable", "house.Slam")]
    [InlineData(0, "check", "drafts/a.txt")]
    [InlineData(0, "check", "drafts", "--max-warnings", "3")]
    [InlineData(1, "check", "drafts", "--max-warnings", "2")]
    [InlineData(1, "check", "drafts", "--max-warnings", "3", "--fail-on", "warning")]
    [InlineData(1, "check", "drafts", "--only", "house.Slam")]
    [InlineData(1, "check", "drafts/*.txt")]
    [InlineData(1, "check")]
    public void The_exit_code_says_whether_something_is_to_be_done(int expected, params string[] arguments) =>
        Assert.Equal(expected, _newsroom.Run(arguments).ExitCode);

    [Theory]
    [InlineData("there is no file or folder 'missing.txt'", "check", "missing.txt", "drafts")]
    [InlineData("no draft matches the pattern '*.docx'", "check", "*.docx")]
    [InlineData("there is no option '--fial-on'; did you mean '--fail-on'?", "check", "--fial-on", "never")]
    [InlineData("there is no format 'jsn'; did you mean 'json'?", "check", "--format", "jsn")]
    [InlineData("there is no level 'warn'", "check", "--fail-on", "warn")]
    [InlineData("'yesterday' is no date", "check", "--date", "yesterday")]
    [InlineData("there is no file 'none.yml'", "check", "--config", "none.yml")]
    [InlineData("there is no rule 'house.Slm'; did you mean 'house.Slam'?", "check", "--only", "house.Slm")]
    [InlineData("there is no such folder", "check", "--plugin", "nowhere")]
    [InlineData("two formats cannot share standard output", "check", "--format", "json", "--format", "text")]
    [InlineData("two formats cannot share the file x.json", "check", "--format", "json=x.json", "--format", "sarif=./x.json")]
    [InlineData("--max-warnings: '-1' is not a whole number of at least 0", "check", "--max-warnings", "-1")]
    [InlineData("--max-warnings: 'few' is not a whole number of at least 0", "check", "--max-warnings", "few")]
    [InlineData("--jobs: '0' is not a whole number of at least 1", "check", "--jobs", "0")]
    [InlineData("--jobs: '1.5' is not a whole number of at least 1", "baseline", "create", "--jobs", "1.5")]
    [InlineData("Required argument missing", "check", "--format")]
    [InlineData("there is no file 'none.yml'", "check", "--suppressions", "none.yml")]
    [InlineData("there is no rule 'X'", "rules", "show", "X")]
    public void What_cannot_be_done_is_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        var run = _newsroom.Run(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-warnings", "check", "--help")]
    [InlineData("--max-warnings", "check", "drafts", "-h")]
    [InlineData("explain", "config", "-?")]
    [InlineData("templates", "--help")]
    public void Help_is_that_of_the_command_wherever_it_is_asked_for(string expected, params string[] arguments)
    {
        var run = _newsroom.Run(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Contains("rulesengine", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_cannot_be_read_is_named_and_the_others_are_checked()
    {
        _newsroom.Write("drafts/c.odt", "not read");
        _newsroom.Write("drafts/empty.txt", "");
        _newsroom.Write("drafts/.hidden/d.txt", "Mayor slams everything.");
        _newsroom.Write("drafts/notes.csv", "slams");

        var run = _newsroom.Run("check", "drafts");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("3 findings", run.Output, StringComparison.Ordinal);
        Assert.Contains("drafts/c.odt: error ENG002: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("drafts/empty.txt: error ENG002: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("notes.csv", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_checked_under_the_name_that_it_is_given()
    {
        var run = _newsroom.RunWith("# Mayor *slams* plan\n\nText follows here.\n", "check", "-", "--stdin-path", "desk/x.md");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("desk/x.md:1:10: warning house.Slam", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_long_run_ends_with_a_table_of_its_rules(int articles, bool isLong)
    {
        for (var i = 0; i < articles; i++)
        {
            _newsroom.Write($"many/{i:00}.txt", $"Council slams item {i}\n\n{(i % 2 == 0 ? $"The council slams item {i} again." : "It met.")}\n");
        }

        var run = _newsroom.Run("check", "many", "--only", "house.Slam");

        Assert.Equal(isLong, run.Output.Contains("findings  articles  rule\n      15        10  house.Slam  ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_however_many_jobs_there_are()
    {
        for (var i = 0; i < 40; i++)
        {
            _newsroom.Write($"many/{i:00}.txt", $"Council slams item {i}\n\nThe council slams item {i} again.\n");
        }

        var one = _newsroom.Run("check", "many", "--format", "json", "--jobs", "1");
        var eight = _newsroom.Run("check", "many", "--format", "json", "--jobs", "8");

        Assert.Equal(one.Output, eight.Output);
        Assert.Contains("\"articles\":40", one.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_and_formats_go_to_their_own_files()
    {
        _newsroom.Write("drafts/b.md", "# Another b\n\nNothing to see.\n");

        var run = _newsroom.Run("check", "drafts", "--report", "html", "--out", "out", "--format", "json=out/run.json", "--format", "line");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("slams", File.ReadAllText(Path.Combine(_newsroom.Folder, "out/drafts/b.txt.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_newsroom.Folder, "out/drafts/b.md.html")));
        Assert.StartsWith("{\"schemaVersion\"", File.ReadAllText(Path.Combine(_newsroom.Folder, "out/run.json")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(_newsroom.Folder, "out"), "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_draft_cannot_send_control_sequences_to_the_terminal()
    {
        _newsroom.Write("evil.txt", "A title of some kind\n\nThe mayor slams \e]0;owned\a\e[31m the plan.\n");

        Assert.DoesNotContain('\e', _newsroom.Run("check", "evil.txt").Output);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_named_and_the_others_are_written()
    {
        _newsroom.Write("file", "");
        _newsroom.Write("folder/x", "");

        var run = _newsroom.Run("check", "drafts", "--format", "sarif=file/x.sarif", "--format", "junit=folder", "--format", "json", "--format", "checkstyle=ok.xml");

        Assert.Equal(2, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["ENG012", "ENG012"], json.RootElement.GetProperty("notifications").EnumerateArray().Select(each => each.GetProperty("id").GetString()));
        Assert.Contains("junit cannot be written to folder (it is a folder)", run.Errors, StringComparison.Ordinal);
        Assert.Contains("</checkstyle>", File.ReadAllText(Path.Combine(_newsroom.Folder, "ok.xml")), StringComparison.Ordinal);
    }
}
