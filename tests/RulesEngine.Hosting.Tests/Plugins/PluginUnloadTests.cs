using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Plugins;

public sealed class PluginUnloadTests : IDisposable
{
    private static readonly string TestPlugins = Path.Combine(AppContext.BaseDirectory, "TestPlugins");

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("unload");

    public PluginUnloadTests() => File.WriteAllText(Configuration, "rulesets: []\n");

    public void Dispose() => _scratch.Delete(recursive: true);

    [Theory]
    [InlineData("Healthy")]
    [InlineData("UsesFirst")]
    [InlineData("ReadmeSample")]
    [InlineData("Throwing")]
    public void A_plugin_that_ran_is_out_of_memory_once_it_is_unloaded(string plugin)
    {
        var (context, problems) = LoadRunAndUnload(plugin, "behave");

        Assert.Empty(problems);
        Assert.True(IsCollected(context), $"{plugin} is still in memory");
    }

    [Fact]
    public void What_a_plugin_throws_while_it_is_unloaded_is_named_and_the_rest_is_unloaded()
    {
        var (_, problems) = LoadRunAndUnload("Misbehaving", "unload");

        Assert.Contains("plugin Misbehaving throws InvalidOperationException when it is unloaded (unloading panics on purpose)", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_of_a_reloadable_plugin_can_be_replaced_and_the_next_host_has_the_new_ones()
    {
        var folder = Path.Combine(_scratch.FullName, "Edition");
        Fill(folder, "UsesFirst");
        using var first = Host(folder);
        Assert.Equal("edition first", Assert.Single(Analyze(first, "behave").Findings).Diagnostic.Message);

        Directory.Delete(folder, recursive: true);
        Fill(folder, "UsesSecond");
        using var second = Host(folder);

        Assert.Equal("edition second", Assert.Single(Analyze(second, "behave").Findings).Diagnostic.Message);
        Assert.Equal("edition first", Assert.Single(Analyze(first, "behave").Findings).Diagnostic.Message);
    }

    private string Configuration => Path.Combine(_scratch.FullName, "rulesengine.yml");

    /// <summary>In a frame of its own, so that no local keeps the plugin alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Context, List<string> Problems) LoadRunAndUnload(string plugin, string wish)
    {
        using var host = Host(Path.Combine(TestPlugins, plugin));
        Analyze(host, wish);
        var context = AssemblyLoadContext.All.Single(each => each.IsCollectible && each.Assemblies.Any(assembly => assembly.GetName().Name == plugin));
        return (new WeakReference(context), [.. host.Unload().Select(problem => problem.Message)]);
    }

    private static bool IsCollected(WeakReference context)
    {
        for (var i = 0; context.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !context.IsAlive;
    }

    private AnalysisHost Host(string plugin) => new(new AnalysisHostOptions
    {
        ToolFolder = _scratch.FullName,
        CurrentFolder = _scratch.FullName,
        ConfigurationPath = Configuration,
        Plugins = [plugin],
        IsReloadable = true,
    });

    private ArticleResult Analyze(AnalysisHost host, string wish)
    {
        var draft = Path.Combine(_scratch.FullName, "draft.txt");
        var article = ArticleReader.Read("draft.txt", System.Text.Encoding.UTF8.GetBytes($"A title of a story\n\nNow please {wish}. “It was so”, he said to all of them.\n")).Article!;
        return host.For(draft).Analyze(article, draft, CancellationToken.None);
    }

    private static void Fill(string folder, string plugin)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(TestPlugins, plugin), "*.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file).Replace(plugin, "Edition", StringComparison.Ordinal)));
        }
    }
}
