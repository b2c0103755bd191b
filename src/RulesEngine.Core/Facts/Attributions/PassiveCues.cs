namespace RulesEngine.Core.Facts;

/// <summary>Attributions whose subject is what is said: "X is expected to", "the report was denied by X", "an idea endorsed by X", "X seems to".</summary>
internal sealed class PassiveCues(SentenceChunks chunks, NounPhrases phrases, Contents contents, CueDrafts drafts, ComplementCues complements, Func<int, bool> canSpeak)
{
    // "Nabisco is expected to cut jobs", "the report was denied by X", "it was announced that".
    public AttributionDraft? FindPassive(CueSite site)
    {
        var by = site.After;
        TokenRange? source = null;
        if (chunks.StartsWith(by, "by") && chunks.Is(by + 1, ChunkKind.Noun))
        {
            source = new TokenRange(by + 1, phrases.End(by + 1, keepsPrepositions: false));
        }

        var next = source?.End ?? by;
        while (site.Cue.TakesAddressee && chunks.Is(next, ChunkKind.Preposition) && chunks.Is(next + 1, ChunkKind.Noun) && chunks.Is(next + 2, ChunkKind.Question))
        {
            next += 2;
        }

        if (site.Cue.TakesAddressee && SkipAdjuncts(next) is var behind && (chunks.Is(behind, ChunkKind.Question) || drafts.IsAny(behind, site.Cue.Prepositions)))
        {
            next = behind;
        }

        if (site.Cue.TakesAddressee && drafts.IsAny(next, site.Cue.Prepositions) && (chunks.Is(next + 1, ChunkKind.Noun) || chunks.IsVerb(next + 1, VerbForm.Gerund)))
        {
            var about = drafts.Draft(site, source, source is null ? next + 1 : by + 1, null);
            drafts.AddContent(about, next + 1, contents.ObjectEnd(next + 1));
            return about;
        }

        if (chunks.Is(next, ChunkKind.That) || (site.Cue.TakesAddressee && (chunks.Is(next, ChunkKind.Question) || chunks.StartsWith(next, "if"))))
        {
            var told = drafts.Draft(site, source, by + (source is null ? 0 : 1), null);
            drafts.AddContent(told, next, contents.ClauseEnd(next, isSubordinate: site.Verb <= 1));
            return told;
        }

        if (site.Subject is not { } subject || (!site.Cue.Takes(CueComplements.Object) && !chunks.IsVerb(next, VerbForm.Infinitive)))
        {
            return null;
        }

        var draft = drafts.Draft(site, source, by + (source is null ? 0 : 1), subject);
        if (chunks.IsVerb(next, VerbForm.Infinitive))
        {
            drafts.AddContent(draft, next, contents.ObjectEnd(next));
        }
        else if ((chunks.StartsWith(next, "as") || chunks.StartsWith(next, "for")) && next + 1 < chunks.Count)
        {
            draft.CueRange = source is null ? draft.CueRange with { End = chunks[next].End } : draft.CueRange;
            drafts.AddContent(draft, next + 1, contents.ObjectEnd(next + 1));
        }

        return draft;
    }

    // "asked again in Ohio on Monday about".
    private int SkipAdjuncts(int at)
    {
        while (chunks.Is(at, ChunkKind.Adverb) || (chunks.Is(at, ChunkKind.Noun) && chunks[at].IsTime) || (chunks.Is(at, ChunkKind.Preposition) && (chunks.StartsWith(at, "in") || chunks.StartsWith(at, "on") || chunks.StartsWith(at, "at")) && chunks.Is(at + 1, ChunkKind.Noun)))
        {
            at += chunks.Is(at, ChunkKind.Preposition) ? 2 : 1;
        }

        return at;
    }

    // "an idea endorsed by the union", "The campaign, first reported by the Herald,".
    public AttributionDraft? FindReduced(CueSite site)
    {
        var noun = chunks.Is(site.Verb - 1, ChunkKind.Comma) ? site.Verb - 2 : site.Verb - 1;
        if (FindReducedAs(site, noun) is { } described)
        {
            return described;
        }

        if (!chunks.StartsWith(site.After, "by") || !chunks.Is(site.After + 1, ChunkKind.Noun) || !canSpeak(chunks[site.After + 1].Head) || !chunks.Is(noun, ChunkKind.Noun) || !site.Cue.Takes(CueComplements.Object | CueComplements.Clause))
        {
            return null;
        }

        var source = new TokenRange(site.After + 1, phrases.End(site.After + 1, keepsPrepositions: false));
        return drafts.Draft(site, source, site.After, new TokenRange(phrases.Start(noun), noun + 1));
    }

    // "Mr. Roe, regarded as the leader", "a merger announced Monday": nobody says by whom.
    private AttributionDraft? FindReducedAs(CueSite site, int noun)
    {
        if (!site.Cue.Takes(CueComplements.Object) || !chunks.Is(noun, ChunkKind.Noun) || chunks[noun].IsTime)
        {
            return null;
        }

        var about = new TokenRange(phrases.Start(noun), noun + 1);
        if (chunks.StartsWith(site.After, "as") && (chunks.Is(site.After + 1, ChunkKind.Noun) || chunks.Is(site.After + 1, ChunkKind.Quotation)))
        {
            var draft = drafts.Draft(site, null, site.After + 1, about);
            drafts.AddContent(draft, site.After + 1, contents.ObjectEnd(site.After + 1));
            return draft;
        }

        return site.Cue.IsSpeech && noun == site.Verb - 1 && chunks.Is(site.After, ChunkKind.Noun) && chunks[site.After].IsTime ? drafts.Draft(site, null, site.After, about) : null;
    }

    public AttributionDraft? FindRaising(CueSite site)
    {
        if (chunks.Is(site.After, ChunkKind.Comma) && chunks.Is(site.After + 1, ChunkKind.Adverb) && chunks.Is(site.After + 2, ChunkKind.Comma))
        {
            // "appears, though, that".
            site = site with { After = site.After + 3 };
        }

        if (site.Subject is not { } subject || site.After >= chunks.Count || !(chunks.IsVerb(site.After, VerbForm.Infinitive) || chunks.IsVerb(site.After, VerbForm.Participle) || chunks[site.After].Kind is ChunkKind.That or ChunkKind.Adjective || (chunks.Is(site.After, ChunkKind.Adverb) && chunks.Is(site.After + 1, ChunkKind.Adjective))))
        {
            return null;
        }

        if (chunks.IsVerb(site.After, VerbForm.Infinitive) && chunks.Is(subject.First, ChunkKind.Noun) && canSpeak(chunks[subject.End - 1].Head) && complements.FindChain(site) is { } chain)
        {
            return chain;
        }

        var draft = drafts.Draft(site, null, site.After, chunks.StartsWith(subject.First, "it") ? null : subject);
        drafts.AddContent(draft, site.After, contents.ClauseEnd(site.After));
        return draft;
    }
}
