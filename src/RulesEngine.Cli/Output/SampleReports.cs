using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Reporting;

namespace RulesEngine.Cli.Output;

/// <summary>Reports of the drafts that ship for trying templates: one finding, many, none, other scripts, tables and suppressions.</summary>
/// <param name="Articles">One a sample, by name.</param>
/// <param name="Run">The page of a run over all of them.</param>
internal sealed record SampleReports(IReadOnlyList<Report> Articles, Report Run)
{
    private const string Prefix = "samples/";

    public static SampleReports Create(AnalysisHost host)
    {
        var analysis = host.For(Path.Combine(Environment.CurrentDirectory, "draft.txt"));
        var assembly = typeof(SampleReports).Assembly;
        var results = new List<ArticleResult>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var content = assembly.GetManifestResourceStream(name)!;
            var article = ArticleReader.Read(name, content).Article
                ?? throw new InvalidOperationException($"the sample {name} cannot be read");
            results.Add(analysis.Driver.Analyze(article, analysis.Rules.For(name), CancellationToken.None));
        }

        return new SampleReports(
            [.. results.Select(result => Report.ForArticle(result, ToolVersion.Text))],
            Report.ForRun([.. results.Select(result => ArticleLine.Of(result, result.Article.Path + ".html"))], analysis.Problems, ToolVersion.Text));
    }

    /// <summary>What a template is rendered for: article.* for every article, index.* for the run, other files of a folder are parts.</summary>
    /// <param name="template">Path of the template.</param>
    /// <param name="isPage">True where the template was named by itself, and so is a page whatever its name.</param>
    public IReadOnlyList<Report> For(string template, bool isPage)
    {
        var name = Path.GetFileName(template);
        return name.StartsWith("index.", StringComparison.Ordinal) ? [Run]
            : isPage || name.StartsWith("article.", StringComparison.Ordinal) ? Articles
            : [];
    }
}
