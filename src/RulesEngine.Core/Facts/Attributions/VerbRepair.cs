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
            if (chunks[i].Form == VerbForm.Participle && chunks[i].End - chunks[i].First == 1 && HasSubject(chunks, i) && HasObject(chunks, i))
            {
                chunks[i] = chunks[i] with { Form = VerbForm.Finite };
            }

            hasFinite |= chunks[i].Form == VerbForm.Finite;
        }

        if (!hasFinite && sentence.Block.Kind is (BlockKind.Headline or BlockKind.Heading))
        {
            SplitHeadline(facts, cues, chunks);
        }
    }

    private static bool HasSubject(List<Chunk> chunks, int verb) =>
        verb > 0 && chunks[verb - 1].Kind is (ChunkKind.Noun or ChunkKind.Bracket or ChunkKind.Comma or ChunkKind.Coordinator);

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
