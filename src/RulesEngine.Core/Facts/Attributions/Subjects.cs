using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// The subject of a verb: the noun phrase right before it, or the one that its own modifiers part from it: "The official who wrote the
/// letter said", "Jane Roe, 67, of Toledo, Ohio, who was there, said", "Mr. Roe, in an interview on Friday, said".
/// </summary>
internal sealed class Subjects(SentenceChunks chunks, ArticleCues cues, WordClasses words, NounPhrases phrases)
{
    // Enough for the longest subject that a reader would follow; keeps the walk short on hostile text.
    private const int Reach = 40;

    /// <summary>The subject of a verb, as chunk indices (end exclusive), or null.</summary>
    public TokenRange? Before(int verb)
    {
        var last = verb - 1;
        while (chunks.Is(last, ChunkKind.Adverb) || (chunks.Is(last, ChunkKind.Preposition) && chunks.Is(last - 1, ChunkKind.Noun)))
        {
            last--;
        }

        // "Critics in particular feared".
        if (chunks.Is(last, ChunkKind.Adjective) && chunks.Is(last - 1, ChunkKind.Preposition) && chunks.Is(last - 2, ChunkKind.Noun))
        {
            last -= 2;
        }

        // "those surveyed say".
        if (chunks.IsVerb(last, VerbForm.Participle) && chunks.Is(last - 1, ChunkKind.Noun) && chunks.IsFinite(verb))
        {
            return new TokenRange(phrases.Start(last - 1), last + 1);
        }

        if (chunks.Is(last, ChunkKind.Bracket) && chunks.Is(last - 1, ChunkKind.Noun))
        {
            return Whole(last - 1, last + 1);
        }

        if (chunks.Is(last, ChunkKind.Noun))
        {
            return chunks[last].IsTime ? BehindTime(last) : Whole(last, last + 1);
        }

        return chunks.Is(last, ChunkKind.Comma) ? BeforeComma(last)
            : chunks.Is(last, ChunkKind.Dash) ? BetweenDashes(last)
            : chunks.Is(last, ChunkKind.Question) && !chunks.StartsWith(last, "when") && !chunks.StartsWith(last, "how") ? new TokenRange(last, last + 1)
            : null;
    }

    // A noun phrase, or the one whose relative clause it ends: "[officials who met the minister] said".
    private TokenRange Whole(int noun, int end)
    {
        var start = phrases.Start(noun);
        return OutOfRelative(start) is { } outer ? new TokenRange(outer, end) : new TokenRange(start, end);
    }

