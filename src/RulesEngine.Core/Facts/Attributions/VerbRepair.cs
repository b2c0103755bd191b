using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Mends what a tagger of single words gets wrong about verbs of news: "The mayor, meanwhile, blasted [participle] the plan" has a
/// subject before and an object behind it, and a headline without a verb ("Roe hints [noun] at a run") has taken it for a noun.
/// Long, as the mends are one sequence: each reads what those before it made of the chunks around a verb.
/// </summary>
internal static class VerbRepair
{
    /// <summary>Changes chunks in place.</summary>
    public static void Apply(ArticleFacts facts, ArticleCues cues, Sentence sentence, ValueList<Chunk> chunks)
    {
        var hasFinite = false;
        NameFirstWord(facts, cues, chunks);
        HiddenVerbs.Apply(facts, cues, chunks);
        JoinAsides(facts, chunks);
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Form == VerbForm.Participle && !chunks[i].IsPassive && IsPlain(facts, chunks[i]) && HasSubject(facts, chunks, i) && (HasObject(chunks, i) || IsLastWord(chunks, i)))
            {
                chunks[i] = chunks[i] with { Form = VerbForm.Finite };
            }

            if (chunks[i].Form == VerbForm.Finite && chunks[i].Head == chunks[i].First && facts.Tags[chunks[i].Head] == PennTag.VBD && (i == 0 || chunks[i - 1].Kind == ChunkKind.Subordinator))
            {
                // "Asked if he would run", "When told that": nobody stands before it.
                chunks[i] = chunks[i] with { Form = VerbForm.Participle };
            }

            if (IsReduced(facts, cues, chunks, i) || IsBehindNumber(facts, cues, chunks, i))
            {
                chunks[i] = chunks[i] with { Form = VerbForm.Participle };
            }

