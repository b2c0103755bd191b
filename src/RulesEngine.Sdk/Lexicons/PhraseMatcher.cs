using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>
/// Finds the phrases of a lexicon in the tokens of an article, longest first, without regard to case, kind of apostrophe or
/// spacing. Immutable; build it once, in <see cref="ArticleAnalyzer.Initialize"/>.
/// </summary>
public sealed class PhraseMatcher
{
    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> _byFirstWord;
    private readonly FrozenDictionary<string, ImmutableArray<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly bool _byLemma;

    private PhraseMatcher(Dictionary<string, List<Phrase>> byFirstWord, bool byLemma)
    {
        _byFirstWord = byFirstWord.ToFrozenDictionary(
            pair => pair.Key,
            pair => pair.Value.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray(),
            StringComparer.OrdinalIgnoreCase);
        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        _byLemma = byLemma;
    }

    /// <summary>A matcher for the terms of a lexicon.</summary>
    /// <param name="lexicon">Terms are split at blanks, and at the places where tokens are split (hyphens, clitics).</param>
    /// <param name="byLemma">True to compare dictionary forms, so that "deny" finds "denied" and "denying".</param>
    /// <param name="aliasColumn">A column with further terms, separated by <c>|</c>; null for none.</param>
    public static PhraseMatcher Create(Lexicon lexicon, bool byLemma = false, string? aliasColumn = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.OrdinalIgnoreCase);
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
        var tokens = facts.Tokens;
        var text = facts.Article.Text;
        var found = _byLemma
            ? _byFirstWord.TryGetValue(facts.GetLemma(tokenIndex), out var phrases)
            : _lookup.TryGetValue(text.AsSpan(tokens[tokenIndex].Start, tokens[tokenIndex].Length), out phrases);
        if (!found)
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
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

    private static void Add(Dictionary<string, List<Phrase>> phrases, string term, LexiconEntry entry)
    {
        Add(phrases, TermWords.Split(term), entry);
        if (term.Contains('-', StringComparison.Ordinal))
        {
            // Some prefixes stay with their word ("anti-Semitic"): the engine has a list of them, so both readings are kept.
            Add(phrases, [.. term.Split(' ', StringSplitOptions.RemoveEmptyEntries)], entry);
        }
    }

    private static void Add(Dictionary<string, List<Phrase>> phrases, ImmutableArray<string> words, LexiconEntry entry)
    {
        if (words.IsEmpty)
        {
            return;
        }

        if (!phrases.TryGetValue(words[0], out var list))
        {
            phrases[words[0]] = list = [];
        }

        list.Add(new Phrase(words, entry));
    }

    private sealed record Phrase(ImmutableArray<string> Words, LexiconEntry Entry);
}

/// <summary>A phrase found in an article.</summary>
/// <param name="Span">From the first to the last token.</param>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="TokenCount">Number of tokens.</param>
/// <param name="Entry">The line of the lexicon.</param>
public readonly record struct PhraseMatch(TextSpan Span, int FirstToken, int TokenCount, LexiconEntry Entry);
