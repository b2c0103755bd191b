using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions by adjectives: "X is confident that", "voters angry at the ruling".</summary>
internal sealed class AdjectiveCues(SentenceChunks chunks, ArticleCues cues, Contents contents, CueDrafts drafts, ComplementCues complements, RightContents rightContents)
{
    // "is confident that", "is worried about", "was unaware of".
    public AttributionDraft? FindAdjective(Sentence sentence, int verb, TokenRange? subject)
    {
        var at = chunks.Is(verb + 1, ChunkKind.Adverb) ? verb + 2 : verb + 1;
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
        var draft = CompleteAdjective(new CueSite(sentence, first, at + 1, cue, subject, 0));
        return draft is not null && !chunks.Is(at + 1, ChunkKind.That) && HasMainVerb(at + 1, draft.Content[0].End) ? null : draft;
    }

    private AttributionDraft? CompleteAdjective(CueSite site)
    {
        var after = site.After;
        var cue = site.Cue;
        if (chunks.Is(after, ChunkKind.That) || (chunks.Is(after, ChunkKind.Noun) && rightContents.IsClause(after)))
        {
            return drafts.WithContent(site, after, contents.ClauseEnd(after));
        }

        if (chunks.IsVerb(after, VerbForm.Infinitive))
        {
            return cue.Takes(CueComplements.Infinitive) ? drafts.WithContent(site, after, contents.ObjectEnd(after)) : null;
        }

        return complements.FindPreposition(site);
    }

    // "A source familiar with his thinking said": the verb of the sentence is none of the adjective's.
    private bool HasMainVerb(int first, int endToken)
    {
        for (var i = first; i < chunks.Count && chunks[i].First < endToken; i++)
        {
            if (chunks[i].Kind is ChunkKind.Question or ChunkKind.That or ChunkKind.Subordinator)
            {
                return false;
            }

            if (chunks.IsFinite(i))
            {
                return true;
            }
        }

        return false;
    }
}
