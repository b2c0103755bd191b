using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>The word lists that tell who carries a figure.</summary>
internal sealed class SourcingLexicons(ILexicons lexicons)
{
    private readonly WordList _cues = new(Forms(lexicons, plain => plain != "deed"));

    private readonly WordList _plain = new(Forms(lexicons, plain => plain == "yes"));

    private readonly WordList _deeds = new(Forms(lexicons, plain => plain == "deed"));

    private readonly WordList _unnamed = new(
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] == "unnamed").SelectMany(entry => new[] { entry.Term, entry["plural"].Length > 0 ? entry["plural"] : VerbForms.ThirdPerson(entry.Term) })
            .Concat(lexicons["vague-sources"].Entries.Select(entry => entry.Term).Where(term => !term.Contains(' ', StringComparison.Ordinal))));

    private readonly WordList _houses = new(
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] is "office" or "organisation" or "document" or "poll" or "outlet").SelectMany(entry => new[] { entry.Term, entry["plural"].Length > 0 ? entry["plural"] : VerbForms.ThirdPerson(entry.Term) }));

    private readonly WordList _pronouns = new(
        lexicons["pronouns"].Entries.Select(entry => entry.Term));

    public PhraseTable<string> Vague { get; } = new(lexicons["vague-sources"].Entries, entry => entry.Term);

    public PhraseTable<string> VagueDocuments { get; } = new(lexicons["vague-documents"].Entries, entry => entry.Term);

    /// <summary>True for a word, in any of its forms, whose speaker vouches for a figure.</summary>
    public bool IsCue(ReadOnlySpan<char> word) => _cues.Contains(word);

    /// <summary>True for a word that states or finds, in any of its forms.</summary>
    public bool IsPlainCue(ReadOnlySpan<char> word) => _plain.Contains(word);

    /// <summary>True for a word that opens a phrase of circumstance before a subject: "like", "among".</summary>
    public bool IsSceneOpener(ReadOnlySpan<char> word) => _openers.Contains(word);

    /// <summary>True for a word of promising or ordering, in any of its forms.</summary>
    public bool IsDeed(ReadOnlySpan<char> word) => _deeds.Contains(word);

    /// <summary>True for a word that stands for people whom nobody could find: "insiders", "residents", "some".</summary>
    public bool IsUnnamed(ReadOnlySpan<char> word) => _unnamed.Contains(word);

    /// <summary>True for a noun of an office, an organisation or a document: "police", "ministry", "report".</summary>
    public bool IsHouse(ReadOnlySpan<char> word) => _houses.Contains(word);

    /// <summary>True for a noun of a document whose contents a paragraph goes on to tell: "filing", "audit".</summary>
    public bool IsFile(ReadOnlySpan<char> word) => _files.Contains(word);

    /// <summary>True for a noun of an outlet: "newspaper", "network".</summary>
    public bool IsOutlet(ReadOnlySpan<char> word) => _outlets.Contains(word);

    public PhraseTable<string> Origins { get; } = new(lexicons["figure-origins"].Entries, entry => entry["place"]);

    public bool IsPronoun(ReadOnlySpan<char> words) => _pronouns.Contains(words);

    private readonly WordList _outlets = new(
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] is "outlet").Select(entry => entry.Term));

    private readonly WordList _files = new(
        lexicons["files"].Entries.Select(entry => entry.Term));

    private readonly WordList _openers = new(
        lexicons["scene-openers"].Entries.Select(entry => entry.Term));

    public PhraseTable<string> Anonymity { get; } = new(lexicons["anonymity"].Entries, entry => entry.Term);

    public PhraseTable<string> Tallying { get; } = new(lexicons["tallying-words"].Entries, entry => entry["role"]);

    public PhraseTable<string> Polls { get; } = new(lexicons["poll-words"].Entries, entry => entry.Term);

    public PhraseTable<string> PollsTaken { get; } = new(lexicons["polls-taken"].Entries, entry => entry.Term);

    public PhraseTable<string> PollTalk { get; } = new(lexicons["poll-talk"].Entries, entry => entry["share"]);

    public PhraseTable<string> VotesCast { get; } = new(lexicons["votes-cast"].Entries, entry => entry.Term);

    private static IEnumerable<string> Forms(ILexicons lexicons, Func<string, bool> which)
    {
        var irregular = lexicons["speech-cues"].Entries.Where(entry => entry["forms"].Length > 0).GroupBy(entry => entry.Term).ToDictionary(group => group.Key, group => group.First()["forms"]);
        return lexicons["figure-cues"].Entries.Where(entry => which(entry["plain"])).SelectMany(entry => VerbForms.Of(entry.Term, irregular.GetValueOrDefault(entry.Term, "")));
    }
}
