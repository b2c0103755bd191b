namespace RulesEngine.Core.Tests.Language;

public sealed class SentenceSplitterTests
{
    // "‖" stands where a sentence is to end.
    [Theory]
    // Marks at the end
    [InlineData("The bridge reopened.‖ Traffic is back to normal.")]
    [InlineData("Who paid for it?‖ Nobody would say.")]
    [InlineData("What a night!‖ The streets were full.")]
    [InlineData("Finally!!‖ It took years.")]
    [InlineData("Really??‖ Who told you?")]
    [InlineData("He won!?‖ Are you sure?")]
    [InlineData("He lost?!‖ Are you sure?")]
    // Abbreviations and initials
    [InlineData("The poem is by Marta E. Lindqvist.")]
    [InlineData("The table is on p. 71 of the report.")]
    [InlineData("Did Ana and co. reach the summit?")]
    [InlineData("They sold it to Harlow, Finch & Co. at dawn.")]
    [InlineData("Call Ana and co.‖ They will help.")]
    [InlineData("They sold it to Harlow, Finch & Co.‖ It went cheap.")]
    [InlineData("You can see Mt. Etna from the pier.")]
    [InlineData("St. Brigid's school is on 9th st. near the mill.")]
    [InlineData("That was Owen Pratt Jr.'s seat.")]
    [InlineData("She toured the U.S.A. last spring.")]
    [InlineData("He lives in the E.U.‖ How about her?")]
    [InlineData("He lives in the U.S.‖ How about her?")]
    [InlineData("He serves the U.S. Congress in Washington.")]
    [InlineData("She spent 12 years in the U.S. for work.")]
    [InlineData("The plant is in the U.S.‖ The owner is not.")]
    [InlineData("On the stage stood Gov. Jay Harmon and Sen. Ruth Vane.")]
    [InlineData("At 7 a.m. Mr. Hale left for the port.‖ He was home by 9 p.m.‖ Mr. Hale then slept.")]
    [InlineData("Polls close at 8 p.m. Eastern on Tuesday.")]
    [InlineData("The match starts at 3 p.m. Saturday.")]
    [InlineData("The talks began on Jan. 5 and ended in Sept. without a deal.")]
    [InlineData("Flight No. 5 was late.")]
    [InlineData("He said no.‖ They went ahead.")]
    [InlineData("You make a fine pair, you and I.‖ Did you meet Karl I. Brandt?")]
    [InlineData("J. R. Ambler and M.J. Stone wrote it.")]
    [InlineData("Prices rose, wages fell, etc.‖ The minister denied it.")]
    [InlineData("Shares of Borealis Inc. fell.‖ Those of Calder Corp. did not.")]
    // Numbers, addresses, names with marks
    [InlineData("It cost $250.00 per head.")]
    [InlineData("It cost $250.00.‖ That was too much.")]
    [InlineData("Growth was 2.5 percent, up from 1.75 percent.")]
    [InlineData("Write to Ida.Moss@example.org.‖ She answers.")]
    [InlineData("See https://www.example.org/a.b/report_2.html.‖ It is long.")]
    [InlineData("Follow @coast_watch.‖ It posts daily.")]
    [InlineData("The grave lies at N°. 2214.118.907.‖ That is the spot.")]
    [InlineData("She was hired by Yahoo! in the spring.")]
    // Quotations and brackets
    [InlineData("He leaned over, 'That is all.' he said.")]
    [InlineData("He leaned over, \"That is all.\" he said.")]
    [InlineData("He leaned over, \"That is all.\"‖ She put the phone down.")]
    [InlineData("“We had no choice,” the mayor said.‖ “The dam was failing.”")]
    [InlineData("“Why now?” asked the mayor.‖ “Why us?”")]
    [InlineData("“Why now?” Harmon asked.‖ Nobody replied.")]
    [InlineData("“We won!” she shouted.")]
    [InlineData("The band (They met at school in 1998.) split last year.")]
    [InlineData("The band split.‖ (Its singer had left.)‖ Fans wept.")]
    [InlineData("He asked: “Is it over?”‖ It was.")]
    // Ellipses
    [InlineData("They never called....‖ The office closed.")]
    [InlineData("I was not sure ... well, I mean...you know . . . what I meant, the point is . . . I did not go.")]
    [InlineData("One habit that grew weaker . . . was that of naming winds. . . .‖ The custom lived on. . . .")]
    [InlineData("She writes that “the sea will seem less wide. . . .”")]
    [InlineData("“Vane [...] compared the two [...]” (Moss 71).")]
    [InlineData("It may be cut and then closed by a full stop . . . .‖ Next comes this.")]
    // Lists, lines, missing blanks
    [InlineData("1.) The first point ‖2.) The second point")]
    [InlineData("1) The first point.‖ 2) The second point.")]
    [InlineData("1. The first point ‖2. The second point")]
    [InlineData("1. The first point.‖ 2. The second point.")]
    [InlineData("• 9. The first point ‖• 10. The second point")]
    [InlineData("⁃9. The first point ‖⁃10. The second point")]
    [InlineData("a. The first point ‖b. The second point ‖c. The third point")]
    [InlineData("The line breaks\nin the middle of it.")]
    [InlineData("It was a long \nwinter on the coast.")]
    [InlineData("The road closed.‖Today it opened.‖Mr. Hale paid 1,000.‖That was a lot.")]
    // Datelines
    [InlineData("OSLO, Norway, Feb. 3 (Northwire) - The strike ended on Monday.‖ Ferries ran again.")]
    [InlineData("PORT VALE — The strike ended.")]
    public void Ends_sentences_where_a_reader_does(string marked)
    {
        var expected = marked.Split('‖', StringSplitOptions.TrimEntries);
        Assert.Equal(expected, Draft.Sentences(marked.Replace("‖", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Never_crosses_a_block() => Assert.Equal(["No mark here", "Nor here"], Draft.Sentences("No mark here", "Nor here"));

    [Fact]
    public void Copes_with_hostile_lines()
    {
        foreach (var line in new[] { new string('.', 300_000), new string('(', 300_000), string.Concat(Enumerable.Repeat(". ", 150_000)), new string('a', 1_000_000), string.Concat(Enumerable.Repeat("a-@b.", 100_000)), new string('"', 300_000) })
        {
            Assert.NotEmpty(Draft.Sentences(line));
        }
    }
}
