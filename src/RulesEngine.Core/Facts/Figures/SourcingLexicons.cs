using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>The word lists that tell who carries a figure.</summary>
internal sealed class SourcingLexicons(ILexicons lexicons)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _cues = Forms(lexicons, plainOnly: false).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _plain = Forms(lexicons, plainOnly: true).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _unnamed =
        lexicons["source-nouns"].Entries.Where(entry => entry["kind"] == "unnamed").SelectMany(entry => new[] { entry.Term, entry["plural"].Length > 0 ? entry["plural"] : VerbForms.ThirdPerson(entry.Term) })
            .Concat(lexicons["vague-sources"].Entries.Select(entry => entry.Term).Where(term => !term.Contains(' ', StringComparison.Ordinal)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pronouns =
        lexicons["pronouns"].Entries.Select(entry => entry.Term).ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public PhraseTable<string> Vague { get; } = new(lexicons["vague-sources"].Entries, entry => entry.Term);

    public PhraseTable<string> VagueDocuments { get; } = new(lexicons["vague-documents"].Entries, entry => entry.Term);

    /// <summary>True for a word, in any of its forms, whose speaker vouches for a figure.</summary>
    public bool IsCue(ReadOnlySpan<char> word) => _cues.Contains(word);

    /// <summary>True for a word that states or finds, in any of its forms.</summary>
    public bool IsPlainCue(ReadOnlySpan<char> word) => _plain.Contains(word);

    /// <summary>True for a word that stands for people whom nobody could find: "insiders", "residents", "some".</summary>
    public bool IsUnnamed(ReadOnlySpan<char> word) => _unnamed.Contains(word);

    public PhraseTable<string> Origins { get; } = new(lexicons["figure-origins"].Entries, entry => entry["place"]);

    public bool IsPronoun(ReadOnlySpan<char> words) => _pronouns.Contains(words);

    public PhraseTable<string> Polls { get; } = new(lexicons["poll-words"].Entries, entry => entry.Term);

    public PhraseTable<string> PollTalk { get; } = new(lexicons["poll-talk"].Entries, entry => entry.Term);

    public PhraseTable<string> VotesCast { get; } = new(lexicons["votes-cast"].Entries, entry => entry.Term);

    private static IEnumerable<string> Forms(ILexicons lexicons, bool plainOnly)
    {
        var irregular = lexicons["speech-cues"].Entries.Where(entry => entry["forms"].Length > 0).GroupBy(entry => entry.Term).ToDictionary(group => group.Key, group => group.First()["forms"]);
        return lexicons["figure-cues"].Entries.Where(entry => !plainOnly || entry["plain"] == "yes").SelectMany(entry => VerbForms.Of(entry.Term, irregular.GetValueOrDefault(entry.Term, "")));
    }
}