    // The head of the relative clause in which a noun phrase is the object, or null.
    private int? OutOfRelative(int start)
    {
        var isObject = false;
        for (var i = start - 1; i > 0 && start - i < Reach; i--)
        {
            switch (chunks[i].Kind)
            {
                case ChunkKind.Verb when chunks[i].Form == VerbForm.Finite:
                    if (isObject)
                    {
                        return null;
                    }

                    isObject = true;
                    break;
                case ChunkKind.Question:
                    var head = chunks.Is(i - 1, ChunkKind.Comma) && chunks.StartsWith(i, "who") ? i - 2 : i - 1;
                    return isObject && chunks.Is(head, ChunkKind.Noun) && chunks.IsVerb(SkipAdverb(i + 1), VerbForm.Finite) && IsRelative(i) ? phrases.Start(head) : null;
                case ChunkKind.Verb or ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.Bracket:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private bool IsRelative(int question) => chunks.StartsWith(question, "who") || chunks.StartsWith(question, "which") || chunks.StartsWith(question, "that");

    private int SkipAdverb(int chunk) => chunks.Is(chunk, ChunkKind.Adverb) ? chunk + 1 : chunk;

    // "Trump Tuesday said": the subject stands before the time.
    private TokenRange? BehindTime(int time)
    {
        var last = chunks.Is(time - 1, ChunkKind.Preposition) ? time - 2 : time - 1;
        if (chunks.IsVerb(last, VerbForm.Participle) && chunks.Is(last - 1, ChunkKind.Noun))
        {
            return new TokenRange(phrases.Start(last - 1), time + 1);
        }

        return chunks.Is(last, ChunkKind.Noun) && !chunks[last].IsTime ? Whole(last, last + 1)
            : chunks.Is(last, ChunkKind.Bracket) && chunks.Is(last - 1, ChunkKind.Noun) ? Whole(last - 1, last + 1)
            : chunks.Is(last, ChunkKind.Question) ? new TokenRange(last, last + 1)
            : chunks.Is(last, ChunkKind.Comma) ? BeforeComma(last)
            : null;
    }

    // The pieces between commas, from the beginning of the clause: what leads in, the subject, what describes it.
    private TokenRange? BeforeComma(int closing)
    {
        if (FindAuxiliary(closing) is var auxiliary and > 0)
        {
            return Before(auxiliary);
        }

        var first = ClauseStart(closing);
        var start = -1;
        var end = -1;
        var isOpen = true;
        for (var piece = first; piece < closing;)
        {
            while (start < 0 && chunks[piece].Kind is ChunkKind.Coordinator or ChunkKind.Adverb && chunks.Is(piece + 1, ChunkKind.Noun))
            {
                piece++;
            }

            var next = PieceEnd(piece, closing);
            if (start < 0 && next == piece + 1 && chunks.Is(piece, ChunkKind.Question) && IsRelative(piece))
            {
                // "who, on Friday, said".
                return new TokenRange(piece, next);
            }

            if (start >= 0 && chunks.Is(piece, ChunkKind.Question))
            {
                return new TokenRange(start, isOpen && !IsKnown(start, piece) ? closing : end);
            }

            if (start >= 0 && isOpen && Describes(piece))
            {
                end = next;
            }
            else if (start >= 0 && (Leads(piece) || !isOpen))
            {
                isOpen = false;
            }
            else if (chunks.Is(piece, ChunkKind.Noun) && !chunks[piece].IsTime && !IsPlace(first, piece, next, closing) && !IsOfThem(piece))
            {
                start = piece;
                end = next;
            }

            piece = next + 1;
        }

        return start < 0 ? Nearest(first, closing) : new TokenRange(start, end);
    }

    // The noun phrase before the last aside, whatever stands before it.
    private TokenRange? Nearest(int first, int closing)
    {
        for (var comma = closing - 1; comma > first; comma--)
        {
            if (chunks.Is(comma, ChunkKind.Comma) && chunks.Is(comma - 1, ChunkKind.Noun) && !chunks[comma - 1].IsTime)
            {
                return new TokenRange(phrases.Start(comma - 1), comma);
            }
        }

        return null;
    }

    // "Speaking to voters, many of them students, Mr. Roe, ..., said".
    private bool IsOfThem(int piece) => chunks.StartsWith(piece + 1, "of") && (chunks.StartsWith(piece + 2, "them") || chunks.StartsWith(piece + 2, "whom"));

    // "They have, in fact, praised": the auxiliary that an aside parts from its verb, or -1.
    private int FindAuxiliary(int closing)
    {
        var comma = closing - 1;
        while (comma > 0 && closing - comma < 5 && !chunks.Is(comma, ChunkKind.Comma))
        {
            comma--;
        }

        return chunks.Is(comma, ChunkKind.Comma) && chunks.IsFinite(comma - 1) && chunks.Is(closing + 1, ChunkKind.Verb) && chunks.Facts.Tags[chunks[closing + 1].Head] is PennTag.VBN or PennTag.VBD && words.IsAuxiliary(chunks.Word(chunks[comma - 1].Head)) ? comma - 1 : -1;
    }

    private int PieceEnd(int piece, int closing)
    {
        var end = piece;
        while (end < closing && !chunks.Is(end, ChunkKind.Comma))
        {
            end++;
        }

        return end;
    }

    // "In Toledo, Ohio, Mr. Roe, ..., said": a name behind a place that leads in.
    private bool IsPlace(int first, int piece, int next, int closing) =>
        piece > first && next == piece + 1 && chunks.IsName(piece) && chunks.IsName(piece - 2) && chunks.Is(piece - 3, ChunkKind.Preposition) && next + 1 < closing && chunks.Is(next + 1, ChunkKind.Noun);

    private bool Leads(int piece) =>
        chunks[piece].Kind is ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.Adverb or ChunkKind.Adjective || (chunks.Is(piece, ChunkKind.Verb) && chunks[piece].Form != VerbForm.Finite) || (chunks.Is(piece, ChunkKind.Noun) && chunks[piece].IsTime);

    // "a lawyer", "67", "who runs the office", "of Toledo", "including Mr. Doe", "like many others".
    private bool Describes(int piece) => chunks[piece].Kind switch
    {
        ChunkKind.Noun => !chunks[piece].IsTime,
        ChunkKind.Adverb => chunks.Is(piece + 1, ChunkKind.Noun) && !chunks[piece + 1].IsTime,
        ChunkKind.Coordinator => chunks.Is(piece + 1, ChunkKind.Noun),
        ChunkKind.Preposition => chunks.StartsWithAny(piece, DescribingPrepositions) && chunks.Is(piece + 1, ChunkKind.Noun),
        ChunkKind.Verb => chunks.StartsWith(piece, "including"),
        _ => false,
    };

    private static readonly string[] DescribingPrepositions = ["of", "from", "like", "such", "including"];

    // "Mr. Roe, who had left by then," is known already; "Jane Roe, who runs the office," is introduced.
    private bool IsKnown(int start, int question)
    {
        var noun = question - 2;
        return start == phrases.Start(noun) && (!chunks.StartsWith(question, "who") || !chunks.IsName(noun) || chunks[noun].End - chunks[noun].First < 2);
    }

    // Leftmost chunk that can belong to the subject before a comma.
    private int ClauseStart(int closing)
    {
        var start = closing;
        for (var i = closing - 1; i >= 0 && closing - i < Reach; i--)
        {
            if (chunks.IsFinite(i))
            {
                if (EmbeddingOf(i) is not { } opener)
                {
                    return AfterClause(i, closing);
                }

                i = opener;
            }
            else if (chunks[i].Kind is ChunkKind.Semicolon or ChunkKind.Colon or ChunkKind.Quotation or ChunkKind.Other or ChunkKind.Dash)
            {
                return start;
            }

            start = i;
        }

        return start;
    }

    // The word that makes a finite verb that of a relative, question or subordinate clause, or null.
    private int? EmbeddingOf(int verb)
    {
        // "the server [she used]"
        if (chunks.Is(verb - 1, ChunkKind.Noun) && chunks.Is(verb - 2, ChunkKind.Noun) && !chunks[verb - 2].IsTime)
        {
            return verb - 1;
        }

        for (var i = verb - 1; i >= 0 && verb - i < Reach; i--)
        {
            if (chunks[i].Kind is ChunkKind.Question or ChunkKind.Subordinator or ChunkKind.That)
            {
                return i;
            }

            if (chunks.IsFinite(i))
            {
                if (chunks[verb - 1].Kind is ChunkKind.Coordinator or ChunkKind.Comma)
                {
                    continue;
                }

                return chunks.Is(i + 1, ChunkKind.Noun) && cues.Find(chunks[i].Head, chunks[i].End, CueClass.Verb) is { } cue && cue.Takes(CueComplements.Clause) ? i + 1 : null;
            }

            if (chunks[i].Kind is ChunkKind.Semicolon or ChunkKind.Colon or ChunkKind.Quotation or ChunkKind.Dash)
            {
                return null;
            }
        }

        return null;
    }

    // "He left and Mr. Roe, a lawyer, said", "When he left, Mr. Roe, ..., said".
    private int AfterClause(int verb, int closing)
    {
        for (var i = verb + 1; i < closing; i++)
        {
            if (chunks[i].Kind is ChunkKind.Coordinator or ChunkKind.Comma or ChunkKind.Subordinator && chunks.Is(i + 1, ChunkKind.Noun))
            {
                return i + 1;
            }
        }

        return closing;
    }

    private TokenRange? BetweenDashes(int closing)
    {
        for (var dash = closing - 1; dash > 0 && closing - dash < Reach; dash--)
        {
            if (chunks.Is(dash, ChunkKind.Dash))
            {
                return chunks.Is(dash - 1, ChunkKind.Noun) ? new TokenRange(phrases.Start(dash - 1), closing + 1) : null;
            }
        }

        return null;
    }
}
