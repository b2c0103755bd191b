using RulesEngine.Documents.Building;
using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Languages;

/// <summary>
/// Tells the language of a draft: by its script where that decides, else by its most frequent small words. Meant to name a draft
/// that is not English, not to tell all languages apart.
/// </summary>
internal static class LanguageDetector
{
    private const int MaxWords = 400;
    private const int MinWords = 12;
    private const int MinLetters = 40;
    private const double MinShare = 0.1;

    private static readonly Lazy<LanguageTable> Table = new(() => new LanguageTable(DocumentLexicons.Read("languages"), DocumentLexicons.Read("scripts")));

    /// <summary>BCP 47 code, or null where there is too little text or nothing decides.</summary>
    public static string? Detect(string text, List<DraftBlock> blocks)
    {
        var table = Table.Value;
        var counts = new int[table.Languages.Count];
        int words = 0, letters = 0, otherScript = 0;
        var scripts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.IsFurniture || block.Kind == BlockKind.Code)
            {
                continue;
            }

            words += CountWords(block.TextIn(text), table, counts);
            CountScripts(block.TextIn(text), table, scripts, ref letters, ref otherScript);
            if (words >= MaxWords)
            {
                break;
            }
        }

        return otherScript * 2 > letters && letters >= MinLetters ? table.Decide(scripts)
            : words < MinWords ? null
            : Best(table, counts, words);
    }

    private static string? Best(LanguageTable table, int[] counts, int words)
    {
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return counts[best] >= words * MinShare ? table.Languages[best] : null;
    }

    private static int CountWords(ReadOnlySpan<char> text, LanguageTable table, int[] counts)
    {
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words++;
                table.Count(text[at..end], counts);
            }

            at = end + 1;
        }

        return words;
    }

    private static void CountScripts(ReadOnlySpan<char> text, LanguageTable table, Dictionary<string, int> scripts, ref int letters, ref int otherScript)
    {
        foreach (var c in text)
        {
            if (c < 0x370)
            {
                letters += char.IsLetter(c) ? 1 : 0;
                continue;
            }

            if (char.IsLetter(c))
            {
                letters++;
                otherScript += table.CountScript(c, scripts) ? 1 : 0;
            }
        }
    }
}
