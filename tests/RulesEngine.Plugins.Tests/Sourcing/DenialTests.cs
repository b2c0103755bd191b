using RulesEngine.Plugins.Sourcing;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.Sourcing;

public sealed class DenialTests
{
    private static readonly DateOnly Published = new(2025, 7, 20);

    public static TheoryData<string> Denials => Corpus("denials.txt");

    public static TheoryData<string> Doubles => Corpus("no-denials.txt");

    [Fact]
    public void Examples_hold()
    {
        AnalyzerVerifier.VerifyExamples<OfficialDenialAnalyzer>();
        AnalyzerVerifier.VerifyExamples<StaleDenialAnalyzer>();
        AnalyzerVerifier.VerifyExamples<BuriedDenialAnalyzer>();
    }

    [Theory]
    [MemberData(nameof(Denials))]
    public void An_official_denial_is_pointed_out(string markup)
    {
        Assert.Contains("[|", markup, StringComparison.Ordinal);
        AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(markup);
    }

    [Theory]
    [InlineData("A page on Facebook claimed that it showed a crocodile in the lake.\n\n“[|There never was a crocodile,|]” said Petra Holm, who runs the water authority.")]
    [InlineData("Rapper shot, rumour says\n\nA rumour says that he was shot. [|Not true, his rep tells us.|] “[|He wasn't even in Georgia,|]” Dana Wills said. “He is at home.”")]
    [InlineData("[|The club's sporting director has denied reports of a bid.|]\n\n\"A good player,\" Orhan Tuncer told a channel.\n\n[|Tuncer denied that the coach had been given an ultimatum.|]")]
    [InlineData("A rumour says the rice is plastic. \"[|There is no plastic,|]\" the minister of health said.\n\nVendor Dora Hall was not convinced. \"Rice does not bounce so,\" she said.")]
    [InlineData("The rumour of armed clowns began with a video. It is a hoax.\n\n“[|We have had 60 calls and not found a single clown,|]” said duty officer Lars Juhl.")]
    [InlineData("Agency under fire over payments\n\n[|GENEVA - The relief agency said on Monday it had never paid an armed group, as a driver alleges.|]")]
    [InlineData("[|The ministry denied the report.|]\n\nIn 2022 the ministry said drones had crossed the border; [|a week later it had to deny that it had sent them.|]")]
    [InlineData("Army and rebels accused each other. Rebels said on Friday that howitzers had opened up from the hills, and that people had fled.\n\n“[|Our guns did not fire a round,|]” said Major Ivo Hanka, an army spokesman.")]
    [InlineData("Word that a nurse had brought the fever to the hospital emptied it on Monday.\n\n“[|There is no fever in this hospital,|]” its director, Ruth Phiri, said.")]
    [InlineData("An account called @dunewatch posted a clip of trucks on the move late on Friday.\n\n[|Colonel Idris Barro, an army spokesman, said not a single vehicle had left the camp.|]")]
    [InlineData("A message on a forum said that the mall had been flooded, a hoax that was shared widely.\n\nThe mall opened at ten, its management said. “[|Not one of our branches was flooded,|]” it added.")]
    [InlineData("[|Ministry: missing tanker did not carry arms|]\n\nOfficials in Tamir say the ship was unloading rifles. [|The ministry denied that.|]")]
    [InlineData("[|The drugmaker disputed the claims.|]\n\nThe study was led by Pieter Vos.\n\n[|In twenty years of trials, a spokeswoman said, not one death had been traced to the drug.|]")]
    [InlineData("[|The campaign rejected claims that the hall had been empty.|]\n\nThe paper stood by its picture.\n\nThe fire marshal put the crowd at 3,100. [|He said the department had not told anyone to change that.|]")]
    [InlineData("[|Police shoot down story of clown gang|]\n\nSchools kept children indoors on Thursday. “[|There is no gang,|]” said Inspector Carol Tate of the police.")]
    [InlineData("A video that a user uploaded to TikTok on Sunday had the town talking.\n\n[|The coast guard had no ship in its log.|]")]
    [InlineData("A page titled “Free Fuel” is behind the offer, which went viral.\n\n[|The refiner said output was normal and no voucher was printed.|]")]
    [InlineData("Shares fell on the strength of a single post in a forum.\n\nThe lender said that [|those were not its figures.|]")]
    [InlineData("A story on a blog, which nobody could verify, had the brewery sold.\n\n[|Its chairman, Otto Lind, waved the story away.|]")]
    [InlineData("[|Orbis Says It Did Not Fire Clerk|]\n\n[|A spokesman for Orbis denied the report.|]")]
    [InlineData("[|No cut in pensions: minister|]\n\n[|The finance minister rejected a report that pensions would be cut.|]")]
    [InlineData("[|Army: We shelled no one|]\n\n[|An army spokesman denied that a village had been shelled.|]")]
    [InlineData("[|Bank: talk of a run 'an invention'|]\n\n[|The bank denied that it was short of cash.|]")]
    [InlineData("[|The army denied that a coup was under way.|] On Saturday it had said that “[|there is no coup and there shall be no coup|]”.")]
    [InlineData("[|A senior official of the bank, who asked not to be named, contradicted the newspaper's account of the meeting.|]")]
    public void A_denial_answers_the_story(string markup) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(markup);

