using RulesEngine.Plugins.Sourcing;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.Sourcing;

public sealed class VaguelySourcedFigureTests
{
    [Fact]
    public void Examples_hold() => AnalyzerVerifier.VerifyExamples<VaguelySourcedFigureAnalyzer>();

    [Theory]
    [InlineData("The convoy reportedly lost [|30|] trucks.")]
    [InlineData("It is said that [|half|] of the harvest was sold abroad.")]
    [InlineData("Rumours speak of [|80|] arrests in the port.")]
    [InlineData("Activists say [|at least 90|] people were held.")]
    public void Flags_figures_of_nobody_in_particular(string markup) => AnalyzerVerifier.Verify<VaguelySourcedFigureAnalyzer>(markup);

    [Theory]
    [InlineData("The convoy lost 30 trucks.")]
    [InlineData("The army said the convoy had lost 30 trucks.")]
    [InlineData("A canister costs 95 drams here, and reportedly much less in the hills.")]
    public void Passes_figures_that_somebody_carries_or_nobody_does(string text) => AnalyzerVerifier.Verify<VaguelySourcedFigureAnalyzer>(text);

    [Fact]
    public void Names_the_vague_words() => AnalyzerVerifier.Verify<VaguelySourcedFigureAnalyzer>(
        "The convoy reportedly lost {|#0:30|} trucks.",
        new ExpectedDiagnostic("SRC002") { Place = 0, Message = "\"30\" rests on \"reportedly\", which no reader can find: say who, or say that nobody has confirmed it" }.With("source", "reportedly"));
}
