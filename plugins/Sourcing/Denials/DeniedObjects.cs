using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Tells what a denying verb has for its object: a claim, which is denied, or a thing, which is refused.</summary>
internal sealed class DeniedObjects(ArticleFacts facts, DenialWords words, Story story)
{
    private const int ReachRight = 7;
    private const int ReachToPreposition = 5;
    private const int ReachToRelative = 9;

    private readonly Reading _reading = new(facts);
    private readonly Passives _passives = new(facts);

    /// <summary>True where what follows is denied, not refused: "denied the claim", not "denied him entry".</summary>
    public bool HasDeniableObject(Candidate candidate)
    {
        var at = candidate.End;
        var end = Math.Min(candidate.Sentence.EndToken, at + ReachRight);
        if (_passives.IsPassive(candidate) && _passives.AgentOf(candidate) < candidate.Sentence.EndToken)
        {
            // "The visa was denied by the embassy".
            return HasClaimBefore(candidate) || _reading.FirstMatch(words.Refused, Math.Max(candidate.Sentence.FirstToken, candidate.Match.FirstToken - ReachRight), candidate.Match.FirstToken) is null;
        }

        if (_reading.FirstMatch(words.Refused, at, end) is { } topic && topic.Entry["topic"] == "yes")
        {
            return false;
        }

        if (at >= end)
        {
            return true;
        }

        if (_reading.IsAny(at, "him her them us me you himself themselves herself yourself"))
        {
            // "denied her account of it" has a claim after the pronoun.
            return words.Claims.MatchAt(facts, at + 1, candidate.Sentence.EndToken) is not null;
        }

        if (facts.Tags[at] is PennTag.NNP or PennTag.NNPS && !StatesSomething(at, end))
        {
            return false;
        }

        for (var i = at; i < end; i++)
        {
            if (facts.Tokens[i].Kind == TokenKind.Punctuation && !_reading.IsQuote(i) && !_reading.Is(i, "-"))
            {
                return true;
            }

            if (_reading.IsAny(i, "that any it ever") || (i == at && _reading.IsAny(i, "having being there he she they we")) || words.Claims.MatchAt(facts, i, end) is not null)
            {
                return true;
            }

            if (words.Refused.MatchAt(facts, i, end) is not null)
            {
                return false;
            }
        }

        return true;
    }

