using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// History that the grammar does not tie to the present, in a sentence that plainly speaks of today: "the raid is Beria's
/// third act", "from Vyshinsky, by teleprompter". Where the words around the name can be a mention of the past, it is one.
/// </summary>
internal sealed class LeaningReferent(ReferentFinder finder, LoadedWords loaded)
{
    private const int Reach = 12;

    /// <summary>The analogy with the one listed referent of the sentence, or null.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="cues">Its cues; without one that speaks of today there is none.</param>
    /// <param name="referents">The history that it names.</param>
    public Analogy? Find(SentenceWords words, List<FoundCue> cues, List<Referent> referents)
    {
        if (referents is not [var referent])
        {
            return null;
        }

        foreach (var cue in cues)
        {
            if (cue.Cue.Pattern is CuePattern.Lean or CuePattern.Once && referent.First >= cue.End - Reach && referent.End <= cue.First + Reach)
            {
                return IsLeant(words, referent)
                    ? new Analogy(Math.Min(cue.First, referent.First), Math.Max(cue.End, referent.End), referent, "comparison")
                    : null;
            }
        }

        return null;
    }

    private bool IsLeant(SentenceWords words, Referent referent) =>
        !referent.IsNeutral
        && referent.Entry is not null
        && referent.Sense is ReferentSense.Plain or ReferentSense.Person
        && !loaded.HasPast(words, words.First, words.End)
        && !loaded.HasBright(words, words.First, words.End)
        && !finder.IsMention(words, referent)
        && !IsPlaced(words, referent)
        && !IsActing(words, referent.End);

    // "At Sandy Hook", "during the Holocaust", "praised Saddam Hussein", "Charles Chamberlain", "Watergate and Iran-Contra".
    private static bool IsPlaced(SentenceWords words, Referent referent)
    {
        var before = words.IsDeterminer(referent.First - 1) ? referent.First - 2 : referent.First - 1;
        return words.IsAny(before, "in at on during after before since until till throughout about near over and or former late")
            || words.IsHyphen(before)
            || (words.IsVerb(before) && !words.IsCopula(before) && words.Facts.Tags[before] is PennTag.VBD or PennTag.VBN)
            || (words.IsCapitalised(before) && before > words.First)
            || (referent.Sense == ReferentSense.Person && words.IsNoun(before));
    }

    // "Pinochet ordered", "the Derg was", "Watergate figures", "Stalin, who": what history did is told.
    private static bool IsActing(SentenceWords words, int end) =>
        words.IsNoun(end)
        || words.IsHyphen(end)
        || words.IsAny(end, "and or was were who which")
        || (words.Is(end, ",") && words.IsAny(end + 1, "who which and"))
        || (words.IsWord(end) && words.Facts.Tags[end] == PennTag.VBD);
}
