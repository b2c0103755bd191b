using System.Runtime.CompilerServices;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Candidates by a whole word of theirs. A hash table with open addressing over spans and a bit set in front of it: most words of
/// a text are no key and are gone after one bit.
/// </summary>
internal sealed class WordTable
{
    private const int FilterBits = 1 << 16;
    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly int[] _slots;
    private readonly uint[] _hashes;
    private readonly int[] _ends;
    private readonly LiteralCandidate[] _candidates;

    /// <param name="candidates">Those whose key is a word.</param>
    public WordTable(List<LiteralCandidate> candidates)
    {
        // Counted, then laid out group by group: a sort of numbers would be compiled at every start.
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(candidates.Count * 2) + 2)];
        _hashes = new uint[candidates.Count];
        _ends = new int[candidates.Count + 1];
        var groupOf = new int[candidates.Count];
        var groups = 0;
        for (var i = 0; i < groupOf.Length; i++)
        {
            groupOf[i] = FindOrAdd(Hash(KeyOf(candidates[i])), ref groups);
            _ends[groupOf[i] + 1]++;
        }

        for (var group = 1; group <= groups; group++)
        {
            _ends[group] += _ends[group - 1];
        }

        _candidates = new LiteralCandidate[candidates.Count];
        var next = new int[groups + 1];
        for (var i = 0; i < groupOf.Length; i++)
        {
            var group = groupOf[i];
            _candidates[_ends[group] + next[group]++] = candidates[i];
        }

        IsEmpty = groups == 0;
    }

    /// <summary>True where there is nothing to find.</summary>
    public bool IsEmpty { get; }

    /// <summary>Start value of a word's hash.</summary>
    public const uint Seed = 2166136261;

    /// <summary>Adds the next character, already folded, to a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, char folded) => (hash ^ folded) * 16777619;

    /// <summary>The candidates whose key has the hash; their text still has to be compared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<LiteralCandidate> Find(uint hash)
    {
        var bit = (hash ^ (hash >> 16)) & (FilterBits - 1);
        return (_filter[bit >> 6] & (1UL << (int)(bit & 63))) == 0 ? [] : FindInTable(hash);
    }

    private ReadOnlySpan<LiteralCandidate> FindInTable(uint hash)
    {
        var group = _slots[SlotOf(hash)] - 1;
        return group < 0 ? [] : _candidates.AsSpan(_ends[group], _ends[group + 1] - _ends[group]);
    }

    private int FindOrAdd(uint hash, ref int groups)
    {
        var slot = SlotOf(hash);
        if (_slots[slot] == 0)
        {
            var bit = (hash ^ (hash >> 16)) & (FilterBits - 1);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            _hashes[groups++] = hash;
            _slots[slot] = groups;
        }

        return _slots[slot] - 1;
    }

    // The slot of a hash, or the free one where it would stand.
    private int SlotOf(uint hash)
    {
        var mask = (uint)_slots.Length - 1;
        var slot = (hash ^ (hash >> 15)) & mask;
        while (_slots[slot] > 0 && _hashes[_slots[slot] - 1] != hash)
        {
            slot = (slot + 1) & mask;
        }

        return (int)slot;
    }

    private static ReadOnlySpan<char> KeyOf(LiteralCandidate candidate) => candidate.Text.AsSpan(candidate.Key.Offset, candidate.Key.Length);

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = Add(hash, WordCharacters.Fold(c));
        }

        return hash;
    }
}
