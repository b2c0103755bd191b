using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Analysis;

public sealed class AnalyzerRunnerTests
{
    private static readonly DiagnosticDescriptor s_rule = new()
    {
        Id = "T1",
        Title = "test rule",
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
    };

    [Fact]
    public void A_set_up_that_does_not_return_is_left_behind()
    {
        var registration = new AnalyzerRegistration(new Analyzer(static _ => Thread.Sleep(Timeout.Infinite)), EmbeddedLexicons.Instance, "Plugin", IsWatched: true);

        var driver = new AnalysisDriver([registration], [], new FactsEngine(EmbeddedLexicons.Instance), TimeSpan.FromMilliseconds(200));

        Assert.Contains("analyzer Analyzer of Plugin failed while it was set up and does not run: TimeoutException: it did not return within 0.2 s", Assert.Single(driver.Notifications).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(driver.Rules, rule => rule.Descriptor == s_rule);
    }

    [Fact]
    public void What_a_remote_analyzer_says_is_held_to_what_holds_for_all()
    {
        var article = Article("A title of a story");
        var good = Diagnostic.Create(s_rule, new TextSpan(0, 1), "A");
        var outside = Diagnostic.Create(s_rule, new TextSpan(0, 1), "A") with { Related = [new RelatedSpan(new TextSpan(0, 999), "far away")] };
        var runner = AnalyzerRunner.Create(new AnalyzerRegistration(new Remote([good, outside]), EmbeddedLexicons.Instance, "Plugin", IsWatched: true), TimeSpan.FromSeconds(5));

        var outcome = runner.Run(new FactsEngine(EmbeddedLexicons.Instance).CreateFacts(article), RuleSettings.Default, CancellationToken.None);

        Assert.Same(good, Assert.Single(outcome.Diagnostics));
        var notification = Assert.Single(outcome.Notifications);
        Assert.Equal(NotificationIds.InvalidDiagnostic, notification.Id);
        Assert.Contains("analyzer Far of Plugin stopped on this article: reported a related span of T1 at [0..999), outside the article", notification.Message, StringComparison.Ordinal);
    }

    private static Article Article(string text) => new()
    {
        Path = "draft.txt",
        Format = ArticleFormat.Text,
        Text = text,
        SourceText = text,
        SourceMap = SourceMap.Identity(text),
        Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
    };

    private sealed class Analyzer(Action<AnalysisContext> initialize) : ArticleAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

        public override void Initialize(AnalysisContext context) => initialize(context);
    }

    private sealed class Remote(ImmutableArray<Diagnostic> diagnostics) : RemoteAnalyzer("Far", [s_rule], fault: null)
    {
        public override AnalyzerOutcome Analyze(Article article, RuleSettings settings, CancellationToken cancellationToken) => new(diagnostics, []);
    }
}
