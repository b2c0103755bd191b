using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions by nouns: "X's claim that", "his support for", "expressed concern about", "a call by X for".</summary>
internal sealed class NounCues(SentenceChunks chunks, CueLexicon cues, NounPhrases phrases, Contents contents)
{
    /// <summary>The attribution of a noun chunk, or null.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="noun">Index of the chunk.</param>
    /// <param name="subject">Subject of the verb before it, which has it where the noun has no owner; or null.</param>
    public AttributionDraft? Find(Sentence sentence, int noun, TokenRange? subject)
    {
        var chunk = chunks[noun];
        if (cues.Find(chunks.Facts, chunk.Head, chunk.End, CueClass.Noun) is not { } cue)
        {
            return null;
        }

        var cueFirst = chunk.First;
        var source = FindOwner(chunk, ref cueFirst);
        var next = noun + 1;
        if (source is null && chunks.StartsWith(next, "by") && chunks.Is(next + 1, ChunkKind.Noun))
        {
            next = phrases.End(next + 1, keepsPrepositions: false);
            source = Tokens(noun + 2, next);
        }

        if (source is null && subject is { } owner && chunks.IsFinite(noun - 1) && IsSupport(noun - 1))
        {
            source = Tokens(owner.First, owner.End);
            cueFirst = chunks[noun - 1].First;
        }

        return Complete(sentence, cue, noun, next, cueFirst, source);
    }

    private AttributionDraft? Complete(Sentence sentence, Cue cue, int noun, int next, int cueFirst, TokenRange? source)
    {
        var isClause = chunks.Is(next, ChunkKind.That);
        var isInfinitive = cue.Takes(CueComplements.Infinitive) && chunks.IsVerb(next, VerbForm.Infinitive);
        if (isClause || (isInfinitive && source is not null))
        {
            var draft = new AttributionDraft(sentence, cue, new TokenRange(cueFirst, chunks[noun].End), source);
            draft.Content.Add(Tokens(next, isClause ? contents.ClauseEnd(next) : contents.ObjectEnd(next)));
            return draft;
        }

        if ((source is null && !IsPlainTopic(noun, cue)) || !chunks.Is(next, ChunkKind.Preposition) || !chunks.StartsWithAny(next, cue.Prepositions) || !IsObject(next + 1))
        {
            return null;
        }

        var cueEnd = next == noun + 1 ? chunks[next].End : chunks[noun].End;
        var phrase = new AttributionDraft(sentence, cue, new TokenRange(cueFirst, cueEnd), source);
        phrase.Content.Add(Tokens(next + 1, chunks.Is(next + 1, ChunkKind.Noun) ? contents.PhraseEnd(next + 1) : contents.ObjectEnd(next + 1)));
        return phrase;
    }

    // "Questions about", "calls for": somebody's, whoever it is; "the opinion of" says whose by its object.
    private bool IsPlainTopic(int noun, Cue cue) => chunks.Facts.Tags[chunks[noun].Head] == PennTag.NNS && cue.Takes(CueComplements.Clause);

    private bool IsObject(int chunk) => chunks.Is(chunk, ChunkKind.Noun) || chunks.Is(chunk, ChunkKind.Question) || chunks.IsVerb(chunk, VerbForm.Gerund);

    // "his claim", "the mayor's claim".
    private TokenRange? FindOwner(Chunk chunk, ref int cueFirst)
    {
        var tags = chunks.Facts.Tags;
        for (var i = chunk.Head - 1; i >= chunk.First; i--)
        {
            if (tags[i] == PennTag.POS)
            {
                cueFirst = i + 1;
                return new TokenRange(chunk.First, i + 1);
            }
        }

        if (tags[chunk.First] == PennTag.PRPS)
        {
            cueFirst = chunk.First + 1;
            return new TokenRange(chunk.First, chunk.First + 1);
        }

        return null;
    }

    private bool IsSupport(int verb) => cues.Find(chunks.Facts, chunks[verb].Head, chunks[verb].End, CueClass.Support) is not null;

    private TokenRange Tokens(int first, int end) => new(chunks[first].First, chunks[end - 1].End);
}
