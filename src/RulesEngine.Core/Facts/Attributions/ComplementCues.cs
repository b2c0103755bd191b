using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions of what a verb governs other than a clause: "X denied the report", "wants to", "referred to", "which X defended", "angered X".</summary>
internal sealed class ComplementCues(SentenceChunks chunks, ArticleCues cues, NounPhrases phrases, Contents contents, CueDrafts drafts, LeftContents leftContents, RightContents rightContents, Func<int, bool> canSpeak)
{
    /// <summary>The attribution of a verb with a subject and no clause, or null; the first pattern that fits.</summary>
    public AttributionDraft? Find(CueSite site) =>
        FindFelt(site) ?? FindRelative(site) ?? FindJudgement(site) ?? FindInfinitive(site) ?? FindPreposition(site) ?? FindNoun(site) ?? FindObject(site) ?? FindObjectRelative(site) ?? FindBehindAdjunct(site);

    // "a deadline that officials said went unnoticed", "what advocates estimate to be".
    private AttributionDraft? FindRelative(CueSite site)
    {
        if (!site.Cue.Takes(CueComplements.Clause) || site.Subject is not { } subject || subject.End != site.Verb || !chunks.Is(site.After, ChunkKind.Verb))
        {
            return null;
        }

        var last = subject.First - 1;
        var isRelative = chunks.Is(last, ChunkKind.Question) || chunks.Is(last, ChunkKind.That);
        if (!isRelative && !(chunks.IsFinite(site.After) && chunks.Is(subject.First, ChunkKind.Noun)))
        {
            return null;
        }

        var draft = drafts.Draft(site, subject, site.After, isRelative ? new TokenRange(last, last + 1) : null);
        drafts.AddContent(draft, site.After, contents.ClauseEnd(site.After));
        return draft;
    }

    // "The plan, which his rival defended, is dead"; "a charge that she has always denied".
    private AttributionDraft? FindObjectRelative(CueSite site)
    {
        if (!site.Cue.Takes(CueComplements.Object) || chunks[site.Verb].Form != VerbForm.Finite || site.Subject is not { } subject || subject.End != site.Verb || chunks.Is(subject.First, ChunkKind.Question))
        {
            return null;
        }

        var last = chunks.Is(subject.First - 1, ChunkKind.Adverb) ? subject.First - 2 : subject.First - 1;
        var isRelative = chunks.StartsWithAny(last, ObjectRelatives) && (chunks.Is(last, ChunkKind.Question) || (chunks.Is(last, ChunkKind.That) && chunks.Is(last - 1, ChunkKind.Noun)));
        return isRelative && (leftContents.EndsThere(site.After) || chunks.IsFinite(SkipAdjuncts(site))) ? drafts.Draft(site, subject, site.After, new TokenRange(last, last + 1)) : null;
    }

    private static readonly string[] ObjectRelatives = ["which", "that", "whom", "who"];

    private AttributionDraft? FindInfinitive(CueSite site)
    {
        if (!site.Cue.Takes(CueComplements.Infinitive))
        {
            return null;
        }

        if (chunks.IsVerb(site.After, VerbForm.Infinitive))
        {
            return (site.Cue.Stance == Stance.Declines ? FindChain(site) : null) ?? drafts.WithContent(site, site.After, contents.ObjectEnd(site.After));
        }

        // "pledged to “never surrender”": the verb of the infinitive stands in the quotation.
        if (chunks.StartsWith(site.After, "to") && chunks.Is(site.After + 1, ChunkKind.Quotation))
        {
            return drafts.WithContent(site, site.After, contents.ObjectEnd(site.After + 1));
        }

        return chunks.Is(site.After, ChunkKind.Noun) && chunks.IsVerb(site.After + 1, VerbForm.Infinitive)
            ? drafts.WithContent(site, site.After, contents.ObjectEnd(site.After + 1))
            : null;
    }

    // "declined to say whether", "seemed to acknowledge the loss": both verbs are the cue, where the second has words of its own.
    public AttributionDraft? FindChain(CueSite site)
    {
        if (cues.Find(chunks[site.After].Head, site.Sentence.EndToken, CueClass.Verb) is not { } inner || !inner.Takes(CueComplements.Clause) || chunks[site.After].IsPassive)
        {
            return null;
        }

        var chain = site with { After = drafts.SkipRest(site.After, inner), Cue = inner with { Stance = site.Cue.Stance, Traits = inner.Traits | (site.Cue.Traits & CueTraits.Hedged) } };
        var (right, cueEnd) = rightContents.FindRightClause(chain, rightContents.SkipAddressee(chain));
        if (right >= 0)
        {
            var draft = drafts.Draft(chain, site.Subject, cueEnd, null);
            drafts.AddContent(draft, right, contents.ClauseEnd(right));
            return draft;
        }

        return FindPreposition(chain) ?? FindObject(chain);
    }

