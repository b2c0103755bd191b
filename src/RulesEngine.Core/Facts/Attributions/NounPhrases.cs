namespace RulesEngine.Core.Facts;

/// <summary>
/// The whole of a noun phrase from its chunks: what follows its head ("of the party", "who runs the office"), appositions ("Hugh Hill,
/// a doctor,"), and lists. The one before a verb is its subject, the one behind an inverted verb is its speaker.
/// </summary>
internal sealed class NounPhrases(SentenceChunks chunks)
{
    // Enough for the longest subject that a reader would follow; keeps the walk short on hostile text.
    private const int Reach = 24;

    /// <summary>The subject right before a verb, as chunk indices (end exclusive), or null.</summary>
    public TokenRange? Before(int verb)
    {
        var last = verb - 1;
        while (chunks.Is(last, ChunkKind.Adverb))
        {
            last--;
        }

        if (chunks.Is(last, ChunkKind.Bracket) && chunks.Is(last - 1, ChunkKind.Noun))
        {
            return new TokenRange(Start(last - 1), last + 1);
        }

        if (chunks.Is(last, ChunkKind.Noun))
        {
            return chunks[last].IsTime ? BehindTime(last) : new TokenRange(Start(last), last + 1);
        }

        return chunks.Is(last, ChunkKind.Comma) ? WithApposition(last)
            : chunks.Is(last, ChunkKind.Dash) ? BetweenDashes(last)
            : chunks.Is(last, ChunkKind.Question) && !chunks.StartsWith(last, "when") && !chunks.StartsWith(last, "how") ? new TokenRange(last, last + 1)
            : null;
    }

    /// <summary>Leftmost chunk of the noun phrase that ends with a noun chunk.</summary>
    public int Start(int noun)
    {
        var start = noun;
        for (var step = 0; step < Reach && start > 1; step++)
        {
            var before = start - 1;
            if (!chunks.Is(before - 1, ChunkKind.Noun) && !(chunks.Is(before, ChunkKind.Preposition) && chunks.Is(before - 1, ChunkKind.Adjective) && chunks.Is(before - 2, ChunkKind.Noun)))
            {
                return start;
            }

            var next = chunks[before].Kind switch
            {
                ChunkKind.Preposition when chunks.Is(before - 1, ChunkKind.Adjective) => before - 2,
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

    // "Trump Tuesday said": the subject stands before the time.
    private TokenRange? BehindTime(int time)
    {
        var last = chunks.Is(time - 1, ChunkKind.Preposition) ? time - 2 : time - 1;
        if (chunks.IsVerb(last, VerbForm.Participle) && chunks.Is(last - 1, ChunkKind.Noun))
        {
            return new TokenRange(Start(last - 1), time + 1);
        }

        return chunks.Is(last, ChunkKind.Noun) && !chunks[last].IsTime ? new TokenRange(Start(last), last + 1)
            : chunks.Is(last, ChunkKind.Question) ? new TokenRange(last, last + 1)
            : chunks.Is(last, ChunkKind.Comma) ? WithApposition(last)
            : null;
    }

    private TokenRange? WithApposition(int closing)
    {
        for (var comma = closing - 1; comma > 0 && closing - comma < Reach; comma--)
        {
            if (!chunks.Is(comma, ChunkKind.Comma))
            {
                continue;
            }

            var noun = chunks.Is(comma - 1, ChunkKind.Bracket) || (chunks.Is(comma - 1, ChunkKind.Noun) && chunks[comma - 1].IsTime && chunks.Is(comma - 2, ChunkKind.Noun)) ? comma - 2 : comma - 1;
            if (!chunks.Is(noun, ChunkKind.Noun) || (comma > 1 && !IsClauseStart(Start(noun))))
            {
                continue;
            }

            var start = WithOuterApposition(Start(noun));
            var isDescription = (IsApposition(comma + 1) && !IsIncidental(noun, comma + 1)) || start < Start(noun);
            return new TokenRange(start, isDescription ? closing : comma);
        }

        return null;
    }

    // "Mr. Roe, who had left by then," is known already; "Jane Roe, who runs the office," is introduced.
    private bool IsIncidental(int noun, int question) =>
        chunks.Is(question, ChunkKind.Question) && !(chunks.StartsWith(question, "who") && chunks.IsName(noun) && chunks[noun].End - chunks[noun].First > 1);

    // False behind a preposition or a verb: "in Cambridge, Mass.,".
    private bool IsClauseStart(int chunk) =>
        chunk == 0 || chunks[chunk - 1].Kind is not ChunkKind.Preposition and not ChunkKind.Verb and not ChunkKind.Noun and not ChunkKind.Adjective;

    // "Jane Roe, a lawyer from Toledo, Ohio, who ...": from the last comma back to the name.
    private int WithOuterApposition(int start)
    {
        for (var step = 0; step < 3 && chunks.Is(start - 1, ChunkKind.Comma) && chunks.Is(start - 2, ChunkKind.Noun); step++)
        {
            var outer = Start(start - 2);
            var isPlace = chunks.IsName(start) && chunks.IsName(start - 2) && outer < start - 2;
            var isDescription = chunks.IsName(start - 2) && char.IsLower(chunks.Word(chunks[start].First)[0]);
            if (!isPlace && !isDescription)
            {
                return start;
            }

            start = outer;
        }

        return start;
    }

    private TokenRange? BetweenDashes(int closing)
    {
        for (var dash = closing - 1; dash > 0 && closing - dash < Reach; dash--)
        {
            if (chunks.Is(dash, ChunkKind.Dash))
            {
                return chunks.Is(dash - 1, ChunkKind.Noun) ? new TokenRange(Start(dash - 1), closing + 1) : null;
            }
        }

        return null;
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
