using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Candidates that may stand inside a word or hold none ("utiliz", "--"), by their first two characters; single characters by
/// themselves.
/// </summary>
internal sealed class StretchTable
{
    private readonly ulong[] _filter = new ulong[1024];

    // By both characters folded, or by one; signed, because that dictionary comes compiled ahead with the framework.
    private readonly Dictionary<int, List<LiteralCandidate>> _byKey = [];

    /// <param name="candidates">Those whose key is no word.</param>
    public StretchTable(List<LiteralCandidate> candidates)
    {
        var singles = new StringBuilder();
        foreach (var candidate in candidates)
        {
            var key = KeyOf(candidate.Text);
            if (!_byKey.TryGetValue(key, out var same))
            {
                _byKey[key] = same = [];
            }

            same.Add(candidate);
            if (candidate.Text.Length == 1)
            {
                singles.Append((char)key).Append(char.ToUpperInvariant((char)key));
            }
            else
            {
                HasNoPairs = false;
                var bit = Bit((uint)key);
                _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            }
        }

        HasNoSingles = singles.Length == 0;
        Singles = SearchValues.Create(singles.ToString());
    }

    /// <summary>True where no candidate has two characters or more.</summary>
    public bool HasNoPairs { get; } = true;

    /// <summary>True where no candidate is a single character.</summary>
    public bool HasNoSingles { get; }

    /// <summary>The single characters, in upper and lower case.</summary>
    public SearchValues<char> Singles { get; }

    /// <summary>Candidates that begin with two characters (folded).</summary>
    public ReadOnlySpan<LiteralCandidate> Find(char first, char second)
    {
        var pair = ((uint)first << 16) | second;
        var bit = Bit(pair);
        return (_filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0 && _byKey.TryGetValue((int)pair, out var found) ? CollectionsMarshal.AsSpan(found) : [];
    }

    /// <summary>Candidates that are one character (folded).</summary>
    public ReadOnlySpan<LiteralCandidate> Find(char single) => _byKey.TryGetValue(single, out var found) ? CollectionsMarshal.AsSpan(found) : [];

    private static int KeyOf(string text) => text.Length == 1 ? WordCharacters.Fold(text[0]) : (WordCharacters.Fold(text[0]) << 16) | WordCharacters.Fold(text[1]);

    private static uint Bit(uint pair) => ((pair >> 16) * 251 ^ pair * 31) & 0xFFFF;
}
