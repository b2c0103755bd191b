using RulesEngine.Plugins.Sourcing.Denials;
using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>
/// Weighs how plainly a sentence gives an account as the place where a claim first appeared. The weights are ordinal: what they
/// are compared with stands in <see cref="OriginFinder"/>.
/// </summary>
internal sealed class OriginStatement(ArticleFacts facts, OriginWords words, AccountHolders holders, Posters posters)
{
    /// <summary>The sentence says in so many words that the claim began there.</summary>
    public const int Stated = 3;

    /// <summary>An account is the one that claims or posts.</summary>
    public const int Claimed = 2;

    /// <summary>A post is shown or mentioned, without who posted it.</summary>
    public const int Shown = 1;

    private const int Reach = 5;

    private readonly Reading _reading = new(facts);

    /// <summary>Zero where the sentence states no origin.</summary>
    public int Weigh(Account account)
    {
        var (first, end) = holders.Tokens(account);
        var noun = holders.NounOf(first, end);
        if (noun is not null && noun["number"] == "many")
        {
            return 0;
        }

        var isHolder = noun is null ? account.Handle is not null : noun["class"] != "post";
        if (StatesOrigin(account.Sentence, first, isHolder) || (isHolder && FollowsOrigin(account.Sentence)) || (noun is not null && IsSingle(first, end)))
        {
            return Stated;
        }

        return isHolder ? WeighHolder(account.Sentence, first, end, noun) : WeighPost(account, first, end, noun);
    }

    /// <summary>True for the page of somebody who is not known: "by a mother on her Facebook page".</summary>
    public bool IsStrangersOwn(Account account) => posters.IsStrangersOwn(account.Sentence, holders.Tokens(account).First);

    /// <summary>True where the sentence names somebody without an office who posted.</summary>
    public bool HasPoster(Account account)
    {
        var (first, end) = holders.Tokens(account);
        return posters.IsGiven(account.Sentence, first, end);
    }

    /// <summary>True for "users are now taking to Twitter to claim", "users in three cities reported": more than one says it of himself.</summary>
    public bool IsManyClaiming(Account account)
    {
        var (first, end) = holders.Tokens(account);
        if (holders.NounOf(first, end) is not { } noun || noun["class"] != "user" || noun["number"] != "many")
        {
            return false;
        }

        for (var i = end; i < account.Sentence.EndToken && i < end + (2 * Reach); i++)
        {
            if (words.Several.MatchAt(facts, i, account.Sentence.EndToken) is { } claim && claim.Entry["after"] == "users")
            {
                return true;
            }
        }

        return false;
    }

    // "All of it stems from one video. A traveller who goes by @name …": the sentence before says that it began with a post.
    private bool FollowsOrigin(Sentence sentence)
    {
        var before = sentence.Index > 0 ? facts.Sentences[sentence.Index - 1] : sentence;
        if (!ReferenceEquals(before.Block, sentence.Block) || before == sentence || _reading.FirstMatch(words.Origins, before.FirstToken, before.EndToken) is not { } cue)
        {
            return false;
        }

        var end = cue.FirstToken + cue.TokenCount;
        for (var i = end; i < before.EndToken && i < end + Reach; i++)
        {
            if (words.Nouns.MatchAt(facts, i, before.EndToken) is { } noun)
            {
                return noun.Entry["class"] == "post" && noun.Entry["number"] == "one";
            }
        }

        return false;
    }

