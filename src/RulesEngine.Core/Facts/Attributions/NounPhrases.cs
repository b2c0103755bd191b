namespace RulesEngine.Core.Facts;

/// <summary>
/// The whole of a noun phrase from its chunks: what follows its head ("of the party", "who runs the office"), appositions ("Hugh Hill,
/// a doctor,"), and lists. The one before a verb is its subject, the one behind an inverted verb is its speaker.
/// </summary>
internal sealed class NounPhrases(SentenceChunks chunks)
{
    // Enough for the longest subject that a reader would follow; keeps the walk short on hostile text.
    private const int Reach = 24;

    /// <summary>Leftmost chunk of the noun phrase that ends with a noun chunk.</summary>
    public int Start(int noun)
    {
        var start = noun;
        for (var step = 0; step < Reach && start > 1; step++)
        {
            var before = start - 1;
            if (!chunks.Is(before - 1, ChunkKind.Noun) && !(chunks.Is(before, ChunkKind.Preposition) && (chunks.Is(before - 1, ChunkKind.Adjective) || IsModifier(before - 1)) && chunks.Is(before - 2, ChunkKind.Noun)))
            {
                return start;
            }

            var next = chunks[before].Kind switch
            {
                ChunkKind.Preposition when chunks.Is(before - 1, ChunkKind.Adjective) => before - 2,
                ChunkKind.Preposition when IsModifier(before - 1) => before - 2,
                ChunkKind.Preposition or ChunkKind.Bracket when !chunks[before - 1].IsTime => before - 1,
                ChunkKind.Verb when chunks[before].Form is VerbForm.Participle or VerbForm.Gerund => before - 1,
                ChunkKind.Coordinator when IsList(before - 1) => before - 1,
                ChunkKind.Comma when IsListedName(start, before) => before - 1,
                _ => -1,
            };
            if (next < 0)
            {
                return start;
            }

            start = next;
        }

        return start;
    }

    // "veterans [interviewed] at the rally".
    private bool IsModifier(int verb) => chunks.Is(verb, ChunkKind.Verb) && chunks[verb].Form is VerbForm.Participle or VerbForm.Gerund;

    /// <summary>Just after the last chunk of the noun phrase that begins with a noun chunk and is a speaker or a document.</summary>
    /// <param name="noun">The first noun chunk.</param>
    /// <param name="keepsPrepositions">True to take every "in", "on", "at" as a part of it.</param>
    public int End(int noun, bool keepsPrepositions)
    {
        var end = noun + 1;
        while (end < chunks.Count)
        {
            if (chunks.Is(end, ChunkKind.Bracket))
            {
                end++;
            }
            else if (chunks.Is(end, ChunkKind.Preposition) && chunks.Is(end + 1, ChunkKind.Noun) && (keepsPrepositions || Binds(end)))
            {
                end += 2;
            }
            else if (chunks.Is(end, ChunkKind.Coordinator) && chunks.Is(end + 1, ChunkKind.Noun) && !chunks.IsFinite(end + 2))
            {
                end += 2;
            }
            else if (keepsPrepositions && chunks.Is(end, ChunkKind.Verb) && chunks[end].Form is VerbForm.Participle or VerbForm.Gerund && chunks.Is(end + 1, ChunkKind.Preposition) && chunks.Is(end + 2, ChunkKind.Noun))
            {
                end += 3;
            }
            else if (chunks.Is(end, ChunkKind.Question) && chunks.StartsWith(end, "who"))
            {
                return AppositionEnd(end);
            }
            else
            {
                return chunks.Is(end, ChunkKind.Comma) && IsApposition(end + 1) && !chunks.IsClauseStart(end + 1) ? AppositionEnd(end + 1) : end;
            }
        }

        return end;
    }

    private bool IsApposition(int first) =>
        (chunks.Is(first, ChunkKind.Noun) && !chunks[first].IsTime)
        || (chunks.Is(first, ChunkKind.Question) && (chunks.StartsWith(first, "who") || chunks.StartsWith(first, "whose") || chunks.StartsWith(first, "which")))
        || (chunks.Is(first, ChunkKind.Adverb) && chunks.Is(first + 1, ChunkKind.Noun));

    private int AppositionEnd(int from)
    {
        for (var i = from; i < chunks.Count; i++)
        {
            if (chunks[i].Kind is ChunkKind.Quotation or ChunkKind.Semicolon or ChunkKind.Colon or ChunkKind.Other)
            {
                return chunks.Is(i - 1, ChunkKind.Comma) ? i - 1 : i;
            }

            if (chunks.Is(i, ChunkKind.Comma) && !IsApposition(i + 1) && (chunks.Is(i + 1, ChunkKind.Coordinator) || chunks.IsVerb(i + 1, VerbForm.Gerund) || chunks.Is(i + 1, ChunkKind.Subordinator) || chunks.Is(i + 1, ChunkKind.Preposition)))
            {
                return i;
            }
        }

        return chunks.Count;
    }

    private bool Binds(int preposition) =>
        chunks.StartsWithAny(preposition, BindingPrepositions)
        && !chunks[preposition + 1].IsTime
        && (chunks.StartsWith(preposition, "of") || !chunks.IsName(preposition - 1) || chunks.IsName(preposition + 1));

    // Prepositions that tie a place or a house to a person rather than to what he did.
    private static readonly string[] BindingPrepositions = ["of", "for", "from", "with"];

    // Two subjects joined, unless the first is the object of an earlier verb.
    private bool IsList(int noun)
    {
        while (chunks.Is(noun - 1, ChunkKind.Preposition) && chunks.Is(noun - 2, ChunkKind.Noun))
        {
            noun -= 2;
        }

        var before = noun - 1;
        return before < 0 || chunks[before].Kind is ChunkKind.Comma or ChunkKind.That or ChunkKind.Subordinator or ChunkKind.Colon or ChunkKind.Quotation
            or ChunkKind.Semicolon or ChunkKind.Dash or ChunkKind.Coordinator or ChunkKind.Other or ChunkKind.Adverb;
    }

    private bool IsListedName(int start, int comma) => chunks.IsName(start) && chunks.IsName(comma - 1) && chunks.Is(start + 1, ChunkKind.Coordinator);
}
