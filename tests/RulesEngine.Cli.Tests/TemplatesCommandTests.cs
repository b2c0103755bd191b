namespace RulesEngine.Cli.Tests;

/// <summary>A newsroom's own templates, from the first copy to a report made with them.</summary>
public sealed class TemplatesCommandTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public TemplatesCommandTests() => Assert.Equal(0, _newsroom.Run("templates", "new", "own").ExitCode);

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void A_copy_has_no_errors_and_makes_the_report_that_the_shipped_ones_make()
    {
        var check = _newsroom.Run("templates", "check", "own");
        Assert.Equal((0, "", "5 templates, 5 samples, 0 errors\n"), (check.ExitCode, check.Errors, check.Output));

        foreach (var format in (string[])["html", "md", "txt"])
        {
            Assert.Equal("", _newsroom.Run("check", "drafts", "--report", format, "--out", "shipped").Errors);
            Assert.Equal("", _newsroom.Run("check", "drafts", "--report", format, "--out", "made", "--template", "own").Errors);
        }

        var files = FilesIn("shipped");
        Assert.Contains("drafts/b.txt.html", files);
        Assert.Contains("drafts/b.txt.md", files);
        Assert.Contains("drafts/b.txt.txt", files);
        Assert.Equal(files, FilesIn("made"));
        Assert.All(files, file => Assert.Equal(Read("shipped", file), Read("made", file)));
    }

    [Fact]
    public void What_is_changed_stands_in_the_report_and_a_template_that_is_missing_is_named()
    {
        Change("article.html.sbn", text => text.Replace("</body>", "<footer>Harbour Gazette</footer></body>", StringComparison.Ordinal));
        File.Delete(Path.Combine(_newsroom.Folder, "own/article.txt.sbn"));

        Assert.Equal("", _newsroom.Run("check", "drafts", "--report", "html", "--out", "out", "--template", "own").Errors);
        var missing = _newsroom.Run("check", "drafts", "--report", "txt", "--out", "out", "--template", "own");

        Assert.Contains("<footer>Harbour Gazette</footer>", Read("out", "drafts/b.txt.html"), StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Matches("error ENG010: template .*article.txt.sbn", missing.Errors);
        Assert.Contains("house.Slam", missing.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ article.nosuch }}", "nosuch")]
    [InlineData("{{ if findings.size > 3 }}{{ findings[0].nosuch }}{{ end }}", "nosuch")]
    [InlineData("{{ while true }}{{ end }}", "iteration limit")]
    [InlineData("{{ include 'none.sbn' }}", "none.sbn")]
    [InlineData("{{ findings[0].message = 'x' }}", "only a name")]
    public void An_error_is_named_with_its_place_by_the_check_and_by_a_run(string wrong, string reason)
    {
        // With the bundled plugins, which find something in the samples as well.
        _newsroom.Write("rulesengine.yml", "rulesets: [./house]\n");
        _newsroom.Write("drafts/b.txt", "Mayor slams bridge plan\n\nThe mayor slams the plan, and slams it again, and slams it.\n");
        Change("article.html.sbn", text => wrong + text);

        var check = _newsroom.Run("templates", "check", "own");
        var run = _newsroom.Run("check", "drafts", "--report", "html", "--out", "out", "--template", "own");

        Assert.Equal(1, check.ExitCode);
        Assert.Matches($"template article.html.sbn, line 1, column [0-9]+: .*{reason}", check.Errors);
        Assert.Equal(2, run.ExitCode);
        Assert.Matches($"error ENG010: template article.html.sbn, line 1, column [0-9]+: .*{reason}", run.Errors);
        Assert.Contains("drafts/b.txt:1:7: warning house.Slam", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", check.Errors + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'own' exists already", "templates", "new", "own")]
    [InlineData("'drafts' has no template", "templates", "check", "drafts")]
    [InlineData("no folder or template 'none'", "templates", "check", "none")]
    [InlineData("--template: there is no folder 'none'", "check", "drafts", "--report", "html", "--out", "out", "--template", "none")]
    public void What_cannot_be_done_is_said(string message, params string[] arguments)
    {
        var run = _newsroom.Run(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(Path.Combine(_newsroom.Folder, "out")));
    }

    private void Change(string template, Func<string, string> change) => _newsroom.Write($"own/{template}", change(Read("own", template)));

    private string Read(string folder, string file) => File.ReadAllText(Path.Combine(_newsroom.Folder, folder, file));

    private string[] FilesIn(string folder) =>
        [.. Directory.GetFiles(Path.Combine(_newsroom.Folder, folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Combine(_newsroom.Folder, folder), file)).Order(StringComparer.Ordinal)];
}
