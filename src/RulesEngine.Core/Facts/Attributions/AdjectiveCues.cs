using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions by adjectives: "X is confident that", "voters angry at the ruling".</summary>
internal sealed class AdjectiveCues(SentenceChunks chunks, ArticleCues cues, Contents contents, CueDrafts drafts, ComplementCues complements, RightContents rightContents)
{
    // "is confident that", "is worried about", "was unaware of".
    public AttributionDraft? FindAdjective(Sentence sentence, int verb, TokenRange? subject)
    {
        var at = verb + 1;
        while (chunks.Is(at, ChunkKind.Adverb))
        {
            at++;
        }

        var isAdjective = chunks.Is(at, ChunkKind.Adjective) || (chunks.Is(at, ChunkKind.Noun) && chunks[at].End - chunks[at].First == 1);
        var head = isAdjective ? chunks[at].Head : chunks[verb].IsPassive ? chunks[verb].Head : -1;
        if (subject is null || head < 0 || cues.Find(head, sentence.EndToken, CueClass.Adjective) is not { } cue)
        {
            return null;
        }

        return CompleteAdjective(new CueSite(sentence, verb, isAdjective ? at + 1 : verb + 1, cue, subject, 0));
    }

    /// <summary>The attribution of an adjective without a verb: "voters angry at the ruling", ", confident that she would win", or null.</summary>
    public AttributionDraft? FindBareAdjective(Sentence sentence, int at, TokenRange? subject)
    {
        if (subject is null || cues.Find(chunks[at].Head, sentence.EndToken, CueClass.Adjective) is not { } cue)
        {
            return null;
        }

        var first = chunks.Is(at - 1, ChunkKind.Adverb) ? at - 1 : at;
        return CompleteAdjective(new CueSite(sentence, first, at + 1, cue, subject, 0) { IsBare = true });
    }

    private bool IsImpersonal(CueSite site) => site.Subject is { } subject && subject.End == site.Verb && chunks.StartsWith(subject.First, "it");

    // "It is not clear whether": nobody is named for whom it is.
    private AttributionDraft FindImpersonal(CueSite site)
    {
        var draft = drafts.Draft(site, null, site.After, null);
        draft.CueRange = draft.CueRange with { First = chunks[site.Subject!.Value.First].First };
        drafts.AddContent(draft, site.After, contents.ClauseEnd(site.After));
        return draft;
    }

    private AttributionDraft? CompleteAdjective(CueSite site)
    {
        var after = site.After;
        var cue = site.Cue;
        if (chunks.Is(after, ChunkKind.That) || chunks.Is(after, ChunkKind.Question) || (chunks.Is(after, ChunkKind.Noun) && rightContents.IsClause(after)))
        {
            return IsImpersonal(site) ? FindImpersonal(site) : drafts.WithContent(site, after, contents.ClauseEnd(after), isClause: true);
        }

        if (chunks.IsVerb(after, VerbForm.Infinitive))
        {
            return cue.Takes(CueComplements.Infinitive) ? drafts.WithContent(site, after, contents.ObjectEnd(after)) : null;
        }

        return complements.FindPreposition(site);
    }
}
