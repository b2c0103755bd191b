using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Tells a denial that somebody issued from its doubles: "climate denial", "in denial", "denial of service".</summary>
internal sealed class DenyingNouns(ArticleFacts facts, DenialWords words, Speakers speakers)
{
    private readonly Reading _reading = new(facts);

    /// <summary>Who denies with a noun: "repeated its denial", "a denial from the palace"; null where it is no denial of a claim.</summary>
    public Voice? DenierOf(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        var first = candidate.Match.FirstToken;
        if (candidate.End < sentence.EndToken && _reading.Is(candidate.End, "of") && _reading.FirstMatch(words.Refused, candidate.End, Math.Min(sentence.EndToken, candidate.End + 4)) is not null)
        {
            return null;
        }

        for (var i = first - 1; i >= sentence.FirstToken && i >= first - 6; i--)
        {
            if (_reading.Is(i, "in") || words.Creeds.MatchAt(facts, i, first) is not null)
            {
                return null;
            }

            if ((words.DenialBearers.MatchAt(facts, i, first) is not null || _reading.IsAny(i, "its their his her 's ’s")) && !_reading.Is(first - 1, "this"))
            {
                return speakers.SubjectOf(sentence, i) ?? speakers.SubjectOf(sentence, first);
            }
        }

        return candidate.End < sentence.EndToken && _reading.IsAny(candidate.End, "from by") ? speakers.AgentAfter(sentence, candidate.End) : null;
    }
}
