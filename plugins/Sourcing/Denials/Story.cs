using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>What the article is about, and whether it is about a claim that is not established: a denial needs fewer words there.</summary>
internal sealed class Story
{
    // Words for rumours: at least so many sentences with one, and one in so many.
    private const int FewestRumourSentences = 4;
    private const int SentencesOfRumour = 3;

    // In sentences: a short piece that soon brings up a post, that opens on a rumour, or that comes back to one.
    private const int LongestOfShort = 25;
    private const int OpeningSentences = 4;
    private const int SentencesToPost = 6;
    private const int FewRumourSentences = 2;
    private const int ShortSentencesOfRumour = 6;

    // In tokens. No prose has longer ones; a list without full stops is compared by its beginning, so that the work stays small.
    private const int LongestSentence = 512;

    // In tokens: "an account that calls itself @name".
    private const int ReachToArticle = 5;

    private readonly ArticleFacts _facts;
    private readonly DenialWords _words;
    private readonly Reading _reading;
    private HashSet<string>? _stems;

    public Story(ArticleFacts facts, DenialWords words)
    {
        _facts = facts;
        _words = words;
        _reading = new Reading(facts);
        IsExamined = Examines();
    }

    /// <summary>True for an article that relays or examines a rumour: what somebody in office says is not so answers it.</summary>
    public bool IsExamined { get; }

    /// <summary>True where a word for a claim that needs no support stands in the sentence ("allegations", "the claims that").</summary>
    public bool HasClaim(Sentence sentence) => HasClaim(sentence.FirstToken, sentence.EndToken);

    /// <summary>As the other one, for a range of tokens.</summary>
    public bool HasClaim(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.Claims.MatchAt(_facts, i, end) is { } claim && (claim.Entry["weak"].Length == 0 || (i > first && _reading.IsAny(i - 1, "those these such"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the headline, the dek and the lede.</summary>
    public bool IsOpening(Sentence sentence) => sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek || sentence.Block == _facts.Article.Lede;

    /// <summary>True where a word of the opening or of a sentence about the rumour stands in the sentence.</summary>
    public bool IsAbout(Sentence sentence)
    {
        _stems ??= Stems();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (StemOf(i) is { } stem && _stems.Contains(stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where two sentences have a word for a thing or an act in common.</summary>
    public bool Shares(Sentence one, Sentence other)
    {
        for (var i = one.FirstToken; i < Math.Min(one.EndToken, one.FirstToken + LongestSentence); i++)
        {
            for (var j = other.FirstToken; StemOf(i) is { } stem && j < Math.Min(other.EndToken, other.FirstToken + LongestSentence); j++)
            {
                if (StemOf(j) == stem)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Examines()
    {
        var rumours = 0;
        var opening = 0;
        var sentences = 0;
        foreach (var sentence in _facts.Sentences)
        {
            if (!sentence.Block.IsArticleText || sentence.Block.Kind == BlockKind.Embed)
            {
                continue;
            }

            sentences++;
            if (IsOfRumour(sentence))
            {
                rumours++;
                opening += sentences <= OpeningSentences ? 1 : 0;
            }
        }

        return (rumours >= FewestRumourSentences && rumours * SentencesOfRumour >= sentences)
            || (sentences <= LongestOfShort
                && (opening >= FewRumourSentences
                    || (rumours >= FewRumourSentences && rumours * ShortSentencesOfRumour >= sentences)
                    || OpensWithPost(rumours > 0 || IsAnswerInHeadline())));
    }

    // "Did a snake crawl out of the drip?", "No, the mayor has not fled".
    private bool IsAnswerInHeadline()
    {
        var first = _facts.Sentences[0];
        return first.Block.Kind == BlockKind.Headline && (_reading.Is(first.EndToken - 1, "?") || _reading.IsAny(first.FirstToken, "no not"));
    }

    /// <summary>True where the sentence before speaks of a rumour.</summary>
    public bool FollowsRumour(Sentence sentence) => sentence.Index > 0 && IsOfRumour(_facts.Sentences[sentence.Index - 1]);

    /// <summary>True where the sentence speaks of a rumour.</summary>
    public bool IsOfRumour(Sentence sentence) => _reading.FirstMatch(_words.Rumours, sentence.FirstToken, sentence.EndToken) is not null;

    private bool OpensWithPost(bool isDoubted)
    {
        foreach (var account in _facts.Accounts)
        {
            if (account.Sentence.Index > SentencesToPost)
            {
                return false;
            }

            if ((account.Role == AccountRole.Posting && (isDoubted || IsStranger(account))) || (account.Role != AccountRole.Embedded && IsOrigin(account.Sentence)))
            {
                return true;
            }
        }

        return false;
    }

    // "a user", and "a video that a user uploaded".
    private bool NamesHolder(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.AccountNouns.MatchAt(_facts, i, end) is { } noun && noun.Entry["class"] != "post" && noun.Entry["number"] == "one")
            {
                return true;
            }
        }

        return false;
    }

    // "was traced to a page", "on the strength of a single post": the sentence says that the story comes from there.
    private bool IsOrigin(Sentence sentence) =>
        _reading.FirstMatch(_words.OriginCues, sentence.FirstToken, sentence.EndToken) is not null || _reading.FirstMatch(_words.OriginCauses, sentence.FirstToken, sentence.EndToken) is { TokenCount: > 1 };

    // "an account called @dunewatch", "a user": nobody whom the article knows.
    private bool IsStranger(Account account)
    {
        var end = _facts.FindToken(account.Span.End - 1) + 1;
        for (var i = Math.Max(account.Sentence.FirstToken, _facts.FindToken(account.Span.Start) - ReachToArticle); i < end; i++)
        {
            if (_reading.IsAny(i, "a an one"))
            {
                return NamesHolder(i, end);
            }
        }

        return false;
    }

    private HashSet<string> Stems()
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in _facts.Sentences)
        {
            if (!IsOpening(sentence) && !(sentence.Block.IsArticleText && IsOfRumour(sentence)))
            {
                continue;
            }

            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (StemOf(i) is { } stem)
                {
                    stems.Add(stem);
                }
            }
        }

        return stems;
    }

    // "poison" for "poisoned" and "poisoning"; null for what is no noun, and for names: they are in every sentence.
    private string? StemOf(int token) =>
        _facts.Tokens[token] is { Kind: TokenKind.Word, Length: > 3 } && _facts.Tags[token] is PennTag.NN or PennTag.NNS or PennTag.VBN or PennTag.VBG or PennTag.JJ
            ? _reading[token][..Math.Min(5, _facts.Tokens[token].Length)].ToString().ToLowerInvariant()
            : null;
}
