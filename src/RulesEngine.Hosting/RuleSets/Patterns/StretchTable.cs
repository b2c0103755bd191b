using System.Buffers;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Candidates that may stand inside a word or hold none ("utiliz", "--"), by their first two characters; single characters by
/// themselves.
/// </summary>
internal sealed class StretchTable
{
    private readonly ulong[] _filter = new ulong[1024];
    private readonly Dictionary<uint, LiteralCandidate[]> _byPair;
    private readonly Dictionary<char, LiteralCandidate[]> _bySingle;

    /// <param name="candidates">Those whose key is no word.</param>
    public StretchTable(List<LiteralCandidate> candidates)
    {
        _byPair = candidates.Where(candidate => candidate.Text.Length > 1)
            .GroupBy(candidate => Pair(candidate.Text[0], candidate.Text[1]))
            .ToDictionary(group => group.Key, group => group.ToArray());
        _bySingle = candidates.Where(candidate => candidate.Text.Length == 1)
            .GroupBy(candidate => WordCharacters.Fold(candidate.Text[0]))
            .ToDictionary(group => group.Key, group => group.ToArray());
        Singles = SearchValues.Create([.. _bySingle.Keys.SelectMany(c => new[] { c, char.ToUpperInvariant(c) }).Distinct()]);
        foreach (var pair in _byPair.Keys)
        {
            var bit = Bit(pair);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>True where no candidate has two characters or more.</summary>
    public bool HasNoPairs => _byPair.Count == 0;

    /// <summary>True where no candidate is a single character.</summary>
    public bool HasNoSingles => _bySingle.Count == 0;

    /// <summary>The single characters, in upper and lower case.</summary>
    public SearchValues<char> Singles { get; }

    /// <summary>Candidates that begin with two characters (folded).</summary>
    public ReadOnlySpan<LiteralCandidate> Find(char first, char second)
    {
        var pair = ((uint)first << 16) | second;
        var bit = Bit(pair);
        return (_filter[bit >> 6] & (1UL << (int)(bit & 63))) != 0 && _byPair.TryGetValue(pair, out var found) ? found : [];
    }

    /// <summary>Candidates that are one character (folded).</summary>
    public ReadOnlySpan<LiteralCandidate> Find(char single) => _bySingle.TryGetValue(single, out var found) ? found : [];

    private static uint Pair(char first, char second) => ((uint)WordCharacters.Fold(first) << 16) | WordCharacters.Fold(second);

    private static uint Bit(uint pair) => ((pair >> 16) * 251 ^ pair * 31) & 0xFFFF;
}
