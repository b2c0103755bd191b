using RulesEngine.Core.Lexicons;

namespace RulesEngine.Core.Language;

/// <summary>A lexicon of the tokenizer as a set that answers for spans of text without a copy. Without regard to case.</summary>
internal sealed class WordList
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _terms;

    private WordList(IEnumerable<string> terms) =>
        _terms = new HashSet<string>(terms, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a lexicon when it is first needed.</summary>
    public static Lazy<WordList> Load(string name) =>
        new(() => new WordList(EmbeddedLexicons.Instance[name].Entries.Select(entry => entry.Term)));

    /// <summary>True where the list has the word.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _terms.Contains(word);
}
