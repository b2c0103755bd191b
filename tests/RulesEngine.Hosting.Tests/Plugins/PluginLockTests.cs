using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Plugins.Locking;

namespace RulesEngine.Hosting.Tests.Plugins;

/// <summary>Every way that we know round the lock, tried.</summary>
public sealed class PluginLockTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("lock");
    private readonly string _plugin;

    public PluginLockTests()
    {
        _plugin = Path.Combine(_scratch.FullName, "repository", "tools", "Healthy");
        Copy(Path.Combine(TestPlugins, "Healthy"), _plugin);
        File.Copy(Path.Combine(TestPlugins, "Dependency", "Dependency.dll"), Path.Combine(_plugin, "Dependency.dll"));
        Write("rulesengine.yml", "rulesets: []\nplugins: [tools/Healthy]\n");
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    [Fact]
    public void A_discovered_configuration_loads_a_plugin_that_is_as_locked_wherever_the_lock_lies() => AssertLoaded(Reread(PluginLock.Empty.With(_plugin)));

    [Fact]
    public void Without_a_lock_it_loads_nothing() => AssertNotLoaded(null, "say --trust-plugins");

    [Theory]
    [InlineData("Healthy.dll", "Healthy.dll has changed")]
    [InlineData("Dependency.dll", "Dependency.dll has changed")]
    [InlineData("lexicons/humbug.tsv", "lexicons/humbug.tsv has changed")]
    public void A_file_that_changed_is_another_plugin(string file, string reason)
    {
        var locked = PluginLock.Empty.With(_plugin);
        using (var stream = new FileStream(Path.Combine(_plugin, file), FileMode.Open))
        {
            stream.Seek(-1, SeekOrigin.End);
            var last = stream.ReadByte();
            stream.Seek(-1, SeekOrigin.End);
            stream.WriteByte((byte)(last ^ 1));
        }

        AssertNotLoaded(locked, reason);
    }

    [Theory]
    [InlineData("extra.dll")]
    [InlineData(".hidden")]
    [InlineData("en/Healthy.resources.dll")]
    [InlineData("Healthy.runtimeconfig.json")]
    public void A_file_more_is_another_plugin(string file)
    {
        var locked = PluginLock.Empty.With(_plugin);
        Write("tools/Healthy/" + file, "{}");

        AssertNotLoaded(locked, $"{file} is not in the lock");
    }

    [Fact]
    public void A_file_less_is_another_plugin()
    {
        var locked = PluginLock.Empty.With(_plugin);
        File.Delete(Path.Combine(_plugin, "Dependency.dll"));

        AssertNotLoaded(locked, "Dependency.dll is missing");
    }

    [Fact]
    public void A_link_in_the_folder_is_refused_whatever_it_leads_to()
    {
        var dependency = Path.Combine(_plugin, "Dependency.dll");
        var locked = PluginLock.Empty.With(_plugin);
        var outside = Write("outside.dll", "");
        File.Move(dependency, outside, overwrite: true);
        File.CreateSymbolicLink(dependency, outside);
        AssertNotLoaded(locked, "Dependency.dll is a link");

        File.Delete(dependency);
        File.Move(outside, dependency);
        Directory.Move(Path.Combine(_plugin, "lexicons"), Path.Combine(_scratch.FullName, "lexicons"));
        Directory.CreateSymbolicLink(Path.Combine(_plugin, "lexicons"), Path.Combine(_scratch.FullName, "lexicons"));
        AssertNotLoaded(locked, "lexicons is a link");
    }

    [Fact]
    public void Names_in_other_case_are_other_names()
    {
        var locked = PluginLock.Empty.With(_plugin);
        File.Move(Path.Combine(_plugin, "Dependency.dll"), Path.Combine(_plugin, "dependency.dll"));
        AssertNotLoaded(locked, "dependency.dll is not in the lock, Dependency.dll is missing");

        File.WriteAllText(Path.Combine(_plugin, "DEPENDENCY.dll"), "");
        AssertNotLoaded(locked, "differ in case alone");
    }

    [Fact]
    public void Another_plugin_with_a_locked_name_is_refused_and_one_without_an_entry_too()
    {
        var locked = PluginLock.Empty.With(_plugin);
        Copy(Path.Combine(TestPlugins, "Throwing"), Path.Combine(_scratch.FullName, "repository", "tools", "Throwing"));
        Write("rulesengine.yml", "rulesets: []\nplugins: [tools/Throwing]\n");
        AssertNotLoaded(locked, "it is not in the lock");

        Directory.Delete(_plugin, recursive: true);
        Directory.Move(Path.Combine(_scratch.FullName, "repository", "tools", "Throwing"), _plugin);
        Write("rulesengine.yml", "rulesets: []\nplugins: [tools/Healthy]\n");
        AssertNotLoaded(locked, "Throwing.dll is not in the lock");
    }

    [Fact]
    public void A_dependency_outside_of_the_folder_is_refused()
    {
        const string DependencyFile = "{\"targets\":{\".NETCoreApp,Version=v10.0\":{\"Healthy/1.0.0\":{\"runtimeTargets\":{\"\\u002e\\u002e/../outside.dll\":{\"rid\":\"any\",\"assetType\":\"runtime\"}}}}}}";
        Write("tools/Healthy/Healthy.deps.json", DependencyFile);

        Assert.Contains("names a dependency outside of the folder ('../../outside.dll')", Assert.Throws<FormatException>(() => PluginLock.Empty.With(_plugin)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rulesets: []\nplugins: [../outside/Healthy]\n")]
    [InlineData("rulesets: []\nplugins: [linked/Healthy]\n")]
    public void A_plugin_outside_of_the_folder_of_the_configuration_is_refused_even_as_locked(string configuration)
    {
        Copy(_plugin, Path.Combine(_scratch.FullName, "outside", "Healthy"));
        Directory.CreateSymbolicLink(Path.Combine(_scratch.FullName, "repository", "linked"), Path.Combine(_scratch.FullName, "outside"));
        Write("rulesengine.yml", configuration);

        AssertNotLoaded(PluginLock.Empty.With(_plugin), "leads out of the folder");
    }

    [Fact]
    public void A_configuration_that_is_extended_is_trusted_no_more_than_the_one_that_extends_it()
    {
        Write("base.yml", "rulesets: []\nplugins: [tools/Healthy]\n");
        Write("rulesengine.yml", "extends: base.yml\n");

        AssertNotLoaded(null, "say --trust-plugins");
    }

    [Fact]
    public void A_folder_that_is_called_like_a_bundled_plugin_is_not_taken_for_it()
    {
        Copy(_plugin, Path.Combine(_scratch.FullName, "repository", "Bundled"));
        Directory.CreateDirectory(Path.Combine(_scratch.FullName, "tool", "plugins", "Bundled"));
        Write("rulesengine.yml", "rulesets: []\nplugins: [./Bundled, {Bundled: off}]\n");

        AssertNotLoaded(null, "say --trust-plugins");
    }

    [Fact]
    public void The_lock_holds_for_a_plugin_of_the_command_line_and_of_a_named_configuration_too()
    {
        var locked = PluginLock.Empty.With(_plugin);
        Write("tools/Healthy/extra.dll", "");

        AssertNotLoaded(locked, "extra.dll is not in the lock", options => options with { ConfigurationPath = Path.Combine(_scratch.FullName, "repository", "rulesengine.yml") });
        AssertNotLoaded(locked, "extra.dll is not in the lock", options => options with { TrustsPlugins = true });
        Write("rulesengine.yml", "rulesets: []\n");
        AssertNotLoaded(locked, "extra.dll is not in the lock", options => options with { Plugins = [_plugin] });
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("[]", "no lock of plugins")]
    [InlineData("{\"rulesenginePlugins\":2,\"plugins\":{}}", "version 2")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":\"$\"},\"A\":{\"a.dll\":\"$\"}}}", "says something twice")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":\"$\",\"a.dll\":\"$\"}}}", "says something twice")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":\"$\",\"\\u0061.dll\":\"$\"}}}", "says something twice")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":\"$\",\"A.dll\":\"$\"}}}", "differs from another file in case alone")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"../a.dll\":\"$\"}}}", "no path within the folder")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"/a.dll\":\"$\"}}}", "no path within the folder")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"b\\\\..\\\\a.dll\":\"$\"}}}", "no path within the folder")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"..\":{\"a.dll\":\"$\"}}}", "no name of a plugin")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{}}}", "has no files")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":\"sha256:\"}}}", "has no hash")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":\"sha1:abc\"}}}", "has no hash")]
    [InlineData("{\"rulesenginePlugins\":1,\"plugins\":{\"A\":{\"a.dll\":[[[[[[1]]]]]]}}}", "nested too deeply")]
    public void A_hostile_lock_is_refused_with_its_reason(string text, string reason)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Replace("$", "sha256:" + new string('a', 64), StringComparison.Ordinal));

        Assert.Contains(reason, Assert.Throws<FormatException>(() => PluginLockJson.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_is_too_large_or_nested_without_end_is_refused_before_it_is_read()
    {
        Assert.Contains("longer than", Assert.Throws<FormatException>(() => PluginLockJson.Read(new byte[PluginLockJson.MostBytes + 1])).Message, StringComparison.Ordinal);
        Assert.Contains("nested", Assert.Throws<FormatException>(() => PluginLockJson.Read(Encoding.UTF8.GetBytes(new string('[', 1_000_000)))).Message, StringComparison.Ordinal);
    }

    private static PluginLock Reread(PluginLock locked) => PluginLockJson.Read(Encoding.UTF8.GetBytes(PluginLockJson.Write(locked)));

    private void AssertLoaded(PluginLock locked)
    {
        var analysis = Host(locked, options => options);
        Assert.Empty(analysis.Problems);
        Assert.Contains(analysis.Driver.Rules, rule => rule.Origin == "Healthy");
    }

    private void AssertNotLoaded(PluginLock? locked, string reason, Func<AnalysisHostOptions, AnalysisHostOptions>? change = null)
    {
        var analysis = Host(locked, change ?? (options => options));
        Assert.DoesNotContain(analysis.Driver.Rules, rule => rule.Origin != AnalysisDriver.EngineOrigin);
        Assert.Contains(analysis.Problems, problem => problem.Severity == Sdk.DiagnosticSeverity.Error && problem.Message.Contains(reason, StringComparison.Ordinal));
    }

    private ConfiguredAnalysis Host(PluginLock? locked, Func<AnalysisHostOptions, AnalysisHostOptions> change) => new AnalysisHost(change(new AnalysisHostOptions
    {
        ToolFolder = Path.Combine(_scratch.FullName, "tool"),
        CurrentFolder = Path.Combine(_scratch.FullName, "repository"),
        PluginLock = locked,
    })).For(Path.Combine(_scratch.FullName, "repository", "a.txt"));

    private string Write(string path, string text)
    {
        var full = Path.Combine(_scratch.FullName, "repository", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
