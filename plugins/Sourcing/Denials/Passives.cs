using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Reads the passive of a denying verb: who does it stands behind it.</summary>
internal sealed class Passives(ArticleFacts facts)
{
    private const int ReachToAgent = 7;

    private readonly Reading _reading = new(facts);

    /// <summary>The "by" of a passive: after the verb, or behind what the claim was dismissed as; the end of the sentence where there is none.</summary>
    public int AgentOf(Candidate candidate)
    {
        var end = candidate.Sentence.EndToken;
        var by = AfterTime(candidate);
        if (by >= end || _reading.Is(by, "by"))
        {
            return by;
        }

        for (var i = candidate.End + 1; _reading.Is(candidate.End, "as") && i < end && i < candidate.End + ReachToAgent; i++)
        {
            if (_reading.Is(i, "by"))
            {
                return i;
            }
        }

        return end;
    }

    // "was denied on Friday by", "were dismissed out of hand and immediately by".
    private int AfterTime(Candidate candidate)
    {
        var i = candidate.End;
        while (i < candidate.Sentence.EndToken && i < candidate.End + ReachToAgent && (_reading.IsTime(i) || _reading.IsAny(i, "on in at late early last this") || _reading[i].EndsWith("ly", StringComparison.Ordinal)))
        {
            i++;
        }

        return i < candidate.Sentence.EndToken && !_reading.Is(i, "by") ? candidate.End : i;
    }

    /// <summary>True for "was denied", "has since been rejected".</summary>
    public bool IsPassive(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        if (!_reading[first].EndsWith("ed", StringComparison.OrdinalIgnoreCase) && facts.Tags[first] != PennTag.VBN)
        {
            return false;
        }

        for (var i = first - 1; i >= candidate.Sentence.FirstToken && i >= first - 3; i--)
        {
            if (_reading.IsAny(i, "was were been being is are be get got getting"))
            {
                return true;
            }

            if (!_reading[i].EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !_reading.IsAny(i, "now also later since"))
            {
                return false;
            }
        }

        return false;
    }
}
