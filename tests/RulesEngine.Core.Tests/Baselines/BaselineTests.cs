using System.Collections.Immutable;
using CsCheck;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Baselines;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Baselines;

public sealed class BaselineTests
{
    [Theory]
    [InlineData("A zebra came by.", "Something else.\n\nA zebra came by.")]
    [InlineData("A zebra came by.", "A  Zebra, came by. And then it rained.")]
    [InlineData("A zebra came by. No zebra left.", "No zebra left. It was late and dark here. A zebra came by.")]
    public void A_known_finding_stays_known_when_the_text_around_it_moves(string before, string after) =>
        Assert.All(Compare(before, after).Findings, finding => Assert.Equal(SuppressionKind.Baseline, finding.Suppression?.Kind));

    [Theory]
    [InlineData("A zebra came by.", "A zebra went to town.")]
    [InlineData("A zebra came by.", "A zebra came by.\n\nA zebra came by.")]
    [InlineData("Nothing came by.", "A zebra came by.")]
    public void A_finding_with_other_words_around_it_or_one_more_than_known_is_new(string before, string after) =>
        Assert.Single(Compare(before, after).Findings, finding => finding.Suppression is null);

    [Fact]
    public void What_no_longer_occurs_is_counted_by_rule()
    {
        var comparison = Compare("A zebra came by.\n\nA zebra came by.\n\nThe zebra sleeps.", "A zebra came by.");

        Assert.Equal((1, 2), (comparison.Remaining.Values.Sum(), comparison.Gone.Values.Sum()));
        Assert.All(comparison.Gone.Keys, key => Assert.Equal("house.Zebra", key.Rule));
    }

    [Fact]
    public void The_file_holds_no_word_of_the_article_and_reads_back_as_itself()
    {
        var text = BaselineJson.Write(Learn("The secret zebra of Umber came by.\n\nAnother zebra."));

        Assert.DoesNotMatch("(?i)secret|umber|another|came", text);
        Assert.Equal(text, BaselineJson.Write(BaselineJson.Read(text)));
    }

    [Fact]
    public void Any_counts_survive_being_written_and_read() =>
        Gen.Select(Gen.String[Gen.Char["abZ/. \"\\é"], 1, 12], Gen.String[Gen.Char["AB. 1"], 1, 6].Where(rule => rule.Trim() == rule), Gen.Int[1, 1000]).List[0, 12].Sample(entries =>
        {
            var baseline = entries.Aggregate(Baseline.Empty, (known, entry) => known.With(entry.Item1, [KeyValuePair.Create(new BaselineKey(entry.Item2, new string('a', 32)), entry.Item3)]));
            var read = BaselineJson.Read(BaselineJson.Write(baseline));
            return read.Paths.SequenceEqual(baseline.Paths) && baseline.Paths.All(path => read[path].SequenceEqual(baseline[path]));
        });

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("<<<<<<< ours", "not valid JSON at line 1")]
    [InlineData("[]", "no baseline of rulesengine")]
    [InlineData("{\"version\":\"2.1.0\",\"runs\":[]}", "no baseline of rulesengine")]
    [InlineData("{\"rulesengineBaseline\":9,\"articles\":{}}", "has version 9")]
    [InlineData("{\"rulesengineBaseline\":1,\"articles\":{\"a.txt\":3}}", "'a.txt' is no object")]
    [InlineData("{\"rulesengineBaseline\":1,\"articles\":{\"a.txt\":{\"X\":1}}}", "'X' of 'a.txt' is no rule and fingerprint")]
    [InlineData("{\"rulesengineBaseline\":1,\"articles\":{\"a.txt\":{\"X 00000000000000000000000000000000\":-1}}}", "no count")]
    public void What_is_no_baseline_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => BaselineJson.Read(text)).Message, StringComparison.Ordinal);

    private static BaselineComparison Compare(string before, string after) => BaselineComparison.Of(Check(after), Learn(before));

    private static Baseline Learn(string text)
    {
        var result = Check(text);
        return Baseline.Empty.With(result.Article.Path, BaselineComparison.KeysOf(result).GroupBy(key => key).Select(group => KeyValuePair.Create(group.Key, group.Count())));
    }

    private static ArticleResult Check(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var paragraph in text.Split("\n\n"))
        {
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, start + paragraph.Length)));
            start += paragraph.Length + 2;
        }

        var article = new Article { Path = "drafts/a.txt", Format = ArticleFormat.Text, Text = text, SourceText = text, SourceMap = SourceMap.Identity(text), Blocks = blocks.ToImmutable() };
        var driver = new AnalysisDriver([new AnalyzerRegistration(new EveryZebra(), EmbeddedLexicons.Instance, "test")], [], new FactsEngine(EmbeddedLexicons.Instance), TimeSpan.FromSeconds(5));
        return driver.Analyze(article, RuleSettings.Default, CancellationToken.None);
    }

    private sealed class EveryZebra : ArticleAnalyzer
    {
        private static readonly DiagnosticDescriptor Zebra = new()
        {
            Id = "house.Zebra",
            Title = "zebra",
            MessageFormat = "a zebra",
            Category = "Test",
            DefaultSeverity = DiagnosticSeverity.Warning,
            Why = "It is striped.",
            RequiresEnglish = false,
        };

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Zebra];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(article =>
        {
            var text = article.Article.Text;
            for (var at = text.IndexOf("zebra", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("zebra", at + 1, StringComparison.OrdinalIgnoreCase))
            {
                article.ReportDiagnostic(Diagnostic.Create(Zebra, new TextSpan(at, at + 5)));
            }
        });
    }
}
