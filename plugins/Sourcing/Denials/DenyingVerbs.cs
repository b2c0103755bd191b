using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Tells a denying verb or noun from its doubles: "denied entry", "did not deny", "rejected the offer", "climate denial".</summary>
internal sealed class DenyingVerbs(ArticleFacts facts, DenialWords words, Speakers speakers, Story story)
{
    private const int ReachLeft = 4;
    private const int ReachRight = 7;

    private readonly Reading _reading = new(facts);

    /// <summary>Who denies with a verb; null where the verb denies nothing.</summary>
    public Voice? DenierOf(Candidate candidate)
    {
        if (IsBroken(candidate) || OffersAlternative(candidate))
        {
            return null;
        }

        var hasClaim = candidate.Class switch
        {
            "denies" => HasDeniableObject(candidate),
            "rejects" => (candidate.Match.TokenCount > 1 || !IsNoun(candidate)) && HasClaimObject(candidate),
            "disputes" => HasDeniableObject(candidate) && IsVerb(candidate),
            "excludes" => AnswersStory(candidate.Sentence) && HasDeniableObject(candidate),
            _ => true,
        };
        return hasClaim && !IsPassiveOfPeople(candidate) && Denier(candidate) is { } denier && (denier.Kind != Voice.Court || story.IsExamined) ? denier : null;
    }

    /// <summary>Who denies with a noun: "repeated its denial", "a denial from the palace"; null where it is no denial of a claim.</summary>
    public Voice? DenierOfNoun(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var first = candidate.Match.FirstToken;
        if (candidate.End < sentence.EndToken && _reading.Is(candidate.End, "of") && _reading.FirstMatch(words.Refused, candidate.End, Math.Min(sentence.EndToken, candidate.End + 4)) is not null)
        {
            return null;
        }

        for (var i = first - 1; i >= sentence.FirstToken && i >= first - 6; i--)
        {
            if (_reading.IsAny(i, "in", "climate", "holocaust", "election", "despite", "plausible"))
            {
                return null;
            }

            if (_reading.IsAny(i, "issued", "issues", "tweeted", "tweets", "posted", "repeated", "repeats", "released", "made", "published", "reiterated", "sent", "gave", "offered", "its", "their", "his", "her", "'s", "’s") && !_reading.Is(first - 1, "this"))
            {
                return speakers.SubjectOf(sentence, i) ?? speakers.SubjectOf(sentence, first);
            }
        }

        return candidate.End < sentence.EndToken && _reading.IsAny(candidate.End, "from", "by") ? speakers.AgentAfter(sentence, candidate.End) : null;
    }

    private Voice? Denier(Candidate candidate)
    {
        if (IsPassive(candidate))
        {
            return speakers.AgentAfter(candidate.Sentence, AgentOf(candidate));
        }

        var first = candidate.Match.FirstToken;
        var isParticiple = _reading[first].EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        return (isParticiple ? SubjectOfMainVerb(candidate) : null)
            ?? speakers.SubjectOf(candidate.Sentence, first)
            ?? speakers.SpeakerOf(candidate.Sentence, first);
    }

    // ", denying reports of a truce": the subject of the sentence.
    private Voice? SubjectOfMainVerb(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        for (var i = AfterDateline(sentence) + 1; i < candidate.Match.FirstToken; i++)
        {
            if (speakers.SubjectOf(sentence, i) is { } subject)
            {
                var end = i;
                while (end < candidate.Match.FirstToken && !_reading.Is(end, ",") && _reading.IsCapitalised(end))
                {
                    end++;
                }

                return end > i && speakers.SubjectOf(sentence, end) is { } whole ? whole : subject;
            }
        }

        return null;
    }

    // "ABUJA, Nigeria — The leader …".
    private int AfterDateline(Sentence sentence)
    {
        for (var i = sentence.FirstToken + 1; i < sentence.EndToken && i < sentence.FirstToken + 8; i++)
        {
            if (_reading.IsAny(i, "—", "–", "-", "--") && _reading.IsInCapitals(sentence.FirstToken))
            {
                return i + 1;
            }
        }

        return sentence.FirstToken;
    }

    /// <summary>True for a denying verb that is undone.</summary>
    // "did not deny", "refused to confirm or deny", "would deny"; a comma or a quotation mark ends the reach.
    public bool IsBroken(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        for (var i = first - 1; i >= candidate.Sentence.FirstToken && i >= first - ReachLeft; i--)
        {
            if (_reading.IsQuote(i) || _reading.IsAny(i, ",", ";", ":", "that", "but"))
            {
                return false;
            }

            if (words.Breakers.MatchAt(facts, i, first) is { } breaker && !_reading.IsAny(breaker.FirstToken + breaker.TokenCount, "only"))
            {
                return true;
            }
        }

        return false;
    }

    // "neither denied nor confirmed", "deny or confirm".
    private bool OffersAlternative(Candidate candidate) =>
        candidate.End + 1 < candidate.Sentence.EndToken
        && _reading.IsAny(candidate.End, "or", "nor")
        && _reading[candidate.End + 1].StartsWith("confirm", StringComparison.OrdinalIgnoreCase);

    // Taggers take the verb of a headline for a noun: "Agent scotches talk".
    private bool IsNoun(Candidate candidate) =>
        facts.Tags[candidate.Match.FirstToken] is PennTag.NN or PennTag.NNS
        && !(candidate.Sentence.Block.Kind == BlockKind.Headline && candidate.Match.FirstToken > candidate.Sentence.FirstToken && _reading[candidate.Match.FirstToken].EndsWith("s", StringComparison.Ordinal));

