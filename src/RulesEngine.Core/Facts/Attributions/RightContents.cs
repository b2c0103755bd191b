namespace RulesEngine.Core.Facts;

/// <summary>What is said behind its cue: where it begins, past whoever is told, when and where.</summary>
internal sealed class RightContents(SentenceChunks chunks)
{
    // What is said to the right: index of its first chunk, or -1; and where the cue ends ("said explicitly").
    public (int Right, int CueEnd) FindRightClause(CueSite site, int after)
    {
        var cueEnd = chunks.Is(site.After, ChunkKind.Adverb) && chunks.Word(chunks[site.After].First).EndsWith("ly") && (chunks.Is(site.After + 1, ChunkKind.That) || chunks.Is(site.After + 1, ChunkKind.Quotation)) ? site.After + 1 : site.After;
        var i = after;
        for (var step = 0; step < 12 && i < chunks.Count; step++)
        {
            switch (chunks[i].Kind)
            {
                case ChunkKind.That or ChunkKind.Quotation:
                    return (i, cueEnd);
                case ChunkKind.Other when chunks.IsOpeningMark(i):
                    return (i, cueEnd);
                case ChunkKind.Question:
                    return (i == after || chunks.StartsWith(i, "that") || chunks.Is(i - 1, ChunkKind.Adverb) ? i : -1, cueEnd);
                case ChunkKind.Colon:
                    return i + 1 < chunks.Count ? (i + 1, i == site.After ? i + 1 : cueEnd) : (-1, cueEnd);
                case ChunkKind.Comma when chunks.Is(i + 1, ChunkKind.Quotation) || chunks.Is(i + 1, ChunkKind.That) || chunks.IsOpeningMark(i + 1):
                    return (i + 1, cueEnd);
                case ChunkKind.Comma when HasClosingComma(i, out var closing):
                    i = closing + 1;
                    break;
                case ChunkKind.Coordinator when i == after && chunks.Is(i + 1, ChunkKind.Noun) && (chunks.StartsWith(i, "neither") || chunks.StartsWith(i, "both") || chunks.StartsWith(i, "either")) && IsClause(i + 1):
                    return (i, cueEnd);
                case ChunkKind.Noun when !chunks[i].IsTime && IsClause(i):
                    return (i, cueEnd);
                case ChunkKind.Noun when chunks[i].IsTime:
                case ChunkKind.Adverb:
                    i++;
                    break;
                case ChunkKind.Preposition when chunks.Is(i + 1, ChunkKind.Noun):
                    i = EndOfAdjunct(i);
                    break;
                case ChunkKind.Subordinator when (i == after || chunks.Is(i - 1, ChunkKind.Adverb)) && chunks.StartsWith(i, "if"):
                    return (i, cueEnd);
                default:
                    return (-1, cueEnd);
            }
        }

        return (-1, cueEnd);
    }

    // Whatever follows a verb of speech and has a verb of its own is said: "said because of the rain it was over", "said using it was illegal".
    public int FindLooseClause(int after)
    {
        while (chunks.Is(after, ChunkKind.Noun) && chunks[after].IsTime)
        {
            after++;
        }

        if (chunks.Is(after, ChunkKind.Adverb) && chunks.Is(after + 1, ChunkKind.Subordinator))
        {
            // "said just because it rained, it".
            return FindLooseClause(after + 1) < 0 ? -1 : after;
        }

        if (after >= chunks.Count || chunks.StartsWith(after, "as") || chunks[after].Kind is not ChunkKind.Noun and not ChunkKind.Adjective and not ChunkKind.Subordinator and not ChunkKind.Other && !chunks.IsVerb(after, VerbForm.Gerund))
        {
            return -1;
        }

        for (var i = after + 1; i < chunks.Count; i++)
        {
            if (chunks.IsFinite(i))
            {
                return after;
            }

            if (chunks[i].Kind is ChunkKind.Semicolon or ChunkKind.Colon || (chunks.Is(i, ChunkKind.Coordinator) && !chunks.Is(i + 1, ChunkKind.Noun)) || chunks.Is(i, ChunkKind.Comma) && chunks.IsVerb(i + 1, VerbForm.Gerund))
            {
                return -1;
            }
        }

        return -1;
    }

    // A noun phrase with a verb of its own: what is said without "that".
    public bool IsClause(int noun)
    {
        for (var i = noun + 1; i < Math.Min(chunks.Count, noun + 14); i++)
        {
            switch (chunks[i].Kind)
            {
                case ChunkKind.Verb when chunks[i].Form == VerbForm.Finite:
                    return true;
                case ChunkKind.Quotation:
                    return true;
                case ChunkKind.Verb or ChunkKind.Preposition or ChunkKind.Noun or ChunkKind.Bracket or ChunkKind.Adverb or ChunkKind.Coordinator or ChunkKind.Adjective:
                    break;
                case ChunkKind.Question when !chunks.Is(i + 1, ChunkKind.Verb):
                case ChunkKind.Comma when chunks[noun].Kind == ChunkKind.Noun && i + 1 < chunks.Count && chunks[i + 1].Kind is ChunkKind.Noun or ChunkKind.Question && HasAnotherComma(i + 1):
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    // An apposition has a mark on both sides.
    private bool HasAnotherComma(int from)
    {
        for (var i = from; i < Math.Min(chunks.Count, from + 14); i++)
        {
            if (chunks.Is(i, ChunkKind.Comma))
            {
                return true;
            }

            if (chunks.IsFinite(i) && !chunks.Is(from, ChunkKind.Question))
            {
                return false;
            }
        }

        return false;
    }

    private bool HasClosingComma(int comma, out int closing)
    {
        closing = comma;
        if (chunks.IsVerb(comma + 1, VerbForm.Gerund))
        {
            return false;
        }

        for (closing = comma + 1; closing < Math.Min(chunks.Count, comma + 14); closing++)
        {
            if (chunks.Is(closing, ChunkKind.Comma) && (chunks.Is(closing + 1, ChunkKind.That) || chunks.Is(closing + 1, ChunkKind.Quotation)))
            {
                return true;
            }
        }

        return false;
    }

    // "in an interview with the paper on Monday": its last noun may begin the clause ("said in May the plan was dead").
    private int EndOfAdjunct(int preposition)
    {
        var i = preposition + 2;
        while (chunks.Is(i, ChunkKind.Preposition) && chunks.StartsWith(i, "of") && chunks.Is(i + 1, ChunkKind.Noun))
        {
            i += 2;
        }

        return i;
    }

    public int SkipAddressee(CueSite site)
    {
        if (!site.Cue.TakesAddressee || !chunks.Is(site.After, ChunkKind.Noun) || chunks[site.After].IsTime)
        {
            return site.After;
        }

        var i = site.After + 1;
        while (chunks.Is(i, ChunkKind.Bracket) && chunks.Is(i - 1, ChunkKind.Noun) || chunks.Is(i, ChunkKind.Preposition) && chunks.StartsWith(i, "of") && chunks.Is(i + 1, ChunkKind.Noun) || chunks.Is(i, ChunkKind.Coordinator) && chunks.Is(i + 1, ChunkKind.Noun))
        {
            i += chunks.Is(i, ChunkKind.Bracket) ? 1 : 2;
        }

        // "warned the plan would fail": no addressee, its noun is the subject of the clause.
        return chunks.IsFinite(i) && chunks.Word(chunks[site.Verb].Head)[0] is not 't' and not 'T' ? site.After : i;
    }
}
