using System.Text;

namespace RulesEngine.Cli.Tests;

public sealed class FixCommandTests : IDisposable
{
    private static readonly string Plugin = Path.Combine(AppContext.BaseDirectory, "TestPlugins", "Fixing");

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Safe_fixes_are_applied_and_said_and_others_only_on_request()
    {
        _newsroom.Write("one.txt", "Mayor slams bridge plan\n\nThey utilise it per annum, and utilise it well.\n");

        var run = Fix("one.txt");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("one.txt:3:6: fixed TST010: write 'use'\none.txt:3:17: fixed TST010: write 'a year & no more'\none.txt:3:32: fixed TST010: write 'use'\n3 fixes in 1 draft, 0 left\n", run.Output);
        Assert.Equal("Mayor slams bridge plan\n\nThey use it a year & no more, and use it well.\n", Read("one.txt"));

        Assert.Equal(0, Fix("one.txt", "--suggestions").ExitCode);
        Assert.Equal("Mayor criticises bridge plan\n\nThey use it a year & no more, and use it well.\n", Read("one.txt"));
        Assert.Contains("0 fixes in 0 drafts, 0 left", Fix("one.txt", "--suggestions").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fix_that_mends_nothing_or_causes_another_finding_is_taken_back_and_the_others_stay()
    {
        _newsroom.Write("two.txt", "A day at the harbour\n\nIt was very late in order to utilise up what they utilise.\n");

        var run = Fix("two.txt");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("A day at the harbour\n\nIt was very late to utilise up what they use.\n", Read("two.txt"));
        Assert.Contains("two.txt:3:8: left TST012: TST012 would still find something there", run.Output, StringComparison.Ordinal);
        Assert.Contains("two.txt:3:30: left TST010: TST011 would find something new: found 'use up'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_somebody_saves_during_the_check_is_left_as_it_is_and_the_others_are_fixed()
    {
        const string Draft = "A day at the harbour\n\nThey utilise it; please write more.\n";
        _newsroom.Write("four.txt", Draft);
        _newsroom.Write("five.txt", "A day at the harbour\n\nThey utilise it.\n");

        var run = _newsroom.Run("fix", "four.txt", "five.txt", "--plugin", Plugin, "--plugin", Path.Combine(AppContext.BaseDirectory, "TestPlugins", "Misbehaving"), "--only", "TST010,TST020");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("four.txt: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("it was changed while it was checked, so it was left as it is; run 'rulesengine fix' again", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith(Draft + "\nAdded meanwhile.\n", Read("four.txt"), StringComparison.Ordinal);
        Assert.Contains("They use it.", Read("five.txt"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_newsroom.Folder, "*.new"));
    }

    [Fact]
    public void The_newsroom_rules_mend_what_cannot_change_the_meaning_unasked()
    {
        _newsroom.Write("rulesengine.yml", "rulesets: [newsroom]\n");
        _newsroom.Write("six.txt", "Vote on the bridge\n\nThe vote is on March 3rd at 7:00 p.m. in the old hall. The town has 1450000 people and a very unique bridge.\n");

        var run = _newsroom.Run("fix", "six.txt");

        Assert.Equal("", run.Errors);
        Assert.Contains("3 fixes in 1 draft", run.Output, StringComparison.Ordinal);
        Assert.Contains("The vote is on March 3 at 7 p.m. in the old hall. The town has 1,450,000 people and a very unique bridge.", Read("six.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_changes_nothing_and_its_diff_is_a_patch()
    {
        var text = string.Concat(Enumerable.Range(1, 30).Select(i => $"Paragraph {i} of the story{(i is 3 or 4 or 20 or 30 ? " where they utilise it" : "")}.\n\n")).TrimEnd('\n');
        _newsroom.Write("drafts/three.txt", text);

        var run = Fix("drafts/three.txt", "--dry-run");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(text, Read("drafts/three.txt"));
        Snapshot.Match(run.Output, "Fix.dryRun");
        _newsroom.Write("a.patch", run.Output);
        using var git = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("git", ["apply", "--unsafe-paths", "a.patch"]) { WorkingDirectory = _newsroom.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        Assert.Equal(text.Replace("utilise", "use", StringComparison.Ordinal), Read("drafts/three.txt"));
    }

    [Fact]
    public void What_is_suppressed_or_in_the_baseline_is_left()
    {
        _newsroom.Write("four.md", "# A day at the harbour\n\n<!-- rulesengine-disable-next TST010: a quotation from the bill -->\nThey utilise it.\n\nOthers utilise it too.\n");
        _newsroom.Run("baseline", "create", "four.md", "--plugin", Plugin);
        File.AppendAllText(Path.Combine(_newsroom.Folder, "four.md"), "\nThe rest will utilise nothing.\n");

        Assert.Equal(0, Fix("four.md", "--baseline", "rulesengine-baseline.json").ExitCode);

        var after = Read("four.md");
        Assert.Contains("They utilise it.", after, StringComparison.Ordinal);
        Assert.Contains("Others utilise it too.", after, StringComparison.Ordinal);
        Assert.Contains("The rest will use nothing.", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Mode_mark_encoding_and_line_ends_of_the_file_stay()
    {
        var path = _newsroom.Write("five.txt", "");
        byte[] Bytes(string text) => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)];
        File.WriteAllBytes(path, Bytes("A day at the café\r\n\r\nThey utilise it.\r\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        }

        Assert.Equal(0, Fix("five.txt").ExitCode);

        Assert.Equal(Bytes("A day at the café\r\n\r\nThey use it.\r\n"), File.ReadAllBytes(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite, File.GetUnixFileMode(path));
        }

        Assert.Empty(Directory.GetFiles(_newsroom.Folder, "*.new"));
    }

    [Fact]
    public void A_link_is_followed_and_stays_a_link()
    {
        _newsroom.Write("real/six.txt", "A day at the harbour\n\nThey utilise it.\n");
        File.CreateSymbolicLink(Path.Combine(_newsroom.Folder, "six.txt"), "real/six.txt");

        Assert.Equal(0, Fix("six.txt").ExitCode);

        Assert.Equal("real/six.txt", new FileInfo(Path.Combine(_newsroom.Folder, "six.txt")).LinkTarget);
        Assert.Contains("They use it.", Read("real/six.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_draft_is_named_and_the_others_are_fixed()
    {
        var path = _newsroom.Write("seven.txt", "A day at the harbour\n\nThey utilise it.\n");
        _newsroom.Write("eight.txt", "A day at the harbour\n\nThey utilise it.\n");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var run = Fix("seven.txt", "eight.txt");

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("seven.txt: error ENG012: the draft cannot be fixed: it is read-only", run.Errors, StringComparison.Ordinal);
        Assert.Contains("They utilise it.", Read("seven.txt"), StringComparison.Ordinal);
        Assert.Contains("They use it.", Read("eight.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fix", "name the drafts to change")]
    [InlineData("fix -", "standard input cannot be changed")]
    public void What_cannot_be_fixed_is_said(string line, string message)
    {
        var run = _newsroom.Run(line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private RunResult Fix(params string[] arguments) => _newsroom.Run(["fix", .. arguments, "--plugin", Plugin, "--only", "TST010,TST011,TST012,TST013"]);

    private string Read(string path) => File.ReadAllText(Path.Combine(_newsroom.Folder, path));
}