    /// <summary>The attribution of a verb or adjective with one of its prepositions, or null.</summary>
    public AttributionDraft? FindPreposition(CueSite site)
    {
        var at = SkipManner(site.After);
        if (chunks.IsVerb(at, VerbForm.Infinitive) && at + 1 < chunks.Count && !site.Cue.Takes(CueComplements.Infinitive) && site.Cue.Prepositions.Contains("to"))
        {
            return drafts.WithContent(site, at, contents.ObjectEnd(at));
        }

        if (!drafts.IsAny(at, site.Cue.Prepositions) || at + 1 >= chunks.Count || chunks[at + 1].IsTime
            || (chunks[at + 1].Kind is not ChunkKind.Noun and not ChunkKind.Question and not ChunkKind.Quotation and not ChunkKind.Verb
                && !(chunks[at + 1].Kind is ChunkKind.Adverb or ChunkKind.Adjective && (chunks.Is(at + 2, ChunkKind.Noun) || chunks.IsVerb(at + 2, VerbForm.Gerund)))))
        {
            return null;
        }

        var draft = drafts.Draft(site, site.Subject, at + 1, null);
        drafts.AddContent(draft, at + 1, drafts.EndOfContent(site, at + 1, contents.ObjectEnd(at + 1)));
        return draft;
    }

    // "campaigned hard against", "talk much about", "focus solely on", "spoke Monday about".
    private int SkipManner(int at) =>
        chunks.Is(at, ChunkKind.Noun) && chunks[at].IsTime || chunks.Is(at, ChunkKind.Adverb) || (chunks.Is(at, ChunkKind.Adjective) && chunks.Is(at + 1, ChunkKind.Preposition))
        || (chunks.Is(at, ChunkKind.Noun) && (chunks.StartsWith(at, "much") || chunks.StartsWith(at, "little") || chunks.StartsWith(at, "nothing")) && chunks[at].End - chunks[at].First == 1 && chunks.Is(at + 1, ChunkKind.Preposition))
            ? at + 1 : at;

    // "expressed sympathy for the workers", "voiced concern that": the feeling is part of the cue.
    private AttributionDraft? FindNoun(CueSite site)
    {
        if (!site.Cue.Has(CueTraits.Noun) || !chunks.Is(site.After, ChunkKind.Noun) || chunks.Facts.Tags[chunks[site.After].First] == PennTag.PRPS)
        {
            return null;
        }

        var next = site.After + 1;
        if (chunks.Is(next, ChunkKind.That))
        {
            return drafts.WithContent(site with { After = next }, next, contents.ClauseEnd(next));
        }

        return chunks.Is(next, ChunkKind.Preposition) && (chunks.Is(next + 1, ChunkKind.Noun) && !chunks[next + 1].IsTime || chunks.Is(next + 1, ChunkKind.Question) || chunks.IsVerb(next + 1, VerbForm.Gerund))
            ? drafts.WithContent(site with { After = next + 1 }, next + 1, contents.ObjectEnd(next + 1))
            : null;
    }

    // "noted on Twitter the change", "spoke at the hall on Monday about", "has declined for years to reveal": where and when stand before what is said.
    private AttributionDraft? FindBehindAdjunct(CueSite site)
    {
        var at = SkipAdjuncts(site);
        if (at == site.After || at >= chunks.Count || chunks[site.Verb].Form is not VerbForm.Finite and not VerbForm.Infinitive)
        {
            return null;
        }

        if (drafts.IsAny(at, site.Cue.Prepositions) && !chunks.StartsWith(at, "to") && (chunks.Is(at + 1, ChunkKind.Noun) && !chunks[at + 1].IsTime || chunks.Is(at + 1, ChunkKind.Question)))
        {
            return drafts.WithContent(site, at + 1, contents.ObjectEnd(at + 1));
        }

        return (chunks.IsVerb(at, VerbForm.Infinitive) && site.Cue.Takes(CueComplements.Infinitive)) || (site.Cue.Takes(CueComplements.Object) && OpensObject(at)) || (chunks.Is(at, ChunkKind.Question) && site.Cue.Takes(CueComplements.Clause) && chunks.StartsWith(at, "whether"))
            ? drafts.WithContent(site, at, contents.ObjectEnd(at))
            : null;
    }

