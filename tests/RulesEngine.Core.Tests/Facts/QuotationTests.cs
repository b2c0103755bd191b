using CsCheck;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("She waved. [|\"We will be back,\"|] she said.")]
    [InlineData("[|“We will be back,”|] she said, [|“and soon.”|]")]
    [InlineData("[|‘We’ll be back,’|] she said. The voters’ patience is gone.")]
    [InlineData("[|'We'll be back,'|] she said of the voters' patience.")]
    [InlineData("[|«We will be back»|], she said.")]
    [InlineData("[|« We will be back »|], she said.")]
    [InlineData("[|»We will be back«|], she said.")]
    [InlineData("[|„We will be back“|], she said.")]
    [InlineData("[|''We will be back,''|] she said.")]
    [InlineData("[|``We will be back,''|] she said.")]
    [InlineData("[|“He told me [|‘go away’|] twice,”|] she said.")]
    [InlineData("[|\"He told me [|'go away'|] twice,\"|] she said.")]
    [InlineData("[|“The sign said [|“keep out”|] in red,”|] she said.")]
    [InlineData("(See the note: [|“closed until spring”|].)")]
    [InlineData("Prices fell—[|“off a cliff,”|] one trader said—and stayed there.")]
    public void Finds_every_style(string marked) => AssertQuotations(marked);

    [Theory]
    [InlineData("It's the '90s that the city's poets can't forget.")]
    [InlineData("Rock 'n' roll never told 'em why.")]
    [InlineData("The screen is 32\" wide and 18\" high.")]
    [InlineData("He stands 6'2\" tall.")]
    [InlineData("The players' union met the owners' lawyers.")]
    [InlineData("» Read the whole story")]
    public void Leaves_apostrophes_and_inches_alone(string text) => Assert.Empty(MarkedFacts.Of(text).Quotations);

    [Fact]
    public void Runs_on_where_each_paragraph_repeats_the_opening_mark()
    {
        var facts = MarkedFacts.Of("“The first point is money,” she said.\n\n“The second is time.\n\n“The third is luck.”\n\nShe left.");
        var runOn = facts.Quotations[1];
        Assert.Equal(2, facts.Quotations.Length);
        Assert.True(runOn.IsBalanced);
        Assert.Equal(["The second is time.", "The third is luck."], runOn.Content.Select(facts.Article.GetText));
    }

    [Fact]
    public void Ends_with_its_paragraph_where_the_closing_mark_is_missing()
    {
        var facts = MarkedFacts.Of("“The mark is missing here.\n\nAnother paragraph, with a “whole utterance in it.”");
        Assert.False(facts.Quotations[0].IsBalanced);
        Assert.Equal("“The mark is missing here.", facts.Article.GetText(facts.Quotations[0].Span));
        Assert.True(facts.Quotations[1].IsBalanced);
    }

    [Fact]
    public void Ends_before_the_next_opening_mark_where_the_closing_one_is_missing()
    {
        var facts = MarkedFacts.Of("“One is open. “Two is closed,” she said.");
        Assert.Equal(["“One is open.", "“Two is closed,”"], facts.Quotations.Select(quotation => facts.Article.GetText(quotation.Span)));
        Assert.False(facts.Quotations[0].IsBalanced);
    }

    [Theory]
    [InlineData("Her novel “The Long Way Down” sold well.", true)]
    [InlineData("The so-called “bathroom bill” passed.", true)]
    [InlineData("He runs a “boutique” in town.", true)]
    [InlineData("“No,” he said.", false)]
    [InlineData("He called the plan “a bad joke.”", false)]
    [InlineData("She said the bill was “dead”.", false)]
    [InlineData("“We never knew that the bridge was closed,” the driver said.", false)]
    public void Tells_phrases_from_utterances(string text, bool isPhrase) => Assert.Equal(isPhrase, Assert.Single(MarkedFacts.Of(text).Quotations).IsPhrase);

    [Fact]
    public void A_block_quote_is_a_quotation()
    {
        var facts = MarkedFacts.Of("The board wrote:\n\n> We regret the delay.\n\n> It will not happen again.\n\nNobody answered.");
        var quotation = Assert.Single(facts.Quotations);
        Assert.Equal(["We regret the delay.", "It will not happen again."], quotation.Content.Select(facts.Article.GetText));
    }

    [Fact]
    public void Spans_lie_in_the_text_and_nest()
    {
        string[] pieces = ["\"", "“", "”", "'", "’", "‘", "«", "»", "''", "word", "It's", "said", " ", " ", ", ", ". ", "\n\n", "5"];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index])
            .Array[0, 40]
            .Select(string.Concat)
            .Sample(AssertSound);
    }

    private static void AssertSound(string text)
    {
        foreach (var quotation in MarkedFacts.Of(text).Quotations)
        {
            Assert.InRange(quotation.Span.Start, 0, text.Length);
            Assert.InRange(quotation.Span.End, quotation.Span.Start + 1, text.Length);
            Assert.NotEmpty(quotation.Content);
            Assert.All(quotation.Content, content => Assert.True(quotation.Span.Contains(content) && !content.IsEmpty));
            Assert.True(quotation.Outer is null || quotation.Outer.Span.Contains(quotation.Span));
        }
    }

    private static void AssertQuotations(string marked)
    {
        var (text, spans) = MarkedFacts.Unmark(marked);
        Assert.Equal(
            spans.Select(span => text[span.Start..span.End]).Order(StringComparer.Ordinal),
            MarkedFacts.Of(text).Quotations.Select(quotation => text[quotation.Span.Start..quotation.Span.End]).Order(StringComparer.Ordinal));
    }
}
