using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Finds the negation with which a sentence states that something is not so: "did not", "no … was", "there is no", "never", "neither … nor".</summary>
internal sealed class Negations(ArticleFacts facts, DenialWords words)
{
    private readonly Reading _reading = new(facts);

    /// <summary>The token of the negation, or null.</summary>
    /// <param name="sentence">Where to look.</param>
    /// <param name="inDispute">True where the sentence answers somebody: "found nothing" and "employs nobody" are negations there too.</param>
    public int? Find(Sentence sentence, bool inDispute)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_reading.IsAny(i, "not n't n’t never neither nobody"))
            {
                if (IsNotOne(sentence, i) || IsFactual(sentence, i))
                {
                    return i;
                }

                if (NonDenialAfter(sentence, i)?.Entry["embeds"] == "yes")
                {
                    i = EndOfClause(sentence, i);
                }
            }

            if (inDispute && IsPlainNothing(sentence, i) && !IsObjectOfDenying(sentence, i))
            {
                return HasNonDenial(sentence, i) && !_reading.Is(i + 1, "one") ? null : i;
            }

            if (IsQuotedAlone(sentence, i))
            {
                continue;
            }

            if (_reading.Is(i, "no") && (IsSubject(sentence, i, inDispute) || (i > sentence.FirstToken && _reading.IsAny(i - 1, "is was are were 's ’s had has been : \" “"))))
            {
                return HasNonDenial(sentence, i) || IsConditional(sentence, i) ? null : i;
            }
        }

        return null;
    }

    // "denied neither side access": the object of a verb that gives or refuses.
    private bool IsObjectOfDenying(Sentence sentence, int negation) =>
        negation > sentence.FirstToken && words.Voices.Denying.MatchAt(facts, negation - 1, negation) is not null;

    // "not one of our branches", "said not a single vehicle had left".
    private bool IsNotOne(Sentence sentence, int not) =>
        _reading.Is(not, "not")
        && not + 2 < sentence.EndToken
        && ((_reading.Is(not + 1, "a") && _reading.Is(not + 2, "single")) || (_reading.Is(not + 1, "one") && (_reading.Is(not + 2, "of") || facts.Tags[not + 2] is PennTag.NN or PennTag.JJ)));

    // "has not said that it is not true": what is not said is not denied either, up to "and", "but" or a mark.
    private int EndOfClause(Sentence sentence, int token)
    {
        while (token + 1 < sentence.EndToken && !_reading.IsAny(token + 1, ", ; and but") && !_reading.IsQuote(token + 1))
        {
            token++;
        }

        return token;
    }

    /// <summary>True for what is said of the past or of what is, false for what is promised, wanted, usual or still to come.</summary>
    public bool IsOfNow(Sentence sentence, int negation)
    {
        for (var i = Math.Max(sentence.FirstToken, negation - 3); i < negation; i++)
        {
            if (_reading.IsAny(i, "will would 'll ’ll 'd should must sometimes often usually generally typically normally"))
            {
                return false;
            }
        }

        // "has not resolved it yet", "no driver would say that": what is still to come, or may never come.
        for (var i = negation + 1; i < sentence.EndToken && i < negation + 12 && !_reading.IsAny(i, "and , ;") && !_reading.IsQuote(i); i++)
        {
            if (_reading.Is(i, "yet") || (i < negation + 7 && _reading.Is(i, "until")) || (i < negation + 5 && _reading.IsAny(i, "will would should shall")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for "It is not,", "they did not.": what is left out stands in what is answered.</summary>
    public bool IsElliptic(Sentence sentence, int negation) =>
        _reading.IsAny(negation, "not n't n’t")
        && negation - 2 >= sentence.FirstToken
        && _reading.IsAny(negation - 1, "is are was were did does do has have had")
        && _reading.IsAny(negation - 2, "it he she they we that this these those there")
        && negation + 1 < sentence.EndToken
        && (_reading.IsAny(negation + 1, ", . ! ;") || _reading.IsQuote(negation + 1));

    /// <summary>True for what is said of the past.</summary>
    public bool IsPast(Sentence sentence, int negation) =>
        _reading.IsAny(negation, "no never neither nobody") || IsNotOne(sentence, negation)
            ? !IsOfPresent(sentence, negation)
            : negation == sentence.FirstToken || _reading.IsQuote(negation - 1) || _reading.IsAny(negation - 1, "did was were had has have");

    /// <summary>True where a verb in the past stands beside the negation: "no truck left", "shelled nobody", "had not been fired".</summary>
    public bool HasPastVerb(Sentence sentence, int negation)
    {
        if (negation > sentence.FirstToken && (facts.Tags[negation - 1] is PennTag.VBD or PennTag.VBN || _reading.IsAny(negation - 1, "has have")))
        {
            return true;
        }

        for (var i = negation + 1; i < sentence.EndToken && i < negation + 7 && facts.Tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (facts.Tags[i] is PennTag.VBD or PennTag.VBN)
            {
                return true;
            }
        }

        return false;
    }

    // "no American knows the word": the verb tells, where there is one.
    private bool IsOfPresent(Sentence sentence, int negation)
    {
        for (var i = negation + 1; i < sentence.EndToken && i < negation + 7 && facts.Tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (facts.Tags[i] is PennTag.VBD or PennTag.VBN)
            {
                return false;
            }

            if (facts.Tags[i] is PennTag.VBZ or PennTag.VBP or PennTag.MD)
            {
                return !_reading.IsAny(i, "has have");
            }
        }

        return false;
    }

    // "no" as a word that is quoted.
    private bool IsQuotedAlone(Sentence sentence, int token) =>
        token + 1 < sentence.EndToken && token > sentence.FirstToken && _reading.IsQuote(token - 1) && _reading.IsQuote(token + 1);

    // "found nothing", "shelled no one", "none of this", "employs nobody", "a nail cannot", "logged no balloon", "at no point".
    private bool IsPlainNothing(Sentence sentence, int token)
    {
        if (_reading.IsAny(token, "nothing none nobody nowhere"))
        {
            return true;
        }

        if (_reading.Is(token, "no") && token + 1 < sentence.EndToken && _reading.Is(token + 1, "one"))
        {
            return HasPastVerb(sentence, token);
        }

        if (_reading.IsAny(token, "cannot") || (token > sentence.FirstToken && _reading.Is(token - 1, "ca") && _reading.IsAny(token, "n't n’t")))
        {
            return !_reading.IsAny(token - 1, "we i you") && !(token > sentence.FirstToken + 1 && _reading.IsAny(token - 2, "we i you"));
        }

        return _reading.Is(token, "no")
            && token > sentence.FirstToken
            && (_reading.Is(token - 1, "at") || facts.Tags[token - 1] is PennTag.VBD or PennTag.VBN or PennTag.VBZ or PennTag.VBP);
    }

    // "No gate was locked", "output is on schedule and no line was halted": the noun phrase opens the statement.
    private bool IsSubject(Sentence sentence, int no, bool inDispute)
    {
        if (no > sentence.FirstToken && !_reading.IsQuote(no - 1) && !(inDispute && _reading.IsAny(no - 1, "and but")) && !_reading.IsAny(no - 1, "that : , said says saying insisted insists stated"))
        {
            return false;
        }

        for (var i = no + 2; i < sentence.EndToken && i < no + 9; i++)
        {
            if (_reading.IsAny(i, "was were is has have had met took ever , . :") || _reading[i].EndsWith("ed", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "it was a gas leak, not a bomb".
    private bool IsContrast(Sentence sentence, int negation)
    {
        if (!_reading.Is(negation, "not") || negation - 2 <= sentence.FirstToken || !_reading.Is(negation - 1, ",") || negation + 1 >= sentence.EndToken || _reading.IsAny(negation + 1, "to that just only because yet even"))
        {
            return false;
        }

        for (var i = negation - 2; i >= sentence.FirstToken && !_reading.IsQuote(i) && !_reading.IsAny(i, ", ; :"); i--)
        {
            if (_reading.IsAny(i, "is was are were 's ’s been"))
            {
                return true;
            }
        }

        return false;
    }

    // "we found that the government had never asked the girls" accuses somebody else.
    private bool IsFinding(Sentence sentence, int negation)
    {
        for (var i = negation - 2; i >= sentence.FirstToken; i--)
        {
            if (_reading.IsAny(i, "found concluded") && _reading.Is(i + 1, "that"))
            {
                return true;
            }
        }

        return false;
    }

    // Under a condition, a wish, a question or a reason ("voted against it because it did not go far enough"), or what somebody told
    // the speaker ("they told me we had no chance").
    private bool IsConditional(Sentence sentence, int negation)
    {
        for (var i = negation - 1; i >= sentence.FirstToken && i >= negation - 12 && !_reading.Is(i, ","); i--)
        {
            if (_reading.IsAny(i, "if whether unless hope hopes hoped hoping wish because why")
                || (_reading.Is(i, "told") && _reading.IsAny(i + 1, "me us")))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFactual(Sentence sentence, int negation)
    {
        if (IsConditional(sentence, negation) || HasNonDenial(sentence, negation) || IsInRelativeClause(sentence, negation) || IsFinding(sentence, negation))
        {
            return false;
        }

        if (_reading.IsAny(negation, "never neither nobody"))
        {
            return !IsObjectOfDenying(sentence, negation);
        }

        if (IsContrast(sentence, negation))
        {
            return true;
        }

        var before = BeforeAdverbs(sentence, negation - 1);
        var isFragment = negation == sentence.FirstToken || _reading.IsQuote(before) || sentence.Block.Kind == BlockKind.Headline;
        return isFragment || _reading.IsAny(before, "did does do was were is are has have had 're ’re 's ’s and am 'm ’m");
    }

    private int BeforeAdverbs(Sentence sentence, int token)
    {
        while (token > sentence.FirstToken && (_reading[token].EndsWith("ly", StringComparison.Ordinal) || _reading.IsAny(token, "just also still")))
        {
            token--;
        }

        return token;
    }

    // "voters who have not decided", "a plan that was never built": tells of what is spoken of and answers nobody.
    private bool IsInRelativeClause(Sentence sentence, int negation)
    {
        var i = BeforeAdverbs(sentence, negation - 1);
        if (i > sentence.FirstToken && _reading.IsAny(i, "did does do was were is are has have had"))
        {
            i = BeforeAdverbs(sentence, i - 1);
        }

        return i > sentence.FirstToken && (_reading.IsAny(i, "who which") || (_reading.Is(i, "that") && facts.Tags[i - 1] is PennTag.NN or PennTag.NNS));
    }

    private bool HasNonDenial(Sentence sentence, int negation) => NonDenialAfter(sentence, negation) is not null;

    private PhraseMatch? NonDenialAfter(Sentence sentence, int negation)
    {
        for (var i = negation + 1; i < sentence.EndToken && i <= negation + 3; i++)
        {
            if (words.NonDenials.MatchAt(facts, i, sentence.EndToken) is { } match)
            {
                // "did not know of the payments" denies what it knows nothing of.
                return _reading.IsAny(i, "know known") && i + 1 < sentence.EndToken && _reading.IsAny(i + 1, "of about") ? null : match;
            }

            // Only adverbs and auxiliaries may stand between.
            if (!_reading[i].EndsWith("ly", StringComparison.Ordinal) && !_reading.IsAny(i, "been yet even be a the any"))
            {
                return null;
            }
        }

        return null;
    }
}
