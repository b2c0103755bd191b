using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Languages;

/// <summary>The lexicons languages and scripts, ready for counting.</summary>
internal sealed class LanguageTable
{
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _byWord;
    private readonly List<ScriptRange> _ranges = [];

    public LanguageTable(Lexicon languages, Lexicon scripts)
    {
        var byWord = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in languages.Entries)
        {
            foreach (var word in entry["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                (byWord.TryGetValue(word, out var list) ? list : byWord[word] = []).Add(Languages.Count);
            }

            Languages.Add(entry.Term);
        }

        foreach (var entry in scripts.Entries)
        {
            _ranges.Add(new ScriptRange(Hex(entry.Term), Hex(entry["last"]), entry["language"], int.Parse(entry["weight"], CultureInfo.InvariantCulture)));
        }

        _byWord = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Codes, in the order of the file.</summary>
    public List<string> Languages { get; } = [];

    public void Count(ReadOnlySpan<char> word, int[] counts)
    {
        if (_byWord.TryGetValue(word, out var languages))
        {
            foreach (var language in languages)
            {
                counts[language]++;
            }
        }
    }

    /// <summary>Counts a letter for the languages of its script; false where the script is not in the lexicon.</summary>
    public bool CountScript(char c, Dictionary<string, int> scripts)
    {
        var isKnown = false;
        foreach (var (first, last, language, weight) in _ranges)
        {
            if (c >= first && c <= last)
            {
                scripts[language] = scripts.GetValueOrDefault(language) + weight;
                isKnown = true;
            }
        }

        return isKnown;
    }

    /// <summary>The language with the highest count; the first in ordinal order of those that are even.</summary>
    public string? Decide(Dictionary<string, int> scripts)
    {
        string? best = null;
        foreach (var (first, _, language, _) in _ranges)
        {
            if (scripts.TryGetValue(language, out var count) && (best is null || count > scripts[best]))
            {
                best = language;
            }
        }

        return best;
    }

    private static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Letters, from the first to the last, that speak for a language.</summary>
    private sealed record ScriptRange(int First, int Last, string Language, int Weight);
}
