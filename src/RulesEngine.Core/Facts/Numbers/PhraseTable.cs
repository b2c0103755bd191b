using System.Collections.Frozen;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Finds phrases of a lexicon in pieces, longest first, without regard to case. Immutable.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _byFirst;
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _byLast;

    public PhraseTable(IEnumerable<(string Term, T Value)> entries)
    {
        var phrases = entries.Select(entry => new Phrase(Cut(entry.Term), entry.Term, entry.Value)).ToList();
        _byFirst = Index(phrases, phrase => phrase.Words[0]);
        _byLast = Index(phrases, phrase => phrase.Words[^1]);
    }

    /// <summary>The longest phrase that starts at a piece.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="start">Index of its first piece.</param>
    /// <param name="value">What the lexicon says of it.</param>
    /// <param name="end">Index just after its last piece.</param>
    /// <param name="sameCase">True where capitals have to agree.</param>
    public bool TryMatch(Pieces pieces, int start, out T value, out int end, bool sameCase = false)
    {
        if (pieces.Has(start) && _byFirst.TryGetValue(pieces.Word(start), out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (phrase.StandsAt(pieces, start, sameCase))
                {
                    (value, end) = (phrase.Value, start + phrase.Words.Length);
                    return true;
                }
            }
        }

        (value, end) = (default!, start);
        return false;
    }

    /// <summary>The longest phrase that ends just before a piece; <paramref name="start"/> is its first piece.</summary>
    public bool TryMatchBefore(Pieces pieces, int end, out T value, out int start, bool sameCase = false)
    {
        if (pieces.Has(end - 1) && _byLast.TryGetValue(pieces.Word(end - 1), out var phrases))
        {
            foreach (var phrase in phrases)
            {
                start = end - phrase.Words.Length;
                if (start >= 0 && phrase.StandsAt(pieces, start, sameCase))
                {
                    value = phrase.Value;
                    return true;
                }
            }
        }

        (value, start) = (default!, end);
        return false;
    }

    private static FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> Index(List<Phrase> phrases, Func<Phrase, string> key) =>
        phrases.GroupBy(key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static string[] Cut(string term)
    {
        var pieces = new List<Piece>();
        PieceReader.Cut(term, 0, term.Length, pieces);
        return [.. pieces.Select(piece => term[piece.Start..piece.End])];
    }

    private sealed record Phrase(string[] Words, string Term, T Value)
    {
        public bool StandsAt(Pieces pieces, int start, bool sameCase)
        {
            var comparison = sameCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            for (var i = 0; i < Words.Length; i++)
            {
                if (!Same(pieces.Word(start + i), Words[i], comparison))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool Same(ReadOnlySpan<char> piece, string word, StringComparison comparison) =>
            piece.Equals(word, comparison) || (word == "'" && piece is "’");
    }
}
