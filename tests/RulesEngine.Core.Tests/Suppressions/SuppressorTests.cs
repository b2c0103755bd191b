using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Suppressions;

/// <summary>A suppressor that misbehaves is named and silences nothing; the findings and the other suppressors stand.</summary>
public sealed class SuppressorTests
{
    private static readonly SuppressionDescriptor Known = new("SPR1", "A1", "known to the desk");

    [Fact]
    public void The_first_that_silences_a_finding_is_the_one_on_the_trail()
    {
        var seen = -1;
        var result = Run(Silence(Known), new Suppressor([new("SPR2", "A1", "later")], context => seen = context.Diagnostics.Count(diagnostic => diagnostic.Descriptor.Id == "A1")));

        Assert.Equal(new Suppression(SuppressionKind.Suppressor, "known to the desk", "SPR1"), Of(result, "A1").Suppression);
        Assert.Null(Of(result, "B1").Suppression);
        Assert.Equal(-1, seen); // Nothing was left for it.
    }

    [Fact]
    public void Errors_are_out_of_reach()
    {
        var result = Run(new Severity("A1", DiagnosticSeverity.Error), Silence(Known));

        Assert.Null(Of(result, "A1").Suppression);
    }

    [Fact]
    public void One_that_throws_silences_nothing()
    {
        var result = Run(new Suppressor([Known], context =>
        {
            context.Suppress(context.Diagnostics[0], Known);
            throw new InvalidOperationException("a suppressor that panics on purpose");
        }));

        AssertRefused(result, NotificationIds.RuleThrew, "a suppressor that panics on purpose");
    }

    [Fact]
    public void One_that_silences_what_it_does_not_list_is_refused()
    {
        var other = new SuppressionDescriptor("SPR9", "A1", "not listed");

        AssertRefused(Run(new Suppressor([Known], context => context.Suppress(context.Diagnostics[0], other))), NotificationIds.InvalidDiagnostic, "applied SPR9, which it does not list");
        AssertRefused(Run(new Suppressor([Known], context => context.Suppress(context.Diagnostics[1], Known))), NotificationIds.InvalidDiagnostic, "to a finding of B1");
        AssertRefused(Run(new Suppressor([Known], context => context.Suppress(Of(context, "A1") with { Severity = DiagnosticSeverity.Warning }, Known))), NotificationIds.InvalidDiagnostic, "not one of this article's");
    }

    [Fact]
    public void One_that_does_not_return_is_abandoned_and_named()
    {
        using var never = new ManualResetEventSlim();
        var driver = Create(TimeSpan.FromMilliseconds(100), new Suppressor([Known], _ => never.Wait()));
        Assert.Empty(driver.Notifications);

        AssertRefused(driver.Analyze(Article(), RuleSettings.Default, CancellationToken.None), NotificationIds.RuleTimedOut, "did not return within 0.1 s");
        AssertRefused(driver.Analyze(Article(), RuleSettings.Default, CancellationToken.None), NotificationIds.RuleTimedOut, "did not return on an earlier article");
        never.Set();
    }

    [Fact]
    public void Ids_are_unique_and_reasons_are_given()
    {
        var duplicate = Create(TimeSpan.FromSeconds(5), new Suppressor([new("B1", "A1", "the id of a rule")], _ => { }));
        var silent = Create(TimeSpan.FromSeconds(5), new Suppressor([new("SPR3", "A1", " ")], _ => { }));

        Assert.Equal(NotificationIds.DuplicateRule, Assert.Single(duplicate.Notifications).Id);
        Assert.Contains("lacks an id, a rule or a justification", Assert.Single(silent.Notifications).Message, StringComparison.Ordinal);
        Assert.Empty(duplicate.Suppressions.Concat(silent.Suppressions));
    }

    private static void AssertRefused(ArticleResult result, string id, string reason)
    {
        Assert.All(result.Findings, finding => Assert.Null(finding.Suppression));
        var notification = Assert.Single(result.Notifications);
        Assert.Equal((id, DiagnosticSeverity.Error, "draft.txt"), (notification.Id, notification.Severity, notification.Path));
        Assert.StartsWith("suppressor Suppressor of test ", notification.Message, StringComparison.Ordinal);
        Assert.Contains(reason, notification.Message, StringComparison.Ordinal);
    }

    private static Finding Of(ArticleResult result, string id) => Assert.Single(result.Findings, finding => finding.Diagnostic.Descriptor.Id == id);

    private static Diagnostic Of(SuppressionContext context, string id) => context.Diagnostics.Single(diagnostic => diagnostic.Descriptor.Id == id);

    private static Suppressor Silence(SuppressionDescriptor suppression) => new([suppression], context =>
    {
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.Descriptor.Id == suppression.SuppressedDiagnosticId))
        {
            context.Suppress(diagnostic, suppression);
        }
    });

    private static ArticleResult Run(params DiagnosticSuppressor[] suppressors) => Run(RuleSettings.Default, suppressors);

    private static ArticleResult Run(RuleSettings settings, params DiagnosticSuppressor[] suppressors)
    {
        var driver = Create(TimeSpan.FromSeconds(5), suppressors);
        Assert.Empty(driver.Notifications);
        return driver.Analyze(Article(), settings, CancellationToken.None);
    }

    private static AnalysisDriver Create(TimeSpan budget, params DiagnosticSuppressor[] suppressors) => new(
        [new AnalyzerRegistration(new EveryWord(), EmbeddedLexicons.Instance, "test")],
        suppressors.Select(suppressor => new SuppressorRegistration(suppressor, EmbeddedLexicons.Instance, "test", IsWatched: true)),
        new FactsEngine(EmbeddedLexicons.Instance),
        budget);

    private static Article Article()
    {
        const string Text = "A draft.";
        return new Article
        {
            Path = "draft.txt",
            Format = ArticleFormat.Text,
            Text = Text,
            SourceText = Text,
            SourceMap = SourceMap.Identity(Text),
            Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, Text.Length))],
        };
    }

    private sealed class Suppressor(ImmutableArray<SuppressionDescriptor> suppressions, Action<SuppressionContext> action) : DiagnosticSuppressor
    {
        public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => suppressions;

        public override void ReportSuppressions(SuppressionContext context) => action(context);
    }

    private sealed class EveryWord : ArticleAnalyzer
    {
        private static DiagnosticDescriptor Rule(string id) => new()
        {
            Id = id,
            Title = "test rule",
            MessageFormat = "found",
            Category = "Test",
            DefaultSeverity = DiagnosticSeverity.Warning,
            Why = "tests need a rule",
        };

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule("A1"), Rule("B1")];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(article =>
        {
            foreach (var rule in SupportedDiagnostics)
            {
                article.ReportDiagnostic(Diagnostic.Create(rule, article.Article.Blocks[0].Span));
            }
        });
    }

    private sealed class Severity(string id, DiagnosticSeverity severity) : RuleSettings
    {
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) => descriptor.Id == id ? severity : null;

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) => null;
    }
}
