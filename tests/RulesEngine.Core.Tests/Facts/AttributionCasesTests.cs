namespace RulesEngine.Core.Tests.Facts;

/// <summary>Attributions as news copy has them, one in focus in each sentence; others may stand beside it.</summary>
public sealed class AttributionCasesTests
{
    [Theory]
    [InlineData("{source:The engineer who inspected the bridge in May} {cue:said} {content:it would not last}.")]
    [InlineData("{source:Jane Roe, 67, a retired nurse from Dayton, Ohio}, {cue:said} {content:the clinic had closed}.")]
    [InlineData("{source:Mr. Lane}, in an interview on Friday, {cue:said} {content:the plan was dead}.")]
    [InlineData("{source:The board}, which met on Monday, {cue:announced} {content:that the school would close}.")]
    [InlineData("{source:Officials in the capital, including the finance minister}, {cue:warned} {content:that prices would rise}.")]
    [InlineData("{source:A survey released Tuesday} {cue:found} {content:that half of the voters were undecided}.")]
    [InlineData("{source:The woman who accused him of theft} {cue:said} on Sunday {content:that she had proof}.")]
    [InlineData("The woman {source:who} {cue:accused} {content:him of theft} said on Sunday that she had proof.")]
    [InlineData("{source:Senate aides} later {cue:said} {content:the vote was off}.")]
    public void Finds_the_subject_behind_what_parts_it_from_its_verb(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{source:Roe} {cue:declined to say} {content:whether she would run}.")]
    [InlineData("{source:The minister} {cue:seemed to acknowledge} {content:that the figures were wrong}.")]
    [InlineData("{source:The mayor} {cue:was quick to condemn} {content:the attack}.")]
    [InlineData("{source:Roe} {cue:said explicitly} {content:that the deal was off}.")]
    [InlineData("{source:Roe} {cue:expressed sympathy for} {content:the strikers}.")]
    [InlineData("{source:Roe} {cue:renewed his call for} {content:a ban}.")]
    [InlineData("{source:The company} {cue:issued a statement saying} {content:that the plant would close}.")]
    [InlineData("{source:Lane} {cue:was referring to} {content:the strike of last spring}.")]
    public void Takes_all_words_of_the_cue(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{content:The ruling} {cue:angered} {source:teachers}.")]
    [InlineData("{content:The plan} {cue:drew sharp criticism from} {source:farmers}.")]
    [InlineData("{content:An idea} {cue:endorsed} by {source:the union} is on the table.")]
    [InlineData("{content:The trouble with the plan}, {cue:says} {source:Jane Roe}, is its cost.")]
    [InlineData("{content:The door was open}, {cue:according to} {source:an account she gave to the Herald}.")]
    [InlineData("{cue:According to} {source:an account she gave to the Herald}, {content:the door was open}.")]
    [InlineData("But {cue:for} {source:many farmers}, {content:the rain came too late}.")]
    [InlineData("{cue:Concern about} {content:the dam} has grown.")]
    [InlineData("{source:Roe}, {cue:a supporter of} {content:the tax}, left early.")]
    [InlineData("{source:Voters} {cue:angry at} {content:the ruling} marched on Friday.")]
    public void Finds_sources_that_are_no_subject_of_a_verb_of_speech(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{source:His} {cue:decision} {content:to close the pool} surprised nobody.")]
    [InlineData("{source:The mayor} {cue:defended} {content:the plan} when it came under attack.")]
    [InlineData("{source:The governor} {cue:charged} {content:the firm with fraud} and the firm left the state.")]
    [InlineData("{source:The mayor} {cue:called} {content:the offer an insult}, adding that talks were over.")]
    [InlineData("{source:The mayor} called the offer an insult, {cue:adding} {content:that talks were over}.")]
    [InlineData("{source:Many members} {cue:have said} {content:they will stay away} and others have said they are not invited.")]
    [InlineData("The club campaigned hard in June, {cue:hoping} {content:to win the cup}.", "The club")]
    public void Ends_what_is_said_where_the_sentence_goes_on(string marked, string? source = null) => AssertFound(marked, source);

    [Theory]
    [InlineData("The referendum saw a turnout of 40 percent.")]
    [InlineData("That means the season is over.")]
    public void Events_attribute_nothing(string text) => Assert.Empty(MarkedFacts.Of(text).Attributions);

    private static void AssertFound(string marked, string? source = null)
    {
        var expected = new MarkedAttribution(marked);
        var facts = MarkedFacts.Of(expected.Text);
        Assert.Contains(source + expected.Expected, facts.Attributions.Select(attribution => MarkedAttribution.Show(facts, attribution)));
    }
}
