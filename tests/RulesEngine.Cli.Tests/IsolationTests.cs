using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Hosting.Plugins.Isolation;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Tests;

public sealed class IsolationTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private static readonly string[] s_plugins = ["Healthy", "Fixing", "UsesFirst", "UsesSecond", "ReadmeSample", "Misbehaving", "Throwing", "ThrowingInitialize", "ThrowingConstructor"];

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Findings_are_the_same_bytes_as_in_the_process_of_the_tool()
    {
        // The plugins that ship with the tool, loaded as if they were somebody's own, use most of what there is to send.
        _newsroom.Write("rulesengine.yml", """
            rulesets: [./house]
            plugins: [{Sourcing: off}, {Framing: off}]
            lexicons: {humbug: {add: [twaddle], remove: [moonshine]}}
            rules: {TST001: {options: {minimum-length: 3}}, DESK001: {severity: error, options: {maximum: 20}}, TST012: off}
            """);
        foreach (var sample in Directory.GetFiles(Path.Combine(Newsroom.Repository, "src", "RulesEngine.Cli", "Samples")))
        {
            File.Copy(sample, Path.Combine(_newsroom.Folder, "drafts", Path.GetFileName(sample)));
        }

        _newsroom.Write("drafts/german.txt", "Ein Titel über den Rat\n\nDer Bürgermeister und die Stadt sagen nichts über das Geld, und der Rat ist auch nicht dabei.\n");
        _newsroom.Write("drafts/front.md", "---\ndate: 2025-03-02\n---\n# Twaddle, he said\n\n<!-- rulesengine-disable-next TST010: quoted -->\nThey *utilise* it &amp; slam.\n\nMore than 500 people “were there, and all of them saw the lights”, reports said. They utilise moonshine and twaddle.\n");
        _newsroom.Write("drafts/analogy.txt", "A title of a story\n\nThe vote was his Waterloo, and the cuts are this country's Munich, a critic wrote.\n");
        _newsroom.Write("drafts/throws.txt", "A title of a story\n\nNow please undeclared.\n");
        string[] plugins = [Path.Combine(Newsroom.ToolFolder, "plugins", "Sourcing"), Path.Combine(Newsroom.ToolFolder, "plugins", "Framing"), .. s_plugins.Select(name => Path.Combine(TestPlugins, name))];
        string[] arguments = ["check", "drafts", "--format", "json", .. plugins.SelectMany(plugin => new[] { "--plugin", plugin })];

        var here = _newsroom.Run(arguments);
        var isolated = _newsroom.Run([.. arguments, "--isolate", "--jobs", "4"]);

        foreach (var expected in new[] { "SRC001", "FRM001", "TST001", "TST010", "TST021", "TST022", "DESK001", "ENG003", "ENG005", "ENG006", "ENG011", "(ThrowingAnalyzer.cs:23)", "\"related\":[{", "\"edits\":[{" })
        {
            Assert.Contains(expected, here.Output, StringComparison.Ordinal);
        }

        Assert.Equal(here.Output, isolated.Output);
        Assert.Equal((here.ExitCode, here.Errors), (isolated.ExitCode, isolated.Errors));
    }

    [Theory]
    [InlineData("exit", "ended its process (exit code 7)")]
    [InlineData("overflow", "crashed its process (exit code")]
    public void A_plugin_that_ends_its_process_is_named_in_every_format_and_the_rest_is_checked(string wish, string message)
    {
        _newsroom.Write("drafts/ask.txt", $"A mayor slams a story\n\nNow please {wish}.\n");
        _newsroom.Write("drafts/next.txt", "A mayor slams a story\n\nNow please behave.\n");
        string[] formats = ["json", "ndjson", "sarif", "github", "junit", "checkstyle", "vale", "line"];

        var run = _newsroom.Run(["check", "drafts", "--plugin", Path.Combine(TestPlugins, "Misbehaving"), "--isolate", "--format", "text", .. formats.SelectMany(format => new[] { "--format", $"{format}={format}.out" })]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"drafts/ask.txt: error ENG018: analyzer MisbehavingAnalyzer of Misbehaving {message}", run.Errors, StringComparison.Ordinal);
        Assert.Contains("drafts/ask.txt:1:9: warning house.Slam", run.Output, StringComparison.Ordinal);
        Assert.Contains("drafts/next.txt:3:5: warning TST020", run.Output, StringComparison.Ordinal);
        foreach (var format in formats)
        {
            var written = File.ReadAllText(Path.Combine(_newsroom.Folder, format + ".out"));
            Assert.Contains("ENG018", written, StringComparison.Ordinal);
            Assert.Contains("of Misbehaving ", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_isolation_a_plugin_that_ends_the_program_does_not_pass_for_a_clean_run()
    {
        _newsroom.Write("drafts/ask.txt", "A title of a story\n\nNow please exit.\n");

        var run = _newsroom.Run("check", "drafts", "--plugin", Path.Combine(TestPlugins, "Misbehaving"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ended before it was done", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_plugin_prints_and_changes_stays_in_its_process()
    {
        _newsroom.Write("drafts/a.txt", "A mayor slams a story\n\nNow please print.\n");
        _newsroom.Write("drafts/b.txt", "A mayor slams a story\n\nNow please mutate.\n");
        _newsroom.Write("drafts/c.txt", "A mayor slams a story\n\nThe mayor slams -5 things.\n");
        string[] arguments = ["check", "drafts", "--format", "json", "--only", "house.Slam,TST020", "--jobs", "1"];

        var without = _newsroom.Run(arguments);
        var with = _newsroom.Run([.. arguments, "--plugin", Path.Combine(TestPlugins, "Misbehaving"), "--isolate"]);

        Assert.Equal((1, ""), (with.ExitCode, with.Errors));
        Assert.Equal(CountOf("\"id\":\"house.Slam\"", without), CountOf("\"id\":\"house.Slam\"", with));
        Assert.Equal(2, CountOf("\"id\":\"TST020\"", with));
        Assert.DoesNotContain("is no answer", with.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_ends_its_process_again_and_again_is_not_run_any_more()
    {
        using var host = Host(Options());
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("ended its process (exit code 7)", Assert.Single(Analyze(host, "exit").Notifications).Message, StringComparison.Ordinal);
        }

        var notification = Assert.Single(Analyze(host, "behave").Notifications);
        Assert.Equal((NotificationIds.PluginCrashed, DiagnosticSeverity.Error, "draft.txt"), (notification.Id, notification.Severity, notification.Path));
        Assert.Contains("was not run: its plugin ended its process 3 times", notification.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_does_not_return_is_ended_with_its_process_and_named_as_in_the_process_of_the_tool()
    {
        using var isolated = Host(Options());
        using var here = Host(null);

        foreach (var wish in new[] { "hang", "behave" })
        {
            Assert.Equal(Assert.Single(Analyze(here, wish).Notifications), Assert.Single(Analyze(isolated, wish).Notifications));
        }
    }

    [Theory]
    [InlineData("allocate", NotificationIds.RuleThrew, "OutOfMemoryException")]
    [InlineData("hoard", NotificationIds.PluginCrashed, "of memory, and its process was ended")]
    public void A_rule_that_takes_all_memory_is_named_and_the_next_article_has_memory_again(string wish, string id, string message)
    {
        using var host = Host(Options() with { MostMemory = 200L << 20 }, seconds: 60);

        var notification = Assert.Single(Analyze(host, wish).Notifications);

        Assert.Equal(id, notification.Id);
        Assert.Contains(message, notification.Message, StringComparison.Ordinal);
        var next = Analyze(host, "behave");
        Assert.Empty(next.Notifications);
        Assert.Single(next.Findings);
    }

    [Theory]
    [InlineData("echo nonsense; sleep 9", "answered with no JSON")]
    [InlineData("echo '[]'; sleep 9", "answered with no JSON object")]
    [InlineData("echo '{\"number\":1,\"started\":true}'; echo '{\"number\":2,\"a\":1}'; sleep 9", "gave no answer that can be read")]
    [InlineData("echo '{\"number\":1,\"started\":true}'; echo '{\"number\":2,\"a\":1,\"a\":2}'; sleep 9", "answered with no JSON")]
    [InlineData("echo '{\"number\":1,\"started\":true}'; echo '{\"number\":2,\"problem\":null,\"suppressors\":[],\"analyzers\":[{\"name\":\"X\",\"fault\":null,\"rules\":[{\"id\":null}]}]}'; sleep 9", "gave no answer that can be read")]
    [InlineData("echo '{\"number\":1,\"started\":true}'; echo '{\"number\":2,\"problem\":null,\"suppressors\":[],\"analyzers\":[{\"name\":\"X\",\"fault\":null,\"rules\":[{\"id\":\"A\\u001bB\",\"title\":\"t\",\"messageFormat\":\"m\",\"category\":\"c\",\"severity\":2,\"enabled\":true,\"why\":\"w\",\"helpUri\":null,\"since\":\"1\",\"english\":true,\"examples\":[],\"options\":[]}]}]}'; sleep 9", "gave no answer that can be read")]
    [InlineData("echo '{\"number\":1,\"started\":true}'; echo '{\"number\":1,\"problem\":null,\"suppressors\":[],\"analyzers\":[]}'; sleep 9", "answered what it was not asked")]
    [InlineData("exit 3", "ended its process (exit code 3)")]
    [InlineData("exec yes | tr -d '\\n'", "a message of more than 32000000 bytes")]
    public void A_process_that_breaks_the_protocol_is_ended_and_named(string script, string message)
    {
        using var host = Host(new IsolationOptions("/bin/sh", ["-c", script]));

        var problem = Assert.Single(host.For(Draft).Problems);

        Assert.Equal((NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.StartsWith("plugin Misbehaving is not loaded: it ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private static int CountOf(string text, RunResult run) => run.Output.Split(text).Length - 1;

    private string Draft => Path.Combine(_newsroom.Folder, "draft.txt");

    private static IsolationOptions Options() => new(Newsroom.Host, [Newsroom.Tool, PluginServer.Command]);

    private AnalysisHost Host(IsolationOptions? isolation, int seconds = 3) => new(new AnalysisHostOptions
    {
        ToolFolder = Newsroom.ToolFolder,
        CurrentFolder = _newsroom.Folder,
        ConfigurationPath = Path.Combine(_newsroom.Folder, "rulesengine.yml"),
        Plugins = [Path.Combine(TestPlugins, "Misbehaving")],
        Isolation = isolation,
        Budget = TimeSpan.FromSeconds(seconds),
    });

    private ArticleResult Analyze(AnalysisHost host, string wish)
    {
        var article = ArticleReader.Read("draft.txt", Encoding.UTF8.GetBytes($"A title of a story\n\nNow please {wish}.\n")).Article!;
        return host.For(Draft).Analyze(article, Draft, CancellationToken.None);
    }
}
