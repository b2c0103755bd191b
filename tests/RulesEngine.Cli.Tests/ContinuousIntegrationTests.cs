using System.Diagnostics;
using System.Text.RegularExpressions;
using RulesEngine.Documents;

namespace RulesEngine.Cli.Tests;

/// <summary>The action's script and an interrupted run, as a build server meets them.</summary>
public sealed class ContinuousIntegrationTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Theory]
    [InlineData("warning", "", 1, "exit-code=1\n")]
    [InlineData("never", "", 0, "exit-code=0\n")]
    [InlineData("warning", "3", 1, "exit-code=1\n")]
    [InlineData("error", "3", 0, "exit-code=0\n")]
    public void The_action_annotates_writes_sarif_and_hands_the_exit_code_on(string failOn, string maxWarnings, int exitCode, string output)
    {
        var (code, annotations) = RunAction(failOn, maxWarnings, "drafts\n");

        Assert.Equal(exitCode, code);
        Assert.Contains("::warning file=drafts/b.txt,line=1,", annotations, StringComparison.Ordinal);
        Assert.Contains("\"version\":\"2.1.0\"", File.ReadAllText(Path.Combine(_newsroom.Folder, "out.sarif")), StringComparison.Ordinal);
        Assert.Equal(output, File.ReadAllText(Path.Combine(_newsroom.Folder, "github-output")));
    }

    [Fact]
    public void An_input_of_the_action_is_never_an_option_or_a_command()
    {
        Assert.Equal(2, RunAction("never", "", "--fail-on=never\n$(touch owned)\n").Code);
        Assert.False(File.Exists(Path.Combine(_newsroom.Folder, "owned")));
    }

    [Fact]
    public void The_hook_checks_what_its_pattern_lets_through_and_no_file_name_is_an_option()
    {
        _newsroom.Write("--config=stranger.md", "The mayor slams the plan.\n");
        _newsroom.Write("--fail-on=never.txt", "The mayor slams the plan.\n");
        var hook = ReadHook();
        string[] staged = ["--config=stranger.md", "--fail-on=never.txt", "drafts/a.txt", "drafts/B.DOCX", "code.py", "drafts/b.txt.orig"];
        var passed = staged.Where(file => Regex.IsMatch(file, hook["files"])).ToArray();

        var run = _newsroom.Run([.. hook["entry"].Split(' ')[1..], .. hook["args"].Trim('[', ']').Split(", "), .. passed.Where(file => File.Exists(Path.Combine(_newsroom.Folder, file)))]);

        Assert.Equal(["--config=stranger.md", "--fail-on=never.txt", "drafts/a.txt", "drafts/B.DOCX"], passed);
        Assert.Equal("rulesengine", hook["entry"].Split(' ')[0]);
        Assert.Equal("system", hook["language"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--config=stranger.md:1:11: warning house.Slam", run.Output, StringComparison.Ordinal);
        Assert.Contains("--fail-on=never.txt:1:11: warning house.Slam", run.Output, StringComparison.Ordinal);
        Assert.Contains("in 3 articles", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hook_takes_every_kind_of_file_that_can_be_read() =>
        Assert.All(ArticleReader.Endings, ending => Assert.Matches(ReadHook()["files"], "drafts/story" + ending));

    [Fact]
    public void An_interrupted_run_writes_what_was_done_says_so_and_ends_with_2()
    {
        WriteMany();

        using var tool = Process.Start(Start(Newsroom.Host, [Newsroom.Tool, "check", "many", "--format", "ndjson", "--jobs", "1"]))!;
        var first = tool.StandardOutput.ReadLine();
        using var kill = Process.Start("kill", ["-INT", $"{tool.Id}"]);
        var rest = tool.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        tool.WaitForExit();

        Assert.Equal(2, tool.ExitCode);
        Assert.StartsWith("{\"article\":{\"path\":\"many/0000.txt\"", first, StringComparison.Ordinal);
        Assert.InRange(rest.Length, 2, 2999);
        Assert.Contains("\"ENG016\"", rest[^2], StringComparison.Ordinal);
        Assert.StartsWith($"{{\"summary\":{{\"articles\":{rest.Length - 1},", rest[^1], StringComparison.Ordinal);
    }

    private void WriteMany()
    {
        for (var i = 0; i < 3000; i++)
        {
            _newsroom.Write($"many/{i:0000}.txt", $"Council slams item {i}\n\n" + string.Concat(Enumerable.Repeat("The council met and slams the item again on Monday. ", 40)) + "\n");
        }
    }

    // The one hook of the file, which has a key and its value on each line.
    private static Dictionary<string, string> ReadHook() => (
        from line in File.ReadLines(Path.Combine(Newsroom.Repository, ".pre-commit-hooks.yaml"))
        let colon = line.IndexOf(": ", StringComparison.Ordinal)
        where colon > 0 && line[0] != '#' && line.TrimStart(' ', '-')[0] != '#'
        select (Key: line[..colon].TrimStart(' ', '-'), Value: line[(colon + 2)..])).ToDictionary(pair => pair.Key, pair => pair.Value);

    [Fact]
    public void A_long_run_on_a_terminal_says_how_fast_it_is_and_how_long_it_will_take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        WriteMany();

        // What 'script' runs has a terminal; the findings go to a file, so all that it shows is the progress.
        using var terminal = Process.Start(Start("script", ["--quiet", "--return", "--command", $"'{Newsroom.Host}' '{Newsroom.Tool}' check many --format ndjson=out.ndjson --jobs 1 --fail-on never", "/dev/null"]))!;
        var seen = terminal.StandardOutput.ReadToEnd();
        terminal.WaitForExit();

        Assert.Equal(0, terminal.ExitCode);
        Assert.Matches(@"\r[0-9]+ of 3000 articles, [0-9]+ a second, 0:0[0-9]:[0-9]{2} left \e\[K", seen);
        Assert.EndsWith("\r\e[K", seen, StringComparison.Ordinal);
    }

    private (int Code, string Output) RunAction(string failOn, string maxWarnings, string paths)
    {
        var folder = Path.Combine(_newsroom.Folder, "bin");
        _newsroom.Write("bin/rulesengine", $"#!/bin/sh\nexec '{Newsroom.Host}' '{Newsroom.Tool}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder, "rulesengine"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = Start("bash", [Path.Combine(Newsroom.Repository, ".github/actions/check/check.sh")]);
        start.Environment["PATH"] = $"{folder}{Path.PathSeparator}{start.Environment["PATH"]}";
        start.Environment["GITHUB_OUTPUT"] = Path.Combine(_newsroom.Folder, "github-output");
        foreach (var (name, value) in new[] { ("PATHS", paths), ("CONFIG", ""), ("BASELINE", ""), ("CHANGED_SINCE", ""), ("FAIL_ON", failOn), ("MAX_WARNINGS", maxWarnings), ("SARIF", "out.sarif"), ("REDACT", "false") })
        {
            start.Environment[name] = value;
        }

        using var script = Process.Start(start)!;
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        return (script.ExitCode, output);
    }

    private ProcessStartInfo Start(string program, string[] arguments) => new(program, arguments) { WorkingDirectory = _newsroom.Folder, RedirectStandardOutput = true };
}
