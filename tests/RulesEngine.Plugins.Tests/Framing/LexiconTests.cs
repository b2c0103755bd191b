using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Tests.Framing;

public sealed class LexiconTests
{
    private static readonly string[] Loads =
        ["war", "defeat", "atrocity", "genocide", "terror", "dictatorship", "slavery", "scandal", "catastrophe", "persecution", "neutral"];

    [Fact]
    public void Every_event_has_a_load_that_the_rule_knows() =>
        Assert.Empty(Read("historical-events").Entries.Where(entry => !Loads.Contains(entry["load"])).Select(entry => entry.Term));

    [Fact]
    public void Every_loaded_event_says_since_when_unless_it_is_a_common_noun() =>
        Assert.Empty(Read("historical-events").Entries
            .Where(entry => entry["year"].Length == 0 && entry["load"] != "neutral" && entry["sense"] is not ("common" or "figure" or "epithet" or "recurrence" or "year" or "group" or "name"))
            .Select(entry => entry.Term));

    [Theory]
    [InlineData("historical-events", "aliases")]
    [InlineData("comparison-cues", "forms")]
    [InlineData("loaded-words", "forms")]
    [InlineData("mention-marks", "forms")]
    [InlineData("coinage-exceptions", "")]
    public void No_name_stands_twice(string lexicon, string aliasColumn)
    {
        var names = Read(lexicon).Entries
            .SelectMany(entry => entry[aliasColumn].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(entry.Term));

        // Events are told apart by capitals ("Holocaust", "holocaust"); the other lists are not.
        var comparer = lexicon == "historical-events" ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        Assert.Empty(names.GroupBy(name => name, comparer).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData("comparison-cues", "kind", "comparison", "epithet", "recurrence", "coinage", "superlative", "contrast")]
    [InlineData("loaded-words", "role", "event", "harm", "past", "averting", "bright", "bleak")]
    [InlineData("mention-marks", "side", "after", "before", "span", "portrait", "memory")]
    public void Columns_hold_known_words(string lexicon, string column, params string[] known) =>
        Assert.Empty(Read(lexicon).Entries.Where(entry => !known.Contains(entry[column])).Select(entry => entry.Term));

    private static Lexicon Read(string name) =>
        Lexicon.Parse(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "lexicons", name + ".tsv")));
}
