using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Plugins;

public sealed class PluginHostTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("plugins");

    public void Dispose() => _scratch.Delete(recursive: true);

    [Fact]
    public void A_healthy_plugin_runs_with_its_own_lexicon()
    {
        var result = Analyze("Healthy", "Officials called the plan moonshine.");

        var finding = Assert.Single(result.Findings);
        Assert.Equal("moonshine", result.Article.GetText(finding.Diagnostic.Span));
        Assert.Empty(result.Notifications);
    }

    [Fact]
    public void The_configuration_adds_to_a_lexicon_and_takes_from_it()
    {
        var change = new LexiconChange(["twaddle"], ["moonshine"]);

        var result = Analyze("Healthy", "Moonshine, said one. Twaddle, said the other.", change);

        Assert.Equal("Twaddle", result.Article.GetText(Assert.Single(result.Findings).Diagnostic.Span));
    }

    [Fact]
    public void An_analyzer_that_throws_becomes_a_notification_that_names_rule_and_article()
    {
        var result = Analyze("Throwing", "Anything at all.");

        var notification = Assert.Single(result.Notifications);
        Assert.Equal((NotificationIds.RuleThrew, DiagnosticSeverity.Error, "draft.txt"), (notification.Id, notification.Severity, notification.Path));
        Assert.Contains("a rule that panics on purpose (ThrowingAnalyzer.cs:23)", notification.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ThrowingConstructor", "a constructor that panics on purpose")]
    [InlineData("BadDescriptor", "BadDescriptorAnalyzer does not keep the contract: rule 'TST007': its message format 'found {0' is no composite format string")]
    [InlineData("NoAnalyzers", "there is no analyzer in it (HiddenAnalyzer is not public)")]
    [InlineData("WrongSdk", "was built against version 2.0.0.0 of RulesEngine.Sdk, this tool has 1.0.0.0")]
    [InlineData("NewerFramework", "was built for .NET 99.0")]
    [InlineData("WrongArchitecture", "build it for AnyCPU")]
    [InlineData("MissingDependency", "Dependency")]
    [InlineData("DoesNotExist", "there is no such folder")]
    public void A_plugin_that_cannot_be_used_is_named_with_reason_and_remedy(string name, string reason) =>
        AssertRefused(Path.Combine(TestPlugins, name), name, reason);

    [Fact]
    public void A_private_copy_of_the_Sdk_is_refused()
    {
        var folder = CopyOf("Healthy", "Copycat");
        File.Move(Path.Combine(folder, "Healthy.dll"), Path.Combine(folder, "Copycat.dll"));
        File.Copy(typeof(ArticleAnalyzer).Assembly.Location, Path.Combine(folder, "RulesEngine.Sdk.dll"));

        AssertRefused(folder, "Copycat", "its own copy of the Sdk");
    }

    [Fact]
    public void The_only_assembly_that_references_the_Sdk_is_the_main_one()
    {
        var folder = CopyOf("Healthy", "Renamed");
        File.Copy(typeof(FactAttribute).Assembly.Location, Path.Combine(folder, "another.dll"));

        Assert.Equal("Renamed", new PluginHost().Load(folder, PluginOrigin.Configured).Plugin?.Name);

        File.Copy(Path.Combine(folder, "Healthy.dll"), Path.Combine(folder, "Twin.dll"));
        AssertRefused(folder, "Renamed", "Healthy.dll, Twin.dll all reference");
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ but nothing else")]
    [InlineData("plain text")]
    public void What_is_no_assembly_is_refused(string content)
    {
        var folder = _scratch.CreateSubdirectory("Fake").FullName;
        File.WriteAllText(Path.Combine(folder, "Fake.dll"), content);

        AssertRefused(folder, "Fake", "Fake.dll is not a .NET assembly");
    }

    [Fact]
    public void A_truncated_assembly_is_refused()
    {
        var bytes = File.ReadAllBytes(Path.Combine(TestPlugins, "Healthy", "Healthy.dll"));
        foreach (var length in new[] { 100, 600, bytes.Length / 2, bytes.Length - 200 })
        {
            var folder = _scratch.CreateSubdirectory($"Cut{length}");
            File.WriteAllBytes(Path.Combine(folder.FullName, folder.Name + ".dll"), bytes[..length]);

            AssertRefused(folder.FullName, folder.Name, ".dll");
        }
    }

    private static void AssertRefused(string folder, string name, string reason)
    {
        var (plugin, problem) = new PluginHost().Load(folder, PluginOrigin.Configured);

        Assert.Null(plugin);
        Assert.NotNull(problem);
        Assert.Equal((NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.StartsWith($"plugin {name} is not loaded: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Contains("; ", problem.Message, StringComparison.Ordinal);
    }

    private static ArticleResult Analyze(string plugin, string text, LexiconChange? humbug = null)
    {
        var (loaded, problem) = new PluginHost().Load(Path.Combine(TestPlugins, plugin), PluginOrigin.Configured);
        Assert.Null(problem);
        var changes = ImmutableDictionary<string, LexiconChange>.Empty;
        var lexicons = new PluginLexicons(loaded!.LexiconFolder, EmbeddedLexicons.Instance, humbug is null ? changes : changes.Add("humbug", humbug));
        var driver = new AnalysisDriver(
            loaded.Analyzers.Select(analyzer => new AnalyzerRegistration(analyzer, lexicons, loaded.Name)),
            [],
            new FactsEngine(EmbeddedLexicons.Instance),
            TimeSpan.FromSeconds(10));
        Assert.Empty(driver.Notifications);
        var article = new Article
        {
            Path = "draft.txt",
            Format = ArticleFormat.Text,
            Text = text,
            SourceText = text,
            SourceMap = SourceMap.Identity(text),
            Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
        };
        return driver.Analyze(article, RuleSettings.Default, CancellationToken.None);
    }

    private string CopyOf(string plugin, string name)
    {
        var target = _scratch.CreateSubdirectory(name).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(TestPlugins, plugin)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        return target;
    }
}
