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
    [InlineData("{source:Senate aides} {cue:later said} {content:the vote was off}.")]
    [InlineData("{source:A survey of drivers} {cue:has, however, revealed} {content:that the bridge is hated}.")]
    [InlineData("{source:Sixty percent of those surveyed} {cue:say} {content:they would move away}.")]
    [InlineData("{source:Shopkeepers} in particular {cue:feared} {content:the closing of the bridge}.")]
    [InlineData("{source:The mayor} {cue:campaigned hard against} {content:the bridge}.")]
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
    [InlineData("{source:The union} {cue:launched a fierce attack on} {content:the new rules}.")]
    [InlineData("{source:The mayor} {cue:released a statement Sunday evening denouncing} {content:the attack}.")]
    [InlineData("{source:The council} {cue:is struggling to explain} {content:why the pool had closed}.")]
    [InlineData("{source:The coach} {cue:responded angrily} {content:that the match was fair}.")]
    [InlineData("{source:The senator} {cue:has been a defender of} {content:the tax}.")]
    [InlineData("{source:The farmers} {cue:are so deeply worried about} {content:the drought}.")]
    public void Takes_all_words_of_the_cue(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("The minister answered {source:Republican} {cue:criticism} {content:that the plan costs too much}.")]
    [InlineData("The firm complied with the {source:FDA} {cue:demand} {content:that the drug be withdrawn}.")]
    [InlineData("The board {cue:faced relentless questions about} {content:whether the dam would hold}.")]
    [InlineData("{content:The candidate} {cue:won the endorsement of} {source:the union}.")]
    [InlineData("{source:The ministry's} {cue:pledge} last month {content:to rebuild the bridge} angered them all.")]
    public void Tells_whose_words_a_noun_stands_for(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{content:The ruling} {cue:angered} {source:teachers}.")]
    [InlineData("{content:The plan} {cue:drew sharp criticism from} {source:farmers}.")]
    [InlineData("{content:An idea} {cue:endorsed} by {source:the union} is on the table.")]
    [InlineData("{content:The trouble with the plan}, {cue:says} {source:Jane Roe}, is its cost.")]
    [InlineData("{content:The door was open}, {cue:according to} {source:an account she gave to the Herald}.")]
    [InlineData("{cue:According to} {source:an account she gave to the Herald}, {content:the door was open}.")]
    [InlineData("But {cue:for} {source:many farmers}, {content:the rain came too late}.")]
    [InlineData("{cue:Concern about} {content:the dam} has grown.")]
    [InlineData("The mayor {cue:faces criticism over} {content:the dam}.")]
    [InlineData("{source:Roe}, {cue:a supporter of} {content:the tax}, left early.")]
    [InlineData("{source:Voters} {cue:angry at} {content:the ruling} marched on Friday.")]
    public void Finds_sources_that_are_no_subject_of_a_verb_of_speech(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{source:His} {cue:decision} {content:to close the pool} angered them all.")]
    [InlineData("{source:The mayor} {cue:defended} {content:the plan} when it came under attack.")]
    [InlineData("{source:The governor} {cue:charged} {content:the firm with fraud} and the firm left the state.")]
    [InlineData("{source:The mayor} {cue:called} {content:the offer an insult}, adding that talks were over.")]
    [InlineData("{source:The mayor} called the offer an insult, {cue:adding} {content:that talks were over}.")]
    [InlineData("{source:Many members} {cue:have said} {content:they will stay away} and others have said they are not invited.")]
    [InlineData("The club campaigned hard in June, {cue:hoping} {content:to win the cup}.", "The club")]
    public void Ends_what_is_said_where_the_sentence_goes_on(string marked, string? source = null) => AssertFound(marked, source);

    [Theory]
    [InlineData("{source:The clerk} {cue:argued} {content:that although the bridge was old, it showed no cracks}.")]
    [InlineData("{source:The mayor} {cue:denounced} {content:the contract}, which ended last year.")]
    [InlineData("{source:The union} {cue:warned} {content:that the plant would close} - a threat to the whole valley.")]
    [InlineData("{source:The board} {cue:praised} {content:the coach}; the fans left early.")]
    [InlineData("{source:The mayor} {cue:said} {content:he would vote for Lane}, whom he called a friend.")]
    [InlineData("{source:The society} {cue:seeks} {content:to drain the marsh and built a dam there}.")]
    [InlineData("Last week, as {source:the Herald} {cue:reported}, {content:Roe and Lane were building a dam}.")]
    [InlineData("But {cue:according to} {source:interviews with a dozen of the engineers}, {content:the dam is safe}.")]
    [InlineData("{source:Judge Jane Roe}, in her dissent, {cue:said} {content:just because it was late did not make it wrong}.")]
    public void Ends_and_begins_where_another_clause_does(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{source:Lane} {cue:continued to question} {content:Roe's temper}.")]
    [InlineData("{source:Aides} {cue:are quick to point out} {content:that the bridge is old}.")]
    [InlineData("{source:Lane} {cue:shot back}, {content:\"The bridge was never yours to sell.\"}")]
    [InlineData("{source:The minister} {cue:further related} {content:that the bridge was old}.")]
    [InlineData("{source:The Journal} {cue:notes} {content:that Roe voted against the bridge}.")]
    [InlineData("{source:Lynch} {cue:calls} {content:North Dakota her home}.")]
    [InlineData("{source:The president} also {cue:points to} {content:the depth of the crisis}.")]
    [InlineData("{content:A bridge has fallen into the lake, the second this year}, {cue:reports} {source:the Dayton Herald} this morning.")]
    [InlineData("{source:She} {cue:has since said} {content:that she regrets it}.")]
    public void Finds_verbs_that_look_like_nouns_and_adjectives(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{source:The editor} {cue:announced} on Friday {content:the change from the old masthead}.")]
    [InlineData("{source:The clinic} {cue:has declined} for years {content:to reveal its donors}.")]
    [InlineData("{source:The clerk} {cue:disclosed} to the court {content:its work for the firm}.")]
    [InlineData("{cue:Asked} in Dayton recently {content:whether he would run}, Roe left.")]
    [InlineData("{source:The union} {cue:would not say} {content:so}.")]
    [InlineData("{source:The police} {cue:acknowledged} {content:as much} in a letter.")]
    public void Looks_past_where_and_when(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{content:\"Can we win Dayton?\"} {source:Mr. Lane} {cue:asked}.")]
    [InlineData("{content:\"Keep out!\"} {source:she} {cue:wrote}, arguing that the pool was full.")]
    [InlineData("{content:\"The river has failed the people who live on it,\"} {source:he} {cue:grinned}.")]
    [InlineData("{source:The mayor}, who also spoke there, {cue:tweeted}, {content:\"Thank you, Dayton!\"}")]
    [InlineData("{source:A tired Lane} {cue:quipped}, {content:\"It is like a match that nobody wants to win.\"}")]
    public void Finds_who_speaks_beside_a_short_quotation(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("{source:The next batch of letters} {cue:shows} {content:that the board knew of it}.")]
    [InlineData("{source:An examination by the county} {cue:found} {content:that the pumps had failed}.")]
    [InlineData("{source:Lane} {cue:charged} {content:that the firm had hidden the report}.")]
    [InlineData("{source:The teachers} {cue:were acutely aware} {content:that the school might close}.")]
    [InlineData("{cue:It is not clear} {content:whether the bridge will hold}.")]
    [InlineData("{source:Roe's} {cue:contention was} {content:that the pumps had failed}.")]
    [InlineData("The party says he will win, with {source:Roe} {cue:saying} {content:the race is over}.")]
    [InlineData("{source:One official who relayed the exchange} {cue:said} {content:the board was calm}.")]
    [InlineData("{source:The three engineers - Mr. Roe, Ms. Lane and Mr. Poe} - {cue:agreed} {content:there are cheaper ways}.")]
    [InlineData("{content:The dam will not last}, {source:the mayor} {cue:said in a statement}.")]
    [InlineData("Nevertheless, {source:Cuban} {cue:said} {content:that he would stay}.")]
    public void Finds_the_verb_whatever_stands_around_it(string marked) => AssertFound(marked);

    [Fact]
    public void Gives_the_paragraph_behind_a_colon_to_whoever_wrote_it()
    {
        var facts = MarkedFacts.Of("Jane Roe wrote:\n\nThe dam was never safe. Engineers said so for years.\n\nThe mayor left.");
        Assert.Equal(["Jane Roe / wrote: / The dam was never safe | Engineers said so for years"], facts.Attributions.Select(attribution => MarkedAttribution.Show(facts, attribution)));
    }

    [Fact]
    public void Takes_no_aside_on_whom_somebody_spoke_to_for_words()
    {
        var facts = MarkedFacts.Of("Speaking to the council on Monday, Roe said the dam was safe.");
        Assert.Equal(["Roe / said / the dam was safe"], facts.Attributions.Select(attribution => MarkedAttribution.Show(facts, attribution)));
    }

    [Theory]
    [InlineData("The club has 60 pledged delegates.")]
    [InlineData("The referendum saw a turnout of 40 percent.")]
    [InlineData("That means the season is over.")]
    [InlineData("Roads carry many views of the lake.")]
    public void Events_attribute_nothing(string text) => Assert.Empty(MarkedFacts.Of(text).Attributions);

    private static void AssertFound(string marked, string? source = null)
    {
        var expected = new MarkedAttribution(marked);
        var facts = MarkedFacts.Of(expected.Text);
        Assert.Contains(source + expected.Expected, facts.Attributions.Select(attribution => MarkedAttribution.Show(facts, attribution)));
    }
}
