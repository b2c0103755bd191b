using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Nouns of sources, outlets and honorifics. Immutable.</summary>
internal sealed class SourceLexicon
{
    private readonly WordNumbers _nouns = new(1024);
    private readonly WordList _honorifics, _polls, _partitives;
    private readonly WordNumbers _pronouns = new(64);
    private readonly PhraseMatcher _outlets;

    /// <summary>Reads the lexicons <c>source-nouns</c>, <c>outlets</c>, <c>pronouns</c> and <c>honorifics</c>.</summary>
    /// <exception cref="FormatException">A kind that there is not; the message names the term.</exception>
    public SourceLexicon(ILexicons lexicons)
    {
        var (polls, partitives) = (new List<string>(), new List<string>());
        foreach (var entry in lexicons["source-nouns"].Entries)
        {
            if (entry["kind"] == "partitive")
            {
                partitives.Add(entry.Term);
                continue;
            }

            if (entry["kind"] == "poll")
            {
                AddNoun(entry, SourceKind.Document);
                polls.Add(entry.Term);
                polls.Add(VerbForms.ThirdPerson(entry.Term));
                continue;
            }

            if (entry["kind"] == "people")
            {
                AddNoun(entry, SourceKind.Unnamed);
                continue;
            }

            if (!Enum.TryParse<SourceKind>(entry["kind"], ignoreCase: true, out var kind))
            {
                throw new FormatException($"lexicon source-nouns, '{entry.Term}': no kind '{entry["kind"]}'; there are partitive, people, poll, {string.Join(", ", Enum.GetNames<SourceKind>())}");
            }

            AddNoun(entry, kind);
        }

        foreach (var entry in lexicons["pronouns"].Entries)
        {
            _pronouns.Set(entry.Term, Enum.TryParse<PronounClass>(entry["class"], ignoreCase: true, out var pronoun)
                ? (int)pronoun
                : throw new FormatException($"lexicon pronouns, '{entry.Term}': no class '{entry["class"]}'; there are {string.Join(", ", Enum.GetNames<PronounClass>())}"));
        }

        _outlets = PhraseMatcher.Create(lexicons["outlets"], aliasColumn: "aliases");
        _polls = new WordList(polls);
        _partitives = new WordList(partitives);
        _honorifics = new WordList(lexicons["honorifics"].Entries.Select(entry => entry.Term));
    }

    /// <summary>What a noun says of its bearer; null for nouns that are not listed.</summary>
    public SourceKind? KindOf(ReadOnlySpan<char> noun) => (SourceKind?)_nouns.Find(noun);

    /// <summary>What a pronoun can stand for; null for other words.</summary>
    public PronounClass? PronounOf(ReadOnlySpan<char> word) => (PronounClass?)_pronouns.Find(word);

    /// <summary>True for "Mr.", "Sen.", "Professor".</summary>
    public bool IsHonorific(ReadOnlySpan<char> word) => _honorifics.Contains(word);

    /// <summary>True for "one", "group", "majority" before "of".</summary>
    public bool IsPartitive(ReadOnlySpan<char> word) => _partitives.Contains(word);

    /// <summary>True for "poll", "survey".</summary>
    public bool IsPoll(ReadOnlySpan<char> noun) => _polls.Contains(noun);

    /// <summary>True where the name of a news outlet starts at a token.</summary>
    public bool MatchOutlet(ArticleFacts facts, int token, int end) =>
        _outlets.MatchAt(facts, token, end) is { } match && char.IsUpper(facts.Article.Text[facts.Tokens[match.FirstToken + match.TokenCount - 1].Start]);

    private void AddNoun(LexiconEntry entry, SourceKind kind)
    {
        _nouns.Set(entry.Term, (int)kind);
        _nouns.Set(entry["plural"] is { Length: > 0 } plural ? plural : VerbForms.ThirdPerson(entry.Term), (int)kind);
    }
}
