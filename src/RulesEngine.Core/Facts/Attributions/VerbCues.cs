using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions by verbs and by the adjectives that verbs lead to; what follows the verb decides which kind it is.</summary>
internal sealed class VerbCues(SentenceChunks chunks, ArticleCues cues, ClauseCues clauses, ComplementCues complements, PassiveCues passives, AdjectiveCues adjectives, CueDrafts drafts, Func<int, bool> canSpeak)
{
    /// <summary>The attribution of a verb chunk, or null.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="verb">Index of the chunk.</param>
    /// <param name="subject">Chunks of its subject, its own or one that it shares; null where there is none.</param>
    /// <param name="leftEdge">First chunk that can be content on the left.</param>
    public AttributionDraft? Find(Sentence sentence, int verb, TokenRange? subject, int leftEdge)
    {
        var chunk = chunks[verb];
        if (adjectives.FindAdjective(sentence, verb, subject) is { } adjective)
        {
            return adjective;
        }

        if (cues.Find(chunk.Head, sentence.EndToken, CueClass.Verb) is not { } cue)
        {
            return clauses.FindQuoted(new CueSite(sentence, verb, verb + 1, ClauseCues.AnyVerb, subject, leftEdge));
        }

        var site = new CueSite(sentence, verb, drafts.SkipRest(verb, cue), cue, subject, leftEdge);
        if (chunk.IsPassive || (chunk.Form == VerbForm.Participle && cue.TakesAddressee && !chunks.Is(verb - 1, ChunkKind.Noun) && verb + 1 < chunks.Count && (chunks[verb + 1].IsTime || chunks[verb + 1].Kind is (ChunkKind.Question or ChunkKind.That or ChunkKind.Subordinator or ChunkKind.Preposition or ChunkKind.Adverb))))
        {
            return passives.FindPassive(site);
        }

        if (chunk.Form == VerbForm.Participle && passives.FindReduced(site) is { } reduced)
        {
            return reduced;
        }

        if (subject is null && cue.TakesAddressee && chunks.Is(verb - 1, ChunkKind.Subordinator))
        {
            return passives.FindPassive(site);
        }

        if (chunk.Form == VerbForm.Participle && (subject is null || IsNumber(verb - 1)))
        {
            return null;
        }

        if (cue.Has(CueTraits.Person) && !chunk.IsPassive && !(cue.Has(CueTraits.Evidence) && chunks.Is(site.After, ChunkKind.That)) && subject is { } speaker && !IsSpeaker(speaker))
        {
            return null;
        }

        var draft = cue.Takes(CueComplements.Raising) ? passives.FindRaising(site) : FindActive(site);
        if (draft is not null && chunk.Form == VerbForm.Infinitive && FindMatrix(verb) is var matrix and >= 0)
        {
            draft.CueRange = draft.CueRange with { First = chunks[matrix].First };
        }

        return draft;
    }

    private AttributionDraft? FindActive(CueSite site)
    {
        var cue = site.Cue;
        // "charged that", "shared that": whatever verb it is, a clause with "that" is what it says.
        if ((cue.Takes(CueComplements.Clause) || chunks.Is(site.After, ChunkKind.That)) && clauses.FindClause(site) is { } clause)
        {
            return clause;
        }

        if (site.Subject is not { } subject || (chunks[site.Verb].Form == VerbForm.Infinitive && !canSpeak(chunks[subject.End - 1].Head) && !canSpeak(chunks[subject.First].Head)))
        {
            return null;
        }

        // "Speaking to reporters, Roe": where and when the sentence says what it has to say.
        if (IsRelativeToThing(subject) || (site.Verb == 0 && chunks.IsVerb(0, VerbForm.Gerund) && chunks.Is(site.After, ChunkKind.Preposition)))
        {
            return null;
        }

        return complements.Find(site) ?? clauses.FindQuoted(site with { Cue = ClauseCues.AnyVerb });
    }

    // "the bridge, which [attracts] visitors": what cannot speak holds no view either.
    private bool IsRelativeToThing(TokenRange subject) =>
        chunks.StartsWith(subject.First, "which") && chunks.Is(subject.First - 1, ChunkKind.Comma) && chunks.Is(subject.First - 2, ChunkKind.Noun) && !canSpeak(chunks[subject.First - 2].Head);

    // "has 60 [pledged delegates]".
    private bool IsNumber(int noun) => chunks.Is(noun, ChunkKind.Noun) && chunks[noun].First == chunks[noun].Head && chunks.Facts.Tags[chunks[noun].Head] == PennTag.CD;

    private bool IsSpeaker(TokenRange subject) =>
        !chunks.Is(subject.First, ChunkKind.Noun) || (canSpeak(chunks[WhoseOf(subject)].Head) && !chunks.StartsWith(subject.First, "it"));

    // "one of the delegates", "three in 10 voters", "an average of the polls": who they are stands behind the number.
    private int WhoseOf(TokenRange subject) =>
        (chunks.Facts.Tags[chunks[subject.First].Head] == PennTag.CD || (chunks.StartsWith(subject.First + 1, "of") && !canSpeak(chunks[subject.First].Head))) && subject.First + 2 < subject.End && chunks.Is(subject.First + 1, ChunkKind.Preposition) && chunks.Is(subject.First + 2, ChunkKind.Noun) ? subject.First + 2 : subject.First;

    // "is struggling to explain", "were quick to condemn", "is right to say": the verb before it or before its adjective, or -1.
    private int FindMatrix(int infinitive)
    {
        var verb = infinitive - 1;
        while (chunks.Is(verb, ChunkKind.Adverb))
        {
            verb--;
        }

        if (chunks.IsFinite(verb))
        {
            return verb;
        }

        var copula = chunks.Is(infinitive - 2, ChunkKind.Adverb) ? infinitive - 3 : infinitive - 2;
        return chunks.Is(infinitive - 1, ChunkKind.Adjective) && chunks.IsFinite(copula) && IsPersonal(copula - 1) ? copula : -1;
    }

    // "It is hard to say" has nobody who finds it hard.
    private bool IsPersonal(int subject) => chunks.Is(subject, ChunkKind.Noun) && !chunks.StartsWith(subject, "it") && !chunks.StartsWith(subject, "there");

    /// <summary>True for a verb that lends itself to a noun: "issued" a statement.</summary>
    public bool Lends(int verb) => cues.Find(chunks[verb].Head, chunks[verb].End, CueClass.Support) is not null;
}
