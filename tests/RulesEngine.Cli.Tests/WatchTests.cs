using System.Diagnostics;
using System.Text;

namespace RulesEngine.Cli.Tests;

public sealed class WatchTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void What_changes_is_checked_again_until_the_program_is_interrupted()
    {
        Fill("UsesFirst");
        using var watch = Start("check", "drafts", "--plugin", "tools/Edition", "--watch", "--format", "line");
        watch.Expect("drafts/b.txt:1:7:house.Slam:", "drafts/a.txt:1:1:TST021:edition first");

        // An editor that saves by a rename.
        var temporary = _newsroom.Write("drafts/.a.txt.swp", "The mayor slams the harbour\n\nNothing happened.\n");
        File.Move(temporary, Path.Combine(_newsroom.Folder, "drafts/a.txt"), overwrite: true);
        Assert.DoesNotContain("drafts/b.txt:", watch.Expect("rulesengine: drafts/a.txt changed", "drafts/a.txt:1:11:house.Slam:"), StringComparison.Ordinal);

        _newsroom.Write("drafts/new/folder/c.txt", "A new mayor slams the harbour\n\nNothing happened.\n");
        watch.Expect("rulesengine: drafts/new/folder/c.txt changed", "drafts/new/folder/c.txt:1:13:house.Slam:");

        _newsroom.Write("house/Slam.yml", File.ReadAllText(Path.Combine(_newsroom.Folder, "house/Slam.yml")).Replace("slams: criticises", "slams: faults", StringComparison.Ordinal));
        watch.Expect("rulesengine: house/Slam.yml changed; rules and plugins are loaded anew", "write 'faults' instead of 'slams'", "drafts/b.txt:1:7:house.Slam:");

        _newsroom.Write("drafts/rulesengine.yml", "rulesets: []\nplugins: [{Sourcing: off}, {Framing: off}]\n");
        Assert.DoesNotContain("house.Slam", watch.Expect("rulesengine: drafts/rulesengine.yml changed; rules", "drafts/new/folder/c.txt:1:1:TST021:edition first"), StringComparison.Ordinal);

        Fill("UsesSecond");
        watch.Expect("changed; rules and plugins are loaded anew", "drafts/a.txt:1:1:TST022:edition second", "drafts/new/folder/c.txt:1:1:TST022:edition second");

        File.Delete(Path.Combine(_newsroom.Folder, "drafts/rulesengine.yml"));
        _newsroom.Write("rulesengine.yml", "rulesets: [./hous]\n");
        watch.Expect("there is no rule set", "drafts/b.txt:1:1:TST022:edition second");
        Assert.Equal(2, watch.Interrupt());
    }

    [Fact]
    public void The_exit_code_is_that_of_the_last_check_and_nothing_but_lines_is_written()
    {
        using var watch = Start("check", "drafts/b.txt", "--watch");
        watch.Expect("3 findings");
        _newsroom.Write("drafts/b.txt", "Mayor likes bridge plan\n\nThe mayor likes the plan for a bridge.\n");
        var seen = watch.Expect("0 findings");

        Assert.DoesNotContain('\e', seen);
        Assert.DoesNotContain('\r', seen);
        Assert.Equal(0, watch.Interrupt());
    }

    [Fact]
    public void Files_of_a_run_are_written_whole_after_every_change()
    {
        using var watch = Start("check", "drafts", "--watch", "--format", "json=run.json", "--format", "line");
        watch.Expect("drafts/b.txt:3:11:house.Slam:");
        _newsroom.Write("drafts/a.txt", "The mayor slams the harbour\n\nNothing happened.\n");
        watch.Expect("drafts/a.txt:1:11:house.Slam:", "drafts/b.txt:1:7:house.Slam:");
        watch.Interrupt();

        Assert.Contains("\"articles\":2", File.ReadAllText(Path.Combine(_newsroom.Folder, "run.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check - --watch", "standard input cannot be watched")]
    [InlineData("check . --watch --report html", "'reports' lies among the drafts")]
    [InlineData("check . --watch --format text=out.txt", "'out.txt' lies among the drafts")]
    public void What_cannot_be_watched_is_said(string line, string message)
    {
        var run = _newsroom.Run(line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private void Fill(string plugin)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_newsroom.Folder, "tools", "Edition")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(TestPlugins, plugin), "*.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file).Replace(plugin, "Edition", StringComparison.Ordinal)), overwrite: true);
        }
    }

    private WatchedRun Start(params string[] arguments) => new(_newsroom.Folder, arguments);

    /// <summary>The tool at work, with what it writes as it comes.</summary>
    private sealed class WatchedRun : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

        private readonly Process _process;
        private readonly StringBuilder _seen = new();

        public WatchedRun(string folder, string[] arguments)
        {
            _process = Process.Start(new ProcessStartInfo(Newsroom.Host, [Newsroom.Tool, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _process.OutputDataReceived += Take;
            _process.ErrorDataReceived += Take;
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        /// <summary>What was written since the last time, once all of this is in it.</summary>
        public string Expect(params string[] expected)
        {
            var begin = Stopwatch.GetTimestamp();
            while (true)
            {
                lock (_seen)
                {
                    var text = _seen.ToString();
                    if (Array.TrueForAll(expected, part => text.Contains(part, StringComparison.Ordinal)))
                    {
                        _seen.Clear();
                        return text;
                    }

                    Assert.True(Stopwatch.GetElapsedTime(begin) < Patience && !_process.HasExited, $"waited for {string.Join(" and ", expected)} in:\n{text}");
                }

                Thread.Sleep(50);
            }
        }

        public int Interrupt()
        {
            using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
            Assert.True(_process.WaitForExit(Patience));
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
            }

            _process.Dispose();
        }

        private void Take(object sender, DataReceivedEventArgs line)
        {
            lock (_seen)
            {
                _seen.Append(line.Data).Append('\n');
            }
        }
    }
}