    // The speaker is farther from the words than the sentence.
    [Theory]
    [InlineData("A page announced that the singer had died, a rumour that was shared widely.\n\nBy then his agent, Silvia Prado, had had breakfast with him. [|“He is alive and well,” she said.|]")]
    [InlineData("[|One of the lobbyists, Trent Osgood, denied through his lawyer that he had been there.|]")]
    [InlineData("The rebels claimed a great victory. [|A commander who goes by the name of Bars called that “a fairy tale”.|]")]
    [InlineData("Students accused the university of a leak.\n\nThe university's answer took all of six words: “[|No paper was sold or leaked.|]”")]
    [InlineData("The rebels claimed to have shot down a plane. The information minister went further. [|“These claims are lies,” Rima Saad said.|]")]
    public void The_speaker_is_found(string markup) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(markup);

    [Theory]
    [InlineData("Critics accused the government of neglect. “We found that the government had never asked the girls,” said the director of the charity, Rona Peel.")]
    [InlineData("Workers accused the hospital of neglect. “We were not given gloves until today,” a union leader, Moses Banda, said.")]
    [InlineData("The opposition claims fraud. Observers have denied neither side access, a spokesman said.")]
    [InlineData("Critics allege that the border leaks. The senator said he had never liked the wall.")]
    [InlineData("The claims piled up. Journalists urged people not to share the video.")]
    [InlineData("A rumour says that the bridge will close. The picture was taken at 7:12 p.m., the ministry said.")]
    [InlineData("Reports of a deal were wrong. Sanders was declared the winner, and it is clear that he has no plan to leave.")]
    [InlineData("Critics made claims about the bill. The senator voted against it because it did not protect farm hands, the senator said.")]
    [InlineData("Rivals made claims about the race. “They told me we had no chance,” the governor said.")]
    [InlineData("There were claims about the race. “If we sit here and there's no other way, we will say so,” a spokesman said.")]
    [InlineData("There were claims about the race. Officials said 26 percent of voters had heard them. Some 26 percent of Democrats say they have not followed it.")]
    public void A_negation_that_answers_nobody_is_no_denial(string draft) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(draft);

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Its_doubles_are_not(string draft) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(draft);

    [Theory]
    [InlineData("Jane Roe denied that she had left the country.")]
    [InlineData("\"It is fake,\" said Tom Ford, a witness.")]
    [InlineData("Critics rejected claims that the plan would work.")]
    [InlineData("The report is false.")]
    [InlineData("The former minister denied the allegations.")]
    public void Who_speaks_for_himself_is_not_official(string draft) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(draft);

