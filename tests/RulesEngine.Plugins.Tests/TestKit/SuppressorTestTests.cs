using System.Collections.Immutable;
using RulesEngine.Sdk;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.TestKit;

public sealed class SuppressorTestTests
{
    private static readonly ExpectedDiagnostic Silenced = new("SRC001") { Place = 0, SuppressedBy = "TSTS1" };

    [Fact]
    public void What_is_silenced_and_what_stays_is_told_apart() => new SuppressorTest<CaptionSuppressor>
    {
        Path = "draft.html",
        Markup = "<article><h1>Crowd</h1><p>About {|SRC001:500|} people and {|SRC002:some|} dogs.</p><figure><img src='a.png'><figcaption>A crowd of {|#0:500|} people.</figcaption></figure></article>",
        Expected = [Silenced],
    }.Run();

    [Fact]
    public void A_finding_that_stays_against_expectation_is_named()
    {
        var failure = Assert.Throws<VerificationException>(() => new SuppressorTest<CaptionSuppressor> { Markup = "A crowd.\n\nAbout {|#0:500|} people.", Expected = [Silenced] }.Run());

        Assert.Equal("SRC001 at '500' was to be silenced by TSTS1 but stays", failure.Message);
    }

    [Fact]
    public void A_finding_that_is_silenced_against_expectation_is_named()
    {
        var failure = Assert.Throws<VerificationException>(() => new SuppressorTest<CaptionSuppressor>
        {
            Path = "draft.html",
            Markup = "<article><h1>Crowd</h1><p>A text.</p><figure><img src='a.png'><figcaption>A crowd of {|SRC001:500|} people.</figcaption></figure></article>",
        }.Run());

        Assert.Equal("SRC001 at '500' was to stay but is silenced by TSTS1", failure.Message);
    }

    [Theory]
    [InlineData("About [|500|] people.", "names its rule")]
    [InlineData("About {|#1:500|} people.", "nothing is expected at the numbered place #1")]
    public void A_mark_that_says_too_little_is_refused(string markup, string reason)
    {
        var failure = Assert.Throws<VerificationException>(() => new SuppressorTest<CaptionSuppressor> { Markup = markup, Expected = [Silenced] }.Run());

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    public sealed class CaptionSuppressor : DiagnosticSuppressor
    {
        private static readonly SuppressionDescriptor Caption = new("TSTS1", "SRC001", "captions are checked with the picture");

        public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Caption];

        public override void ReportSuppressions(SuppressionContext context)
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                if (diagnostic.Descriptor.Id == "SRC001" && context.Article.BlockAt(diagnostic.Span.Start)?.Kind == BlockKind.Caption)
                {
                    context.Suppress(diagnostic, Caption);
                }
            }
        }
    }
}
