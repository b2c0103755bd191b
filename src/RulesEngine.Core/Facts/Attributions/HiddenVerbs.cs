using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Finds verbs of the lexicon that a tagger took for nouns or adjectives, by what stands around them: "continued to [question Roe's] plan",
/// "by [interjecting], “No”", "Roe [shot] back", "he [further related] that".
/// </summary>
internal static class HiddenVerbs
{
    /// <summary>Changes chunks in place.</summary>
    public static void Apply(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks)
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            switch (chunks[i].Kind)
            {
                case ChunkKind.Noun:
                    MendNoun(facts, cues, chunks, i);
                    break;
                case ChunkKind.Adjective when i > 0 && i + 1 < chunks.Count && chunks[i + 1].Kind == ChunkKind.That && IsForm(facts, cues, chunks[i].Head, "ed"):
                    MendAdjective(chunks, i);
                    break;
                default:
                    break;
            }
        }
    }

    private static void MendNoun(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int i)
    {
        var chunk = chunks[i];
        if (facts.Tags[chunk.First] == PennTag.NN && i > 0 && IsTo(facts, chunks[i - 1]) && OpensObject(facts, chunks, i) && IsBase(facts, cues, chunk.First))
        {
            MendInfinitive(facts, chunks, i);
        }
        else if (facts.Tags[chunk.Head] == PennTag.NN && chunk.Head + 1 == chunk.End && Introduces(facts, chunks, i) && IsForm(facts, cues, chunk.Head, "ing"))
        {
            Split(chunks, i, VerbForm.Gerund);
        }
        else if (chunk.Head > chunk.First && chunk.Head + 1 == chunk.End && facts.Tags[chunk.Head - 1] is PennTag.NNP or PennTag.NNS && i + 1 < chunks.Count && chunks[i + 1].Kind == ChunkKind.Adverb
            && cues.Find(chunk.Head, chunks[i + 1].End, CueClass.Verb) is { Rest.IsEmpty: false })
        {
            Split(chunks, i, VerbForm.Finite);
        }
    }

    // "he further [related] that".
    private static void MendAdjective(ValueList<Chunk> chunks, int i)
    {
        var first = chunks[i - 1].Kind == ChunkKind.Adverb ? i - 1 : i;
        if (first > 0 && chunks[first - 1].Kind == ChunkKind.Noun)
        {
            chunks[i] = new Chunk(ChunkKind.Verb, chunks[first].First, chunks[i].End, chunks[i].Head) { Form = VerbForm.Finite };
            chunks.RemoveRange(first, i - first);
        }
    }

    private static void MendInfinitive(ArticleFacts facts, ValueList<Chunk> chunks, int i)
    {
        var chunk = chunks[i];
        chunks[i - 1] = new Chunk(ChunkKind.Verb, chunks[i - 1].First, chunk.First + 1, chunk.First) { Form = VerbForm.Infinitive };
        if (chunk.First + 1 == chunk.End)
        {
            chunks.RemoveRange(i, 1);
        }
        else
        {
            chunks[i] = chunk with { First = chunk.First + 1 };
        }
    }

    private static void Split(ValueList<Chunk> chunks, int i, VerbForm form)
    {
        var chunk = chunks[i];
        var verb = new Chunk(ChunkKind.Verb, chunk.Head, chunk.End, chunk.Head) { Form = form };
        if (chunk.First == chunk.Head)
        {
            chunks[i] = verb;
            return;
        }

        chunks[i] = new Chunk(ChunkKind.Noun, chunk.First, chunk.Head, chunk.Head - 1);
        chunks.Insert(i + 1, verb);
    }

    private static bool IsTo(ArticleFacts facts, Chunk chunk) =>
        chunk.Kind == ChunkKind.Preposition && chunk.End - chunk.First == 1 && facts.Article.AsSpan(facts.Tokens[chunk.First].Span).Equals("to", StringComparison.OrdinalIgnoreCase);

    // "to [question] Roe's plan", "to [point] out that": the word before an object, a particle or a clause.
    private static bool OpensObject(ArticleFacts facts, ValueList<Chunk> chunks, int i)
    {
        var second = chunks[i].First + 1;
        return second < chunks[i].End ? facts.Tags[second] is PennTag.NNP or PennTag.PRP or PennTag.PRPS or PennTag.DT
            : i + 1 < chunks.Count && (chunks[i + 1].Kind is ChunkKind.That or ChunkKind.Quotation || (chunks[i + 1].Kind == ChunkKind.Adverb && facts.Tags[chunks[i + 1].First] == PennTag.RP));
    }

    // "by [interjecting], “No”", "a sign [reading] “No”".
    private static bool Introduces(ArticleFacts facts, ValueList<Chunk> chunks, int i)
    {
        var next = i + 1 < chunks.Count && chunks[i + 1].Kind == ChunkKind.Comma ? i + 2 : i + 1;
        return next < chunks.Count && (chunks[next].Kind == ChunkKind.Quotation || (next == i + 1 && chunks[next].Kind == ChunkKind.That) || (chunks[next].Kind == ChunkKind.Noun && facts.Tags[chunks[next].First] == PennTag.OpenQuote));
    }

    private static bool IsBase(ArticleFacts facts, ArticleCues cues, int token)
    {
        foreach (var cue in cues.At(token))
        {
            if (cue.Class == CueClass.Verb && facts.Article.AsSpan(facts.Tokens[token].Span).Equals(cue.Rest.IsEmpty ? cue.Term : cue.Term.AsSpan()[..cue.Term.IndexOf(' ', StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsForm(ArticleFacts facts, ArticleCues cues, int token, string ending) =>
        facts.Article.AsSpan(facts.Tokens[token].Span).EndsWith(ending, StringComparison.OrdinalIgnoreCase) && cues.Find(token, token + 1, CueClass.Verb) is { } cue && cue.Takes(CueComplements.Clause);
}
