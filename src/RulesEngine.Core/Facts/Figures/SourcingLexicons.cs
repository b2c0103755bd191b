using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>The word lists that tell who carries a figure.</summary>
internal sealed class SourcingLexicons(ILexicons lexicons)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _cues = Forms(lexicons, plain => plain != "deed").ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _plain = Forms(lexicons, plain => plain == "yes").ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _deeds = Forms(lexicons, plain => plain == "deed").ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _unnamed =
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] == "unnamed").SelectMany(entry => new[] { entry.Term, entry["plural"].Length > 0 ? entry["plural"] : VerbForms.ThirdPerson(entry.Term) })
            .Concat(lexicons["vague-sources"].Entries.Select(entry => entry.Term).Where(term => !term.Contains(' ', StringComparison.Ordinal)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _houses =
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] is "office" or "organisation" or "document" or "poll" or "outlet").SelectMany(entry => new[] { entry.Term, entry["plural"].Length > 0 ? entry["plural"] : VerbForms.ThirdPerson(entry.Term) })
            .ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pronouns =
        lexicons["pronouns"].Entries.Select(entry => entry.Term).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _outlets =
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] is "outlet").Select(entry => entry.Term).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _files =
        lexicons["files"].Entries.Select(entry => entry.Term).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers =
        lexicons["scene-openers"].Entries.Select(entry => entry.Term).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

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
