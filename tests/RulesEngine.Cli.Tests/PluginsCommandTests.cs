namespace RulesEngine.Cli.Tests;

public sealed class PluginsCommandTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public PluginsCommandTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "TestPlugins", "Fixing")))
        {
            Directory.CreateDirectory(Path.Combine(_newsroom.Folder, "tools", "Fixing"));
            File.Copy(file, Path.Combine(_newsroom.Folder, "tools", "Fixing", Path.GetFileName(file)));
        }

        _newsroom.Write("rulesengine.yml", "rulesets: [./house]\nplugins: [tools/Fixing, {Framing: off}]\n");
    }

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void The_lock_is_written_verified_and_held_without_running_the_plugin()
    {
        var untrusted = _newsroom.Run("plugins", "list");
        Assert.Equal(2, untrusted.ExitCode);
        Assert.Contains("Fixing  (tools/Fixing)  not loaded", untrusted.Output, StringComparison.Ordinal);
        Assert.Contains("ENG014", untrusted.Errors, StringComparison.Ordinal);

        Assert.Equal((0, "plugins.lock.json: Fixing\n", ""), Parts(_newsroom.Run("plugins", "lock")));
        Assert.Equal((0, "Fixing: as locked\n", ""), Parts(_newsroom.Run("plugins", "verify")));
        var listed = _newsroom.Run("plugins", "list", "--plugins-lock", "plugins.lock.json");
        Assert.Equal((0, ""), (listed.ExitCode, listed.Errors));
        Assert.Contains("Sourcing  (bundled)  SRC001", listed.Output, StringComparison.Ordinal);
        Assert.Contains("Fixing  (tools/Fixing)  TST010 TST011 TST012 TST013", listed.Output, StringComparison.Ordinal);

        _newsroom.Write("tools/Fixing/extra.dll", "");
        Assert.Equal((1, "Fixing: extra.dll is not in the lock; look at what changed, then run 'rulesengine plugins lock'\n", ""), Parts(_newsroom.Run("plugins", "verify")));
        var check = _newsroom.Run("check", "drafts", "--plugins-lock", "plugins.lock.json");
        Assert.Equal(2, check.ExitCode);
        Assert.Contains("rulesengine.yml:2:11: error ENG014: plugin 'tools/Fixing' is not loaded: extra.dll is not in the lock", check.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_does_not_exist_or_cannot_be_used_ends_the_run()
    {
        Assert.Contains("--plugins-lock: there is no file 'none.json'", _newsroom.Run("check", "drafts", "--plugins-lock", "none.json").Errors, StringComparison.Ordinal);
        _newsroom.Write("bad.json", "{}");
        var run = _newsroom.Run("check", "drafts", "--plugins-lock", "bad.json");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("'bad.json' cannot be used: it is no lock of plugins", run.Errors, StringComparison.Ordinal);
    }

    private static (int, string, string) Parts(RunResult run) => (run.ExitCode, run.Output, run.Errors);
}
