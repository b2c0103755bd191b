using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Documents;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.RuleSets;

/// <summary>A rule set on disk for one test.</summary>
internal sealed class RuleFolder : IDisposable
{
    public RuleFolder() => Directory.CreateDirectory(Path);

    public string Root { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "ruleset-tests-" + Guid.NewGuid().ToString("N"));

    public string Path => System.IO.Path.Combine(Root, "House");

    public static string Repository { get; } = FindRepository();

    public RuleFolder With(string name, string yaml)
    {
        var path = System.IO.Path.Combine(Root, name.Contains('/', StringComparison.Ordinal) ? name : "House/" + name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, yaml);
        return this;
    }

    public RuleSet Load(params string[] vocabulary) => new RuleSetLoader([Root], [.. vocabulary]).Load("House");

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Checks that the rules find in an article what stands between [| and |], and nothing else.</summary>
    public static IReadOnlyList<Diagnostic> Check(string yaml, string markup, string name = "article.md")
    {
        using var folder = new RuleFolder().With("Rule.yml", yaml);
        var set = folder.Load();
        Assert.Empty(set.Problems);
        return Check(set, markup, name);
    }

    public static IReadOnlyList<Diagnostic> Check(RuleSet set, string markup, string name = "article.md")
    {
        var text = markup.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var result = Run(set, text, name);
        Assert.Empty(result.Notifications);
        var diagnostics = result.Findings.Select(finding => finding.Diagnostic).ToList();
        Assert.Equal(markup, Mark(result.Article, diagnostics));
        return diagnostics;
    }

    public static ArticleResult Run(RuleSet set, string text, string name = "article.md")
    {
        return Run(set, ArticleReader.Read(name, System.Text.Encoding.UTF8.GetBytes(text)).Article!);
    }

    public static ArticleResult Run(RuleSet set, Article article)
    {
        var lexicons = EmbeddedLexicons.Instance;
        var driver = new AnalysisDriver([new AnalyzerRegistration(new RuleSetAnalyzer(set), lexicons, set.Name)], [], new FactsEngine(lexicons), TimeSpan.FromSeconds(30));
        return driver.Analyze(article, RuleSettings.Default, CancellationToken.None);
    }

    // Marks stand in the source text, so that positions are checked all the way to the file.
    public static string Mark(Article article, IEnumerable<Diagnostic> diagnostics)
    {
        var marked = article.SourceText;
        foreach (var span in diagnostics.Select(diagnostic => article.SourceMap.GetSourceSpan(diagnostic.Span)).OrderDescending())
        {
            marked = marked.Insert(span.End, "|]").Insert(span.Start, "[|");
        }

        return marked;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "RulesEngine.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
