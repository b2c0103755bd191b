using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Suppressions;

public sealed class SwitchTests
{
    [Theory]
    [InlineData("<!-- rulesengine-disable house.Zebra: a quotation -->\n\nA zebra.", "a quotation")]
    [InlineData("<!-- rulesengine-disable house: agreed -->\n\nA zebra.", "agreed")]
    [InlineData("<!-- rulesengine-disable-next house.Zebra: once -->\n\nA zebra.", "once")]
    [InlineData("<!-- vale off -->\n\nA zebra.", "")]
    [InlineData("<!-- vale house.Zebra = NO -->\n\nA zebra.", "")]
    [InlineData("<!-- vale house.Zebra[zebra] = NO -->\n\nA zebra.", "")]
    public void A_switch_silences_what_follows_and_keeps_its_reason(string source, string reason)
    {
        var finding = Assert.Single(Check(source));

        Assert.Equal(new Suppression(SuppressionKind.Comment, reason), finding.Suppression);
    }

    [Theory]
    [InlineData("<!-- rulesengine-disable house.Zebra -->\n\nNothing.\n\n<!-- rulesengine-enable house.Zebra -->\n\nA zebra.")]
    [InlineData("<!-- rulesengine-disable-next house.Zebra -->\n\nNothing.\n\nA zebra.")]
    [InlineData("<!-- vale house.Zebra = NO -->\n\nNothing.\n\n<!-- vale house.Zebra = YES -->\n\nA zebra.")]
    [InlineData("<!-- vale house.Zebra[lion] = NO -->\n\nA zebra.")]
    [InlineData("<!-- rulesengine-disable house.Zeb -->\n\nA zebra.")]
    [InlineData("A zebra.\n\n<!-- vale off -->")]
    public void A_switch_that_silences_nothing_is_a_finding_and_the_text_is_still_checked(string source)
    {
        var findings = Check(source);

        Assert.Contains(findings, finding => finding.Diagnostic.Descriptor.Id == "house.Zebra" && finding.Suppression is null);
        Assert.Contains(findings, finding => finding.Diagnostic.Descriptor.Id == "SUP001");
    }

    [Fact]
    public void Front_matter_switches_a_rule_off_for_the_whole_article()
    {
        var article = Read("A zebra.", ImmutableDictionary<string, string>.Empty.Add("rulesengine-disable", "house.Zebra: a story about zebras"));

        Assert.Equal("a story about zebras", Assert.Single(Check(article)).Suppression?.Justification);
    }

    [Fact]
    public void A_word_comment_silences_the_text_that_it_is_anchored_to()
    {
        var article = Read("A zebra and a zebra.", []);
        article = new Article
        {
            Path = article.Path,
            Format = ArticleFormat.Docx,
            Text = article.Text,
            SourceText = article.Text,
            SourceMap = article.SourceMap,
            Blocks = article.Blocks,
            Comments = [new SourceComment(new TextSpan(0, 0), "rulesengine-disable house.Zebra: seen", 0, new TextSpan(2, 7))],
        };

        Assert.Equal(["seen", null], Check(article).Select(finding => finding.Suppression?.Justification));
    }

    private static ImmutableArray<Finding> Check(string source) => Check(Read(source, []));

    private static ImmutableArray<Finding> Check(Article article)
    {
        var driver = new AnalysisDriver(
            [new AnalyzerRegistration(new ZebraAnalyzer(), EmbeddedLexicons.Instance, "test")],
            [],
            new FactsEngine(EmbeddedLexicons.Instance),
            TimeSpan.FromSeconds(5));
        return driver.Analyze(article, RuleSettings.Default, CancellationToken.None).Findings;
    }

    /// <summary>Paragraphs and comments, one a stretch between blank lines.</summary>
    private static Article Read(string source, ImmutableDictionary<string, string> frontMatter)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var comments = ImmutableArray.CreateBuilder<SourceComment>();
        var at = 0;
        foreach (var part in source.Split("\n\n"))
        {
            var span = new TextSpan(at, at + part.Length);
            if (part.StartsWith("<!--", StringComparison.Ordinal))
            {
                comments.Add(new SourceComment(span, part[4..^3].Trim(), span.End));
            }
            else
            {
                blocks.Add(new Block(BlockKind.Paragraph, span));
            }

            at = span.End + 2;
        }

        return new Article
        {
            Path = "draft.md",
            Format = ArticleFormat.Markdown,
            Text = source,
            SourceText = source,
            SourceMap = SourceMap.Identity(source),
            Blocks = blocks.ToImmutable(),
            Comments = comments.ToImmutable(),
            FrontMatter = frontMatter,
        };
    }

    private sealed class ZebraAnalyzer : ArticleAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new()
        {
            Id = "house.Zebra",
            Title = "zebra",
            MessageFormat = "a zebra: write 'horse'",
            Category = "Test",
            DefaultSeverity = DiagnosticSeverity.Warning,
            Why = "The test says so.",
        };

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context) => context.RegisterAction<Block>(node =>
        {
            var text = node.Article.Text;
            for (var at = node.Node.Span.Start; (at = text.IndexOf("zebra", at, node.Node.Span.End - at, StringComparison.Ordinal)) >= 0; at += 5)
            {
                node.ReportDiagnostic(Diagnostic.Create(Rule, new TextSpan(at, at + 5)));
            }
        });
    }
}
