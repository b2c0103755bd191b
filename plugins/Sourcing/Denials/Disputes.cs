using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>
/// Tells whether a plain negation answers what somebody else is said to claim a few sentences before it, where no denial and no
/// rumour stands beside it: "The rebels said that howitzers had opened up. … “Our units did not fire a round,” a spokesman said."
/// </summary>
internal sealed class Disputes(ArticleFacts facts, DenialWords words, Story story)
{
    // In sentences, to what is answered.
    private const int Reach = 4;

    // In tokens, to the subject of the negation.
    private const int ReachToSubject = 8;

    private readonly Reading _reading = new(facts);

    /// <summary>True where an earlier sentence has a claim of somebody else that the statement bears on.</summary>
    /// <param name="sentence">The sentence of the statement.</param>
    /// <param name="negation">Its negation.</param>
    /// <param name="speaker">Who makes it.</param>
    /// <param name="isDenied">True where the article has an official denial: a firm statement is one more.</param>
    public bool IsAnswered(Sentence sentence, int negation, Voice speaker, bool isDenied)
    {
        if (!IsBody(speaker))
        {
            return false;
        }

        if (story.IsOpening(sentence) && IsThereNo(sentence, negation))
        {
            return true;
        }

        var isOwn = IsOfSpeaker(sentence, negation, speaker);
        var isFirm = isOwn || IsEmphatic(sentence, negation);
        if ((isFirm || IsOfOwnBody(sentence, negation)) && (story.IsExamined || isDenied))
        {
            return true;
        }

        var seen = 0;
        for (var index = sentence.Index - 1; index >= 0 && seen < Reach; index--)
        {
            var earlier = facts.Sentences[index];
            if (!earlier.Block.IsArticleText)
            {
                continue;
            }

            seen++;
            if ((Alleges(earlier) && (isFirm || story.Shares(earlier, sentence))) || ((isOwn || (isFirm && story.Shares(earlier, sentence))) && IsSaidByAnother(earlier, speaker)))
            {
                return true;
            }
        }

        return false;
    }

    // "There is no gang, police said.": a story that opens on what there is not answers who says that there is; "there were no
    // injuries" only tells what happened.
    private bool IsThereNo(Sentence sentence, int negation) =>
        negation - 2 >= sentence.FirstToken
        && _reading.Is(negation, "no")
        && _reading.IsAny(negation - 1, "is are 's ’s")
        && _reading.Is(negation - 2, "there");

    private bool Alleges(Sentence sentence)
    {
        if (story.IsOfRumour(sentence))
        {
            return true;
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (words.Claims.MatchAt(facts, i, sentence.EndToken) is { } claim && claim.Entry["weak"].Length == 0 && claim.Entry["answered"] != "no")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSaidByAnother(Sentence sentence, Voice speaker)
    {
        foreach (var attribution in facts.Attributions)
        {
            if (attribution.Sentence.Index > sentence.Index)
            {
                return false;
            }

            if (attribution.Sentence.Index == sentence.Index
                && attribution.Source is { } source
                && !(source.Antecedent ?? source.Span).Overlaps(speaker.Span)
                && !LastWord((source.Antecedent ?? source.Span)).SequenceEqual(LastWord(speaker.Span)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a body, its spokesman and who commands for it: they answer for what they did, where a politician says much that is not so.</summary>
    public bool IsBody(Voice speaker)
    {
        var isHolder = false;
        var end = facts.FindToken(speaker.Span.End - 1) + 1;
        for (var i = facts.FindToken(speaker.Span.Start); i < end; i++)
        {
            if (words.Voices.Bodies.MatchAt(facts, i, end) is { } body)
            {
                if (body.Entry["kind"] == "spokesperson")
                {
                    return true;
                }

                isHolder |= body.Entry["person"] == "yes";
            }
        }

        return !(isHolder && speaker.Kind == "government");
    }

    private ReadOnlySpan<char> LastWord(TextSpan span) => _reading[facts.FindToken(span.End - 1)];

    // "our units did not", "it had never", "neither Speaker Ryan nor": the speaker or his own people are what the statement is about.
    private bool IsOfSpeaker(Sentence sentence, int negation, Voice speaker)
    {
        var isQuoted = Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[negation].Start);
        var surname = LastWord(speaker.Span);
        for (var i = negation - 1; i >= sentence.FirstToken && i >= negation - ReachToSubject && !_reading.IsQuote(i) && !_reading.IsAny(i, "that , ; :"); i--)
        {
            if (_reading.IsAny(i, "we our ours us") || (!isQuoted && i >= negation - 3 && _reading.IsAny(i, "it they its their")))
            {
                return true;
            }
        }

        for (var i = negation + 1; i < sentence.EndToken && i < negation + 4; i++)
        {
            if (_reading.IsAny(i, "our ours we us") || _reading[i].SequenceEqual(surname))
            {
                return true;
            }
        }

        return false;
    }

    // "said the department had not told anyone".
    private bool IsOfOwnBody(Sentence sentence, int negation)
    {
        if (Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[negation].Start))
        {
            return false;
        }

        for (var i = negation - 1; i > sentence.FirstToken && i >= negation - 3; i--)
        {
            if (words.Voices.Bodies.MatchAt(facts, i, negation) is { } body && body.Entry["person"] != "yes")
            {
                return i - 2 >= sentence.FirstToken
                    && _reading.IsAny(i - 1, "the its his her their")
                    && (_reading.Is(i - 2, "that") || words.Voices.Speech.MatchAt(facts, i - 2, i) is not null);
            }
        }

        return false;
    }

    private bool IsEmphatic(Sentence sentence, int negation)
    {
        if (_reading.IsAny(negation, "never neither nobody none") || (negation + 1 < sentence.EndToken && _reading.Is(negation + 1, "one")))
        {
            return true;
        }

        for (var i = negation + 1; i < sentence.EndToken && i < negation + ReachToSubject + 4; i++)
        {
            if (_reading.IsAny(i, "single ever whatsoever") || (_reading.Is(i, "at") && i + 1 < sentence.EndToken && _reading.IsAny(i + 1, "all any")))
            {
                return true;
            }
        }

        return false;
    }
}
