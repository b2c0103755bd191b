using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Language;

public sealed class LemmatizerTests
{
    [Theory]
    [InlineData(PennTag.VBD, "denied deny|Rebutted rebut|said say|controlled control|called call|agreed agree|used use|focused focus|visited visit|invited invite|noted note|declared declare|offered offer|charged charge|urged urge|handled handle|tied tie|argued argue|staged stage")]
    [InlineData(PennTag.VBG, "dismissing dismiss|lying lie|seeing see|running run|making make|telling tell|claiming claim|refusing refuse|putting put|panicking panic")]
    [InlineData(PennTag.VBZ, "denies deny|watches watch|says say|goes go|does do|has have|'s be|uses use|focuses focus")]
    [InlineData(PennTag.VBN, "written write|been be|struck strike|released release|evaluated evaluate|treated treat")]
    [InlineData(PennTag.MD, "ca can|wo will|'ll will|’d would")]
    [InlineData(PennTag.NNS, "cities city|children child|policewomen policewoman|houses house|viruses virus|classes class|heroes hero|analyses analysis|people people|ties tie|1990s 1990s")]
    [InlineData(PennTag.JJR, "bigger big|larger large|better good|earlier early|safer safe|older old")]
    [InlineData(PennTag.RBR, "better well|later late")]
    [InlineData(PennTag.RB, "n't not|n’t not|Not not")]
    [InlineData(PennTag.NNP, "Paris Paris")]
    [InlineData(PennTag.NNPS, "Nations Nations")]
    [InlineData(PennTag.NN, "Denial denial")]
    public void Finds_dictionary_forms(PennTag tag, string pairs)
    {
        foreach (var pair in pairs.Split('|'))
        {
            var words = pair.Split(' ');
            Assert.Equal(words[1], Lemmatizer.GetLemma(words[0], tag));
        }
    }

    [Fact]
    public void Keeps_one_string_for_a_form() => Assert.Same(Lemmatizer.GetLemma("closing", PennTag.VBG), Lemmatizer.GetLemma("closing", PennTag.VBG));
}
