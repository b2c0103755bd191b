using System.Diagnostics;

namespace RulesEngine.Cli.Tests;

public sealed class ChangedLinesTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Only_findings_on_changed_lines_and_in_new_files_are_reported_and_the_rest_is_counted()
    {
        Commit();
        _newsroom.Write("drafts/b.txt", "Mayor slams bridge plan\n\nThe mayor slams the plan for a bridge, and nobody slams back.\n\n++ b/evil slams\n\nThe council slams it too.\n");
        _newsroom.Write("drafts/new é \"one\".txt", "A new draft slams\n\nText.\n");

        var run = _newsroom.Run("check", "drafts", "--changed-since", "HEAD", "--format", "line");

        Assert.Equal(
            ["drafts/b.txt:5:11", "drafts/b.txt:7:13", "drafts/new é \"one\".txt:1:13"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(":house", StringComparison.Ordinal)]));
        Assert.EndsWith(", 3 on lines that did not change\n", _newsroom.Run("check", "drafts", "--changed-since", "HEAD").Output, StringComparison.Ordinal);
        Git("add", "-A");
        Assert.Equal(run.Output, _newsroom.Run("check", "drafts", "--changed-since", "HEAD", "--format", "line").Output);
    }

    [Fact]
    public void A_revision_is_never_an_option_and_git_runs_nothing_that_the_repository_names()
    {
        Commit();
        _newsroom.Write("drafts/b.txt", "Mayor slams bridge\n");
        Git("config", "diff.external", "touch owned");
        Git("config", "core.fsmonitor", "touch owned");
        Git("config", "diff.t.textconv", "touch owned; cat");
        _newsroom.Write(".gitattributes", "*.txt diff=t\n");

        Assert.Equal(1, _newsroom.Run("check", "drafts", "--changed-since", "HEAD").ExitCode);
        Assert.Equal(2, _newsroom.Run("check", "drafts", "--changed-since=--output=owned").ExitCode);
        Assert.False(File.Exists(Path.Combine(_newsroom.Folder, "owned")));
    }

    [Theory]
    [InlineData("no-such-branch", true, "git knows no revision 'no-such-branch'")]
    [InlineData("HEAD", false, "no repository holds the current folder")]
    public void What_git_cannot_say_is_one_line_and_exit_code_2(string revision, bool isRepository, string message)
    {
        if (isRepository)
        {
            Commit();
        }

        var run = _newsroom.Run("check", "drafts", "--changed-since", revision);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private void Commit()
    {
        Git("init", "--quiet");
        Git("add", "-A");
        Git("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "--quiet", "-m", "drafts");
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _newsroom.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
