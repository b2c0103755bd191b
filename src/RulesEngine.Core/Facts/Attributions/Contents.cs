using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>How far what is said reaches to the right of its cue.</summary>
internal sealed class Contents(SentenceChunks chunks, ArticleCues cues)
{
    // No sentence leads into what is said with more chunks than a reader would keep in mind.
    private const int LongestLead = 12;

    /// <summary>Just after the last chunk of a clause, quotation or infinitive that begins at a chunk.</summary>
    /// <param name="first">Its first chunk.</param>
    /// <param name="isSubordinate">True where a main clause follows: "when he says so, they".</param>
    public int ClauseEnd(int first, bool isSubordinate = false)
    {
        if (chunks.IsWholeUtterance(first))
        {
            return first + 1;
        }

        for (var i = MainClause(first) + 1; i < chunks.Count; i++)
        {
            if (EndsInQuotation(i))
            {
                return i + 1;
            }

            if (EndsClause(i) || (chunks.Is(i, ChunkKind.Dash) && chunks.Is(i + 1, ChunkKind.Noun)) || (chunks.Is(i, ChunkKind.Semicolon) && i == first + 1 && chunks.Is(first, ChunkKind.Quotation)) || (isSubordinate && chunks.Is(i, ChunkKind.Comma) && chunks.IsClauseStart(i + 1)) || (chunks.IsWholeUtterance(i) && chunks.Is(i + 1, ChunkKind.Noun) && chunks.IsFinite(i + 2)))
            {
                return chunks.IsWholeUtterance(i) ? i + 1 : i;
            }
        }

        return LastWord(first);
    }

    // "that, although it is old, [the bridge] has no cracks", "that in the week before it [he] saw": what leads in does not end it.
    private int MainClause(int first)
    {
        var lead = chunks.Is(first + 1, ChunkKind.Comma) ? first + 2 : first + 1;
        if (!chunks.Is(first, ChunkKind.That) || !(chunks.Is(lead, ChunkKind.Subordinator) || chunks.Is(lead, ChunkKind.Preposition) || chunks.Is(lead, ChunkKind.Adverb)))
        {
            return first;
        }

        for (var i = lead + 1; i < Math.Min(chunks.Count, lead + LongestLead); i++)
        {
            if (chunks.Is(i, ChunkKind.Comma) && chunks.IsClauseStart(i + 1))
            {
                return i;
            }
        }

        return first;
    }

    /// <summary>Just after the last chunk of what a document says: whoever speaks in it ("52 percent said"), up to "but".</summary>
    public int SentenceEnd(int first)
    {
        for (var i = first + 1; i < chunks.Count; i++)
        {
            if ((chunks.Is(i, ChunkKind.Semicolon) || (chunks.Is(i, ChunkKind.Comma) && chunks.StartsWith(i + 1, "but"))) && HasOwnCue(i + 1))
            {
                return i;
            }
        }

        return LastWord(first);
    }

    /// <summary>Just after the last chunk of an object: it ends earlier than a clause, before "and said", "after ..., who".</summary>
    public int ObjectEnd(int first)
    {
        for (var i = first + 1; i < chunks.Count; i++)
        {
            if (EndsInQuotation(i))
            {
                return i + 1;
            }

            if (EndsClause(i) || IsAnotherVerb(i) || chunks.Is(i, ChunkKind.Dash) || chunks.Is(i, ChunkKind.Semicolon) || (chunks.Is(i, ChunkKind.Comma) && EndsObject(i + 1)) || IsAnotherClause(first, i) || IsRelativeSpeech(i))
            {
                return i;
            }
        }

        return LastWord(first);
    }

    /// <summary>
    /// Where the content of a relative clause or of a noun ends: before the verb of the sentence that goes on behind it ("the woman who accused
    /// him [said]", "his decision to run [surprised]").
    /// </summary>
    /// <param name="first">Its first chunk.</param>
    /// <param name="end">Where it would end otherwise.</param>
    /// <param name="isClause">True where it has a verb of its own.</param>
    public int WithoutMainVerb(int first, int end, bool isClause)
    {
        var open = isClause || chunks[first].Kind is ChunkKind.That or ChunkKind.Question ? 1 : 0;
        for (var i = first; i < end; i++)
        {
            if (i > first && (chunks[i].Kind is ChunkKind.That or ChunkKind.Question or ChunkKind.Subordinator || (chunks.IsPronoun(i) && chunks.Is(i - 1, ChunkKind.Noun))))
            {
                if (chunks.Is(i - 1, ChunkKind.Coordinator) && chunks.Is(i, ChunkKind.Question))
                {
                    return Math.Max(first + 1, i - 1);
                }

                open++;
            }
            else if (chunks.IsFinite(i) && !chunks.Is(i - 1, ChunkKind.Coordinator) && --open < 0)
            {
                while (i - 1 > first && chunks[i - 1].Kind is ChunkKind.Comma or ChunkKind.Adverb)
                {
                    i--;
                }

                return Math.Max(first + 1, i);
            }
        }

        return end;
    }

