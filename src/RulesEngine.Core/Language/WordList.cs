using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// Words as a set that answers for spans of text without a copy, without regard to case. A dictionary underneath: the runtime has
/// the code to ask one for spans, and would compile that of a set at every start.
/// </summary>
internal sealed class WordList
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly WordFilter _filter;

    public WordList(IEnumerable<string> words)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            known[word] = word;
        }

        _words = known.GetAlternateLookup<ReadOnlySpan<char>>();
        _filter = new WordFilter(known.Count);
        foreach (var word in known.Keys)
        {
            _filter.Add(word);
        }
    }

    /// <summary>Reads a lexicon when it is first needed.</summary>
    public static Lazy<WordList> Load(string name) =>
        new(() => new WordList(EmbeddedLexicons.Instance[name].Entries.Select(entry => entry.Term)));

    /// <summary>True where the list has the word.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _filter.MayHave(word) && _words.ContainsKey(word);
}
