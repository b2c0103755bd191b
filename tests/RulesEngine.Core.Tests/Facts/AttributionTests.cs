using CsCheck;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts;

public sealed class AttributionTests
{
    [Theory]
    [InlineData("{content:“The bridge is safe,”} {source:the engineer} {cue:said}.")]
    [InlineData("{content:“The bridge is safe,”} {cue:said} {source:Hugh Hill, a doctor}.")]
    [InlineData("{source:Hugh Hill, a doctor,} {cue:said:} {content:“The bridge is safe.”}")]
    [InlineData("{source:The ministry} {cue:said} {content:that the bridge was safe}.")]
    [InlineData("{source:The ministry} {cue:said} {content:the bridge was safe}.")]
    [InlineData("{source:Mr. Lane} {cue:has repeatedly denied} {content:the report}.")]
    [InlineData("{content:“The bridge,”} {source:she} {cue:said}, {content:“is safe.”}")]
    [InlineData("{content:The bridge is safe}, {source:officials} {cue:said} on Tuesday.")]
    [InlineData("{content:The bridge}, {source:she} {cue:said}, {content:is safe}.")]
    [InlineData("{content:The bridge is safe}, {cue:according to} {source:a report by the ministry}.")]
    [InlineData("{cue:According to} {source:the ministry}, {content:the bridge is safe}.")]
    [InlineData("{source:Police} {cue:told} reporters {content:that the bridge was safe}.")]
    [InlineData("{source:The company} {cue:declined} {content:to comment}.")]
    [InlineData("It was {source:the mayor’s} {cue:claim} {content:that the bridge was safe}.")]
    [InlineData("It {cue:was reported} {content:that the bridge had closed}.")]
    [InlineData("{source:She} {cue:is confident} {content:that the bridge is safe}.")]
    [InlineData("{content:The plant} {cue:is expected} {content:to close in May}.")]
    [InlineData("{content:“We did not know that the bridge was closed.”} {cue:—} {source:Jane Roe}")]
    [InlineData("{content:“The bridge is not safe!”} {source:Jane Roe} {cue:wrote}.")]
    [InlineData("{source:Two officials familiar with the talks} {cue:said} {content:a deal was close}.")]
    [InlineData("{cue:Asked} {content:if the bridge was safe}, nobody answered.")]
    [InlineData("After {cue:arguing} {content:that the bridge was safe}, {source:Jane Roe} left.")]
    [InlineData("The plan, {content:which} {source:his rival David Roe} {cue:defended}, is dead.")]
    [InlineData("{content:“The bridge is not safe!”} {source:The editorial board} {cue:writes}.")]
    [InlineData("{cue:According to} {source:a recent Daily Post-WXYZ News poll}, {content:91 percent of voters want change}.")]
    [InlineData("{cue:For} {source:many fans}, {content:the loss was the end of it}.")]
    [InlineData("{source:The coastguard} {cue:dismissed as} {content:“baseless” a claim that the bridge was shut}.")]
    [InlineData("{source:The senator} {cue:is appalled by} {content:the decision}.")]
    public void Finds_source_cue_and_content(string marked)
    {
        var expected = new MarkedAttribution(marked);
        var facts = MarkedFacts.Of(expected.Text);
        Assert.Equal(expected.Expected, MarkedAttribution.Show(facts, Assert.Single(facts.Attributions)));
    }

    [Theory]
    [InlineData("The bridge opened in 1932 and carries four lanes.")]
    [InlineData("Workers painted the bridge on Tuesday.")]
    public void Leaves_plain_statements_alone(string text) =>
        Assert.DoesNotContain(MarkedFacts.Of(text).Attributions, attribution => attribution.Cue.Length > 0 && attribution.Stance == Stance.States);

    [Theory]
    [InlineData("He denied the report.", Stance.Denies)]
    [InlineData("He did not deny the report.", Stance.Declines)]
    [InlineData("The company declined to comment.", Stance.Declines)]
    [InlineData("The ministry confirmed the deal.", Stance.Confirms)]
    [InlineData("The ministry has not confirmed the deal.", Stance.Declines)]
    [InlineData("The ministry said the deal was done.", Stance.States)]
    public void Tells_stances(string text, Stance stance) => Assert.Equal(stance, Assert.Single(MarkedFacts.Of(text).Attributions).Stance);

