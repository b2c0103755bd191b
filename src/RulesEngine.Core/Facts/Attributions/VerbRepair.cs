using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Mends what a tagger of single words gets wrong about verbs of news: "The mayor, meanwhile, blasted [participle] the plan" has a
/// subject before and an object behind it, and a headline without a verb ("Roe hints [noun] at a run") has taken it for a noun.
/// </summary>
internal static class VerbRepair
{
    /// <summary>Changes chunks in place.</summary>
    public static void Apply(ArticleFacts facts, CueLexicon cues, Sentence sentence, List<Chunk> chunks)
    {
        var hasFinite = false;
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Form == VerbForm.Participle && chunks[i].End - chunks[i].First == 1 && HasSubject(chunks, i) && (HasObject(chunks, i) || IsLastWord(chunks, i)))
            {
                chunks[i] = chunks[i] with { Form = VerbForm.Finite };
            }

            if (chunks[i].Form == VerbForm.Finite && chunks[i].Head == chunks[i].First && facts.Tags[chunks[i].Head] == PennTag.VBD && (i == 0 || chunks[i - 1].Kind == ChunkKind.Subordinator))
            {
                // "Asked if he would run", "When told that": nobody stands before it.
                chunks[i] = chunks[i] with { Form = VerbForm.Participle };
            }

            hasFinite |= chunks[i].Form == VerbForm.Finite;
        }

        SplitNouns(facts, cues, chunks);
        if (!hasFinite && sentence.Block.Kind is (BlockKind.Headline or BlockKind.Heading))
        {
            SplitHeadline(facts, cues, chunks);
        }
    }

    // "A poll shows [noun] 68 percent of voters say", "the board writes [noun].": no verb stands in the clause, and what follows is said.
    private static void SplitNouns(ArticleFacts facts, CueLexicon cues, List<Chunk> chunks)
    {
        var isOpen = true;
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            isOpen = chunk.Kind is ChunkKind.That or ChunkKind.Quotation or ChunkKind.Semicolon or ChunkKind.Colon or ChunkKind.Subordinator || (isOpen && chunk.Form != VerbForm.Finite);
            if (!isOpen || chunk.Kind != ChunkKind.Noun || chunk.Head + 1 != chunk.End || !IsNounLikeVerb(facts, chunks, i) || !SaysNext(facts, chunks, i)
                || cues.Find(facts, chunk.Head, chunk.End, CueClass.Verb) is not { } cue || !cue.Takes(CueComplements.Clause))
            {
                continue;
            }

            var verb = new Chunk(ChunkKind.Verb, chunk.Head, chunk.End, chunk.Head) { Form = VerbForm.Finite };
            if (chunk.Head == chunk.First)
            {
                chunks[i] = verb;
            }
            else
            {
                chunks[i] = new Chunk(ChunkKind.Noun, chunk.First, chunk.Head, chunk.Head - 1);
                chunks.Insert(i + 1, verb);
            }

            isOpen = false;
        }
    }

    // "[voters] warn", "[the board] writes"; "[- ...] warn" behind an aside.
    private static bool IsNounLikeVerb(ArticleFacts facts, List<Chunk> chunks, int i)
    {
        var head = chunks[i].Head;
        if (facts.Tags[head] is not PennTag.NN and not PennTag.NNS)
        {
            return false;
        }

        return head > chunks[i].First
            ? facts.Tags[head] == PennTag.NNS ? facts.Tags[head - 1] is PennTag.NN or PennTag.NNP : facts.Tags[head - 1] is PennTag.NNS or PennTag.NNPS
            : i > 1 && (chunks[i - 1].Kind is ChunkKind.Dash or ChunkKind.Comma || facts.Tags[head - 1] == PennTag.HYPH);
    }

    private static bool SaysNext(ArticleFacts facts, List<Chunk> chunks, int i)
    {
        if (i + 1 >= chunks.Count)
        {
            return false;
        }

        return chunks[i + 1].Kind is ChunkKind.That or ChunkKind.Quotation
            || (chunks[i + 1].Kind == ChunkKind.Noun && !chunks[i + 1].IsTime && facts.Tags[chunks[i + 1].First] is PennTag.DT or PennTag.PRP or PennTag.PRPS or PennTag.CD or PennTag.NNP)
            || (chunks[i + 1].Kind == ChunkKind.Other && i + 2 >= chunks.Count && chunks[0].First > 0 && facts.Tags[chunks[0].First - 1] == PennTag.CloseQuote)
            || (i > 0 && chunks[i - 1].Kind == ChunkKind.Quotation && chunks[i + 1].Kind is ChunkKind.Comma or ChunkKind.Other);
    }

    private static bool HasSubject(List<Chunk> chunks, int verb) =>
        verb > 0 && chunks[verb - 1].Kind is (ChunkKind.Noun or ChunkKind.Bracket or ChunkKind.Comma or ChunkKind.Coordinator);

    // ", the university reported last week."
    private static bool IsLastWord(List<Chunk> chunks, int verb)
    {
        var subject = verb - 1;
        while (subject > 1 && chunks[subject].Kind == ChunkKind.Noun && chunks[subject - 1].Kind == ChunkKind.Preposition)
        {
            subject -= 2;
        }

        var next = verb + 1 < chunks.Count && chunks[verb + 1].IsTime ? verb + 2 : verb + 1;
        return subject > 0 && chunks[subject].Kind == ChunkKind.Noun && chunks[subject - 1].Kind is ChunkKind.Comma or ChunkKind.Quotation
            && (next >= chunks.Count || (chunks[next].Kind == ChunkKind.Other && next + 1 >= chunks.Count));
    }

    private static bool HasObject(List<Chunk> chunks, int verb)
    {
        var next = verb + 1 < chunks.Count && chunks[verb + 1].Kind == ChunkKind.Adverb ? verb + 2 : verb + 1;
        return next < chunks.Count && (chunks[next].Kind is ChunkKind.That or ChunkKind.Quotation || (chunks[next].Kind == ChunkKind.Noun && !chunks[next].IsTime));
    }

    private static void SplitHeadline(ArticleFacts facts, CueLexicon cues, List<Chunk> chunks)
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            if (chunk.Kind != ChunkKind.Noun || chunk.Head == chunk.First || chunk.Head + 1 != chunk.End)
            {
                continue;
            }

            var word = facts.Article.AsSpan(facts.Tokens[chunk.Head].Span);
            if (word.EndsWith("s", StringComparison.OrdinalIgnoreCase) && cues.Find(facts, chunk.Head, chunk.End, CueClass.Verb) is not null)
            {
                chunks[i] = new Chunk(ChunkKind.Noun, chunk.First, chunk.Head, chunk.Head - 1);
                chunks.Insert(i + 1, new Chunk(ChunkKind.Verb, chunk.Head, chunk.End, chunk.Head) { Form = VerbForm.Finite });
                return;
            }
        }
    }
}
