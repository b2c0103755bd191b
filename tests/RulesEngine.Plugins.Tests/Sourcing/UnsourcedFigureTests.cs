using System.Collections.Immutable;
using RulesEngine.Plugins.Sourcing;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.Sourcing;

public sealed class UnsourcedFigureTests
{
    [Fact]
    public void Examples_hold() => AnalyzerVerifier.VerifyExamples<UnsourcedFigureAnalyzer>();

    [Theory]
    [InlineData("The storm cut power to [|40,000|] homes on the coast.")]
    [InlineData("The storm killed [|three|] people on the coast.")]
    [InlineData("[|Two-thirds|] of the fleet lies idle.")]
    [InlineData("The mayor plans to hire [|120|] guards.")]
    [InlineData("The ministry ordered checks of [|all 214|] depots.")]
    [InlineData("Rents rose by [|7.5 percent|] and wages by [|2 percent|].")]
    [InlineData("The harbour, which handles [|900|] ships a month, is closed.")]
    public void Flags_what_the_article_itself_states(string markup) => AnalyzerVerifier.Verify<UnsourcedFigureAnalyzer>(markup);

    [Theory]
    [InlineData("The storm cut power to 40,000 homes, the grid operator Norlys said.")]
    [InlineData("The storm cut power to 40,000 homes, according to the grid operator Norlys.")]
    [InlineData("Police said the storm had killed three people.")]
    [InlineData("\"We counted 300 seals,\" biologist Ana Prieto said.")]
    [InlineData("\"We counted 300 seals,\" said biologist Ana Prieto. \"Last spring we had 180.\"")]
    [InlineData("A report by the Court of Auditors found that 64 bridges had not been inspected.")]
    [InlineData("A poll by Instituto Veritas puts the mayor at 38 percent. His rival has 35 percent.")]
    [InlineData("His two sons came at 7 p.m. on March 3, 2021.")]
    [InlineData("There are three reasons for the delay.")]
    public void Passes_what_somebody_carries_and_what_counts_nothing(string text) => AnalyzerVerifier.Verify<UnsourcedFigureAnalyzer>(text);

    [Fact]
    public void Says_kind_value_and_unit_and_points_to_the_first_mention() => AnalyzerVerifier.Verify<UnsourcedFigureAnalyzer>(
        "The town lost {|#0:over 500|} jobs.\n\nAll of the {|#1:500|} jobs were at the mill.",
        new ExpectedDiagnostic("SRC001") { Place = 0 }.With("status", "unsourced").With("kind", "count").With("value", "500..").With("unit", "jobs").With("source", ""),
        new ExpectedDiagnostic("SRC001") { Place = 1 }.With("value", "500"));

    [Fact]
    public void Leaves_out_numbers_below_the_minimum_but_no_casualties() => new AnalyzerTest<UnsourcedFigureAnalyzer>
    {
        Markup = "The fire destroyed 40 barns and [|120|] boats. It killed [|two|] men.",
        Options = ImmutableDictionary<string, object>.Empty.Add("minimum", 100d),
    }.Run();
}
