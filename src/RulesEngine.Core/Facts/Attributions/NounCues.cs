using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions by nouns: "X's claim that", "his support for", "expressed concern about", "a call by X for".</summary>
internal sealed class NounCues(SentenceChunks chunks, ArticleCues cues, WordClasses words, NounPhrases phrases, Contents contents, Func<int, bool> canSpeak)
{
    /// <summary>The attribution of a noun chunk, or null.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="noun">Index of the chunk.</param>
    /// <param name="subject">Subject of the verb before it, which has it where the noun has no owner; or null.</param>
    public AttributionDraft? Find(Sentence sentence, int noun, TokenRange? subject)
    {
        var chunk = chunks[noun];
        if (cues.Find(chunk.Head, chunk.End, CueClass.Noun) is not { } cue)
        {
            return null;
        }

        if (cue.Has(CueTraits.Agent))
        {
            return FindAgent(sentence, cue, noun, subject);
        }

        var support = chunks.IsFinite(noun - 1) ? cues.Find(chunks[noun - 1].Head, chunks[noun - 1].End, CueClass.Support) : null;
        if (support is not null && support.Has(CueTraits.Received) && FindReceived(sentence, cue, noun, subject) is { } received)
        {
            return received;
        }

        var cueFirst = chunk.First;
        var source = FindOwner(noun, ref cueFirst);
        var next = noun + 1;
        if (source is null && IsGiver(next, cue))
        {
            next = phrases.End(next + 1, keepsPrepositions: false);
            source = Tokens(noun + 2, next);
        }

        if (subject is { } owner && chunks.IsFinite(noun - 1) && TakesSubject(support, owner, noun, source is null))
        {
            // "faced criticism over": the verb belongs to the cue, its subject did not criticise.
            source = support is not null && support.Has(CueTraits.Received) && !chunks.IsVerb(noun + 1, VerbForm.Infinitive) ? null : Tokens(owner.First, owner.End);
            cueFirst = chunks[noun - 1].First;
        }

        return Complete(sentence, cue, noun, next, cueFirst, source);
    }

    // "made a claim", "renewed his call", "launched an attack": who does so is the source; "the plan revived fears" has nobody.
    private bool TakesSubject(Cue? support, TokenRange subject, int noun, bool isFree) =>
        support is not null
            ? isFree || (support.Has(CueTraits.Own) && chunks.Facts.Tags[chunks[noun].First] == PennTag.PRPS)
            : isFree && !chunks[noun - 1].IsPassive && !IsBe(noun - 1) && canSpeak(chunks[subject.End - 1].Head) && !chunks.Is(subject.First, ChunkKind.Question);

    // "criticism from rivals that", "fears among voters that", "a call by the board for".
    private bool IsGiver(int next, Cue cue) =>
        chunks.Is(next + 1, ChunkKind.Noun) && (chunks.StartsWith(next, "by") || (chunks.StartsWithAny(next, Givers) && !cue.Prepositions.Contains(chunks.Word(chunks[next].First).ToString())));

    private static readonly string[] Givers = ["from", "among", "within"];

    // "Adelson is a supporter of the plan", "Jane Roe, a critic of the plan,".
    private AttributionDraft? FindAgent(Sentence sentence, Cue cue, int noun, TokenRange? subject)
    {
        var next = noun + 1;
        if (!chunks.Is(next, ChunkKind.Preposition) || !chunks.StartsWithAny(next, cue.Prepositions) || !IsObject(next + 1))
        {
            return null;
        }

        var isApposition = chunks.Is(noun - 1, ChunkKind.Comma) && chunks.IsName(noun - 2);
        if (!isApposition && !(subject is not null && chunks.IsFinite(noun - 1) && IsBe(noun - 1)))
        {
            return null;
        }

        var source = isApposition ? new TokenRange(phrases.Start(noun - 2), noun - 1) : subject!.Value;
        var draft = new AttributionDraft(sentence, cue, new TokenRange(chunks[isApposition ? noun : noun - 1].First, chunks[next].End), Tokens(source.First, source.End));
        draft.Content.Add(Tokens(next + 1, chunks.Is(next + 1, ChunkKind.Noun) ? contents.PhraseEnd(next + 1) : contents.ObjectEnd(next + 1)));
        return draft;
    }

