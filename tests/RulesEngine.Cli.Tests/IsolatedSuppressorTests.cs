using System.Text;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Hosting.Plugins.Isolation;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Tests;

/// <summary>A suppressor in another process silences what it would silence in this one; one that misbehaves there silences nothing.</summary>
public sealed class IsolatedSuppressorTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void It_sees_all_that_it_would_see_in_the_process_of_the_tool()
    {
        // The witness chooses its suppression by everything that it can reach of a finding: of its own plugins, of a bundled one and of a rule set.
        _newsroom.Write("rulesengine.yml", "rulesets: [./house]\nplugins: [{Framing: off}]\nrules: {TST001: {severity: suggestion}, TSTS01: off}\n");
        _newsroom.Write("drafts/witness.md", "# A witness slams the council\n\nIt was moonshine, a *witness* said. “It was moonshine,” said the mayor, who slams *everybody*.\n\nMore than 500 people died &amp; 20 were hurt. Some 3,000 fled.\n");
        _newsroom.Write("drafts/witness.txt", "A witness slams the council\n\nIt was moonshine. Police said 40 people died and 7,000 fled; reports said 90 did.\n");
        string[] arguments = ["check", "drafts", "--format", "json", "--plugin", Path.Combine(TestPlugins, "Healthy"), "--plugin", Path.Combine(TestPlugins, "Suppressing")];

        var here = _newsroom.Run(arguments);
        var isolated = _newsroom.Run([.. arguments, "--isolate"]);

        foreach (var expected in new[] { "W-SRC001-", "W-house.Slam-", "W-TST001-" })
        {
            Assert.Contains(expected, here.Output, StringComparison.Ordinal);
        }

        Assert.Equal(here.Output, isolated.Output);
        Assert.Equal((here.ExitCode, ""), (isolated.ExitCode, isolated.Errors));
    }

    [Theory]
    [InlineData("throw", "ENG003", "stopped on this article: InvalidOperationException: a suppressor that panics on purpose (UnrulySuppressor.cs:47)")]
    [InlineData("undeclared", "ENG005", "stopped on this article: applied TSTS39, which it does not list in SupportedSuppressions")]
    [InlineData("stranger", "ENG005", "stopped on this article: applied TSTS30, which silences house.Slam, to a finding of TST001")]
    [InlineData("exit", "ENG018", "ended its process (exit code 7): the article was checked without it")]
    [InlineData("overflow", "ENG018", "crashed its process (exit code")]
    [InlineData("flood", "ENG018", "answered with a message of more than 32000000 bytes, and its process was ended")]
    [InlineData("chatter", "ENG018", "answered what it was not asked, and its process was ended")]
    public void One_that_misbehaves_silences_nothing_and_is_named(string wish, string id, string message)
    {
        _newsroom.Write("drafts/ask.txt", $"A mayor slams moonshine\n\nNow please {wish}.\n");
        _newsroom.Write("drafts/next.txt", "A mayor slams a story\n\nNow please behave.\n");
        string[] plugins = ["--plugin", Path.Combine(TestPlugins, "Healthy"), "--plugin", Path.Combine(TestPlugins, "Unruly")];

        var run = _newsroom.Run(["check", "drafts", "--isolate", "--format", "json", "--jobs", "1", .. plugins]);

        Assert.Equal(2, run.ExitCode);
        using var report = JsonDocument.Parse(run.Output);
        var notification = Assert.Single(report.RootElement.GetProperty("notifications").EnumerateArray());
        Assert.Equal((id, "error", "drafts/ask.txt"), (Text(notification, "id"), Text(notification, "severity"), Text(notification, "path")));
        Assert.StartsWith("suppressor UnrulySuppressor of Unruly " + message, Text(notification, "message"), StringComparison.Ordinal);
        var articles = report.RootElement.GetProperty("articles").EnumerateArray().ToDictionary(article => Text(article, "path"));
        Assert.Contains("house.Slam", Ids(articles["drafts/ask.txt"], "diagnostics"));
        Assert.Empty(Ids(articles["drafts/ask.txt"], "suppressed"));
        Assert.Equal(["house.Slam"], Ids(articles["drafts/next.txt"], "suppressed"));
    }

    [Fact]
    public void One_that_does_not_return_is_ended_with_its_process_and_named_as_in_the_process_of_the_tool()
    {
        using var isolated = Host(new IsolationOptions(Newsroom.Host, [Newsroom.Tool, PluginServer.Command]));
        using var here = Host(null);

        foreach (var wish in new[] { "hang", "behave" })
        {
            var result = Analyze(isolated, wish);
            Assert.Equal(Assert.Single(Analyze(here, wish).Notifications), Assert.Single(result.Notifications));
            Assert.All(result.Findings, finding => Assert.Null(finding.Suppression));
        }
    }

    [Theory]
    [InlineData("[1,\"S1\"]", NotificationIds.PluginCrashed, "gave no answer that can be read")]
    [InlineData("[-1,\"S1\"]", NotificationIds.PluginCrashed, "gave no answer that can be read")]
    [InlineData("[0,\"S9\"]", NotificationIds.PluginCrashed, "gave no answer that can be read")]
    [InlineData("[0]", NotificationIds.PluginCrashed, "gave no answer that can be read")]
    [InlineData("[\"S1\",0]", NotificationIds.PluginCrashed, "gave no answer that can be read")]
    [InlineData("{}", NotificationIds.PluginCrashed, "gave no answer that can be read")]
    [InlineData("[0,\"S2\"]", NotificationIds.InvalidDiagnostic, "stopped on this article: applied S2, which silences other, to a finding of house.Slam")]
    public void An_answer_that_names_what_there_is_not_silences_nothing(string suppressed, string id, string message)
    {
        using var host = Host(Script(suppressed));

        var result = Analyze(host, "behave");

        var notification = Assert.Single(result.Notifications);
        Assert.Equal((id, DiagnosticSeverity.Error, "draft.txt"), (notification.Id, notification.Severity, notification.Path));
        Assert.StartsWith("suppressor X of Unruly " + message, notification.Message, StringComparison.Ordinal);
        Assert.Null(Assert.Single(result.Findings).Suppression);
    }

    [Fact]
    public void An_answer_that_holds_silences_what_it_names()
    {
        using var host = Host(Script("[0,\"S1\"]"));

        Assert.Equal(new Suppression(SuppressionKind.Suppressor, "one", "S1"), Assert.Single(Analyze(host, "behave").Findings).Suppression);
    }

    /// <summary>A process that says what it was told to say, whatever it is asked.</summary>
    private static IsolationOptions Script(string suppressed) => new("/bin/sh", ["-c", $$"""
        echo '{"number":1,"started":true}'
        echo '{"number":2,"problem":null,"analyzers":[],"suppressors":[{"name":"X","fault":null,"suppressions":[{"id":"S1","rule":"house.Slam","justification":"one"},{"id":"S2","rule":"other","justification":"two"}]}]}'
        echo '{"number":3,"suppressed":{{suppressed}},"notifications":[],"abandoned":false,"outOfMemory":false}'
        sleep 9
        """]);

    private static IEnumerable<string> Ids(JsonElement article, string name) =>
        article.GetProperty(name).EnumerateArray().Select(finding => Text(finding, "id"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private string Draft => Path.Combine(_newsroom.Folder, "draft.txt");

    private AnalysisHost Host(IsolationOptions? isolation) => new(new AnalysisHostOptions
    {
        ToolFolder = Newsroom.ToolFolder,
        CurrentFolder = _newsroom.Folder,
        ConfigurationPath = Path.Combine(_newsroom.Folder, "rulesengine.yml"),
        Plugins = [Path.Combine(TestPlugins, "Unruly")],
        Isolation = isolation,
        Budget = TimeSpan.FromSeconds(3),
    });

    private ArticleResult Analyze(AnalysisHost host, string wish)
    {
        var article = ArticleReader.Read("draft.txt", Encoding.UTF8.GetBytes($"A mayor slams a story\n\nNow please {wish}.\n")).Article!;
        return host.For(Draft).Analyze(article, Draft, CancellationToken.None);
    }
}
