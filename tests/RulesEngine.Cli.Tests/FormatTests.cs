namespace RulesEngine.Cli.Tests;

/// <summary>One run in all nine formats: findings with fixes, a suppressed one, a draft that cannot be read, one in another language.</summary>
public sealed class FormatTests : IDisposable
{
    private static readonly string[] InFiles = ["checkstyle", "github", "json", "junit", "line", "ndjson", "sarif", "vale"];

    private readonly Newsroom _newsroom = new();

    public FormatTests()
    {
        _newsroom.Write("drafts/c.md", """
            # Ferry talks resume

            <!-- rulesengine-disable-next house.Slam: the skipper's own verb -->

            The skipper slams the timetable.

            The purser slams **the fare & the fog**.
            """);
        _newsroom.Write("drafts/d.doc", "a letter");
        _newsroom.Write("drafts/e.html", "<html lang=\"he\"><body><article><h1>הספרייה נפתחה</h1><p>הספרייה נפתחה ביום שלישי.</p></article></body></html>");
    }

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void A_run_is_written_in_nine_formats_as_in_their_golden_files()
    {
        var run = Run();

        Assert.Equal(2, run.ExitCode);
        Snapshot.Match(run.Output + "\n--- standard error\n" + run.Errors, "Formats.text");
        foreach (var format in InFiles)
        {
            Snapshot.Match(Read(format), $"Formats.{format}");
        }
    }

    [Fact]
    public void A_redacted_run_says_what_and_where_and_quotes_no_draft_in_any_format()
    {
        var run = Run("--redact");

        Assert.Equal(2, run.ExitCode);
        foreach (var output in InFiles.Select(Read).Append(run.Output))
        {
            Assert.Contains("house.Slam", output, StringComparison.Ordinal);
            AssertQuotesNothing(output);
        }

        AssertQuotesNothing(run.Errors);
    }

    private static void AssertQuotesNothing(string output) =>
        Assert.DoesNotMatch("(?i)mayor|bridge|harbour|ferry|skipper|purser|timetable|fare|fog|letter|[א-ת]|instead of", output);

    private RunResult Run(params string[] more) =>
        _newsroom.Run(["check", "drafts", "drafts/d.doc", "--format", "text", .. InFiles.SelectMany(format => (string[])["--format", $"{format}=out/{format}"]), .. more]);

    private string Read(string format) => File.ReadAllText(Path.Combine(_newsroom.Folder, "out", format));
}
