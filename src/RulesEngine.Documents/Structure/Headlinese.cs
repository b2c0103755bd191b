using RulesEngine.Documents.Lexicons;

namespace RulesEngine.Documents.Structure;

/// <summary>
/// The grammar of headlines leaves articles and auxiliaries out ("Virginia governor restores voting rights to felons."); a
/// sentence of that length hardly does without. The words are the lexicon sentence-words.
/// </summary>
internal static class Headlinese
{
    private static readonly Lazy<HashSet<string>> Words = new(() =>
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in DocumentLexicons.Read("sentence-words").Entries)
        {
            words.Add(entry.Term);
        }

        return words;
    });

    /// <summary>True where no word of a full sentence is in the line.</summary>
    public static bool Fits(ReadOnlySpan<char> line)
    {
        var lookup = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in line.Split(' '))
        {
            if (lookup.Contains(line[range].Trim(".,;:!?\"'“”‘’()")))
            {
                return false;
            }
        }

        return line[0] is not ('"' or '“');
    }
}