    // "denied Lebanon had captured her", "denied Smith's claims"; not "denied Carter a second term".
    private bool StatesSomething(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (facts.Tags[i] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD or PennTag.VBG || words.Claims.MatchAt(facts, i, end) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where what follows is a claim: "rejected claims that …", "dismissed as propaganda the report".</summary>
    public bool HasClaimObject(Candidate candidate) => HasClaimObject(candidate, candidate.End);

    /// <summary>True for "pushed back forcefully on Thursday against a report", "hit back at the claims".</summary>
    public bool HasClaimBehindAgainst(Candidate candidate)
    {
        for (var i = candidate.End; i + 1 < candidate.Sentence.EndToken && i < candidate.End + ReachToPreposition && facts.Tokens[i].Kind == TokenKind.Word; i++)
        {
            if (_reading.IsAny(i, "against at on"))
            {
                return words.Claims.MatchAt(facts, i + 1, candidate.Sentence.EndToken) is not null || HasClaimObject(candidate, i + 1);
            }
        }

        return false;
    }

    private bool HasClaimObject(Candidate candidate, int from)
    {
        var sentence = candidate.Sentence;
        var end = Math.Min(sentence.EndToken, from + ReachRight + 5);
        for (var i = from; i < end && !_reading.IsAny(i, "after amid following over because despite during when while since before"); i++)
        {
            if (_reading.Is(i, "as")
                && _reading.FirstMatch(words.Idioms, i + 1, Math.Min(sentence.EndToken, i + 16)) is { } idiom
                && (idiom.Entry["weak"].Length == 0 || _reading.FirstMatch(words.Claims, sentence.FirstToken, sentence.EndToken) is not null))
            {
                return true;
            }

            if (i < from + (_reading.Is(from, "as") ? ReachRight + 5 : ReachRight) && words.Claims.MatchAt(facts, i, end) is { } claim)
            {
                if ((IsDeniable(claim, end) || IsInHeadline(candidate) || (candidate.Class is "answers" or "against" && IsDetermined(claim.FirstToken))) && (claim.Entry["weak"] != "shown" || i <= from + 3))
                {
                    return !IsDemand(claim, sentence.EndToken);
                }
            }
        }

        return _passives.IsPassive(candidate) ? HasClaimBefore(candidate) : TakesUpClaim(candidate) || IsOfRelativeClause(candidate);
    }

    /// <summary>True for "waved the story away", "brushed it off"; "shot it down" needs a claim that it takes up.</summary>
    public bool HasClaimBeforeParticle(Candidate candidate)
    {
        for (var i = candidate.End + 1; i < candidate.Sentence.EndToken && i < candidate.End + ReachRight; i++)
        {
            if (_reading.IsAny(i, "away aside off down"))
            {
                return words.Claims.MatchAt(facts, i - 1, i) is not null
                    || (i == candidate.End + 1 && _reading.IsAny(i - 1, "it this that these them") && (!_reading.Is(i, "down") || AnswersStory(candidate.Sentence)));
            }
        }

        return false;
    }

    // "The minister rejected this.": what it takes up is the claim of the sentence before, or of the article.
    private bool TakesUpClaim(Candidate candidate) =>
        candidate.End + 1 < candidate.Sentence.EndToken
        && _reading.IsAny(candidate.End, "this that it these them")
        && facts.Tokens[candidate.End + 1].Kind == TokenKind.Punctuation
        && AnswersStory(candidate.Sentence);

    /// <summary>True where a claim is at issue: in the sentence, in the one before, or all through the article.</summary>
    public bool AnswersStory(Sentence sentence) =>
        story.IsExamined || story.HasClaim(sentence) || (sentence.Index > 0 && story.HasClaim(facts.Sentences[sentence.Index - 1]));

    // "an accusation that the company has repeatedly rejected": what is rejected stands before the clause.
    private bool IsOfRelativeClause(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        if (candidate.End < sentence.EndToken && facts.Tokens[candidate.End].Kind != TokenKind.Punctuation)
        {
            return false;
        }

        for (var i = candidate.Match.FirstToken - 1; i > sentence.FirstToken && i >= candidate.Match.FirstToken - ReachToRelative; i--)
        {
            if (_reading.IsAny(i, "which that"))
            {
                return words.Claims.MatchAt(facts, i - 1, i) is { } claim ? IsFirm(claim) : HasFirmClaim(Math.Max(sentence.FirstToken, i - ReachRight), i);
            }
        }

        return false;
    }

    private bool HasFirmClaim(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Claims.MatchAt(facts, i, end) is { } claim && IsFirm(claim))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFirm(PhraseMatch claim) => claim.Entry["weak"].Length == 0;

    // "Police shoot down story of clown gang": headlines do without articles, and such phrases refuse nothing.
    private static bool IsInHeadline(Candidate candidate) =>
        candidate.Match.TokenCount > 1 && candidate.Sentence.Block.Kind == BlockKind.Headline;

    private bool IsDeniable(PhraseMatch claim, int end)
    {
        var after = claim.FirstToken + claim.TokenCount;
        return claim.Entry["weak"] switch
        {
            // "scoffs at coup talk", "talk of a coup", not "talk show".
            "talk" => after >= end || facts.Tokens[after].Kind == TokenKind.Punctuation || _reading.IsAny(after, "that of about as in on by from"),
            "yes" => after < end && _reading.IsAny(after, "that of about as"),
            "shown" => after < end && (_reading.IsAny(after, "that about as") || (!_reading.Is(after, "of") && IsDetermined(claim.FirstToken))),
            _ => true,
        };
    }

    private bool IsDetermined(int noun) =>
        _reading.IsAny(noun - 1, "the this that these those such a 's ’s his her their its") || _reading.IsAny(noun - 2, "the this these those a 's ’s");

    // "rejected suggestions that he should resign" refuses to do something.
    private bool IsDemand(PhraseMatch claim, int end)
    {
        for (var i = claim.FirstToken + claim.TokenCount; i < end && i < claim.FirstToken + 8; i++)
        {
            if (_reading.IsAny(i, "should must ought"))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasClaimBefore(Candidate candidate) =>
        _reading.FirstMatch(words.Claims, Math.Max(candidate.Sentence.FirstToken, candidate.Match.FirstToken - 14), candidate.Match.FirstToken) is not null;
}
