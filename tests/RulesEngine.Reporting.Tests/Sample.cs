using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Tests;

/// <summary>Articles with findings on the words that a test names, run through the real driver.</summary>
internal static class Sample
{
    public static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST001",
        Title = "marked word",
        MessageFormat = "'{0}' is marked: look at it",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "The test says so.",
        HelpUri = "https://example.org/tst001",
        RequiresEnglish = false,
    };

    public static Article Article(string text, string path = "drafts/sample.txt")
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            blocks.Add(new Block(start == 0 ? BlockKind.Headline : BlockKind.Paragraph, new TextSpan(start, start + paragraph.Length)));
            start += paragraph.Length + 2;
        }

        return new Article { Path = path, Format = ArticleFormat.Text, Text = text, SourceText = text, SourceMap = SourceMap.Identity(text), Blocks = blocks.ToImmutable() };
    }

    public static ArticleResult Check(Article article, params string[] words) => Check(article, Rule, words);

    public static ArticleResult Check(Article article, DiagnosticDescriptor rule, params string[] words)
    {
        var driver = new AnalysisDriver(
            [new AnalyzerRegistration(new WordAnalyzer(rule, words), EmbeddedLexicons.Instance, "test")],
            [],
            new FactsEngine(EmbeddedLexicons.Instance),
            TimeSpan.FromSeconds(5));
        return driver.Analyze(article, RuleSettings.Default, CancellationToken.None);
    }

    private sealed class WordAnalyzer(DiagnosticDescriptor rule, string[] words) : ArticleAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [rule];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(article =>
        {
            foreach (var word in words)
            {
                var at = article.Article.Text.IndexOf(word, StringComparison.Ordinal);
                article.ReportDiagnostic(Diagnostic.Create(rule, new TextSpan(at, at + word.Length), word));
            }
        });
    }
}