            hasFinite |= chunks[i].Form == VerbForm.Finite;
        }

        FindMainVerb(facts, chunks);
        MendThat(facts, cues, chunks);
        NameSpeakers(facts, cues, chunks);
        SplitNouns(facts, cues, chunks);
        if (!hasFinite && sentence.Block.Kind is (BlockKind.Headline or BlockKind.Heading))
        {
            SplitHeadline(facts, cues, chunks);
        }
    }

    // "Figures [verb] reported on Sunday suggest", "Lynch [verb] announced": a sentence begins with a noun where a verb follows.
    private static void NameFirstWord(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks)
    {
        if (chunks.Count < 2 || chunks[0].Form != VerbForm.Finite || chunks[0].End - chunks[0].First != 1 || facts.Tags[chunks[0].Head] is not PennTag.VBZ and not PennTag.VB)
        {
            return;
        }

        // "Roe, however, declined"; "Roe, who also campaigned, said".
        var verb = chunks.Count > 4 && chunks[1].Kind == ChunkKind.Comma && chunks[2].Kind == ChunkKind.Adverb && chunks[3].Kind == ChunkKind.Comma ? 4
            : chunks.Count > 4 && chunks[1].Kind == ChunkKind.Comma && chunks[2].Kind == ChunkKind.Question ? 3
            : 1;
        if (chunks[verb].Form is VerbForm.Finite or VerbForm.Participle && facts.Tags[chunks[verb].Head] is not PennTag.VB)
        {
            chunks[0] = new Chunk(ChunkKind.Noun, chunks[0].First, chunks[0].End, chunks[0].Head);
        }
        else if (chunks.Count > 2 && chunks[2].Kind is ChunkKind.Noun or ChunkKind.That && chunks[1].Kind == ChunkKind.Noun && chunks[1].First == chunks[1].Head && facts.Tags[chunks[1].Head] == PennTag.NNS
            && cues.Find(chunks[1].Head, chunks[1].End, CueClass.Verb) is { } cue && cue.Takes(CueComplements.Clause | CueComplements.Object))
        {
            // "Roe [verb] demands [noun] the board resign".
            chunks[0] = new Chunk(ChunkKind.Noun, chunks[0].First, chunks[0].End, chunks[0].Head);
            chunks[1] = new Chunk(ChunkKind.Verb, chunks[1].First, chunks[1].End, chunks[1].Head) { Form = VerbForm.Finite };
        }
    }

    // "has, however, revealed": an aside of a word or two within a verb.
    private static void JoinAsides(ArticleFacts facts, ValueList<Chunk> chunks)
    {
        for (var i = 1; i + 1 < chunks.Count; i++)
        {
            if (chunks[i].Kind != ChunkKind.Comma || chunks[i - 1].Form != VerbForm.Finite || facts.Tags[chunks[i - 1].Head] is not PennTag.VBZ and not PennTag.VBP and not PennTag.VBD and not PennTag.MD)
            {
                continue;
            }

            var aside = i + 1;
            while (aside < chunks.Count && aside < i + 3 && chunks[aside].Kind is ChunkKind.Adverb or ChunkKind.Preposition or ChunkKind.Noun)
            {
                aside++;
            }

            if (aside > i + 1 && aside + 1 < chunks.Count && chunks[aside].Kind == ChunkKind.Comma && chunks[aside + 1].Kind == ChunkKind.Verb && IsAuxiliaryOf(facts, chunks[i - 1], chunks[aside + 1]))
            {
                var verb = chunks[aside + 1];
                chunks[i - 1] = verb with { First = chunks[i - 1].First, Form = VerbForm.Finite, IsNegated = verb.IsNegated || chunks[i - 1].IsNegated, IsPassive = verb.IsPassive || IsBe(facts, chunks[i - 1]) && facts.Tags[verb.Head] == PennTag.VBN };
                chunks.RemoveRange(i, aside + 2 - i);
            }
        }
    }

    private static bool IsAuxiliaryOf(ArticleFacts facts, Chunk auxiliary, Chunk verb) =>
        facts.Tags[auxiliary.Head] == PennTag.MD ? facts.Tags[verb.First] == PennTag.VB
        : IsHave(facts, auxiliary) ? facts.Tags[verb.First] is PennTag.VBN or PennTag.VBD or PennTag.RB && verb.Form is VerbForm.Participle or VerbForm.Finite
        : IsBe(facts, auxiliary) && verb.Form is VerbForm.Participle or VerbForm.Gerund;

    private static bool IsHave(ArticleFacts facts, Chunk chunk) => facts.Article.AsSpan(facts.Tokens[chunk.Head].Span) is "has" or "have" or "had" or "’ve" or "'ve";

    private static bool IsBe(ArticleFacts facts, Chunk chunk) => facts.Article.AsSpan(facts.Tokens[chunk.Head].Span) is "is" or "are" or "was" or "were" or "’s" or "'s" or "’re" or "'re";

    // "his claim that [pronoun] the bridge is safe": a clause with all that it needs says what is claimed; "the claims that he made" does not.
    private static void MendThat(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks)
    {
        for (var i = 1; i + 2 < chunks.Count; i++)
        {
            if (chunks[i].Kind == ChunkKind.Question && chunks[i + 1].Kind == ChunkKind.Noun && chunks[i - 1].Kind == ChunkKind.Noun
                && facts.Article.AsSpan(facts.Tokens[chunks[i].First].Span).Equals("that", StringComparison.OrdinalIgnoreCase)
                && cues.Find(chunks[i - 1].Head, chunks[i - 1].End, CueClass.Noun) is { } cue && cue.Takes(CueComplements.Clause) && IsCompleteClause(chunks, i + 1))
            {
                chunks[i] = chunks[i] with { Kind = ChunkKind.That };
            }
        }
    }

    private static bool IsCompleteClause(ValueList<Chunk> chunks, int subject)
    {
        var verb = subject + 1;
        while (verb + 1 < chunks.Count && chunks[verb].Kind == ChunkKind.Preposition && chunks[verb + 1].Kind == ChunkKind.Noun)
        {
            verb += 2;
        }

        return verb + 1 < chunks.Count && chunks[verb].Form == VerbForm.Finite
            && (chunks[verb].IsPassive || chunks[verb + 1].Kind is ChunkKind.That or ChunkKind.Quotation or ChunkKind.Subordinator || (chunks[verb + 1].Kind == ChunkKind.Noun && !chunks[verb + 1].IsTime)
                || (chunks[verb + 1].Kind == ChunkKind.Adjective && !(verb + 2 < chunks.Count && chunks[verb + 2].Form == VerbForm.Infinitive)));
    }

    // "Read [verb] said", "Senate aides [verb] said", "a party official [adjective] said": what stands right before a verb of speech is who spoke.
    private static void NameSpeakers(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks)
    {
        for (var i = 0; i + 1 < chunks.Count; i++)
        {
            var verb = i + 2 < chunks.Count && (chunks[i + 1].Kind == ChunkKind.Adverb || chunks[i + 1].IsTime) ? i + 2 : i + 1;
            if (chunks[verb].Form != VerbForm.Finite || !IsMistakenNoun(facts, chunks, i) || cues.Find(chunks[verb].Head, chunks[verb].End, CueClass.Verb) is not { } cue || !cue.Takes(CueComplements.Clause))
            {
                continue;
            }

            var first = i;
            while (first > 0 && (chunks[first - 1].Kind == ChunkKind.Adjective || (chunks[first - 1].Kind == ChunkKind.Noun && !IsPronoun(facts, chunks[first - 1]))))
            {
                first--;
            }

            chunks[first] = new Chunk(ChunkKind.Noun, chunks[first].First, chunks[i].End, chunks[i].Head);
            chunks.RemoveRange(first + 1, i - first);
            i = first;
        }
    }

    // "The campaign countered [participle] Sunday by ...": a sentence without a verb of its own has it in its first participle behind a noun.
    private static void FindMainVerb(ArticleFacts facts, ValueList<Chunk> chunks)
    {
        var candidate = -1;
        var embedded = 0;
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Kind is ChunkKind.Question or ChunkKind.Subordinator or ChunkKind.That)
            {
                embedded++;
            }
            else if (chunks[i].Form == VerbForm.Finite && !(candidate > 0 && IsParenthesis(chunks, i)) && --embedded < 0)
            {
                return;
            }
            else if (candidate < 0 && embedded <= 0 && chunks[i].Form == VerbForm.Participle && !chunks[i].IsPassive && i > 0 && (chunks[i - 1].Kind is ChunkKind.Noun or ChunkKind.Bracket or ChunkKind.Coordinator || ClosesAside(chunks, i - 1)) && IsPlain(facts, chunks[i]) && !IsBy(facts, chunks, i + 1))
            {
                candidate = i;
            }
        }

        if (candidate > 0)
        {
            chunks[candidate] = chunks[candidate] with { Form = VerbForm.Finite };
        }
    }

    // ", he said,".
    private static bool IsParenthesis(ValueList<Chunk> chunks, int verb) =>
        verb > 1 && chunks[verb - 1].Kind == ChunkKind.Noun && chunks[verb - 2].Kind == ChunkKind.Comma && verb + 1 < chunks.Count && chunks[verb + 1].Kind is ChunkKind.Comma or ChunkKind.Other;

    // "Mrs. Roe, the nominee, proposed [participle] enforcing a ban".
    private static bool ClosesAside(ValueList<Chunk> chunks, int comma)
    {
        if (chunks[comma].Kind != ChunkKind.Comma)
        {
            return false;
        }

        for (var i = comma - 1; i > 0; i--)
        {
            if (chunks[i].Kind == ChunkKind.Comma)
            {
                return chunks[i - 1].Kind is ChunkKind.Noun or ChunkKind.Bracket && !chunks[i - 1].IsTime;
            }
        }

        return false;
    }

    private static bool IsBy(ArticleFacts facts, ValueList<Chunk> chunks, int i) =>
        i < chunks.Count && facts.Article.AsSpan(facts.Tokens[chunks[i].First].Span).Equals("by", StringComparison.OrdinalIgnoreCase);

    // "blasted", "also praised".
    private static bool IsPlain(ArticleFacts facts, Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.Head; i++)
        {
            if (facts.Tags[i] is not PennTag.RB)
            {
                return false;
            }
        }

        return true;
    }

    // "A poll released Saturday found": the first of two verbs with nothing but where and when between them describes the noun.
    private static bool IsReduced(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int verb)
    {
        if (chunks[verb].Form != VerbForm.Finite || facts.Tags[chunks[verb].Head] != PennTag.VBD || verb == 0 || chunks[verb - 1].Kind != ChunkKind.Noun || !IsPlain(facts, chunks[verb])
            || !facts.Article.AsSpan(facts.Tokens[chunks[verb].Head].Span).EndsWith("ed", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var next = verb + 1;
        while (next < chunks.Count && (chunks[next].IsTime || (chunks[next].Kind == ChunkKind.Preposition && next + 1 < chunks.Count && chunks[next + 1].Kind == ChunkKind.Noun)))
        {
            next += chunks[next].IsTime ? 1 : 2;
        }

        return next > verb + 1 && next < chunks.Count && chunks[next].Form == VerbForm.Finite
            && !(cues.Find(chunks[verb].Head, chunks[verb].End, CueClass.Verb) is { } cue && cue.Takes(CueComplements.Clause) && !chunks[verb + 1].IsTime);
    }

    private static bool IsPronoun(ArticleFacts facts, Chunk chunk) => facts.Tags[chunk.Head] is PennTag.PRP or PennTag.EX;

    private static bool IsMistakenNoun(ArticleFacts facts, ValueList<Chunk> chunks, int i)
    {
        var chunk = chunks[i];
        if (chunk.End - chunk.First != 1)
        {
            return false;
        }

        var before = i > 0 ? chunks[i - 1].Kind : ChunkKind.Other;
        if (chunk.Kind == ChunkKind.Adjective)
        {
            return before == ChunkKind.Noun ? !IsPronoun(facts, chunks[i - 1]) : char.IsUpper(facts.Article.Text[facts.Tokens[chunk.First].Start]);
        }

        if (chunk.Form is not VerbForm.Finite and not VerbForm.Infinitive and not VerbForm.Gerund and not VerbForm.Participle)
        {
            return false;
        }

        var word = facts.Article.AsSpan(facts.Tokens[chunk.First].Span);
        var isName = char.IsUpper(word[0]) && (before is not ChunkKind.Noun and not ChunkKind.Question || i == 0);
        var isPlural = facts.Tags[chunk.First] == PennTag.VBZ && before is ChunkKind.Noun && !IsPronoun(facts, chunks[i - 1]) && !chunks[i - 1].IsTime && word.Length > 3;
        return isName || isPlural;
    }

    // "A poll shows [noun] 68 percent of voters say", "the board writes [noun].": no verb stands in the clause, and what follows is said.
    private static void SplitNouns(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks)
    {
        var isOpen = true;
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            isOpen = IsSpeakerTag(facts, cues, chunks, i) || IsWho(facts, chunk) || chunk.Kind is ChunkKind.That or ChunkKind.Quotation or ChunkKind.Semicolon or ChunkKind.Colon or ChunkKind.Subordinator || (isOpen && chunk.Form != VerbForm.Finite);
            if (!isOpen || chunk.Kind != ChunkKind.Noun || chunk.Head + 1 != chunk.End || !IsNounLikeVerb(facts, chunks, i) || !(SaysNext(facts, cues, chunks, i) || IsSpeakerTag(facts, cues, chunks, i) || SpeaksOf(facts, cues, chunks, i))
                || cues.Find(chunk.Head, chunk.End, CueClass.Verb) is not { } cue || !Fits(facts, cues, chunks, i, cue))
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
                i++;
            }

            if (IsThat(facts, chunks, i + 1))
            {
                chunks[i + 1] = chunks[i + 1] with { Kind = ChunkKind.That };
            }

            isOpen = false;
        }
    }

    private static bool Fits(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int i, Cue cue) =>
        i + 1 < chunks.Count && chunks[i + 1].Form == VerbForm.Infinitive ? cue.Takes(CueComplements.Infinitive)
        : i > 0 && IsWho(facts, chunks[i - 1]) ? cue.Takes(CueComplements.Clause | CueComplements.Object)
        : cue.Takes(CueComplements.Clause) || SpeaksOf(facts, cues, chunks, i);

    // "the guilds [push] for lower tolls", "he also [points] to the dam": the preposition is the verb's own.
    private static bool SpeaksOf(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int i)
    {
        var head = chunks[i].Head;
        if (i + 2 >= chunks.Count || chunks[i + 1].Kind != ChunkKind.Preposition || chunks[i + 2].Kind != ChunkKind.Noun || cues.Find(head, chunks[i].End, CueClass.Verb) is not { Prepositions.IsEmpty: false } cue)
        {
            return false;
        }

        var isVerb = head > chunks[i].First ? facts.Tags[head] == PennTag.NN : chunks[i - 1].Kind == ChunkKind.Adverb;
        return isVerb && cue.Prepositions.Contains(facts.Article.Text[facts.Tokens[chunks[i + 1].First].Start..facts.Tokens[chunks[i + 1].First].End]) && !HasFinite(chunks, i + 1);
    }

    private static bool HasFinite(ValueList<Chunk> chunks, int first)
    {
        for (var i = first; i < chunks.Count && chunks[i].Kind is not ChunkKind.Comma and not ChunkKind.Semicolon; i++)
        {
            if (chunks[i].Form == VerbForm.Finite)
            {
                return true;
            }
        }

        return false;
    }

    // "a donor who [backs] the mayor".
    private static bool IsWho(ArticleFacts facts, Chunk chunk) => chunk.Kind == ChunkKind.Question && facts.Tags[chunk.First] == PennTag.WP && facts.Article.AsSpan(facts.Tokens[chunk.First].Span).Equals("who", StringComparison.OrdinalIgnoreCase);

    // "The Herald notes that [pronoun] the bridge".
    private static bool IsThat(ArticleFacts facts, ValueList<Chunk> chunks, int i) =>
        i + 1 < chunks.Count && chunks[i].Kind == ChunkKind.Question && chunks[i + 1].Kind is ChunkKind.Noun or ChunkKind.Verb && chunks[i + 1].Form != VerbForm.Finite
        && facts.Article.AsSpan(facts.Tokens[chunks[i].First].Span).Equals("that", StringComparison.OrdinalIgnoreCase);

    // "..., [the Herald] notes [noun].": a name and a word of speech after all else.
    private static bool IsSpeakerTag(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int i)
    {
        var head = chunks[i].Head;
        return IsInvertedTag(facts, cues, chunks, i)
            || chunks[i].Kind == ChunkKind.Noun && i > 1 && facts.Tags[head] == PennTag.NNS && head > chunks[i].First && facts.Tags[head - 1] is PennTag.NNP or PennTag.NN
            && chunks[i - 1].Kind is ChunkKind.Comma or ChunkKind.Quotation && (i + 1 == chunks.Count || chunks[i + 1].Kind is ChunkKind.Other or ChunkKind.Comma)
            && cues.Find(head, head + 1, CueClass.Verb) is { IsSpeech: true } cue && cue.Takes(CueComplements.Clause);
    }

    // "..., reports [noun] the Herald."
    private static bool IsInvertedTag(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int i)
    {
        if (i < 2 || i + 1 >= chunks.Count || chunks[i].Kind != ChunkKind.Noun || chunks[i].First != chunks[i].Head || facts.Tags[chunks[i].Head] != PennTag.NNS
            || chunks[i - 1].Kind is not ChunkKind.Comma and not ChunkKind.Quotation || chunks[i + 1].Kind != ChunkKind.Noun || chunks[i + 1].IsTime)
        {
            return false;
        }

        var end = i + 2 < chunks.Count && chunks[i + 2].IsTime ? i + 3 : i + 2;
        return (end >= chunks.Count || (chunks[end].Kind == ChunkKind.Other && end + 1 >= chunks.Count)) && cues.Find(chunks[i].Head, chunks[i].End, CueClass.Verb) is { } cue && cue.Takes(CueComplements.Clause);
    }

    // "[voters] warn", "[the board] writes"; "[- ...] warn" behind an aside; "recent [polling] shows", "the group [also] plans".
    private static bool IsNounLikeVerb(ArticleFacts facts, ValueList<Chunk> chunks, int i)
    {
        var head = chunks[i].Head;
        if (facts.Tags[head] is not PennTag.NN and not PennTag.NNS)
        {
            return false;
        }

        return head > chunks[i].First
            ? facts.Tags[head] == PennTag.NNS ? facts.Tags[head - 1] is PennTag.NN or PennTag.NNP : facts.Tags[head - 1] is PennTag.NNS or PennTag.NNPS
            : i > 1 && (chunks[i - 1].Kind is ChunkKind.Dash or ChunkKind.Comma || IsWho(facts, chunks[i - 1]) || facts.Tags[head - 1] == PennTag.HYPH
                || (facts.Tags[head] == PennTag.NNS && (chunks[i - 1].Form == VerbForm.Gerund || (chunks[i - 1].Kind == ChunkKind.Adverb && chunks[i - 2].Kind == ChunkKind.Noun))));
    }

    private static bool SaysNext(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int i)
    {
        if (i + 1 >= chunks.Count)
        {
            return false;
        }

        return chunks[i + 1].Kind is ChunkKind.That or ChunkKind.Quotation || IsThat(facts, chunks, i + 1)
            || (chunks[i + 1].Kind == ChunkKind.Noun && !chunks[i + 1].IsTime && facts.Tags[chunks[i + 1].First] is PennTag.DT or PennTag.PRP or PennTag.PRPS or PennTag.CD or PennTag.NNP)
            || (chunks[i + 1].Kind == ChunkKind.Other && i + 2 >= chunks.Count && chunks[0].First > 0 && facts.Tags[chunks[0].First - 1] == PennTag.CloseQuote)
            || chunks[i + 1].Form == VerbForm.Infinitive || (chunks[i + 1].Form == VerbForm.Finite && cues.Find(chunks[i + 1].Head, chunks[i + 1].End, CueClass.Verb) is null)
            || (i > 0 && chunks[i - 1].Kind == ChunkKind.Quotation && chunks[i + 1].Kind is ChunkKind.Comma or ChunkKind.Other);
    }

    // "has 60 pledged [past] delegates", but "six in 10 said they".
    private static bool IsBehindNumber(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks, int verb) =>
        verb > 1 && !(cues.Find(chunks[verb].Head, chunks[verb].End, CueClass.Verb) is { IsSpeech: true } && verb + 1 < chunks.Count && chunks[verb + 1].Kind is ChunkKind.That or ChunkKind.Noun) && chunks[verb].Form == VerbForm.Finite && facts.Tags[chunks[verb].Head] == PennTag.VBD && chunks[verb - 1].End - chunks[verb - 1].First == 1 && facts.Tags[chunks[verb - 1].Head] == PennTag.CD && chunks[verb - 2].Kind is ChunkKind.Verb or ChunkKind.Preposition;

    // "60 pledged delegates", "responsible and respected figures" have a participle before their noun.
    private static bool HasSubject(ArticleFacts facts, ValueList<Chunk> chunks, int verb)
    {
        if (verb == 0)
        {
            return false;
        }

        var before = chunks[verb - 1];
        return before.Kind switch
        {
            ChunkKind.Noun => facts.Tags[before.Head] is not PennTag.CD || before.End - before.First > 1,
            ChunkKind.Coordinator => verb > 1 && chunks[verb - 2].Kind != ChunkKind.Adjective,
            ChunkKind.Dash => verb > 1 && chunks[verb - 2].Kind is ChunkKind.Noun or ChunkKind.Bracket,
            _ => before.Kind is ChunkKind.Bracket or ChunkKind.Comma,
        };
    }

    // ", the university reported last week."
    private static bool IsLastWord(ValueList<Chunk> chunks, int verb)
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

    private static bool HasObject(ValueList<Chunk> chunks, int verb)
    {
        var next = verb + 1 < chunks.Count && chunks[verb + 1].Kind == ChunkKind.Adverb ? verb + 2 : verb + 1;
        return next < chunks.Count && (chunks[next].Kind is ChunkKind.That or ChunkKind.Quotation || (chunks[next].Kind == ChunkKind.Noun && !chunks[next].IsTime)
            || (chunks[next].Kind == ChunkKind.Comma && next + 1 < chunks.Count && chunks[next + 1].Kind == ChunkKind.Quotation));
    }

    private static void SplitHeadline(ArticleFacts facts, ArticleCues cues, ValueList<Chunk> chunks)
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            if (chunk.Kind != ChunkKind.Noun || chunk.Head == chunk.First || chunk.Head + 1 != chunk.End)
            {
                continue;
            }

            var word = facts.Article.AsSpan(facts.Tokens[chunk.Head].Span);
            if (word.EndsWith("s", StringComparison.OrdinalIgnoreCase) && cues.Find(chunk.Head, chunk.End, CueClass.Verb) is not null)
            {
                chunks[i] = new Chunk(ChunkKind.Noun, chunk.First, chunk.Head, chunk.Head - 1);
                chunks.Insert(i + 1, new Chunk(ChunkKind.Verb, chunk.Head, chunk.End, chunk.Head) { Form = VerbForm.Finite });
                return;
            }
        }
    }
}