    // "the disputed territory" is an adjective.
    private bool IsVerb(Candidate candidate) =>
        candidate.Match.FirstToken > candidate.Sentence.FirstToken
        && facts.Tags[candidate.Match.FirstToken] is not PennTag.JJ
        && !IsNoun(candidate)
        && facts.Tags[candidate.Match.FirstToken - 1] is not (PennTag.DT or PennTag.PRPS or PennTag.JJ or PennTag.IN or PennTag.POS);

    private bool HasDeniableObject(Candidate candidate)
    {
        var at = candidate.End;
        var end = Math.Min(candidate.Sentence.EndToken, at + ReachRight);
        if (_reading.FirstMatch(words.Refused, at, end) is { } topic && topic.Entry["topic"] == "yes")
        {
            return false;
        }

        if (at >= end)
        {
            return true;
        }

        if (_reading.IsAny(at, "him", "her", "them", "us", "me", "you", "himself", "themselves", "herself", "yourself"))
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

            if (_reading.IsAny(i, "that", "any", "it", "ever") || (i == at && _reading.IsAny(i, "having", "being", "there", "he", "she", "they", "we")) || words.Claims.MatchAt(facts, i, end) is not null)
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

    // "rejected claims that …", "dismissed as propaganda the report".
    private bool HasClaimObject(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var end = Math.Min(sentence.EndToken, candidate.End + ReachRight + 5);
        for (var i = candidate.End; i < end && !_reading.IsAny(i, "after", "amid", "following", "over", "because", "despite", "during", "when", "while", "since", "before"); i++)
        {
            if (_reading.Is(i, "as")
                && _reading.FirstMatch(words.Idioms, i + 1, Math.Min(sentence.EndToken, i + 16)) is { } idiom
                && (idiom.Entry["weak"].Length == 0 || _reading.FirstMatch(words.Claims, sentence.FirstToken, sentence.EndToken) is not null))
            {
                return true;
            }

            if (i < candidate.End + (_reading.Is(candidate.End, "as") ? ReachRight + 5 : ReachRight) && words.Claims.MatchAt(facts, i, end) is { } claim)
            {
                if (IsDeniable(claim, end) && (claim.Entry["weak"] != "shown" || i <= candidate.End + 3))
                {
                    return !IsDemand(claim, sentence.EndToken);
                }
            }
        }

        return IsPassive(candidate) ? HasClaimBefore(candidate) : TakesUpClaim(candidate);
    }

    // "The minister rejected this.": what it takes up is the claim of the sentence before, or of the article.
    private bool TakesUpClaim(Candidate candidate) =>
        candidate.End + 1 < candidate.Sentence.EndToken
        && _reading.IsAny(candidate.End, "this", "that", "it", "these", "them")
        && facts.Tokens[candidate.End + 1].Kind == TokenKind.Punctuation
        && AnswersStory(candidate.Sentence);

    private bool AnswersStory(Sentence sentence) =>
        story.IsExamined || story.HasClaim(sentence) || (sentence.Index > 0 && story.HasClaim(facts.Sentences[sentence.Index - 1]));

    private bool IsDeniable(PhraseMatch claim, int end)
    {
        var after = claim.FirstToken + claim.TokenCount;
        return claim.Entry["weak"] switch
        {
            "yes" => after < end && _reading.IsAny(after, "that", "of", "about", "as"),
            "shown" => after < end && (_reading.IsAny(after, "that", "about", "as") || (!_reading.Is(after, "of") && IsDetermined(claim.FirstToken))),
            _ => true,
        };
    }

    private bool IsDetermined(int noun) =>
        _reading.IsAny(noun - 1, "the", "this", "that", "these", "those", "such", "a") || _reading.IsAny(noun - 2, "the", "this", "these", "those", "a");

    // "rejected suggestions that he should resign" refuses to do something.
    private bool IsDemand(PhraseMatch claim, int end)
    {
        for (var i = claim.FirstToken + claim.TokenCount; i < end && i < claim.FirstToken + 8; i++)
        {
            if (_reading.IsAny(i, "should", "must", "ought"))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasClaimBefore(Candidate candidate) =>
        _reading.FirstMatch(words.Claims, Math.Max(candidate.Sentence.FirstToken, candidate.Match.FirstToken - 14), candidate.Match.FirstToken) is not null;

    // "was denied entry", "were denied a hearing": people are refused something; a claim is denied by somebody.
    private bool IsPassiveOfPeople(Candidate candidate) =>
        IsPassive(candidate) && AgentOf(candidate) >= candidate.Sentence.EndToken;

    // The "by" of a passive: after the verb, or behind what the claim was dismissed as.
    private int AgentOf(Candidate candidate)
    {
        var end = candidate.Sentence.EndToken;
        if (candidate.End >= end || _reading.Is(candidate.End, "by"))
        {
            return candidate.End;
        }

        for (var i = candidate.End + 1; _reading.Is(candidate.End, "as") && i < end && i < candidate.End + ReachRight; i++)
        {
            if (_reading.Is(i, "by"))
            {
                return i;
            }
        }

        return end;
    }

    private bool IsPassive(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        if (!_reading[first].EndsWith("ed", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = first - 1; i >= candidate.Sentence.FirstToken && i >= first - 3; i--)
        {
            if (_reading.IsAny(i, "was", "were", "been", "being", "is", "are", "be", "get", "got", "getting"))
            {
                return true;
            }

            if (!_reading[i].EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !_reading.IsAny(i, "now", "also", "later", "since"))
            {
                return false;
            }
        }

        return false;
    }
}
