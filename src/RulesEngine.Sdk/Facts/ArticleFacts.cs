using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>
/// What the engine knows about an article beyond its blocks. Each fact is computed once, when it is first asked for, and shared
/// by all rules; safe to read from many threads. All lists are in the order of the text.
/// </summary>
public abstract class ArticleFacts
{
    private uint[]? _wordKeys;

    /// <summary>The article.</summary>
    public abstract Article Article { get; }

    /// <summary>Words, numbers and marks of every block.</summary>
    public abstract ImmutableArray<Token> Tokens { get; }

    /// <summary>Sentences of every block, furniture included; ask <see cref="Block.IsArticleText"/>.</summary>
    public abstract ImmutableArray<Sentence> Sentences { get; }

    /// <summary>Penn tags, one a token.</summary>
    public abstract ImmutableArray<PennTag> Tags { get; }

    /// <summary>Dictionary form of a token in lower case ("denied": "deny"); names keep their capitals.</summary>
    public abstract string GetLemma(int tokenIndex);

    /// <summary>Quotations.</summary>
    public abstract ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Who says what.</summary>
    public abstract ImmutableArray<Attribution> Attributions { get; }

    /// <summary>Quantities, exempt ones included.</summary>
    public abstract ImmutableArray<Figure> Figures { get; }

    /// <summary>Social-media accounts and posts.</summary>
    public abstract ImmutableArray<Account> Accounts { get; }

    /// <summary>Dates and times.</summary>
    public abstract ImmutableArray<TimeExpression> Times { get; }

    // What word filters ask of each token, for all lists that look at it. Two threads may make the same keys.
    internal uint[] WordKeys => _wordKeys ?? ReadWordKeys();

    /// <summary>Who says a quotation, as the attribution that carries it has it; null where the text does not say.</summary>
    public Source? GetSpeaker(Quotation quotation)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        foreach (var attribution in Attributions)
        {
            if (attribution.Source is { } source && (attribution.Quotation == quotation || attribution.Content.Any(content => content.Overlaps(quotation.Span))))
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>Index of the first token that ends after a position (it holds the position or follows it); the number of tokens where there is none.</summary>
    public int FindToken(int position)
    {
        var tokens = Tokens;
        var low = 0;
        var high = tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The sentence that holds a position, or null between sentences.</summary>
    public Sentence? SentenceAt(int position)
    {
        var sentences = Sentences;
        var low = 0;
        var high = sentences.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = sentences[middle].Span;
            if (span.Contains(position))
            {
                return sentences[middle];
            }

            if (span.Start > position)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return null;
    }

    private uint[] ReadWordKeys()
    {
        var (tokens, text) = (Tokens, Article.Text);
        var keys = new uint[tokens.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = WordFilter.KeyOf(text.AsSpan(tokens[i].Start, tokens[i].Length));
        }

        _wordKeys = keys;
        return keys;
    }
}
