using System.Collections.Immutable;
using System.Numerics;

namespace RulesEngine.Sdk;

/// <summary>
/// Finds the phrases of a lexicon in the tokens of an article, longest first, without regard to case, kind of apostrophe or
/// spacing. Immutable; build it once, in <see cref="ArticleAnalyzer.Initialize"/>.
/// </summary>
public sealed class PhraseMatcher
{
    private readonly FirstWords _firstWords;
    private readonly WordFilter _filter;
    private readonly bool _byLemma;

    private PhraseMatcher(FirstWords firstWords, bool byLemma)
    {
        _firstWords = firstWords;
        _filter = firstWords.ToFilter();
        _byLemma = byLemma;
    }

    /// <summary>A matcher for the terms of a lexicon.</summary>
    /// <param name="lexicon">Terms are split at blanks, and at the places where tokens are split (hyphens, clitics).</param>
    /// <param name="byLemma">True to compare dictionary forms, so that "deny" finds "denied" and "denying".</param>
    /// <param name="aliasColumn">A column with further terms, separated by <c>|</c>; null for none.</param>
    public static PhraseMatcher Create(Lexicon lexicon, bool byLemma = false, string? aliasColumn = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var phrases = new FirstWords(lexicon.Entries.Length);
        foreach (var entry in lexicon.Entries)
        {
            Add(phrases, entry.Term, entry);
            if (aliasColumn is not null)
            {
                foreach (var alias in entry[aliasColumn].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    Add(phrases, alias, entry);
                }
            }
        }

        return new PhraseMatcher(phrases, byLemma);
    }

    /// <summary>The longest phrase that starts at a token, or null.</summary>
    /// <param name="facts">Tokens, and lemmas where the matcher compares them.</param>
    /// <param name="tokenIndex">Where it is to start.</param>
    /// <param name="endToken">Where it has to end at the latest (exclusive).</param>
    public PhraseMatch? MatchAt(ArticleFacts facts, int tokenIndex, int endToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lemma = _byLemma ? facts.GetLemma(tokenIndex) : null;
        var key = lemma is null ? facts.WordKeys[tokenIndex] : WordFilter.KeyOf(lemma);
        return _filter.MayHave(key) && _firstWords.Find(key, lemma ?? facts.Article.AsSpan(facts.Tokens[tokenIndex].Span)) is { } phrases
            ? Longest(phrases, facts, tokenIndex, endToken)
            : null;
    }

