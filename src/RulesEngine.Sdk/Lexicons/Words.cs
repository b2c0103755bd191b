using System.Diagnostics;

namespace RulesEngine.Sdk;

/// <summary>
/// Short lists of words of grammar, written as one string with a blank between two: <c>Words.Contains("is are was were", word)</c>.
/// What an editor could want to add to belongs in a lexicon instead.
/// </summary>
public static class Words
{
    private const int Longest = 32;

    /// <summary>True where a list has a word, whatever the case of the word. The list is in lower case.</summary>
    /// <param name="list">Words in lower case, one blank between two.</param>
    /// <param name="word">The characters of one token; false where there are none, or more than 32.</param>
    public static bool Contains(string list, ReadOnlySpan<char> word)
    {
        Debug.Assert(!list.Any(char.IsUpper), "a capital in the list never matches");
        if (word.Length is 0 or > Longest || word.Length > list.Length)
        {
            return false;
        }

        Span<char> lower = stackalloc char[Longest];
        lower = lower[..word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            lower[i] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c < 128 ? c : char.ToLowerInvariant(c);
        }

        return Stands(list, lower);
    }

    private static bool Stands(ReadOnlySpan<char> list, ReadOnlySpan<char> word)
    {
        for (var from = 0; list[from..].IndexOf(word) is var at and >= 0; from += at + 1)
        {
            var start = from + at;
            var end = start + word.Length;
            if ((start == 0 || list[start - 1] == ' ') && (end == list.Length || list[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
