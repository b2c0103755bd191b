using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Plugins;

/// <summary>What plugins do wrong, with real assemblies in the process of the tests.</summary>
public sealed class PluginFaultTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("faults");

    public void Dispose() => _scratch.Delete(recursive: true);

    [Fact]
    public void Two_plugins_each_get_the_version_of_a_dependency_that_they_bring()
    {
        var result = Analyze("A title of a story\n\nText.\n", "UsesFirst", "UsesSecond");

        Assert.Equal(["TST021 edition first", "TST022 edition second"], Messages(result));
        Assert.Empty(result.Notifications);
    }

    [Fact]
    public void A_dependency_that_is_missed_only_when_it_is_used_stops_that_rule()
    {
        var folder = CopyOf("UsesFirst", "UsesFirst");
        File.Delete(Path.Combine(folder, "Dependency.dll"));
        File.Delete(Path.Combine(folder, "UsesFirst.deps.json"));

        var result = Analyze("A title of a story\n\nText.\n", folder, "UsesSecond");

        Assert.Equal(["TST022 edition second"], Messages(result));
        AssertFault(result, NotificationIds.RuleThrew, "analyzer EditionAnalyzer of UsesFirst stopped on this article: FileNotFoundException");
    }

    [Fact]
    public void A_set_up_that_throws_leaves_the_other_plugins_running()
    {
        var analysis = Host("ThrowingInitialize", "UsesFirst").For(Draft);

        Assert.Contains("a set-up that panics on purpose", Assert.Single(analysis.Problems).Message, StringComparison.Ordinal);
        Assert.Contains(analysis.Driver.Rules, rule => rule.Origin == "UsesFirst");
    }

    [Fact]
    public void A_constructor_that_does_not_return_leaves_the_other_plugins_running()
    {
        var analysis = Host("Hanging", "UsesFirst").For(Draft);

        var problem = Assert.Single(analysis.Problems);
        Assert.Equal((NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.Contains("plugin Hanging is not loaded: its analyzers were not made within 0.5 s", problem.Message, StringComparison.Ordinal);
        Assert.Contains(analysis.Driver.Rules, rule => rule.Origin == "UsesFirst");
    }

    [Fact]
    public void Of_two_plugins_with_one_id_the_second_is_named_and_left_out()
    {
        var analysis = Host("Healthy", CopyOf("Healthy", "Copy")).For(Draft);

        var problem = Assert.Single(analysis.Problems);
        Assert.Equal((NotificationIds.DuplicateRule, DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.Contains("rule TST001 of Copy has the id of a rule of Healthy", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Healthy", Assert.Single(analysis.Driver.Rules, rule => rule.Descriptor.Id == "TST001").Origin);
    }

    [Theory]
    [InlineData("undeclared", NotificationIds.InvalidDiagnostic, "reported TST099, which it does not list in SupportedDiagnostics")]
    [InlineData("outside", NotificationIds.InvalidDiagnostic, "outside the article")]
    [InlineData("hang", NotificationIds.RuleTimedOut, "analyzer MisbehavingAnalyzer of Misbehaving did not return within 0.5 s and was abandoned")]
    public void What_a_rule_may_not_do_is_named_and_the_others_go_on(string wish, string id, string message)
    {
        var host = Host("Misbehaving", "UsesFirst");
        var result = Analyze(host, $"A title of a story\n\nNow please {wish}.\n");

        Assert.Contains("TST021 edition first", Messages(result));
        AssertFault(result, id, message);
        var next = Analyze(host, "A title of a story\n\nNow please behave.\n");
        if (wish == "hang")
        {
            AssertFault(next, NotificationIds.RuleTimedOut, "was not run: it did not return on an earlier article");
        }
        else
        {
            Assert.Equal(["TST020 found 'please'", "TST021 edition first"], Messages(next).Order());
        }
    }

    [Fact]
    public void A_native_library_is_refused_as_a_plugin_and_passed_over_beside_one()
    {
        var native = Native(Path.Combine(TestPlugins, "Healthy", "Healthy.dll"));
        var folder = _scratch.CreateSubdirectory("Native").FullName;
        File.WriteAllBytes(Path.Combine(folder, "Native.dll"), native);
        Assert.Contains("Native.dll is not a .NET assembly but a native library", new PluginHost().Load(folder, PluginOrigin.Configured).Problem!.Message, StringComparison.Ordinal);

        var beside = CopyOf("Healthy", "Beside");
        File.WriteAllBytes(Path.Combine(beside, "native.dll"), native);
        File.WriteAllBytes(Path.Combine(beside, "libnative.so"), "\u007fELF"u8.ToArray());
        Assert.Null(new PluginHost().Load(beside, PluginOrigin.Configured).Problem);
    }

    /// <summary>The assembly without its CLI header, which is what a library without .NET code looks like.</summary>
    private static byte[] Native(string assembly)
    {
        var bytes = File.ReadAllBytes(assembly);
        var header = BitConverter.ToInt32(bytes, 0x3C) + 24;
        var directories = header + (BitConverter.ToUInt16(bytes, header) == 0x20B ? 112 : 96);
        Array.Clear(bytes, directories + (14 * 8), 8);
        return bytes;
    }

    private static string Draft => Path.Combine(Path.GetTempPath(), "draft.txt");

    private static IEnumerable<string> Messages(ArticleResult result) => result.Findings.Select(finding => $"{finding.Diagnostic.Descriptor.Id} {finding.Diagnostic.Message}");

    private static void AssertFault(ArticleResult result, string id, string message)
    {
        var notification = Assert.Single(result.Notifications);
        Assert.Equal((id, DiagnosticSeverity.Error, "draft.txt"), (notification.Id, notification.Severity, notification.Path));
        Assert.Contains(message, notification.Message, StringComparison.Ordinal);
    }

    private ArticleResult Analyze(string text, params string[] plugins) => Analyze(Host(plugins), text);

    private static ArticleResult Analyze(AnalysisHost host, string text) =>
        host.For(Draft).Analyze(ArticleReader.Read("draft.txt", System.Text.Encoding.UTF8.GetBytes(text)).Article!, Draft, CancellationToken.None);

    private AnalysisHost Host(params string[] plugins)
    {
        var configuration = Path.Combine(_scratch.FullName, "rulesengine.yml");
        File.WriteAllText(configuration, "rulesets: []\n");
        return new AnalysisHost(new AnalysisHostOptions
        {
            ToolFolder = _scratch.FullName,
            CurrentFolder = _scratch.FullName,
            ConfigurationPath = configuration,
            Plugins = [.. plugins.Select(plugin => Path.Combine(TestPlugins, plugin))],
            Budget = TimeSpan.FromSeconds(0.5),
        });
    }

    private string CopyOf(string plugin, string name)
    {
        var target = _scratch.CreateSubdirectory(name).FullName;
        var source = Path.Combine(TestPlugins, plugin);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
