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

    private readonly Reading _reading = new(facts);

    /// <summary>True where somebody without an office is given as the one who posted.</summary>
    public bool IsGiven(Sentence sentence, int first, int end) => AgentAfter(sentence, end) || SomebodyBefore(sentence, first, end);

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
            if (facts.Tokens[i].Kind == TokenKind.Punctuation && !(_reading.Is(i, ",") && i >= first - 2 && _reading.IsAny(i + 1, "in on via through")))
            {
                return false;
            }

            if (words.Strangers.MatchAt(facts, i, end) is not null)
            {
                return i > sentence.FirstToken && (IsIndefinite(sentence, i) || _reading.Is(i + 1, "who"));
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