    [Theory]
    [InlineData("Jane Roe said the bridge was safe.", SourceKind.Person)]
    [InlineData("Sen. Roe said the bridge was safe.", SourceKind.Person)]
    [InlineData("Police said the bridge was safe.", SourceKind.Office)]
    [InlineData("Officials said the bridge was safe.", SourceKind.Office)]
    [InlineData("A White House official said the bridge was safe.", SourceKind.Office)]
    [InlineData("The ministry said the bridge was safe.", SourceKind.Organisation)]
    [InlineData("The club said the bridge was safe.", SourceKind.Organisation)]
    [InlineData("A new report said the bridge was safe.", SourceKind.Document)]
    [InlineData("Reuters reported that the bridge was safe.", SourceKind.Outlet)]
    [InlineData("Sources told Reuters that the bridge was safe.", SourceKind.Unnamed)]
    [InlineData("Some experts said the bridge was safe.", SourceKind.Unnamed)]
    [InlineData("Residents said the bridge was safe.", SourceKind.Unnamed)]
    [InlineData("Activists said the bridge was safe.", SourceKind.Unnamed)]
    [InlineData("One of the users said the bridge was safe.", SourceKind.Unnamed)]
    public void Tells_kinds_of_source(string text, SourceKind kind) => Assert.Equal(kind, Assert.Single(MarkedFacts.Of(text).Attributions).Source?.Kind);

    [Fact]
    public void A_claim_is_hedged() => Assert.True(Assert.Single(MarkedFacts.Of("The group claimed that it had won.").Attributions).IsHedged);

    [Fact]
    public void Leads_pronouns_and_surnames_back_to_the_name()
    {
        var facts = MarkedFacts.Of("Mayor Jane Roe said the bridge was safe. She said it would open in May. Roe added that tolls would rise.");
        Assert.Equal(
            [null, "Mayor Jane Roe", "Mayor Jane Roe"],
            facts.Attributions.Select(attribution => attribution.Source?.Antecedent is { } antecedent ? facts.Article.GetText(antecedent) : null));
    }

    [Theory]
    [InlineData("Mayor Jane Roe said no. Some voters said yes. She said it would pass.", SourceKind.Person)]
    [InlineData("A witness said the car was red. She said it was fast.", SourceKind.Unnamed)]
    [InlineData("The agency said the car was red. It said it was fast.", SourceKind.Organisation)]
    [InlineData("The bridge divides voters who said it was fast.", SourceKind.Unnamed)]
    public void A_pronoun_is_what_it_stands_for(string text, SourceKind kind) => Assert.Equal(kind, MarkedFacts.Of(text).Attributions[^1].Source?.Kind);

    [Fact]
    public void A_quotation_without_a_speaker_goes_on_from_the_one_before()
    {
        var facts = MarkedFacts.Of("“The bridge is safe,” Jane Roe said. “It will open in May.”\n\n“And tolls will rise.”");
        var attribution = Assert.Single(facts.Attributions);
        Assert.Equal(3, attribution.Content.Length);
        Assert.NotNull(attribution.Quotation);
    }

    [Fact]
    public void Two_speakers_in_a_sentence_are_two_attributions()
    {
        var facts = MarkedFacts.Of("The mayor said the bridge was safe, but the union said it was not.");
        Assert.Equal(["The mayor", "the union"], facts.Attributions.Select(attribution => facts.Article.GetText(attribution.Source!.Span)));
    }

    [Fact]
    public void A_sentence_without_end_is_read_in_stretches()
    {
        var text = string.Concat(Enumerable.Repeat("in the end, he said, according to the ministry, a fence ", 4000));
        var attributions = MarkedFacts.Of(text).Attributions;
        Assert.True(attributions.Length > 50);
        Assert.True(attributions[^1].Cue.Start > text.Length / 2);
    }

    [Fact]
    public void Spans_lie_in_the_text_in_order()
    {
        string[] pieces = ["Jane Roe", " said ", " that ", "the ministry", "“", "”", "\"", ", ", ". ", " who ", " according to ", "denied ", "a report", " and ", ": ", " — ", "\n\n", "it was ", " expected to ", "told ", "police", "(R)", " of ", " reportedly "];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 40].Select(string.Concat).Sample(AssertSound);
    }

    private static void AssertSound(string text)
    {
        foreach (var attribution in MarkedFacts.Of(text).Attributions)
        {
            TextSpan[] spans = [attribution.Cue, .. attribution.Content, .. attribution.Source is { } source ? [source.Span] : Array.Empty<TextSpan>()];
            Assert.All(spans, span => Assert.True(span.Start >= 0 && span.End <= text.Length && !span.IsEmpty));
            Assert.NotEmpty(attribution.Content);
            Assert.Equal(attribution.Content.Order(), attribution.Content);
            Assert.True(attribution.Sentence.Span.Contains(attribution.Cue));
            Assert.DoesNotContain(attribution.Content, content => content.Overlaps(attribution.Cue));
        }
    }
}
