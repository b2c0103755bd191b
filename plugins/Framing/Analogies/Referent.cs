using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>A historical person, event, regime or era in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index just after its last token.</param>
/// <param name="Name">What it is called in full.</param>
/// <param name="Load">The kind of feeling that it carries: "war", "atrocity" …; "neutral" for none.</param>
/// <param name="Sense">What else the words can mean.</param>
/// <param name="Entry">Its line in the lexicon; null where it was told from the words ("the 1971 surrender").</param>
internal sealed record Referent(int First, int End, string Name, string Load, ReferentSense Sense, LexiconEntry? Entry = null)
{
    /// <summary>True for history without a load; it is never reported, and it keeps its words from being taken for something else.</summary>
    public bool IsNeutral => Load == "neutral";

    /// <summary>Countries and cities that it belongs to, so that "Ukraine's Chernobyl" is no comparison.</summary>
    public string Where => Entry?["where"] ?? "";
}

/// <summary>What else the words of a referent can mean; the column "sense" of historical-events.tsv.</summary>
internal enum ReferentSense
{
    /// <summary>Nothing else: "Watergate", "the Holocaust".</summary>
    Plain,

    /// <summary>A person of history.</summary>
    Person,

    /// <summary>A place that is in the news for other reasons too: "Munich", "Vietnam".</summary>
    Place,

    /// <summary>A country or region in the news every day; only "another Syria" and the like compare with it.</summary>
    Country,

    /// <summary>A word or name of everyday copy: "Partition", "Lehman".</summary>
    Name,

    /// <summary>A common noun for a thing that exists today: "slavery".</summary>
    Common,

    /// <summary>People or a state that copy mentions as such: "Nazis", "Soviet".</summary>
    Group,

    /// <summary>A byword: applied to the present with an article alone ("a Stalinist loyalty test").</summary>
    Epithet,

    /// <summary>A comparison by itself, of the kind recurrence: "World War III".</summary>
    Recurrence,

    /// <summary>A comparison by itself, of the kind epithet: "vaccine apartheid".</summary>
    Figure,

    /// <summary>A year.</summary>
    Year,
}
