using System.Collections.Immutable;
using RulesEngine.Testing;

namespace Acme.Desk.Tests;

public sealed class JargonAnalyzerTests
{
    [Fact]
    public void The_examples_of_the_rules_hold() => AnalyzerVerifier.VerifyExamples<JargonAnalyzer>();

    [Fact]
    public void The_message_says_what_to_write() => AnalyzerVerifier.Verify<JargonAnalyzer>(
        "The council met {|#0:prior to|} the vote.",
        new ExpectedDiagnostic("DESK001") { Place = 0, Message = "'prior to' is jargon: write 'before'" });

    [Fact]
    public void The_fix_puts_the_plain_word_in_its_place() => new AnalyzerTest<JargonAnalyzer>
    {
        Markup = "The harbour will [|utilise|] a new crane.",
        Fixed = "The harbour will use a new crane.",
    }.Run();

    [Fact]
    public void A_desk_can_allow_a_word() => new AnalyzerTest<JargonAnalyzer>
    {
        Markup = "Talks commence, and both sides [|endeavour|] to agree.",
        Options = ImmutableDictionary<string, object>.Empty.Add("allowed", ImmutableArray.Create("commence")),
    }.Run();

    [Fact]
    public void A_desk_can_add_a_word_without_code() => new AnalyzerTest<JargonAnalyzer>
    {
        Markup = "The firm will [|downsize|] in spring.",
        Lexicons = ImmutableDictionary<string, LexiconChange>.Empty.Add("jargon", new LexiconChange(["downsize\tcut jobs"], [])),
    }.Run();
}
