using System.Collections.Frozen;
using RulesEngine.Core.Lexicons;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>Capitals of headlines. The small words stand in the engine's lexicon title-small-words.</summary>
internal static class TitleCase
{
    private static readonly Lazy<FrozenSet<string>> s_associatedPress = new(() => SmallWords("ap"));
    private static readonly Lazy<FrozenSet<string>> s_chicago = new(() => SmallWords("chicago"));

    /// <summary>The text with a capital on each word but the small ones; the first and the last word have one always. Blanks become single.</summary>
    public static string Convert(string text, bool isChicago)
    {
        var small = (isChicago ? s_chicago : s_associatedPress).Value;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var startsPart = i == 0 || i == words.Length - 1 || words[i - 1][^1] is ':' or '.' or '?' or '!' or '—';
            words[i] = !startsPart && small.Contains(words[i].Trim(s_marks)) ? words[i].ToLowerInvariant() : Capitalize(words[i]);
        }

        return string.Join(' ', words);
    }

    private static readonly char[] s_marks = ['"', '\'', '“', '”', '‘', '’', '(', ')', ',', ';', ':', '.', '?', '!'];

    private static string Capitalize(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsLetter(word[i]))
            {
                return word[..i] + char.ToUpperInvariant(word[i]) + word[(i + 1)..];
            }

            if (char.IsDigit(word[i]))
            {
                break;
            }
        }

        return word;
    }

    private static FrozenSet<string> SmallWords(string column) => EmbeddedLexicons.Instance["title-small-words"].Entries
        .Where(entry => entry[column] == "yes")
        .Select(entry => entry.Term)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