    /// <summary>All phrases in a sentence, from left to right, without overlaps.</summary>
    public IEnumerable<PhraseMatch> FindAll(ArticleFacts facts, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(sentence);
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            if (MatchAt(facts, i, sentence.EndToken) is { } match)
            {
                yield return match;
                i += match.TokenCount;
            }
            else
            {
                i++;
            }
        }
    }

    private PhraseMatch? Longest(PhraseList phrases, ArticleFacts facts, int tokenIndex, int endToken)
    {
        var tokens = facts.Tokens;
        var text = facts.Article.Text;
        var keys = facts.WordKeys;
        var found = phrases.Phrases;
        var seconds = phrases.SecondKeys;
        var next = _byLemma || tokenIndex + 1 >= endToken ? 0 : keys[tokenIndex + 1];
        for (var at = 0; at < found.Length; at++)
        {
            // The keys lie side by side; nearly all phrases of a word are told off by them, without a look at the phrase.
            if (next != 0 && seconds[at] != 0 && seconds[at] != next)
            {
                continue;
            }

            var phrase = found[at];
            var end = tokenIndex + phrase.Words.Length;
            if (end > endToken)
            {
                continue;
            }

            var same = true;
            for (var i = 1; same && i < phrase.Words.Length; i++)
            {
                same = _byLemma
                    ? string.Equals(facts.GetLemma(tokenIndex + i), phrase.Words[i], StringComparison.OrdinalIgnoreCase)
                    : Same(text.AsSpan(tokens[tokenIndex + i].Start, tokens[tokenIndex + i].Length), phrase.Words[i]);
            }

            if (same)
            {
                return new PhraseMatch(new TextSpan(tokens[tokenIndex].Start, tokens[end - 1].End), tokenIndex, phrase.Words.Length, phrase.Entry);
            }
        }

        return null;
    }

    private static bool Same(ReadOnlySpan<char> token, string word)
    {
        if (token.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < token.Length; i++)
        {
            var left = token[i] == '’' ? '\'' : char.ToLowerInvariant(token[i]);
            if (left != char.ToLowerInvariant(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Add(FirstWords phrases, string term, LexiconEntry entry)
    {
        if (term.AsSpan().IndexOfAny('-', '\'', '’') < 0 && !term.Contains(',', StringComparison.Ordinal))
        {
            var blank = term.IndexOf(' ', StringComparison.Ordinal);
            phrases.Add(blank < 0 ? term : term.AsSpan(0, blank), new Source(term, entry));
            return;
        }

        if (TermWords.Split(term) is [var first, ..])
        {
            phrases.Add(first, new Source(term, entry));
        }

        if (term.Contains('-', StringComparison.Ordinal))
        {
            // Some prefixes stay with their word ("anti-Semitic"): the engine has a list of them, so both readings are kept.
            phrases.Add(term.AsSpan(0, term.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : term.Length), new Source(term, entry, keepsHyphens: true));
        }
    }

    // By their keys, open addressing: an article has the key of each of its words already, for all lists.
    private sealed class FirstWords
    {
        private Place[] _places;
        private int _count;

        /// <param name="words">Number of words to expect.</param>
        public FirstWords(int words) => _places = new Place[BitOperations.RoundUpToPowerOf2((uint)Math.Max(words * 2, 8))];

        /// <summary>What tells most words off without a look into the table, whose places are far apart in memory.</summary>
        public WordFilter ToFilter()
        {
            var filter = new WordFilter(_count);
            foreach (var place in _places)
            {
                if (place.List is not null)
                {
                    filter.Add(place.Key);
                }
            }

            return filter;
        }

        public PhraseList? Find(uint key, ReadOnlySpan<char> word) => PlaceOf(key, word).List;

        public void Add(ReadOnlySpan<char> word, Source source)
        {
            var key = WordFilter.KeyOf(word);
            ref var place = ref PlaceOf(key, word);
            if (place.List is { } list)
            {
                list.Add(source);
                return;
            }

            place = new Place(key, new PhraseList(word.ToString(), source));
            _count++;
            if (_count * 2 > _places.Length)
            {
                Grow();
            }
        }

        // Where the word stands, or a free place.
        private ref Place PlaceOf(uint key, ReadOnlySpan<char> word)
        {
            var mask = _places.Length - 1;
            var at = (int)key & mask;
            while (_places[at].List is { } list && !(_places[at].Key == key && word.Equals(list.Word, StringComparison.OrdinalIgnoreCase)))
            {
                at = (at + 1) & mask;
            }

            return ref _places[at];
        }

        private void Grow()
        {
            var places = _places;
            _places = new Place[places.Length * 2];
            foreach (var place in places)
            {
                if (place.List is { } list)
                {
                    PlaceOf(place.Key, list.Word) = place;
                }
            }
        }

        private readonly struct Place(uint key, PhraseList list)
        {
            public readonly uint Key = key;
            public readonly PhraseList? List = list;
        }
    }

    private sealed class Source(string term, LexiconEntry entry, bool keepsHyphens = false)
    {
        public string Term { get; } = term;

        public LexiconEntry Entry { get; } = entry;

        public bool KeepsHyphens { get; } = keepsHyphens;

        /// <summary>The phrase that was added before it.</summary>
        public Source? Before { get; set; }
    }

    private sealed record Phrase(ImmutableArray<string> Words, LexiconEntry Entry);

    /// <summary>
    /// The phrases that begin with a word, longest first. Cut into words when the word is first seen in a text: an article meets
    /// few of the thousands of a long list, and a run of one article must not pay for all. Two threads may cut the same list;
    /// both store the same phrases.
    /// </summary>
    private sealed class PhraseList(string word, Source first)
    {
        private Source _last = first;
        private Phrase[]? _phrases;
        private uint[] _secondKeys = [];

        /// <summary>The word.</summary>
        public string Word { get; } = word;

        /// <summary>
        /// The key of the second word of each of <see cref="Phrases"/>, side by side; 0 where there is none, or one that may have another
        /// kind of apostrophe in the text.
        /// </summary>
        public uint[] SecondKeys => _secondKeys;

        /// <summary>Longest first.</summary>
        public Phrase[] Phrases => Volatile.Read(ref _phrases) ?? Cut();

        public void Add(Source source)
        {
            source.Before = _last;
            _last = source;
        }

        private Phrase[] Cut()
        {
            var sources = new List<Source>();
            for (var source = _last; source is not null; source = source.Before)
            {
                sources.Add(source);
            }

            var phrases = new Phrase[sources.Count];
            for (var i = 0; i < phrases.Length; i++)
            {
                var source = sources[^(i + 1)];
                var phrase = new Phrase(source.KeepsHyphens ? [.. source.Term.Split(' ', StringSplitOptions.RemoveEmptyEntries)] : TermWords.Split(source.Term), source.Entry);
                var at = i;
                for (; at > 0 && phrases[at - 1].Words.Length < phrase.Words.Length; at--)
                {
                    phrases[at] = phrases[at - 1];
                }

                phrases[at] = phrase;
            }

            var keys = new uint[phrases.Length];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = phrases[i].Words.Length > 1 && !phrases[i].Words[1].Contains('\'', StringComparison.Ordinal) ? WordFilter.KeyOf(phrases[i].Words[1]) : 0;
            }

            _secondKeys = keys;
            Volatile.Write(ref _phrases, phrases);
            return phrases;
        }
    }
}

/// <summary>A phrase found in an article.</summary>
/// <param name="Span">From the first to the last token.</param>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="TokenCount">Number of tokens.</param>
/// <param name="Entry">The line of the lexicon.</param>
public readonly record struct PhraseMatch(TextSpan Span, int FirstToken, int TokenCount, LexiconEntry Entry);
