using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Finds phrases of a lexicon in pieces, longest first, without regard to case. Immutable.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _byFirst;
    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _byLast;
    private readonly WordFilter _firsts, _lasts;

    /// <param name="entries">The phrases.</param>
    /// <param name="value">What an entry says of its phrase.</param>
    public PhraseTable(IEnumerable<LexiconEntry> entries, Func<LexiconEntry, T> value)
    {
        var (byFirst, byLast) = (new Dictionary<string, List<Phrase>>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, List<Phrase>>(StringComparer.OrdinalIgnoreCase));
        foreach (var entry in entries)
        {
            var phrase = new Phrase(Cut(entry.Term), entry.Term, value(entry));
            Add(byFirst, phrase.Words[0], phrase);
            Add(byLast, phrase.Words[^1], phrase);
        }

        (_firsts, _lasts) = (FilterOf(byFirst), FilterOf(byLast));
        _byFirst = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        _byLast = byLast.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest phrase that starts at a piece.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="start">Index of its first piece.</param>
    /// <param name="value">What the lexicon says of it.</param>
    /// <param name="end">Index just after its last piece.</param>
    /// <param name="sameCase">True where capitals have to agree.</param>
    public bool TryMatch(Pieces pieces, int start, out T value, out int end, bool sameCase = false)
    {
        if (pieces.Has(start) && _firsts.MayHave(pieces[start].Key) && _byFirst.TryGetValue(pieces.Word(start), out var phrases))
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
        if (pieces.Has(end - 1) && _lasts.MayHave(pieces[end - 1].Key) && _byLast.TryGetValue(pieces.Word(end - 1), out var phrases))
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

    /// <summary>Adds the first word of every phrase.</summary>
    public void AddFirstWordsTo(WordFilter filter) => AddTo(filter, _byFirst.Dictionary);

    private static WordFilter FilterOf(Dictionary<string, List<Phrase>> index)
    {
        var filter = new WordFilter(index.Count);
        AddTo(filter, index);
        return filter;
    }

    private static void AddTo(WordFilter filter, Dictionary<string, List<Phrase>> index)
    {
        foreach (var word in index.Keys)
        {
            filter.Add(word);
        }
    }

    /// <summary>Longest first; of two of the same length, the earlier one.</summary>
    private static void Add(Dictionary<string, List<Phrase>> index, string word, Phrase phrase)
    {
        if (!index.TryGetValue(word, out var phrases))
        {
            index[word] = phrases = [];
        }

        var at = phrases.Count;
        while (at > 0 && phrases[at - 1].Words.Length < phrase.Words.Length)
        {
            at--;
        }

        phrases.Insert(at, phrase);
    }

    private static string[] Cut(string term)
    {
        var pieces = new ValueList<Piece>();
        PieceReader.Cut(term, 0, term.Length, pieces);
        var words = new string[pieces.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = term[pieces[i].Start..pieces[i].End];
        }

        return words;
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
