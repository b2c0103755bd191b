using System.Numerics;

namespace RulesEngine.Sdk;

/// <summary>
/// Tells from four numbers of a word that a list does not have it: its length, two first letters and the last one. Nearly all
/// words of an article are in none of the lists, and hashing each of them whole for each list was a tenth of a run.
/// </summary>
internal sealed class WordFilter
{
    private const int BitsPerWord = 16;
    private readonly ulong[] _bits;

    /// <param name="words">Number of words that will be added.</param>
    public WordFilter(int words) => _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(words * BitsPerWord, 64)) / 64];

    /// <summary>Adds a word; case does not count.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var place = KeyOf(word);
        _bits[(place >> 6) & (uint)(_bits.Length - 1)] |= 1UL << (int)(place & 63);
    }

    /// <summary>False where the word was not added; true may be wrong.</summary>
    public bool MayHave(ReadOnlySpan<char> word) => MayHave(KeyOf(word));

    /// <summary>False where no word with this key was added; true may be wrong.</summary>
    public bool MayHave(uint key) => (_bits[(key >> 6) & (uint)(_bits.Length - 1)] & (1UL << (int)(key & 63))) != 0;

    /// <summary>What every filter asks of a word; the same in any case.</summary>
    public static uint KeyOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return 0;
        }

        var second = word.Length > 1 ? Fold(word[1]) : 0;
        return ((((((Fold(word[0]) * 37) + second) * 37) + Fold(word[^1])) * 37) + (uint)word.Length) * 0x9E3779B1u >> 12;
    }

    // One value for all letters outside ASCII: their pairs of cases are far apart.
    private static uint Fold(char c) => c < 128 ? c | 0x20u : 128u;
}
