using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>The words of an article by token index.</summary>
internal readonly struct Reading(ArticleFacts facts)
{
    private readonly ImmutableArray<Token> _tokens = facts.Tokens;
    private readonly string _text = facts.Article.Text;

    public ArticleFacts Facts { get; } = facts;

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> this[int token] => _text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    /// <summary>True where the token is the word, in any case.</summary>
    public bool Is(int token, string word) => this[token].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is one of the words, in any case.</summary>
    /// <param name="token">Index of the token.</param>
    /// <param name="words">As <see cref="Words.Contains"/> takes them.</param>
    public bool IsAny(int token, string words) => Words.Contains(words, this[token]);

    /// <summary>True for a word that begins with a capital.</summary>
    public bool IsCapitalised(int token) => _tokens[token].Kind == TokenKind.Word && char.IsUpper(this[token][0]);

    /// <summary>True for a word of two to six capitals: ISPR, YPG.</summary>
    public bool IsAcronym(int token)
    {
        var word = this[token];
        if (_tokens[token].Kind != TokenKind.Word || word.Length is < 2 or > 6)
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return !IsAny(token, "tv am pm ai it mc dj ii iii iv jr");
    }

    /// <summary>True for a token of a time: "on Friday", "in May".</summary>
    public bool IsTime(int token)
    {
        var at = _tokens[token].Start;
        var times = Facts.Times;
        int low = 0, high = times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].Span.End <= at ? (middle + 1, high) : (low, middle);
        }

        return low < times.Length && times[low].Span.Start <= at;
    }

    /// <summary>True for a word all in capitals, of any length.</summary>
    public bool IsInCapitals(int token)
    {
        foreach (var c in this[token])
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a word of grammar that may begin a sentence with a capital, and so is no name.</summary>
    public bool IsFunctionWord(int token) =>
        IsAny(token, "the a an but and in on at he she it they we i however this that as if when while after before both mr mrs ms dr for his her their its");

    /// <summary>True for a mark of quotation.</summary>
    public bool IsQuote(int token) => this[token] is "\"" or "“" or "”" or "''" or "``" or "‘" or "«" or "»" or "„";

    /// <summary>The text from the first token to the one before the last.</summary>
    public TextSpan Span(int first, int end) => new(_tokens[first].Start, _tokens[end - 1].End);

    /// <summary>The first match of a phrase list in a range of tokens, or null.</summary>
    public PhraseMatch? FirstMatch(PhraseMatcher matcher, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (matcher.MatchAt(Facts, i, end) is { } match)
            {
                return match;
            }
        }

        return null;
    }
}
