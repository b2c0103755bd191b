using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Language;

public sealed class TaggerTests
{
    [Theory]
    [InlineData("The ministry denied the report on Friday .", "DT NN VBD DT NN IN NNP Period")]
    [InlineData("She has not seen their letters .", "PRP VBZ RB VBN PRPS NNS Period")]
    [InlineData("“ We will rebuild the old bridge , ” he said .", "OpenQuote PRP MD VB DT JJ NN Comma CloseQuote PRP VBD Period")]
    [InlineData("It costs $ 40 .", "PRP VBZ Dollar CD Period")]
    public void Tags_plain_news(string text, string tags) =>
        Assert.Equal(tags.Split(' ').Select(Enum.Parse<PennTag>), Draft.Tags(text));

    [Fact]
    public void Curly_and_straight_apostrophes_are_one() => Assert.Equal(Draft.Tags("They don't know the city's mayor."), Draft.Tags("They don’t know the city’s mayor."));

    [Fact]
    public void Weights_are_small() =>
        Assert.InRange(typeof(Tagger).Assembly.GetManifestResourceStream("language/tagger.bin")!.Length, 1, 3_000_000);
}