    private bool OpensObject(int at) => chunks.Is(at, ChunkKind.Noun) && !chunks[at].IsTime && chunks.Facts.Tags[chunks[at].First] is PennTag.DT or PennTag.PRPS;

    // "called off a deal".
    private bool IsParticle(int adverb) => chunks.StartsWith(adverb, "off") || chunks.StartsWith(adverb, "out") || chunks.StartsWith(adverb, "up") || chunks.StartsWith(adverb, "over");

    private int SkipAdjuncts(CueSite site)
    {
        var at = site.After;
        for (var step = 0; step < 4; step++)
        {
            if (chunks.Is(at, ChunkKind.Preposition) && chunks.Is(at + 1, ChunkKind.Noun) && (chunks[at + 1].IsTime || !drafts.IsAny(at, site.Cue.Prepositions)))
            {
                at += 2;
            }
            else if ((chunks.Is(at, ChunkKind.Adverb) && !IsParticle(at)) || (at > site.After && chunks.Is(at, ChunkKind.Noun) && chunks[at].IsTime))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private AttributionDraft? FindObject(CueSite site)
    {
        // "dismissed as "baseless" a claim that": what it is called stands before what is meant.
        if (site.Cue.Takes(CueComplements.Object) && chunks.StartsWith(site.After, "as") && (chunks.Is(site.After + 1, ChunkKind.Quotation) || chunks.Is(site.After + 1, ChunkKind.Adjective)) && chunks.Is(site.After + 2, ChunkKind.Noun))
        {
            return drafts.WithContent(site with { After = site.After + 1 }, site.After + 1, contents.ObjectEnd(site.After + 1));
        }

        var isObject = site.Cue.Takes(CueComplements.Object) && site.After < chunks.Count
            && (chunks[site.After].Kind is ChunkKind.Noun && !chunks[site.After].IsTime || chunks[site.After].Kind is ChunkKind.Quotation or ChunkKind.Question || chunks.IsVerb(site.After, VerbForm.Gerund));
        return isObject ? drafts.WithContent(site, site.After, contents.ObjectEnd(site.After)) : null;
    }

    // "The ruling angered voters": what it is about stands before the verb, whoever feels it behind.
    private AttributionDraft? FindFelt(CueSite site)
    {
        if (!site.Cue.Has(CueTraits.Felt) || chunks[site.Verb].Form == VerbForm.Infinitive || site.Subject is not { } subject || !chunks.Is(site.After, ChunkKind.Noun) || !canSpeak(chunks[site.After].Head))
        {
            return null;
        }

        return drafts.Draft(site, new TokenRange(site.After, phrases.End(site.After, keepsPrepositions: false)), site.After, subject);
    }

    // "found his message chilling", "felt abandoned".
    private AttributionDraft? FindJudgement(CueSite site)
    {
        if (!site.Cue.Has(CueTraits.Judges))
        {
            return null;
        }

        var isFeeling = chunks.Is(site.After, ChunkKind.Adjective) || chunks.IsVerb(site.After, VerbForm.Participle) || (chunks.Is(site.After, ChunkKind.Adverb) && chunks.Is(site.After + 1, ChunkKind.Adjective));
        var judged = chunks.Is(site.After + 1, ChunkKind.Adverb) ? site.After + 2 : site.After + 1;
        while (chunks.Is(site.After, ChunkKind.Noun) && chunks.Is(judged + 1, ChunkKind.Noun) && chunks[judged].Kind is ChunkKind.Preposition or ChunkKind.Coordinator or ChunkKind.Comma)
        {
            judged += 2;
        }

        var isObject = chunks.Is(site.After, ChunkKind.Noun) && !chunks[site.After].IsTime && (chunks.Is(judged, ChunkKind.Adjective) || (chunks.IsVerb(judged, VerbForm.Gerund) && (chunks.IsEnd(judged + 1) || chunks.Is(judged + 1, ChunkKind.Subordinator))));
        return isFeeling || isObject ? drafts.WithContent(site, site.After, contents.ObjectEnd(site.After)) : null;
    }
}
