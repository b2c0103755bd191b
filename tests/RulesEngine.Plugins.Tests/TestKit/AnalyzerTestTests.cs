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
    public void Severity_and_fixes_of_a_finding_are_compared()
    {
        var expected = new ExpectedDiagnostic("TST100") { Place = 0, Severity = DiagnosticSeverity.Warning, Fixes = ["write it in lower case"] };
        AnalyzerVerifier.Verify<ShoutAnalyzer>("The mayor was {|#0:LOUD|} today.", expected);

        AssertFails("the severity of TST100 was to be Error but is Warning", "{|#0:LOUD|}", expected with { Severity = DiagnosticSeverity.Error });
        AssertFails("the fixes of TST100 were to be\n  \nbut are\n  write it in lower case", "{|#0:LOUD|}", expected with { Fixes = [] });
    }

    [Fact]
    public void A_test_that_could_not_fail_is_refused()
    {
        AssertFails("nothing is expected", "{|#0:LOUD|}");
        AssertFails("several findings are expected", "{|#0:LOUD|}", new ExpectedDiagnostic("TST100") { Place = 0 }, new ExpectedDiagnostic("TST100") { Place = 0 });
        AssertFails("the place #1, which is not in the text once", "{|#0:LOUD|}", new ExpectedDiagnostic("TST100") { Place = 0 }, new ExpectedDiagnostic("TST100") { Place = 1 });
        AssertFails("TST100 is expected at no place", "[|LOUD|]", new ExpectedDiagnostic("TST100"));
        AssertFails("has no rule 'TST101'; it has TST100", "{|#0:LOUD|}", new ExpectedDiagnostic("TST101") { Place = 0 });
        AssertRefused("has an option 'leters'; there are: letters, new-text", new() { Markup = "[|LOUD|]", Options = ImmutableDictionary<string, object>.Empty.Add("leters", 3) });
        AssertRefused("is of type System.Int32", new() { Markup = "[|LOUD|]", Options = ImmutableDictionary<string, object>.Empty.Add("letters", "3") });
        AssertRefused("a word list that cannot be read", new() { Markup = "[|LOUD|]", Lexicons = ImmutableDictionary<string, LexiconChange>.Empty.Add("shouts", new LexiconChange(["a"], [])) });
        AssertRefused("has no rule 'TST'", new() { Markup = "[|LOUD|]", Only = ["TST"] });
    }

    [Fact]
    public void What_the_draft_switches_off_is_no_finding() => new AnalyzerTest<ShoutAnalyzer>
    {
        Path = "draft.md",
        Markup = "A day.\n\n<!-- rulesengine-disable-next TST100: a name -->\n\nThe mayor of LOUD spoke.\n\nHe was [|ANGRY|].\n",
    }.Run();

    [Fact]
    public void A_warning_of_the_run_is_noted_with_the_failure()
    {
        var failure = Assert.Throws<VerificationException>(() => new AnalyzerTest<ShoutAnalyzer>
        {
            Path = "draft.html",
            Markup = "<html lang='de'><article><h1>Tag</h1><p>Der Rat war [|LAUT|].</p></article></html>",
        }.Run());

        Assert.Contains("note: ENG011: the article is in another language than English ('de')", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_document_is_a_draft_like_any_other()
    {
        var draft = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "town-hall.docx"));

        var failure = Assert.Throws<VerificationException>(() => new AnalyzerTest<ShoutAnalyzer>
        {
            Path = "draft.docx",
            Content = draft,
            Expected = [new ExpectedDiagnostic("TST100") { Text = "NOWHERE" }],
        }.Run());

        Assert.StartsWith("expected TST100 at 'NOWHERE'", failure.Message, StringComparison.Ordinal);
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

    [Fact]
    public void Fixes_leave_the_marks_of_the_format_alone() => new AnalyzerTest<ShoutAnalyzer>
    {
        Path = "draft.md",
        Markup = "The mayor was **[|LOUD|]** &amp; [[|ANGRY|]](https://example.org) today.",
        Fixed = "The mayor was **loud** &amp; [angry](https://example.org) today.",
    }.Run();

    [Fact]
    public void A_fix_that_mends_nothing_fails()
    {
        var failure = Assert.Throws<VerificationException>(() => new AnalyzerTest<ShoutAnalyzer>
        {
            Markup = "The mayor was [|LOUDEST|] today.",
            Options = ImmutableDictionary<string, object>.Empty.Add("new-text", "LOUDER"),
            Fixed = "The mayor was LOUDER today.",
        }.Run());

        Assert.StartsWith("the tool would take the fixes back: TST100 would still find something there", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an [|open mark")]
    [InlineData("a closed|] mark")]
    [InlineData("a [|mixed|} mark")]
    public void Marks_that_do_not_match_are_named(string markup) =>
        Assert.Throws<VerificationException>(() => MarkedText.Parse(markup));

    [Fact]
    public void Examples_are_tests() => AnalyzerVerifier.VerifyExamples<ShoutAnalyzer>();

    private static void AssertFails(string reason, string marked, params ImmutableArray<ExpectedDiagnostic> expected) =>
        AssertRefused(reason, new() { Markup = $"The mayor was {marked} today.", Expected = expected });

    private static void AssertRefused(string reason, AnalyzerTest<ShoutAnalyzer> test) =>
        Assert.Contains(reason, Assert.Throws<VerificationException>(test.Run).Message, StringComparison.Ordinal);

    public sealed class ShoutAnalyzer : ArticleAnalyzer
    {
        private static readonly OptionDescriptor<int> Letters = new("letters", 4, "shortest word that is flagged, in letters");

        private static readonly OptionDescriptor<string> NewText = new("new-text", "", "what the fix writes; empty for the word in lower case");

        private static readonly DiagnosticDescriptor Rule = new()
        {
            Id = "TST100",
            Title = "shouted word",
            MessageFormat = "'{0}' shouts: write it in lower case",
            Category = "Test",
            DefaultSeverity = DiagnosticSeverity.Warning,
            Why = "Capitals shout.",
            Options = [Letters, NewText],
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
                        Fixes = [new Fix("write it in lower case", true, [new TextEdit(token.Span, context.GetOption(Rule, NewText) is { Length: > 0 } other ? other : text.ToLowerInvariant())])],
                    });
                }
            }
        }
    }
}
