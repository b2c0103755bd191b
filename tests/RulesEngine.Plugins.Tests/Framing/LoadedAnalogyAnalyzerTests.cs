using System.Collections.Immutable;
using RulesEngine.Plugins.Framing;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.Framing;

public sealed class LoadedAnalogyAnalyzerTests
{
    public static TheoryData<string> Analogies => Corpus("analogies.txt");

    public static TheoryData<string> Mentions => Corpus("mentions.txt");

    [Fact]
    public void Examples_hold() => AnalyzerVerifier.VerifyExamples<LoadedAnalogyAnalyzer>();

    [Theory]
    [MemberData(nameof(Analogies))]
    public void A_comparison_with_loaded_history_is_flagged(string markup)
    {
        Assert.Contains("[|", markup, StringComparison.Ordinal);
        AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(markup);
    }

    [Theory]
    [MemberData(nameof(Mentions))]
    public void A_mention_of_history_is_not(string draft) => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(draft);

    [Theory]
    [InlineData("The strike was {|#0:another Pearl Harbor|} and a surprise.", "Pearl Harbor", "recurrence")]
    [InlineData("The archive is {|#0:a Stasi|} for the smartphone age.", "Stasi", "epithet")]
    [InlineData("The press office was slow to deny {|#0:Bendgate|}.", "Watergate", "coinage")]
    public void Reference_and_kind_are_kept(string markup, string reference, string kind) => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        markup,
        new ExpectedDiagnostic("FRM001") { Place = 0 }.With("reference", reference).With("kind", kind));

    [Fact]
    public void Quoted_words_are_attributed() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        "\"This is {|#0:our Chernobyl|},\" said Maria Lopez, the plant's chief engineer.",
        new ExpectedDiagnostic("FRM001") { Place = 0 }.With("voice", "attributed").With("load", "catastrophe"));

    [Fact]
    public void The_article_speaks_for_itself() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        "The spill is {|#0:another Chernobyl|}.",
        new ExpectedDiagnostic("FRM001") { Place = 0 }.With("voice", "article"));

    [Fact]
    public void A_headline_leans_on_an_event_that_the_body_dates() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        """
        Garrison Faces [|Another Surrender|]

        Soldiers at the northern fort laid down their rifles on Monday, two officers said, and the road to the coast is open.

        The country still speaks of the 1958 surrender of the same fort, which ended the rule of the governor.
        """);

    [Fact]
    public void A_headline_without_such_an_event_does_not() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        """
        Garrison Faces Another Surrender

        Soldiers at the northern fort laid down their rifles on Monday, two officers said, and the road to the coast is open.

        A first group gave up on Friday.
        """);

    [Theory]
    [InlineData("Garrison [|Surrenders Again|]", "His grandfather surrendered the same fort in 1958, and the family left the country.")]
    [InlineData("Is This [|Another 1958|]?", "His grandfather surrendered the same fort in 1958, and the family left the country.")]
    [InlineData("On the Coast, [|Echoes of 1976|]", "Older residents remember the Soweto uprising and the funerals that followed.")]
    [InlineData("[|History Repeats Itself as Fort Surrenders|]", "The 1958 surrender at the fort is taught in every school.")]
    [InlineData("Officers Speak of [|the Ghosts of 1958|]", "The massacre of 1958 is taught in every school.")]
    public void A_headline_leans_on_what_the_body_tells(string headline, string history) =>
        AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>($"{headline}\n\nSoldiers laid down their rifles on Monday, two officers said.\n\n{history}\n");

    [Theory]
    [InlineData("Is This Another 1958?", "The firm was founded in 1958 by two brothers.")]
    [InlineData("Echoes of 1976 at the Opera", "The tenor sang the part in 1976, and the audience wept.")]
    [InlineData("New 1976 Vintage Is Sold", "Older residents remember the Soweto uprising and the funerals that followed.")]
    public void A_year_that_nothing_loads_is_a_year(string headline, string history) =>
        AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>($"{headline}\n\nThe news was read on Monday, two officials said.\n\n{history}\n");

    [Theory]
    [InlineData("Depositors fear [|a second Meriba|] as lender shuts", "Meriba Bank failed in 1995 and took the savings of a generation.")]
    [InlineData("[|Torupur again|]: infants are sent home", "In 2017 more than 60 children died in Torupur when a contractor stopped his deliveries.")]
    [InlineData("\"It is [|Meriba with an app|],\" a tailor said", "Meriba Bank failed in 1995 and took the savings of a generation.")]
    public void A_name_in_no_list_leans_on_what_the_article_tells_of_it(string headline, string history) =>
        AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>($"{headline}\n\nThe news was read on Monday, two officials said.\n\n{history}\n");

    [Fact]
    public void A_name_of_which_the_article_tells_nothing_is_a_name() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        "Torupur again: trains run late\n\nThe line was opened in 2017.\n");

    [Fact]
    public void A_comparison_is_reported_once_where_two_sentences_draw_it() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        "The raid was [|another Sharpeville|], the bishop said. History is repeating itself.");

    [Fact]
    public void The_message_names_the_event_and_not_its_document() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        "Some users drew {|#0:comparisons to the 1971 surrender|} at the old fort.",
        new ExpectedDiagnostic("FRM001") { Place = 0 }.With("reference", "surrender of 1971"));

    [Fact]
    public void A_coinage_is_flagged_where_it_stands_first() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(
        "The committee met to discuss [|Pastygate|]. The minister said that Pastygate was over.");

    [Fact]
    public void An_editor_adds_an_event_without_code()
    {
        const string Draft = "The planners of the dam have learned nothing from the valley, and the delta is [|another Okondo|].";
        Assert.Throws<VerificationException>(() => AnalyzerVerifier.Verify<LoadedAnalogyAnalyzer>(Draft));

        new AnalyzerTest<LoadedAnalogyAnalyzer>
        {
            Markup = Draft,
            Lexicons = ImmutableDictionary<string, LexiconChange>.Empty.Add("historical-events", new LexiconChange(["Okondo"], [])),
        }.Run();
    }

    [Fact]
    public void An_editor_takes_an_event_away() => new AnalyzerTest<LoadedAnalogyAnalyzer>
    {
        Markup = "The bridge is another Titanic.",
        Lexicons = ImmutableDictionary<string, LexiconChange>.Empty.Add("historical-events", new LexiconChange([], ["Titanic"])),
    }.Run();

    private static TheoryData<string> Corpus(string name)
    {
        var lines = new TheoryData<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Framing", name)))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