    /// <summary>Just after the last chunk of a noun phrase with what hangs on it.</summary>
    public int PhraseEnd(int first)
    {
        var end = first + 1;
        while (end < chunks.Count)
        {
            if ((chunks.Is(end, ChunkKind.Preposition) || chunks.Is(end, ChunkKind.Coordinator)) && chunks.Is(end + 1, ChunkKind.Noun) && !chunks[end + 1].IsTime && !chunks.IsFinite(end + 2))
            {
                end += 2;
            }
            else if (chunks.Is(end, ChunkKind.Question) || chunks.Is(end, ChunkKind.Bracket) || (chunks.Is(end, ChunkKind.Verb) && chunks[end].Form is not VerbForm.Finite))
            {
                return chunks.Is(end, ChunkKind.Bracket) ? end + 1 : ObjectEnd(end);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // "defended the plan when it came under attack", "charged him and the board left", but "whether Roe or Doe will win".
    private bool IsAnotherClause(int first, int i)
    {
        if (chunks.Is(i, ChunkKind.Subordinator) && chunks.IsVerb(i + 1, VerbForm.Gerund) && !HasVerb(first, i) && (chunks.StartsWith(i, "before") || chunks.StartsWith(i, "after")))
        {
            return true;
        }

        if (chunks.Is(i, ChunkKind.Subordinator) && HasOwnCue(i + 1, mustSay: true))
        {
            return true;
        }

        if (!chunks.IsClauseStart(i + 1))
        {
            return false;
        }

        if (chunks.Is(i, ChunkKind.Subordinator))
        {
            return chunks.StartsWithAny(i, PartingSubordinators) && !HasVerb(first, i);
        }

        return chunks.Is(i, ChunkKind.Coordinator) && !chunks.Is(first, ChunkKind.Question) && chunks.Facts.Tags[chunks[i - 1].End - 1] != PennTag.POS && !HasQuestion(first, i);
    }

    private static readonly string[] PartingSubordinators = ["because", "although", "though", "when", "after", "before"];

    private bool HasVerb(int first, int end)
    {
        while (first < end && !chunks.Is(first, ChunkKind.Verb))
        {
            first++;
        }

        return first < end;
    }

    private bool HasQuestion(int first, int end)
    {
        while (first < end && !chunks.Is(first, ChunkKind.Question))
        {
            first++;
        }

        return first < end;
    }

    // "rebuked critics who say that ...", "ran an ad, which the mayor said was false".
    private bool IsRelativeSpeech(int i)
    {
        if (!chunks.Is(i, ChunkKind.Question) || chunks.Is(i - 1, ChunkKind.Preposition) || !(chunks.StartsWith(i, "who") || chunks.StartsWith(i, "which") || chunks.StartsWith(i, "that")))
        {
            return false;
        }

        var verb = chunks.IsFinite(i + 1) ? i + 1 : chunks.IsClauseStart(i + 1) && chunks.IsFinite(i + 2) ? i + 2 : -1;
        return verb > 0 && FindCue(verb) is { IsSpeech: true } cue && cue.Takes(CueComplements.Clause) && !chunks[verb].IsPassive && (verb == i + 1 || chunks.IsFinite(verb + 1));
    }

    // ", which he believes will be dear": whoever says the rest is another.
    private bool IsRelativeClaim(int i) =>
        chunks.Is(i, ChunkKind.Question) && (chunks.StartsWith(i, "who") || chunks.StartsWith(i, "which")) && chunks.Is(i + 1, ChunkKind.Noun) && chunks.IsFinite(i + 2) && chunks.IsFinite(i + 3) && IsClauseCue(i + 2);

    // ", whom he described as", ", which the mayor opposed": what another holds of it.
    private bool IsRelativeView(int i) =>
        chunks.Is(i, ChunkKind.Question) && (chunks.StartsWith(i, "who") || chunks.StartsWith(i, "which") || chunks.StartsWith(i, "whom")) && chunks.Is(i + 1, ChunkKind.Noun) && chunks.IsFinite(i + 2) && FindCue(i + 2) is { } cue && cue.Takes(CueComplements.Object);

    private bool EndsObject(int i) =>
        IsRelativeSpeech(i) || IsRelativeClaim(i) || chunks.StartsWith(i, "which") || chunks.IsFinite(i) || chunks.IsClauseStart(i) || chunks.Is(i, ChunkKind.Subordinator) || (chunks.Is(i, ChunkKind.Adverb) && chunks.Is(i + 1, ChunkKind.Subordinator)) || chunks.IsVerb(i, VerbForm.Gerund) && !chunks.StartsWith(i, "including")
        || (chunks.Is(i, ChunkKind.Coordinator) && (chunks.IsFinite(i + 1) || chunks.IsClauseStart(i + 1)));

    // "a \"great thing,\" telling reporters": the comma stands inside the marks.
    private bool EndsInQuotation(int i) => chunks.IsWholeUtterance(i) && (chunks.IsVerb(i + 1, VerbForm.Gerund) || chunks.Is(i + 1, ChunkKind.Coordinator) && chunks.IsFinite(i + 2));

    private bool IsCueGerund(int i) => chunks.IsVerb(i, VerbForm.Gerund) && FindCue(i) is { IsSpeech: true };

    // ", saying", ", according to", "; he said", ", but Smith said".
    private bool EndsClause(int i)
    {
        if (chunks.Is(i, ChunkKind.Semicolon))
        {
            return HasOwnCue(i + 1);
        }

        if (!chunks.Is(i, ChunkKind.Comma) && !chunks.Is(i, ChunkKind.Dash))
        {
            return chunks.StartsWith(i, "according")
                || (chunks.Is(i, ChunkKind.Coordinator) && chunks.IsPronoun(i + 1) && chunks.IsFinite(i + 2) && FindCue(i + 2) is not null)
                || (chunks.StartsWith(i, "but") && HasOwnCue(i + 1))
                || (chunks.Is(i, ChunkKind.Coordinator) && HasOwnCue(i + 1, mustSay: true))
                || (chunks.Is(i, ChunkKind.Coordinator) && chunks.IsVerb(i + 1, VerbForm.Gerund) && IsClauseCue(i + 1))
                || (chunks.StartsWith(i, "but") && chunks.IsFinite(i + 1) && IsClauseCue(i + 1))
                || (chunks.Is(i, ChunkKind.Coordinator) && chunks.IsFinite(i + 1) && (FindCue(i + 1) is { IsSpeech: true } || IsSpeechClause(i + 1)));
        }

        return IsCueGerund(i + 1)
            || IsRelativeClaim(i + 1)
            || IsRelativeView(i + 1)
            || chunks.StartsWith(i + 1, "according")
            || HasOwnCue(i + 1)
            || (chunks.IsFinite(i + 1) && FindCue(i + 1) is { IsSpeech: true })
            || (chunks.StartsWith(i + 1, "but") && SkipAdjunct(i + 2) is var next && chunks.IsFinite(next) && FindCue(next) is not null)
            || (chunks.StartsWith(i + 1, "with") && chunks.Is(i + 2, ChunkKind.Noun) && chunks.IsVerb(i + 3, VerbForm.Gerund) && IsClauseCue(i + 3))
            || (chunks.Is(i + 1, ChunkKind.Coordinator) && IsSpeechClause(i + 2));
    }

    // "but in a later interview said".
    private int SkipAdjunct(int i) => chunks.Is(i, ChunkKind.Preposition) && chunks.Is(i + 1, ChunkKind.Noun) ? i + 2 : i;

    private bool IsSpeechClause(int i) => HasOwnCue(i) || (chunks.IsFinite(i) && IsClauseCue(i) && chunks[i + 1 < chunks.Count ? i + 1 : i].Kind is ChunkKind.That or ChunkKind.Quotation or ChunkKind.Colon);

    // "but on Tuesday he said": a clause with a subject and a cue of its own.
    private bool HasOwnCue(int i, bool mustSay = false)
    {
        if (chunks.Is(i, ChunkKind.Coordinator) || chunks.Is(i, ChunkKind.Subordinator))
        {
            i++;
        }

        while (chunks.Is(i, ChunkKind.Adverb) || (chunks.Is(i, ChunkKind.Noun) && chunks[i].IsTime && chunks.Is(i + 1, ChunkKind.Noun)) || (chunks.Is(i, ChunkKind.Preposition) && chunks.Is(i + 1, ChunkKind.Noun) && chunks.Is(i + 2, ChunkKind.Noun)))
        {
            i += chunks.Is(i, ChunkKind.Preposition) ? 2 : 1;
        }

        for (var step = 0; step < 6 && chunks.Is(i, ChunkKind.Noun); step++)
        {
            if (chunks.IsFinite(i + 1))
            {
                return IsClauseCue(i + 1) && (!mustSay || FindCue(i + 1) is { IsSpeech: true });
            }

            if (!chunks.Is(i + 1, ChunkKind.Preposition))
            {
                return false;
            }

            i += 2;
        }

        return false;
    }

    private bool IsClauseCue(int verb) => FindCue(verb) is { } cue && cue.Takes(CueComplements.Clause) && !chunks[verb].IsPassive;

    private Cue? FindCue(int verb) => cues.Find(chunks[verb].Head, chunks[verb].Head + 1, CueClass.Verb);

    private bool IsAnotherVerb(int i) => chunks.Is(i, ChunkKind.Coordinator) && chunks.IsFinite(i + 1) && FindCue(i + 1) is not null;

    private int LastWord(int first)
    {
        var end = chunks.Count;
        while (end > first + 1 && chunks.Is(end - 1, ChunkKind.Other))
        {
            end--;
        }

        return end;
    }
}
