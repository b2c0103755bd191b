using System.Numerics;

namespace RulesEngine.Sdk;

/// <summary>
/// Tells from the key of a word that a list does not have it. Nearly all words of an article are in none of the lists, and hashing
/// each of them anew for each list was a tenth of a run.
/// </summary>
internal sealed class WordFilter
{
    private const int BitsPerWord = 16;
    private readonly ulong[] _bits;

    /// <param name="words">Number of words that will be added.</param>
    public WordFilter(int words) => _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(words * BitsPerWord, 64)) / 64];

    /// <summary>Adds a word; case does not count.</summary>
    public void Add(ReadOnlySpan<char> word) => Add(KeyOf(word));

    /// <summary>Adds a word by its key.</summary>
    public void Add(uint key) => _bits[(key >> 6) & (uint)(_bits.Length - 1)] |= 1UL << (int)(key & 63);

    /// <summary>False where the word was not added; true may be wrong.</summary>
    public bool MayHave(ReadOnlySpan<char> word) => MayHave(KeyOf(word));

    /// <summary>False where no word with this key was added; true may be wrong.</summary>
    public bool MayHave(uint key) => (_bits[(key >> 6) & (uint)(_bits.Length - 1)] & (1UL << (int)(key & 63))) != 0;

    /// <summary>What every filter and <see cref="PhraseMatcher"/> ask of a word: a hash of its letters, the same in any case; 0 for no word only.</summary>
    public static uint KeyOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return 0;
        }

        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ Fold(c)) * 16777619u;
        }

        hash ^= hash >> 15;
        return hash == 0 ? 1 : hash;
    }

    // One value for all letters outside ASCII would give all words of another script the same few keys. Of a pair of surrogates
    // only the second differs by case.
    private static uint Fold(char c) => c < 128 ? c | 0x20u : char.IsLowSurrogate(c) ? 128u : char.ToUpperInvariant(c);
}
