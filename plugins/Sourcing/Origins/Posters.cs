using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>
/// Tells whether a sentence says who posted what it shows, where that is somebody of no office: "published on YouTube by comedian
/// …", "a Facebook post by …", "a neighbour warned on Nextdoor", "on LinkedIn, where a speaker told it".
/// </summary>
internal sealed class Posters(ArticleFacts facts, OriginWords words, Officials officials)
{
    private const int Reach = 8;

    // In tokens, from a pronoun to the verb of posting.
    private const int ReachToVerb = 3;

    // In sentences, back to who is "he" or "she".
    private const int ReachToPerson = 3;

    private readonly Reading _reading = new(facts);

    /// <summary>True where somebody without an office is given as the one who posted.</summary>
    public bool IsGiven(Sentence sentence, int first, int end) => AgentAfter(sentence, end) || SomebodyBefore(sentence, first, end);

    /// <summary>True for "the spokesman wrote on Twitter": an office speaks for itself.</summary>
    public bool IsOffice(Sentence sentence, int verb)
    {
        var from = verb;
        while (from > sentence.FirstToken && from > verb - (2 * Reach) && !_reading.IsQuote(from - 1))
        {
            from--;
        }

        return facts.Tags[verb] == PennTag.VBD && from < verb && officials.Judge(from, verb) is { IsOfficial: true, IsAssumed: false };
    }

    /// <summary>True for "a tweet by the airline", "a video from the ministry".</summary>
    public bool IsByOffice(Sentence sentence, int end) =>
        end < sentence.EndToken
        && _reading.IsAny(end, "by from")
        && EndOfPhrase(sentence, end + 1) is var last
        && last > end + 1
        && officials.Judge(end + 1, last) is { IsOfficial: true };

    /// <summary>True for "was shared by a mother on her Facebook page": whose page it is does not make her known.</summary>
    public bool IsStrangersOwn(Sentence sentence, int first)
    {
        for (var i = first - 1; i > sentence.FirstToken && i >= first - (2 * Reach) && _reading.IsAny(first, "his her"); i--)
        {
            if (words.Strangers.MatchAt(facts, i, first) is not null && IsIndefinite(sentence, i))
            {
                return _reading.Is(i - 2, "by") || _reading.Is(i - 3, "by");
            }
        }

        return false;
    }

    /// <summary>As the other one for an account, where the same words say that something was posted there: "a bride explained on a forum".</summary>
    public bool IsGivenIn(Sentence sentence, int first, int end) => IsGiven(sentence, first, end) && HasPosting(sentence, first, end);

    private bool HasPosting(Sentence sentence, int first, int end)
    {
        for (var i = Math.Max(sentence.FirstToken, first - ReachToVerb); i < end; i++)
        {
            if (words.Verbs.MatchAt(facts, i, end) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // "… by Marlene Okoth": at most a day between the post and "by".
    private bool AgentAfter(Sentence sentence, int end)
    {
        for (var i = end; i < sentence.EndToken && i < end + 4; i++)
        {
            if (_reading.Is(i, "by"))
            {
                var last = EndOfPhrase(sentence, i + 1);
                return last > i + 1 && !_reading.IsAny(i + 1, "several many some dozens hundreds thousands others both two three users people fans") && officials.Judge(i + 1, last) is not { IsOfficial: true };
            }

            if (facts.Tokens[i].Kind == TokenKind.Punctuation)
            {
                return IsTold(sentence, i);
            }
        }

        return false;
    }

    // "on LinkedIn, where speaker Chad Renner told it", "in a video on YouTube, prankster …".
    private bool IsTold(Sentence sentence, int comma)
    {
        if (!_reading.Is(comma, ",") || comma + 2 >= sentence.EndToken)
        {
            return false;
        }

        var next = _reading.Is(comma + 1, "where") ? comma + 2 : comma + 1;
        for (var i = next; i < sentence.EndToken && i < next + 4; i++)
        {
            if (words.Strangers.MatchAt(facts, i, sentence.EndToken) is not null)
            {
                return true;
            }
        }

        return next == comma + 2 && _reading.IsCapitalised(next) && officials.Judge(next, Math.Min(sentence.EndToken, next + 3)) is not { IsOfficial: true };
    }

    // "a neighbour warned on", "a woman … posted", "the person who uploaded it to": a person who is not named. Somebody with a name
    // speaks for himself.
    private bool SomebodyBefore(Sentence sentence, int first, int end)
    {
        var from = Math.Max(sentence.FirstToken, first - Reach);
        for (var i = Math.Max(first - 1, from); i >= from; i--)
        {
            // "who announced the prize, in a Facebook post": the comma before the place does not part them.
            if (_reading.Is(i, ",") && i >= first - 2 && _reading.IsAny(i + 1, "in on via through"))
            {
                continue;
            }

            // "a trader in Oshodi, Mama Tobi, wrote on": nor does an aside.
            if (_reading.Is(i, ",") && BeforeAside(sentence, i) is { } comma)
            {
                i = comma;
                from = Math.Max(sentence.FirstToken, comma - Reach);
                continue;
            }

            if (facts.Tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            if (words.Strangers.MatchAt(facts, i, end) is not null)
            {
                return i > sentence.FirstToken && (IsIndefinite(sentence, i) || _reading.Is(i + 1, "who") || (_reading.Is(i - 1, "the") && IsTakenUp(sentence)));
            }

            if (_reading.IsAny(i, "she he") && i >= first - ReachToVerb)
            {
                return IsTakenUp(sentence);
            }
        }

        return false;
    }

    // The comma before an aside: ", Mama Tobi,", ", who did not give her name,".
    private int? BeforeAside(Sentence sentence, int comma)
    {
        var isName = true;
        for (var i = comma - 1; i > sentence.FirstToken && i >= comma - Reach; i--)
        {
            if (_reading.Is(i, ","))
            {
                return i < comma - 1 && (isName || _reading.Is(i + 1, "who")) ? i : null;
            }

            isName &= _reading.IsCapitalised(i);
        }

        return null;
    }

    // "A woman from Perth says … She put it on Imgur": somebody without a name is who "she" is.
    private bool IsTakenUp(Sentence sentence)
    {
        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - ReachToPerson; index--)
        {
            var earlier = facts.Sentences[index];
            for (var i = earlier.FirstToken; i < earlier.EndToken && i < earlier.FirstToken + Reach; i++)
            {
                if (words.Strangers.MatchAt(facts, i, earlier.EndToken) is not null && IsIndefinite(earlier, i))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsIndefinite(Sentence sentence, int person)
    {
        for (var i = person - 1; i >= sentence.FirstToken && i >= person - 3; i--)
        {
            if (_reading.IsAny(i, "a an one another some"))
            {
                return true;
            }
        }

        return false;
    }

    private int EndOfPhrase(Sentence sentence, int first)
    {
        var end = first;
        while (end < sentence.EndToken && end < first + Reach && facts.Tokens[end].Kind != TokenKind.Punctuation)
        {
            end++;
        }

        return end;
    }
}
