namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>"The worst attack since X": loaded only where a bad thing is measured against a bad thing.</summary>
internal sealed class Superlative(ReferentFinder finder, LoadedWords loaded)
{
    private const int Reach = 14;
    private const int ReferentReach = 7;

    /// <summary>The analogy that a superlative draws, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> referents)
    {
        var start = FindSince(words, cue);
        if (start == 0 || (cue.Cue.Pattern == CuePattern.Plain && !loaded.HasHarm(words, cue.End, start - 1) && loaded.Bleakness(words, cue.End, start - 1) is null))
        {
            return null;
        }

        foreach (var referent in referents)
        {
            if (referent.First < start)
            {
                continue;
            }

            var isMeant = !referent.IsNeutral
                && referent.First - start <= ReferentReach
                && !words.HasBarrier(start, referent.First)
                && IsCatastrophe(words, cue, start, referent)
                && !finder.IsMention(words, referent);
            return isMeant ? new Analogy(cue.First, referent.End, referent, "superlative") : null;
        }

        return words.Is(start - 1, "since") ? FindUnlisted(words, cue, start) : null;
    }

    // "The bloodiest since the Ankara station bombing": nothing follows that would make it go on ("since the Gaza war began").
    private bool IsNamedEvent(SentenceWords words, FoundCue cue, int name, int end)
    {
        var noun = words.NounsEnd(words.NameEnd(name)) - 1;
        return cue.Cue.Pattern == CuePattern.Grave && noun > name && noun + 1 == end && !words.IsDemonym(words.NameEnd(name) - 1) && loaded.EventAt(words, noun) is not null;
    }

    // "The worst rail accident since Szczekociny": what is measured is a catastrophe, and a name alone can only be another.
    private bool IsByword(SentenceWords words, FoundCue cue, int start, int name)
    {
        var end = words.NameEnd(name);
        return cue.Cue.Pattern == CuePattern.Grave
            && (name == start || (name == start + 1 && words.Is(start, "the")))
            && (end == words.End || words.IsPunctuation(end) || words.IsAny(end, "killed claimed took left"))
            && !words.IsWeekday(name)
            && !words.IsAny(name, "christmas easter ramadan independence")
            && loaded.Load(words, cue.End, start - 1) == "catastrophe";
    }

    // "Since Paradise burned": the name itself was destroyed.
    private bool IsLoss(SentenceWords words, int verb, int end) =>
        words.IsVerb(verb) && (verb + 1 == end || words.IsPreposition(verb + 1)) && loaded.Load(words, verb, verb + 1) is "war" or "catastrophe";

    private bool IsCatastrophe(SentenceWords words, FoundCue cue, int start, Referent referent) => referent.Sense switch
    {
        ReferentSense.Plain or ReferentSense.Group => true,
        ReferentSense.Name => cue.Cue.Pattern == CuePattern.Grave && !loaded.HasBright(words, words.First, words.End),
        ReferentSense.Person or ReferentSense.Place or ReferentSense.Common => loaded.HasHarm(words, cue.End, start - 1),
        _ => false,
    };

    private static int FindSince(SentenceWords words, FoundCue cue)
    {
        for (var i = cue.End; i < Math.Min(words.End, cue.End + Reach) && !words.IsBarrier(i); i++)
        {
            if (words.IsAny(i, cue.Cue.Links.AsSpan()))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>
    /// "Since the Bukoba went down", "since the Marmara quake": a name with a catastrophe. Wars and coups that are in no list
    /// may be going on ("since the invasion began"); they are left alone.
    /// </summary>
    private Analogy? FindUnlisted(SentenceWords words, FoundCue cue, int start)
    {
        var end = Math.Min(words.ClauseEnd(start), start + ReferentReach);
        for (var i = start; i < end; i++)
        {
            if (words.IsCapitalised(i) && !words.IsMonth(i) && (loaded.Load(words, i + 1, end) == "catastrophe" || IsLoss(words, i + 1, end) || IsNamedEvent(words, cue, i, end) || IsByword(words, cue, start, i)))
            {
                var referent = new Referent(start, end, words.Facts.Article.GetText(words.Span(start, end)), "catastrophe", ReferentSense.Plain);
                return new Analogy(cue.First, end, referent, "superlative");
            }
        }

        return null;
    }
}
