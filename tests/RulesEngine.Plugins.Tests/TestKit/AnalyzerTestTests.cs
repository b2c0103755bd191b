using System.Collections.Immutable;
using RulesEngine.Sdk;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.TestKit;

public sealed class AnalyzerTestTests
{
    [Fact]
    public void Marked_text_that_is_flagged_passes() =>
        AnalyzerVerifier.Verify<ShoutAnalyzer>("The mayor was [|LOUD|] and {|TST100:ANGRY|} today.");

    [Fact]
    public void A_finding_that_is_not_marked_fails_and_both_are_shown()
    {
        var failure = Assert.Throws<VerificationException>(() => AnalyzerVerifier.Verify<ShoutAnalyzer>("The [|mayor|] was LOUD today."));

        Assert.Contains("expected a finding at 'mayor'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("unexpected TST100 at 'LOUD'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("The mayor was {|TST100:LOUD|} today.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_numbered_place_checks_message_and_properties()
    {
        AnalyzerVerifier.Verify<ShoutAnalyzer>(
            "The mayor was {|#0:LOUD|} today.",
            new ExpectedDiagnostic("TST100") { Place = 0, Message = "'LOUD' shouts: write it in lower case" }.With("letters", "4"));

        Assert.Throws<VerificationException>(() => AnalyzerVerifier.Verify<ShoutAnalyzer>(
            "The mayor was {|#0:LOUD|} today.",
            new ExpectedDiagnostic("TST100") { Place = 0 }.With("letters", "5")));
    }

    [Fact]
    public void Options_reach_the_rule() => new AnalyzerTest<ShoutAnalyzer>
    {
        Markup = "The mayor was LOUD and [|FURIOUS|] today.",
        Options = ImmutableDictionary<string, object>.Empty.Add("letters", 6),
    }.Run();

    [Fact]
    public void Fixes_are_applied_to_the_source() => new AnalyzerTest<ShoutAnalyzer>
    {
        Markup = "The mayor was [|LOUD|] and [|ANGRY|] today.",
        Fixed = "The mayor was loud and angry today.",
    }.Run();

    [Theory]
    [InlineData("an [|open mark")]
    [InlineData("a closed|] mark")]
    [InlineData("a [|mixed|} mark")]
    public void Marks_that_do_not_match_are_named(string markup) =>
        Assert.Throws<VerificationException>(() => MarkedText.Parse(markup));

    [Fact]
    public void Examples_are_tests() => AnalyzerVerifier.VerifyExamples<ShoutAnalyzer>();

    public sealed class ShoutAnalyzer : ArticleAnalyzer
    {
        private static readonly OptionDescriptor<int> Letters = new("letters", 4, "shortest word that is flagged, in letters");

        private static readonly DiagnosticDescriptor Rule = new()
        {
            Id = "TST100",
            Title = "shouted word",
            MessageFormat = "'{0}' shouts: write it in lower case",
            Category = "Test",
            DefaultSeverity = DiagnosticSeverity.Warning,
            Why = "Capitals shout.",
            Options = [Letters],
            Examples = [new("This is [|LOUD|]."), new("This is not.")],
        };

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(Analyze);

        private static void Analyze(ArticleAnalysisContext context)
        {
            var least = context.GetOption(Rule, Letters);
            foreach (var token in context.Facts.Tokens)
            {
                var text = context.Article.GetText(token.Span);
                if (token.Kind == TokenKind.Word && token.Length >= least && text.All(char.IsAsciiLetterUpper))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, token.Span, text) with
                    {
                        Properties = [KeyValuePair.Create("letters", text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))],
                        Fixes = [new Fix("write it in lower case", true, [new TextEdit(token.Span, text.ToLowerInvariant())])],
                    });
                }
            }
        }
    }
}
