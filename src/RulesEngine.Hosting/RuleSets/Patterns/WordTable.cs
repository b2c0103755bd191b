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
    private readonly Group[] _groups;
    private readonly LiteralCandidate[] _candidates;

    /// <param name="candidates">Those whose key is a word.</param>
    public WordTable(List<LiteralCandidate> candidates)
    {
        // Sorted as one number of hash and place, which needs no code that is compiled at start, and keeps the order of equals.
        var ranks = new long[candidates.Count];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = ((long)Hash(KeyOf(candidates[i])) << 32) | (uint)i;
        }

        Array.Sort(ranks);
        _candidates = new LiteralCandidate[ranks.Length];
        var hashes = new uint[ranks.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            _candidates[i] = candidates[(int)(uint)ranks[i]];
            hashes[i] = (uint)(ranks[i] >> 32);
        }

        _groups = MakeGroups(hashes);
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_groups.Length * 2) + 2)];
        Fill();
    }

    /// <summary>True where there is nothing to find.</summary>
    public bool IsEmpty => _groups.Length == 0;

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
        var mask = (uint)_slots.Length - 1;
        for (var slot = Slot(hash) & mask; _slots[slot] > 0; slot = (slot + 1) & mask)
        {
            var group = _groups[_slots[slot] - 1];
            if (group.Hash == hash)
            {
                return _candidates.AsSpan(group.First, group.Count);
            }
        }

        return [];
    }

    private static Group[] MakeGroups(uint[] hashes)
    {
        var groups = new Group[hashes.Length];
        var count = 0;
        for (var i = 0; i < hashes.Length;)
        {
            var first = i;
            while (i < hashes.Length && hashes[i] == hashes[first])
            {
                i++;
            }

            groups[count++] = new Group(hashes[first], first, i - first);
        }

        return groups[..count];
    }

    private void Fill()
    {
        var mask = (uint)_slots.Length - 1;
        for (var i = 0; i < _groups.Length; i++)
        {
            var hash = _groups[i].Hash;
            var bit = (hash ^ (hash >> 16)) & (FilterBits - 1);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            var slot = Slot(hash) & mask;
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i + 1;
        }
    }

    private static uint Slot(uint hash) => hash ^ (hash >> 15);

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

    private readonly record struct Group(uint Hash, int First, int Count);
}