    private bool IsBe(int verb) => words.IsBe(chunks.Word(chunks[verb].Head));

    // "The plan drew sharp criticism from both sides".
    private AttributionDraft? FindReceived(Sentence sentence, Cue cue, int noun, TokenRange? subject)
    {
        var next = noun + 1;
        var isGiven = chunks.StartsWithAny(next, Givers) || chunks.StartsWith(next, "by") || (chunks.StartsWith(next, "of") && chunks.Is(next + 1, ChunkKind.Noun) && canSpeak(chunks[next + 1].Head));
        if (subject is not { } about || !isGiven || !chunks.Is(next + 1, ChunkKind.Noun))
        {
            return null;
        }

        var end = phrases.End(next + 1, keepsPrepositions: false);
        if (chunks.Is(end, ChunkKind.That))
        {
            return null;
        }

        var source = Tokens(next + 1, end);
        var draft = new AttributionDraft(sentence, cue, new TokenRange(chunks[noun - 1].First, chunks[next].End), source);
        draft.Content.Add(Tokens(about.First, about.End));
        return draft;
    }

    private AttributionDraft? Complete(Sentence sentence, Cue cue, int noun, int next, int cueFirst, TokenRange? source)
    {
        if (chunks.Is(next, ChunkKind.Noun) && chunks[next].IsTime && (chunks.Is(next + 1, ChunkKind.That) || chunks.IsVerb(next + 1, VerbForm.Infinitive)))
        {
            // "his pledge last month to".
            next++;
        }

        var isClause = chunks.Is(next, ChunkKind.That);
        if (cue.Takes(CueComplements.Clause) && chunks.IsFinite(next) && IsBe(next) && chunks.Is(next + 1, ChunkKind.That))
        {
            var copular = new AttributionDraft(sentence, cue, new TokenRange(cueFirst, chunks[next].End), source);
            copular.Content.Add(Tokens(next + 1, contents.ClauseEnd(next + 1)));
            return copular;
        }

        var isInfinitive = cue.Takes(CueComplements.Infinitive) && chunks.IsVerb(next, VerbForm.Infinitive);
        if (isClause || (isInfinitive && source is not null))
        {
            var draft = new AttributionDraft(sentence, cue, new TokenRange(cueFirst, chunks[noun].End), source);
            draft.Content.Add(Tokens(next, contents.WithoutMainVerb(next, isClause ? contents.ClauseEnd(next) : contents.ObjectEnd(next), isClause)));
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
    private bool IsPlainTopic(int noun, Cue cue) => (cue.Has(CueTraits.Free) && !chunks.StartsWith(noun + 1, "of") && !chunks.StartsWith(noun + 1, "from")) || (chunks.Facts.Tags[chunks[noun].Head] == PennTag.NNS && cue.Takes(CueComplements.Clause) && (chunks.Is(noun + 2, ChunkKind.Question) || chunks.IsVerb(noun + 2, VerbForm.Gerund)));

    private bool IsObject(int chunk) => chunks.Is(chunk, ChunkKind.Noun) || chunks.Is(chunk, ChunkKind.Question) || chunks.IsVerb(chunk, VerbForm.Gerund);

    // "his claim", "the mayor's claim".
    private TokenRange? FindOwner(int noun, ref int cueFirst)
    {
        var chunk = chunks[noun];
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

        return FindNameBefore(noun, ref cueFirst);
    }

    // "Republican criticism that", "the FDA demand that": a name before the noun is whose it is; in "Roe support" it is what it is about.
    private TokenRange? FindNameBefore(int noun, ref int cueFirst)
    {
        var chunk = chunks[noun];
        var first = chunk.Head;
        while (first > chunk.First && IsName(first - 1))
        {
            first--;
        }

        if (first == chunk.Head || !chunks.Is(noun + 1, ChunkKind.That))
        {
            return null;
        }

        cueFirst = chunk.Head;
        return new TokenRange(first, chunk.Head);
    }

    private bool IsName(int token) =>
        chunks.Facts.Tags[token] is PennTag.NNP or PennTag.NNPS || (chunks.Facts.Tags[token] == PennTag.JJ && token > chunks[0].First && char.IsUpper(chunks.Word(token)[0]));

    private TokenRange Tokens(int first, int end) => new(chunks[first].First, chunks[end - 1].End);
}
