using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Tells a denying verb from its doubles, and who denies: "denied entry", "did not deny", "rejected the offer".</summary>
internal sealed class DenyingVerbs(ArticleFacts facts, DenialWords words, Speakers speakers, Story story)
{
    private const int ReachLeft = 4;
    private const int ReachToCaller = 9;

    private readonly Reading _reading = new(facts);
    private readonly Passives _passives = new(facts);
    private readonly DeniedObjects _objects = new(facts, words, story);

    /// <summary>Who denies with a verb; null where the verb denies nothing.</summary>
    public Voice? DenierOf(Candidate candidate)
    {
        if (IsBroken(candidate) || OffersAlternative(candidate))
        {
            return null;
        }

        var hasClaim = candidate.Class switch
        {
            "denies" => _objects.HasDeniableObject(candidate),
            "rejects" or "answers" => (candidate.Match.TokenCount > 1 || (!IsNoun(candidate) && !IsLabel(candidate))) && _objects.HasClaimObject(candidate),
            "disputes" => _objects.HasDeniableObject(candidate) && IsVerb(candidate),
            "against" => _objects.HasClaimBehindAgainst(candidate),
            "splits" => _objects.HasClaimBeforeParticle(candidate),
            "excludes" => (_objects.AnswersStory(candidate.Sentence) || _objects.HasClaimObject(candidate)) && _objects.HasDeniableObject(candidate),
            _ => true,
        };
        return hasClaim && !IsPassiveOfPeople(candidate) && Denier(candidate) is { } denier && (denier.Kind != Voice.Court || story.IsExamined) ? denier : null;
    }

    /// <summary>Who calls something false: "the report was branded a smear by the party", "the palace called it a fairy tale".</summary>
    public Voice? CallerOf(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var end = _passives.IsPassive(candidate) ? Math.Min(sentence.EndToken, candidate.End + ReachToCaller) : candidate.End;
        for (var i = candidate.End; i < end; i++)
        {
            if (_reading.Is(i, "by") && speakers.AgentAfter(sentence, i) is { } caller)
            {
                return caller;
            }
        }

        return speakers.SubjectOf(sentence, candidate.Match.FirstToken) ?? speakers.SpeakerOf(sentence, candidate.Match.FirstToken);
    }

    private Voice? Denier(Candidate candidate)
    {
        if (_passives.IsPassive(candidate))
        {
            return speakers.AgentAfter(candidate.Sentence, _passives.AgentOf(candidate));
        }

        var first = candidate.Match.FirstToken;
        var isParticiple = _reading[first].EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        return (isParticiple || IsCoordinated(candidate) ? SubjectOfMainVerb(candidate) : null)
            ?? speakers.SubjectOf(candidate.Sentence, first)
            ?? speakers.SpeakerOf(candidate.Sentence, first);
    }

    // "He stood by it, but denied that …".
    private bool IsCoordinated(Candidate candidate) =>
        candidate.Match.FirstToken > candidate.Sentence.FirstToken && _reading.IsAny(candidate.Match.FirstToken - 1, "but and");

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
            if (_reading.IsAny(i, "— – - --") && _reading.IsInCapitals(sentence.FirstToken))
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
            if (_reading.IsQuote(i) || _reading.IsAny(i, ", ; : that but"))
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
        && _reading.IsAny(candidate.End, "or nor")
        && _reading[candidate.End + 1].StartsWith("confirm", StringComparison.OrdinalIgnoreCase);

    // Taggers take the verb of a headline for a noun: "Agent scotches talk".
    private bool IsNoun(Candidate candidate) =>
        facts.Tags[candidate.Match.FirstToken] is PennTag.NN or PennTag.NNS
        && !(candidate.Sentence.Block.Kind == BlockKind.Headline && candidate.Match.FirstToken > candidate.Sentence.FirstToken && facts.Tags[candidate.Match.FirstToken - 1] is not (PennTag.DT or PennTag.JJ or PennTag.IN));

    // "a discredited story".
    private bool IsLabel(Candidate candidate) =>
        candidate.Match.FirstToken > candidate.Sentence.FirstToken && facts.Tags[candidate.Match.FirstToken - 1] is PennTag.DT or PennTag.PRPS;

    // "the disputed territory" is an adjective.
    private bool IsVerb(Candidate candidate) =>
        candidate.Match.FirstToken > candidate.Sentence.FirstToken
        && facts.Tags[candidate.Match.FirstToken] is not PennTag.JJ
        && !IsNoun(candidate)
        && facts.Tags[candidate.Match.FirstToken - 1] is not (PennTag.DT or PennTag.PRPS or PennTag.JJ or PennTag.IN or PennTag.POS);

    // "was denied entry", "were denied a hearing": people are refused something; a claim is denied by somebody.
    private bool IsPassiveOfPeople(Candidate candidate) =>
        _passives.IsPassive(candidate) && _passives.AgentOf(candidate) >= candidate.Sentence.EndToken;
}