    [Theory]
    [InlineData("{|#0:The army denied that soldiers had fled.|}", "The army", "military")]
    [InlineData("{|#0:Tehran rejected accusations that it had sent the drones.|}", "Tehran", "government")]
    [InlineData("{|#0:Her lawyer, Paul Stein, denied that she had left the country.|}", "Her lawyer, Paul Stein", "spokesperson")]
    [InlineData("Paul Stein, the managing director, flew home.\n\n{|#0:Stein denied the reports of layoffs.|}", "Stein", "company")]
    public void The_denier_is_named(string markup, string denier, string kind) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(
        markup,
        new ExpectedDiagnostic("SRC020") { Place = 0 }.With("denier", denier).With("denierKind", kind));

    [Theory]
    [InlineData("July 14", "2025-07-14", "before")]
    [InlineData("July 17", "2025-07-17", "after")]
    [InlineData("July 18", "2025-07-18", "after")]
    public void Denial_and_claim_are_set_against_each_other(string day, string date, string timing) => new AnalyzerTest<OfficialDenialAnalyzer>
    {
        Markup = $"The claim was first posted on X by user @border_watch7 on July 17, 2025.\n\n{{|#0:The army on {day} denied reports of mass desertions.|}}",
        Date = Published,
        Expected = [new ExpectedDiagnostic("SRC020") { Place = 0 }.With("date", date).With("claimDate", "2025-07-17").With("timing", timing)],
    }.Run();

    [Theory]
    [InlineData("A Telegram channel claimed that soldiers had fled. It was posted on July 17, 2025.\n\n{|#0:The army on July 14 denied reports of mass desertions.|}", "2025-07-14", "2025-07-17", "before")]
    [InlineData("The claim was first posted on X by user @border_watch7 on July 17, 2025.\n\nThe army put out a statement on July 18. {|#0:It denied that soldiers had fled.|}", "2025-07-18", "2025-07-17", "after")]
    [InlineData("The claim was first posted on X by user @border_watch7 on July 17, 2025.\n\nThe army marched on July 18.\n\n{|#0:The army denied that soldiers had fled.|}", "", "2025-07-17", "unknown")]
    public void Days_of_the_sentence_beside_count(string markup, string date, string claimDate, string timing) => new AnalyzerTest<OfficialDenialAnalyzer>
    {
        Markup = markup,
        Date = Published,
        Expected = [new ExpectedDiagnostic("SRC020") { Place = 0 }.With("date", date).With("claimDate", claimDate).With("timing", timing)],
    }.Run();

    [Fact]
    public void A_day_inside_what_is_denied_is_not_the_day_of_the_denial() => new AnalyzerTest<OfficialDenialAnalyzer>
    {
        Markup = "The claim was first posted on X by user @border_watch7 on July 17, 2025.\n\n{|#0:The army denied that soldiers had fled their posts on July 2.|}",
        Date = Published,
        Expected = [new ExpectedDiagnostic("SRC020") { Place = 0 }.With("date", "").With("timing", "unknown")],
    }.Run();

    [Theory]
    [InlineData("{|#0:The ministry denied the bridge report|}, but confirmed that cracks were found.", "partial")]
    [InlineData("The bridge over the river has cracks, a rumour says.\n\n{|#0:The ministry denied that the bridge has cracks.|}", "full")]
    [InlineData("The bridge over the river has cracks, a rumour says.\n\n{|#0:The ministry denied that pensioners would lose free winter tickets.|}", "other")]
    public void Part_of_the_claim_or_something_else_may_be_denied(string markup, string scope) => AnalyzerVerifier.Verify<OfficialDenialAnalyzer>(
        markup,
        new ExpectedDiagnostic("SRC020") { Place = 0 }.With("scope", scope));

    [Fact]
    public void A_denial_in_the_headline_is_not_buried() => AnalyzerVerifier.Verify<BuriedDenialAnalyzer>(
        """
        Army denies soldiers fled their posts

        Soldiers fled their posts in the north, a post said on Friday. It spread within hours. Thousands of people shared it.

        The pictures were old. The north has been quiet since March. Farmers there have begun the harvest.

        The army denied that soldiers had fled.
        """);

    private static TheoryData<string> Corpus(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sourcing", name)).Where(line => line.Length > 0 && line[0] != '#')];
}