    // "a single tweet", "a lone post".
    private bool IsSingle(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_reading.IsAny(i, "single lone solitary sole"))
            {
                return true;
            }
        }

        return false;
    }

    private int WeighHolder(Sentence sentence, int first, int end, LexiconEntry? noun)
    {
        if (IsAgent(sentence, first))
        {
            return Stated;
        }

        if (noun?["posts"] == "yes" || posters.IsStrangersOwn(sentence, first) || Claims(sentence, end) || IsPlaceOfPosting(sentence, first, noun) || IsCause(sentence, first) || IsAuthorOfQuotation(sentence, first) || posters.IsGivenIn(sentence, first, end))
        {
            return Claimed;
        }

        return noun is null ? 0 : Shown;
    }

    // A post, or the platform alone: what counts is whether somebody is named who posted it, and whether it set things going.
    private int WeighPost(Account account, int first, int end, LexiconEntry? noun)
    {
        if ((noun is null && account.Platform is null) || posters.IsOffice(account.Sentence, first) || posters.IsByOffice(account.Sentence, end))
        {
            return 0;
        }

        // A caption ("YouTube screenshot") mentions no post.
        if (noun is not null && !IsDetermined(account.Sentence, first))
        {
            return 0;
        }

        var sets = IsCause(account.Sentence, first) || FollowsAccordingTo(account.Sentence, first) || (noun is not null && (PurportsAfter(account.Sentence, first, end) || HasEffect(account.Sentence, first, end)));
        return sets || posters.IsGiven(account.Sentence, first, end) ? Claimed : Shown;
    }

    private bool IsDetermined(Sentence sentence, int first) =>
        facts.Tags[first] is PennTag.DT or PennTag.PRPS or PennTag.CD or PennTag.VBN or PennTag.VBD or PennTag.VBG
        || sentence.Block.Kind == BlockKind.Headline
        || (first > sentence.FirstToken && facts.Tags[first - 1] is PennTag.IN or PennTag.TO or PennTag.DT)
        || _reading.IsAny(first, "another one this");

    // "first posted on", "comes from", "began last month with": before the account, or anywhere in its sentence.
    private bool StatesOrigin(Sentence sentence, int first, bool isHolder)
    {
        for (var i = Math.Max(sentence.FirstToken, first - (5 * Reach)); i < sentence.EndToken && i < first + (5 * Reach); i++)
        {
            if (words.Origins.MatchAt(facts, i, sentence.EndToken) is { } cue && (cue.Entry["before"] != "yes" || IsShortlyBefore(cue, first)))
            {
                return true;
            }
        }

        return isHolder && FollowsAccordingTo(sentence, first);
    }

    private static bool IsShortlyBefore(PhraseMatch cue, int first) =>
        cue.FirstToken <= first && first - (cue.FirstToken + cue.TokenCount) <= 2 * Reach;

    // "because of a video", "thanks to a tweet", "after a voice message … warned".
    private bool IsCause(Sentence sentence, int first)
    {
        for (var i = first - 1; i >= sentence.FirstToken && i >= first - 3; i--)
        {
            if (words.Causes.MatchAt(facts, i, first) is { } cause && cause.FirstToken + cause.TokenCount >= first - 1)
            {
                // "after sharing a post" tells what somebody did with it.
                return facts.Tags[first - 1] != PennTag.VBG;
            }
        }

        return false;
    }

    // "…," wrote @name.
    private bool IsAuthorOfQuotation(Sentence sentence, int first) =>
        first - 1 > sentence.FirstToken && _reading.IsAny(first - 1, "wrote posted claimed announced declared warned") && _reading.IsQuote(first - 2);

    // "a voice message that warned", "a video that purports to show".
    private bool PurportsAfter(Sentence sentence, int first, int end)
    {
        for (var i = end; i < sentence.EndToken && i < end + Reach; i++)
        {
            if (facts.Tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            if (words.Claiming.MatchAt(facts, i, sentence.EndToken) is { } verb && (verb.Entry["post"] == "yes" || (verb.Entry["post"] == "indefinite" && _reading.IsAny(first, "a an"))))
            {
                return true;
            }
        }

        return false;
    }

    // "A photograph dropped into a WhatsApp group on Sunday has baffled the town": the post opens the sentence and does it.
    private bool HasEffect(Sentence sentence, int first, int end)
    {
        for (var i = end; first - sentence.FirstToken <= 2 * Reach && i < sentence.EndToken && !_reading.IsQuote(i); i++)
        {
            if (words.Claiming.MatchAt(facts, i, sentence.EndToken) is { } verb && verb.Entry["post"] == "effect")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the sentence or its neighbour speaks of a rumour.</summary>
    public bool IsRumour(Sentence sentence) => _reading.FirstMatch(words.Rumours, sentence.FirstToken, sentence.EndToken) is not null;

    private bool FollowsAccordingTo(Sentence sentence, int first)
    {
        for (var i = first - 1; i >= sentence.FirstToken && i >= first - 3; i--)
        {
            if (_reading.Is(i, "according"))
            {
                return true;
            }
        }

        return _reading.Is(first, "according");
    }

    // "a Reddit user suggested", "the channel, which has 210,000 followers, claimed", "user fryd_ posted".
    private bool Claims(Sentence sentence, int end)
    {
        // A subject that opens the sentence may have its verb behind an aside.
        var reach = end - sentence.FirstToken <= 3 ? 4 * Reach : 2 * Reach;
        for (var i = end; i < sentence.EndToken && i < end + reach; i++)
        {
            if (_reading.IsAny(i, "; and but") || _reading.IsQuote(i))
            {
                return false;
            }

            // "one user wrote": a reaction, unless it is told what he wrote.
            if (_reading.IsAny(i, "wrote writes said says tweeted tweets joked asked commented replied") && !(i + 1 < sentence.EndToken && _reading.IsAny(i + 1, "that so")))
            {
                return false;
            }

            if (words.Claiming.MatchAt(facts, i, sentence.EndToken) is not null
                || (words.Verbs.MatchAt(facts, i, sentence.EndToken) is { } verb && verb.Entry["role"] == "posting"))
            {
                return true;
            }
        }

        return false;
    }

    // "was posted by a user", "suggested by one Redditor".
    private bool IsAgent(Sentence sentence, int first)
    {
        var from = Math.Max(sentence.FirstToken, first - 4);
        for (var i = first - 1; i >= from; i--)
        {
            if (_reading.Is(i, "by"))
            {
                return HasPosting(sentence, Math.Max(sentence.FirstToken, i - 8), i);
            }
        }

        // "the person who uploaded it, a user called …".
        return first - 2 > sentence.FirstToken && _reading.Is(first - 1, ",") && _reading.IsAny(first, "a an") && HasPosting(sentence, Math.Max(sentence.FirstToken, first - 4), first - 1) && !HasComma(sentence, first - 2);
    }

    private bool HasComma(Sentence sentence, int last)
    {
        for (var i = last; i >= sentence.FirstToken; i--)
        {
            if (_reading.IsAny(i, ", ;"))
            {
                return true;
            }
        }

        return false;
    }

    // "was shared on the @name Instagram page", "spotted by a channel".
    private bool IsPlaceOfPosting(Sentence sentence, int first, LexiconEntry? noun) =>
        noun is not null
        && first > sentence.FirstToken
        && _reading.IsAny(first - 1, "on to onto from in into inside via")
        && HasPosting(sentence, Math.Max(sentence.FirstToken, first - 5), first);

    private bool HasPosting(Sentence sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Verbs.MatchAt(facts, i, sentence.EndToken) is not null || words.Claiming.MatchAt(facts, i, sentence.EndToken) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
