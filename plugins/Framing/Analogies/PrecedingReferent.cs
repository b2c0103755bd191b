namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Comparisons whose referent stands before the cue: "X-style", "X redux", "it is X again".</summary>
internal sealed class PrecedingReferent(ReferentFinder finder, LoadedWords loaded)
{
    private const int NounReach = 4;

    /// <summary>The analogy that a cue draws, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> referents)
    {
        var end = words.IsQuoteMark(cue.First - 1) ? cue.First - 1 : cue.First;
        end = cue.Cue.Pattern == CuePattern.Legacy ? OwnerEnd(words, cue.First) : end;
        foreach (var referent in referents)
        {
            if (referent.End == end)
            {
                return !referent.IsNeutral && IsMeant(words, cue, referent) && !words.IsHyphen(referent.First - 1)
                    ? new Analogy(referent.Sense == ReferentSense.Year ? words.PlaceOf(referent.First) : referent.First, EndOf(words, cue), referent, cue.Cue.Kind)
                    : null;
            }
        }

        return cue.Cue.Pattern switch
        {
            CuePattern.Suffix => FindUnlisted(words, cue),
            CuePattern.Revival => FindEventAgain(words, cue, end),
            _ => null,
        };
    }

    private bool IsMeant(SentenceWords words, FoundCue cue, Referent referent) => cue.Cue.Pattern switch
    {
        CuePattern.Suffix => referent.Sense is ReferentSense.Plain or ReferentSense.Person or ReferentSense.Group or ReferentSense.Epithet
            || loaded.HasHarm(words, cue.End, cue.End + NounReach),
        CuePattern.Revival => !finder.IsMention(words, referent) && (!words.Is(cue.End - 1, "over") || cue.End == words.End || words.IsPunctuation(cue.End)),
        CuePattern.Manner or CuePattern.Legacy => (referent.Sense is ReferentSense.Plain or ReferentSense.Person or ReferentSense.Group || (referent.Sense == ReferentSense.Place && (cue.Cue.Kind == "recurrence" || loaded.Bleakness(words, words.First, words.End) is not null)))
            && !loaded.HasPast(words, words.First, words.End)
            && !finder.IsMention(words, referent),
        CuePattern.Once => referent.Sense is not (ReferentSense.Common or ReferentSense.Group) && (IsSaidToBe(words, referent.First) || (referent.Sense == ReferentSense.Plain && loaded.HasAverting(words, words.First, referent.First))),
        _ => false,
    };

    // "Stalin's playbook", "Westray's true heir".
    private static int OwnerEnd(SentenceWords words, int cue) =>
        words.IsPossessive(cue - 1) ? cue - 1
        : words.IsPossessive(cue - 2) && words.IsWord(cue - 1) ? cue - 2
        : cue;

    // "It was Vietnam again" compares; "he went to Vietnam again" travels.
    private static bool IsSaidToBe(SentenceWords words, int first)
    {
        var before = words.Is(first - 1, "the") ? first - 2 : first - 1;
        before = words.IsQuoteMark(before) ? before - 1 : before;
        return before < words.First || words.IsCopula(before) || words.IsAny(before, "it this : like");
    }

    /// <summary>"A Nellie-style bloodletting": a name that is in no list, with a noun that says what happened there.</summary>
    private Analogy? FindUnlisted(SentenceWords words, FoundCue cue)
    {
        var first = cue.First - 1;
        if (words.IsTitle || !words.IsHyphen(cue.First) || !words.IsCapitalised(first) || words.IsDemonym(first) || first == words.First)
        {
            return null;
        }

        for (var i = cue.End; i < cue.End + NounReach && words.IsWord(i); i++)
        {
            if (loaded.EventAt(words, i) is { } noun)
            {
                while (first - 1 > words.First && words.IsCapitalised(first - 1) && words.IsWord(first - 1))
                {
                    first--;
                }

                var name = words.Facts.Article.GetText(words.Span(first, cue.First));
                return new Analogy(first, i + noun.TokenCount, new Referent(first, cue.First, name, noun.Entry["load"], ReferentSense.Plain), cue.Cue.Kind);
            }
        }

        return null;
    }

    /// <summary>"The Radès collapse revisited".</summary>
    private Analogy? FindEventAgain(SentenceWords words, FoundCue cue, int end)
    {
        if (loaded.EventAt(words, end - 1) is not { } noun || !words.IsCapitalised(end - 2) || words.IsTitle || end - 2 == words.First)
        {
            return null;
        }

        var name = words.Facts.Article.GetText(words.Span(end - 2, end));
        return new Analogy(end - 2, cue.End, new Referent(end - 2, end, name, noun.Entry["load"], ReferentSense.Plain), cue.Cue.Kind);
    }

    // The noun belongs to the comparison: "9/11-style attack".
    private static int EndOf(SentenceWords words, FoundCue cue) =>
        cue.Cue.Pattern == CuePattern.Suffix ? words.NounsEnd(cue.End) : cue.End;
}
