using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Attributions by verbs: "X said that", "\"...,\" said X", "X denied the report", "X wants to", "X is expected to", "X is confident that".
/// Long because the order of the patterns is the grammar: each method is one of them.
/// </summary>
internal sealed class VerbCues(SentenceChunks chunks, CueLexicon cues, NounPhrases phrases, Contents contents, QuoteMap quotes, Func<int, bool> canSpeak)
{
    /// <summary>The attribution of a verb chunk, or null.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="verb">Index of the chunk.</param>
    /// <param name="subject">Chunks of its subject, its own or one that it shares; null where there is none.</param>
    /// <param name="leftEdge">First chunk that can be content on the left.</param>
    public AttributionDraft? Find(Sentence sentence, int verb, TokenRange? subject, int leftEdge)
    {
        var chunk = chunks[verb];
        if (FindAdjective(sentence, verb, subject) is { } adjective)
        {
            return adjective;
        }

        if (cues.Find(chunks.Facts, chunk.Head, sentence.EndToken, CueClass.Verb) is not { } cue)
        {
            return null;
        }

        var site = new CueSite(sentence, verb, SkipRest(verb, cue), cue, subject, leftEdge);
        if (chunk.IsPassive || (chunk.Form == VerbForm.Participle && cue.TakesAddressee && !chunks.Is(verb - 1, ChunkKind.Noun) && verb + 1 < chunks.Count && chunks[verb + 1].Kind is (ChunkKind.Question or ChunkKind.That or ChunkKind.Subordinator or ChunkKind.Preposition)))
        {
            return FindPassive(site);
        }

        if (chunk.Form == VerbForm.Participle && FindReduced(site) is { } reduced)
        {
            return reduced;
        }

        if (subject is null && cue.TakesAddressee && chunks.Is(verb - 1, ChunkKind.Subordinator))
        {
            return FindPassive(site);
        }

        if (chunk.Form == VerbForm.Participle && subject is null)
        {
            return null;
        }

        if (cue.Has(CueTraits.Person) && !chunk.IsPassive && subject is { } speaker && !IsSpeaker(speaker))
        {
            return null;
        }

        var draft = cue.Takes(CueComplements.Raising) ? FindRaising(site) : FindActive(site);
        if (draft is not null && chunk.Form == VerbForm.Infinitive && FindCopula(verb) is var copula and >= 0)
        {
            draft.CueRange = draft.CueRange with { First = chunks[copula].First };
        }

        return draft;
    }

    private bool IsSpeaker(TokenRange subject) =>
        !chunks.Is(subject.First, ChunkKind.Noun) || (canSpeak(chunks[subject.First].Head) && !chunks.StartsWith(subject.First, "it"));

    // "an idea endorsed by the union", "The campaign, first reported by the Herald,".
    private AttributionDraft? FindReduced(CueSite site)
    {
        var noun = chunks.Is(site.Verb - 1, ChunkKind.Comma) ? site.Verb - 2 : site.Verb - 1;
        if (!chunks.StartsWith(site.After, "by") || !chunks.Is(site.After + 1, ChunkKind.Noun) || !canSpeak(chunks[site.After + 1].Head) || !chunks.Is(noun, ChunkKind.Noun) || !site.Cue.Takes(CueComplements.Object | CueComplements.Clause))
        {
            return null;
        }

        var source = new TokenRange(site.After + 1, phrases.End(site.After + 1, keepsPrepositions: false));
        return Draft(site, source, site.After, new TokenRange(phrases.Start(noun), noun + 1));
    }

    // "The ruling angered voters": what it is about stands before the verb, whoever feels it behind.
    private AttributionDraft? FindFelt(CueSite site)
    {
        if (!site.Cue.Has(CueTraits.Felt) || chunks[site.Verb].Form == VerbForm.Infinitive || site.Subject is not { } subject || !chunks.Is(site.After, ChunkKind.Noun) || !canSpeak(chunks[site.After].Head))
        {
            return null;
        }

        return Draft(site, new TokenRange(site.After, phrases.End(site.After, keepsPrepositions: false)), site.After, subject);
    }

    // "found his message chilling", "felt abandoned".
    private AttributionDraft? FindJudgement(CueSite site)
    {
        if (!site.Cue.Has(CueTraits.Judges))
        {
            return null;
        }

        var isFeeling = chunks.Is(site.After, ChunkKind.Adjective) || chunks.IsVerb(site.After, VerbForm.Participle) || (chunks.Is(site.After, ChunkKind.Adverb) && chunks.Is(site.After + 1, ChunkKind.Adjective));
        var judged = chunks.Is(site.After + 1, ChunkKind.Adverb) ? site.After + 2 : site.After + 1;
        var isObject = chunks.Is(site.After, ChunkKind.Noun) && !chunks[site.After].IsTime && chunks.Is(judged, ChunkKind.Adjective);
        return isFeeling || isObject ? WithContent(site, site.After, contents.ObjectEnd(site.After)) : null;
    }

    // "were quick to condemn", "is right to say": the verb before the adjective, or -1.
    private int FindCopula(int infinitive)
    {
        var copula = chunks.Is(infinitive - 2, ChunkKind.Adverb) ? infinitive - 3 : infinitive - 2;
        return chunks.Is(infinitive - 1, ChunkKind.Adjective) && chunks.IsFinite(copula) && IsPersonal(copula - 1) ? copula : -1;
    }

    // "It is hard to say" has nobody who finds it hard.
    private bool IsPersonal(int subject) => chunks.Is(subject, ChunkKind.Noun) && !chunks.StartsWith(subject, "it") && !chunks.StartsWith(subject, "there");

    /// <summary>
    /// The attribution of a verb that has what is said to its left ("The plan is dead, he said"), or null. It takes in whatever
    /// else is said there, so it is looked for before all others.
    /// </summary>
    public AttributionDraft? FindTrailing(Sentence sentence, int verb, TokenRange? subject, int leftEdge)
    {
        var chunk = chunks[verb];
        if (chunk.IsPassive || chunk.Form != VerbForm.Finite || cues.Find(chunks.Facts, chunk.Head, sentence.EndToken, CueClass.Verb) is not { } cue || !cue.Takes(CueComplements.Clause))
        {
            return null;
        }

        var site = new CueSite(sentence, verb, SkipRest(verb, cue), cue, subject, leftEdge);
        var after = SkipAddressee(site);
        var (right, _) = FindRightClause(site, after);
        return FindLeft(site, right, after) is null ? null : FindClause(site);
    }

    private AttributionDraft? FindActive(CueSite site)
    {
        var cue = site.Cue;
        if (cue.Takes(CueComplements.Clause) && FindClause(site) is { } clause)
        {
            return clause;
        }

        if (site.Subject is not { } subject || (chunks[site.Verb].Form == VerbForm.Infinitive && !canSpeak(chunks[subject.End - 1].Head)))
        {
            return null;
        }

        return FindFelt(site) ?? FindRelative(site) ?? FindJudgement(site) ?? FindInfinitive(site) ?? FindPreposition(site) ?? FindNoun(site) ?? FindObject(site) ?? FindObjectRelative(site);
    }

    // "As the mayor said, the bridge is safe".
    private bool IsAside(CueSite site, int after) =>
        site.Subject is { } subject && chunks.StartsWith(subject.First - 1, "as") && chunks.Is(after, ChunkKind.Comma) && (chunks.IsClauseStart(after + 1) || chunks.Is(after + 1, ChunkKind.Subordinator) || chunks.Is(after + 1, ChunkKind.Adverb));

    // "Stop!" she wrote: where the quotation ends a sentence of its own. It is completed with the others that run on.
    private AttributionDraft? FindAfterQuotation(CueSite site, int after)
    {
        var before = chunks[0].First - 1;
        if (site.Subject is not { First: 0 } subject || before < 0 || chunks.Facts.Tokens[before].Start < site.Sentence.Block.Span.Start || quotes.Find(before) is not { IsPhrase: false } || !EndsThere(after) || !site.Cue.IsSpeech)
        {
            return null;
        }

        var draft = Draft(site, subject, site.After, null);
        draft.Content.Add(new TokenRange(before, before + 1));
        return draft;
    }

    // "The mayor said:" before a paragraph of its own; the quotation there completes it, and without one it is dropped.
    private AttributionDraft? FindBeforeQuotation(CueSite site, int after)
    {
        while (chunks.Is(after, ChunkKind.Adverb) || chunks.Is(after, ChunkKind.Noun) || (chunks.Is(after, ChunkKind.Preposition) && chunks.Is(after + 1, ChunkKind.Noun)))
        {
            after++;
        }

        return site.Subject is { } subject && chunks.Is(after, ChunkKind.Colon) && after + 1 == chunks.Count
            ? Draft(site, subject, after == site.After ? after + 1 : site.After, null)
            : null;
    }

    private AttributionDraft? FindClause(CueSite site)
    {
        var after = SkipAddressee(site);
        var (right, cueEnd) = FindRightClause(site, after);
        if (right < 0 && IsAside(site, after))
        {
            right = after + 1;
        }

        var left = FindLeft(site, right, after);
        if (right < 0 && left is not null && site.Subject is not null && left.Value.Source is null && IsParenthesis(after))
        {
            right = AfterComma(after);
        }

        if (right < 0 && left is null && site.Cue.IsSpeech && site.Subject is not null)
        {
            right = FindLooseClause(after);
        }

        if (left is { } inverted && inverted.Source is not null && right < 0)
        {
            return Draft(site, inverted.Source, cueEnd, inverted.Content);
        }

        if (right < 0 && left is null)
        {
            return FindBeforeQuotation(site, after) ?? FindAfterQuotation(site, after);
        }

        var source = left?.Source ?? site.Subject;
        if (source is null)
        {
            return null;
        }

        var draft = Draft(site, source, cueEnd, left?.Content);
        if (right >= 0)
        {
            AddContent(draft, right, EndOfContent(site, right, contents.ClauseEnd(right, IsSubordinate(site))));
        }

        return draft;
    }

    // What is said to the right: index of its first chunk, or -1; and where the cue ends ("said explicitly").
    private (int Right, int CueEnd) FindRightClause(CueSite site, int after)
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
                case ChunkKind.Noun when !chunks[i].IsTime && IsClause(i):
                    return (i, cueEnd);
                case ChunkKind.Noun when chunks[i].IsTime:
                case ChunkKind.Adverb:
                    i++;
                    break;
                case ChunkKind.Preposition when chunks.Is(i + 1, ChunkKind.Noun):
                    i = EndOfAdjunct(i);
                    break;
                case ChunkKind.Subordinator when i == after && chunks.StartsWith(i, "if"):
                    return (i, cueEnd);
                default:
                    return (-1, cueEnd);
            }
        }

        return (-1, cueEnd);
    }

    // Whatever follows a verb of speech and has a verb of its own is said: "said because of the rain it was over", "said using it was illegal".
    private int FindLooseClause(int after)
    {
        while (chunks.Is(after, ChunkKind.Noun) && chunks[after].IsTime)
        {
            after++;
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

            if (chunks[i].Kind is ChunkKind.Semicolon or ChunkKind.Colon or ChunkKind.Coordinator && !chunks.Is(i + 1, ChunkKind.Noun) || chunks.Is(i, ChunkKind.Comma) && chunks.IsVerb(i + 1, VerbForm.Gerund))
            {
                return -1;
            }
        }

        return -1;
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

    // A noun phrase with a verb of its own: what is said without "that".
    private bool IsClause(int noun)
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

    private (TokenRange? Source, TokenRange Content)? FindLeft(CueSite site, int right, int after)
    {
        var verb = site.Verb;
        var before = verb - 1;
        if (chunks[verb].Form != VerbForm.Finite)
        {
            return null;
        }

        var comma = chunks.Is(before, ChunkKind.Comma) || chunks.Is(before, ChunkKind.Dash) ? before - 1 : before;
        var quotedBefore = chunks.Is(comma, ChunkKind.Quotation);
        if ((quotedBefore || (comma < before && before > site.LeftEdge && !IsBaseForm(verb) && (site.Subject is null ? right < 0 : IsUnlikelySpeaker(site) || (right < 0 && IsInverted(site))))) && chunks.Is(site.After, ChunkKind.Noun) && !chunks[site.After].IsTime && !(site.Cue.TakesAddressee && IsObjectPronoun(site.After)))
        {
            var end = phrases.End(site.After, keepsPrepositions: false);
            return (new TokenRange(site.After, end), new TokenRange(site.LeftEdge, comma + 1));
        }

        if (site.Subject is not { } subject || subject.End > verb || subject.First <= site.LeftEdge)
        {
            return null;
        }

        var last = subject.First - 1;
        if (chunks.Is(last, ChunkKind.Quotation))
        {
            return (null, new TokenRange(site.LeftEdge, last + 1));
        }

        var isParted = chunks.Is(last, ChunkKind.Comma) || chunks.Is(last, ChunkKind.Dash);
        if (isParted && chunks.Is(last - 1, ChunkKind.Quotation))
        {
            return (null, new TokenRange(site.LeftEdge, last));
        }

        if (right < 0 && (chunks.Is(last, ChunkKind.Question) || chunks.Is(last, ChunkKind.That)))
        {
            return null;
        }

        var isTrailing = right < 0 && EndsThere(after) && IsIndependent(site.LeftEdge, last);
        return isParted && (isTrailing || IsParenthesis(after)) ? (null, new TokenRange(site.LeftEdge, last)) : null;
    }

    // "The trouble with it, says Jane Roe, is": the words before the comma cannot have said it, those behind the verb can.
    private bool IsUnlikelySpeaker(CueSite site) =>
        site.Cue.IsSpeech && site.Subject is { } subject && chunks.Is(subject.First, ChunkKind.Noun) && !canSpeak(chunks[subject.First].Head) && chunks.Is(site.After, ChunkKind.Noun) && canSpeak(chunks[site.After].Head)
        && !site.Cue.TakesAddressee && IsSpeakerEnd(phrases.End(site.After, keepsPrepositions: false));

    // "A bridge fell, the second this year, reports the Herald": a whole clause stands before what looks like a subject.
    private bool IsInverted(CueSite site) =>
        site.Subject is { } subject && subject.First > site.LeftEdge && chunks.Is(site.After, ChunkKind.Noun) && HasVerb(site.LeftEdge, subject.First)
        && canSpeak(chunks[site.After].Head) && chunks.IsEnd(SkipTime(phrases.End(site.After, keepsPrepositions: false)));

    private int SkipTime(int chunk) => chunks.Is(chunk, ChunkKind.Noun) && chunks[chunk].IsTime ? chunk + 1 : chunk;

    // "The U.S. should stand with them, not declare war".
    private bool IsBaseForm(int verb) => chunks.Facts.Tags[chunks[verb].Head] == PennTag.VB;

    private bool IsSpeakerEnd(int end) => chunks.IsEnd(end) || chunks.Is(end, ChunkKind.Comma);

    // Nothing but where and when follows.
    private bool EndsThere(int after)
    {
        while ((chunks.Is(after, ChunkKind.Preposition) && (chunks.Is(after + 1, ChunkKind.Noun) || chunks.IsVerb(after + 1, VerbForm.Gerund))) || (chunks.Is(after, ChunkKind.Noun) && chunks[after].IsTime) || chunks.Is(after, ChunkKind.Adverb))
        {
            after += chunks.Is(after, ChunkKind.Preposition) ? 2 : 1;
        }

        return chunks.IsEnd(after) || chunks[after].Kind is ChunkKind.Comma or ChunkKind.Quotation or ChunkKind.Coordinator or ChunkKind.Semicolon or ChunkKind.Dash or ChunkKind.Subordinator or ChunkKind.Bracket;
    }

    // "When it rains" cannot be all that is said; "when it rains, it pours" can.
    private bool IsIndependent(int first, int end)
    {
        if (!HasVerb(first, end))
        {
            return false;
        }

        if (chunks[first].Kind is not ChunkKind.Subordinator and not ChunkKind.Preposition and not ChunkKind.Verb)
        {
            return true;
        }

        for (var i = first + 1; i < end; i++)
        {
            if (chunks.Is(i, ChunkKind.Comma) && chunks.IsClauseStart(i + 1))
            {
                return true;
            }
        }

        return false;
    }

    // "The plan, he said, was dead".
    private bool IsParenthesis(int after)
    {
        while (chunks.Is(after, ChunkKind.Preposition) && chunks.Is(after + 1, ChunkKind.Noun) || chunks.Is(after, ChunkKind.Noun) && chunks[after].IsTime)
        {
            after += chunks.Is(after, ChunkKind.Noun) ? 1 : 2;
        }

        return chunks.Is(after, ChunkKind.Comma) && after + 2 < chunks.Count && !chunks.IsVerb(after + 1, VerbForm.Gerund)
            && chunks[after + 1].Kind is not ChunkKind.Coordinator and not ChunkKind.Subordinator and not ChunkKind.Preposition;
    }

    // "When asked whether ..., he", "As they said ..., she": the main clause follows a comma.
    private bool IsSubordinate(CueSite site)
    {
        var first = site.Subject is { } subject && subject.End <= site.Verb ? subject.First : site.Verb;
        if (chunks.Is(first - 1, ChunkKind.Subordinator) || (first == 0 && chunks[site.Verb].Form is VerbForm.Participle or VerbForm.Gerund && site.Verb == 0))
        {
            return true;
        }

        // "As the debate went on, refusing to say that ..., Roe": no clause of its own has begun.
        if (chunks[site.Verb].Form is not VerbForm.Gerund and not VerbForm.Infinitive || !(chunks.Is(0, ChunkKind.Subordinator) || chunks.IsVerb(0, VerbForm.Gerund) || (chunks.Is(0, ChunkKind.Preposition) && chunks.IsVerb(1, VerbForm.Gerund))))
        {
            return false;
        }

        for (var i = 1; i < site.Verb; i++)
        {
            if (chunks.Is(i, ChunkKind.Comma) && chunks.IsClauseStart(i + 1))
            {
                return false;
            }
        }

        return true;
    }

    private int AfterComma(int from)
    {
        while (!chunks.Is(from, ChunkKind.Comma))
        {
            from++;
        }

        return from + 1;
    }

    private bool HasVerb(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (chunks.Is(i, ChunkKind.Quotation) || (chunks.Is(i, ChunkKind.Verb) && chunks[i].Form is VerbForm.Finite or VerbForm.Infinitive))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsObjectPronoun(int noun) => chunks.StartsWithAny(noun, ObjectPronouns);

    private static readonly string[] ObjectPronouns = ["me", "him", "her", "them", "us"];

    private int SkipAddressee(CueSite site)
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

    // "a deadline that officials said went unnoticed", "what advocates estimate to be".
    private AttributionDraft? FindRelative(CueSite site)
    {
        if (!site.Cue.Takes(CueComplements.Clause) || site.Subject is not { } subject || subject.End != site.Verb || !chunks.Is(site.After, ChunkKind.Verb))
        {
            return null;
        }

        var last = subject.First - 1;
        var isRelative = chunks.Is(last, ChunkKind.Question) || chunks.Is(last, ChunkKind.That);
        if (!isRelative && !(chunks.IsFinite(site.After) && chunks.Is(subject.First, ChunkKind.Noun)))
        {
            return null;
        }

        var draft = Draft(site, subject, site.After, isRelative ? new TokenRange(last, last + 1) : null);
        AddContent(draft, site.After, contents.ClauseEnd(site.After));
        return draft;
    }

    // "The plan, which his rival defended, is dead"; "a charge that she has always denied".
    private AttributionDraft? FindObjectRelative(CueSite site)
    {
        if (!site.Cue.Takes(CueComplements.Object) || chunks[site.Verb].Form != VerbForm.Finite || site.Subject is not { } subject || subject.End != site.Verb || chunks.Is(subject.First, ChunkKind.Question))
        {
            return null;
        }

        var last = subject.First - 1;
        var isRelative = chunks.StartsWithAny(last, ObjectRelatives) && (chunks.Is(last, ChunkKind.Question) || (chunks.Is(last, ChunkKind.That) && chunks.Is(last - 1, ChunkKind.Noun)));
        return isRelative && EndsThere(site.After) ? Draft(site, subject, site.After, new TokenRange(last, last + 1)) : null;
    }

    private static readonly string[] ObjectRelatives = ["which", "that", "whom", "who"];

    private AttributionDraft? FindInfinitive(CueSite site)
    {
        if (!site.Cue.Takes(CueComplements.Infinitive))
        {
            return null;
        }

        if (chunks.IsVerb(site.After, VerbForm.Infinitive))
        {
            return (site.Cue.Stance == Stance.Declines ? FindChain(site) : null) ?? WithContent(site, site.After, contents.ObjectEnd(site.After));
        }

        return chunks.Is(site.After, ChunkKind.Noun) && chunks.IsVerb(site.After + 1, VerbForm.Infinitive)
            ? WithContent(site, site.After, contents.ObjectEnd(site.After + 1))
            : null;
    }

    // "declined to say whether", "seemed to acknowledge the loss": both verbs are the cue, where the second has words of its own.
    private AttributionDraft? FindChain(CueSite site)
    {
        if (cues.Find(chunks.Facts, chunks[site.After].Head, site.Sentence.EndToken, CueClass.Verb) is not { } inner || !inner.Takes(CueComplements.Clause) || chunks[site.After].IsPassive)
        {
            return null;
        }

        var chain = site with { After = SkipRest(site.After, inner), Cue = inner with { Stance = site.Cue.Stance, Traits = inner.Traits | (site.Cue.Traits & CueTraits.Hedged) } };
        var (right, cueEnd) = FindRightClause(chain, SkipAddressee(chain));
        if (right >= 0)
        {
            var draft = Draft(chain, site.Subject, cueEnd, null);
            AddContent(draft, right, contents.ClauseEnd(right));
            return draft;
        }

        return FindPreposition(chain) ?? FindObject(chain);
    }

    private AttributionDraft? FindPreposition(CueSite site)
    {
        var at = chunks.Is(site.After, ChunkKind.Noun) && chunks[site.After].IsTime || chunks.Is(site.After, ChunkKind.Adverb) ? site.After + 1 : site.After;
        if (chunks.IsVerb(at, VerbForm.Infinitive) && at + 1 < chunks.Count && !site.Cue.Takes(CueComplements.Infinitive) && site.Cue.Prepositions.Contains("to"))
        {
            return WithContent(site, at, contents.ObjectEnd(at));
        }

        if (!IsAny(at, site.Cue.Prepositions) || at + 1 >= chunks.Count || chunks[at + 1].IsTime
            || chunks[at + 1].Kind is not ChunkKind.Noun and not ChunkKind.Question and not ChunkKind.Quotation and not ChunkKind.Verb)
        {
            return null;
        }

        var draft = Draft(site, site.Subject, at + 1, null);
        AddContent(draft, at + 1, contents.ObjectEnd(at + 1));
        return draft;
    }

    // "expressed sympathy for the workers", "voiced concern that": the feeling is part of the cue.
    private AttributionDraft? FindNoun(CueSite site)
    {
        if (!site.Cue.Has(CueTraits.Noun) || !chunks.Is(site.After, ChunkKind.Noun) || chunks.Facts.Tags[chunks[site.After].First] == PennTag.PRPS)
        {
            return null;
        }

        var next = site.After + 1;
        if (chunks.Is(next, ChunkKind.That))
        {
            return WithContent(site with { After = next }, next, contents.ClauseEnd(next));
        }

        return chunks.Is(next, ChunkKind.Preposition) && (chunks.Is(next + 1, ChunkKind.Noun) && !chunks[next + 1].IsTime || chunks.Is(next + 1, ChunkKind.Question) || chunks.IsVerb(next + 1, VerbForm.Gerund))
            ? WithContent(site with { After = next + 1 }, next + 1, contents.ObjectEnd(next + 1))
            : null;
    }

    private AttributionDraft? FindObject(CueSite site)
    {
        // "dismissed as "baseless" a claim that": what it is called stands before what is meant.
        if (site.Cue.Takes(CueComplements.Object) && chunks.StartsWith(site.After, "as") && (chunks.Is(site.After + 1, ChunkKind.Quotation) || chunks.Is(site.After + 1, ChunkKind.Adjective)) && chunks.Is(site.After + 2, ChunkKind.Noun))
        {
            return WithContent(site with { After = site.After + 1 }, site.After + 1, contents.ObjectEnd(site.After + 1));
        }

        var isObject = site.Cue.Takes(CueComplements.Object) && site.After < chunks.Count
            && (chunks[site.After].Kind is ChunkKind.Noun && !chunks[site.After].IsTime || chunks[site.After].Kind is ChunkKind.Quotation or ChunkKind.Question || chunks.IsVerb(site.After, VerbForm.Gerund));
        return isObject ? WithContent(site, site.After, contents.ObjectEnd(site.After)) : null;
    }

    // "Nabisco is expected to cut jobs", "the report was denied by X", "it was announced that".
    private AttributionDraft? FindPassive(CueSite site)
    {
        var by = site.After;
        TokenRange? source = null;
        if (chunks.StartsWith(by, "by") && chunks.Is(by + 1, ChunkKind.Noun))
        {
            source = new TokenRange(by + 1, phrases.End(by + 1, keepsPrepositions: false));
        }

        var next = source?.End ?? by;
        while (site.Cue.TakesAddressee && chunks.Is(next, ChunkKind.Preposition) && chunks.Is(next + 1, ChunkKind.Noun) && chunks.Is(next + 2, ChunkKind.Question))
        {
            next += 2;
        }

        if (site.Cue.TakesAddressee && source is null && IsAny(next, site.Cue.Prepositions) && chunks.Is(next + 1, ChunkKind.Noun))
        {
            var about = Draft(site, null, next + 1, null);
            AddContent(about, next + 1, contents.ObjectEnd(next + 1));
            return about;
        }

        if (chunks.Is(next, ChunkKind.That) || (site.Cue.TakesAddressee && (chunks.Is(next, ChunkKind.Question) || chunks.StartsWith(next, "if"))))
        {
            var told = Draft(site, source, by + (source is null ? 0 : 1), null);
            AddContent(told, next, contents.ClauseEnd(next, isSubordinate: site.Verb <= 1));
            return told;
        }

        if (site.Subject is not { } subject || (!site.Cue.Takes(CueComplements.Object) && !chunks.IsVerb(next, VerbForm.Infinitive)))
        {
            return null;
        }

        var draft = Draft(site, source, by + (source is null ? 0 : 1), subject);
        if (chunks.IsVerb(next, VerbForm.Infinitive))
        {
            AddContent(draft, next, contents.ObjectEnd(next));
        }
        else if ((chunks.StartsWith(next, "as") || chunks.StartsWith(next, "for")) && next + 1 < chunks.Count)
        {
            draft.CueRange = source is null ? draft.CueRange with { End = chunks[next].End } : draft.CueRange;
            AddContent(draft, next + 1, contents.ObjectEnd(next + 1));
        }

        return draft;
    }

    private AttributionDraft? FindRaising(CueSite site)
    {
        if (site.Subject is not { } subject || site.After >= chunks.Count || !(chunks.IsVerb(site.After, VerbForm.Infinitive) || chunks[site.After].Kind is ChunkKind.That or ChunkKind.Adjective))
        {
            return null;
        }

        if (chunks.IsVerb(site.After, VerbForm.Infinitive) && chunks.Is(subject.First, ChunkKind.Noun) && canSpeak(chunks[subject.End - 1].Head) && FindChain(site) is { } chain)
        {
            return chain;
        }

        var draft = Draft(site, null, site.After, chunks.StartsWith(subject.First, "it") ? null : subject);
        AddContent(draft, site.After, contents.ClauseEnd(site.After));
        return draft;
    }

    // "is confident that", "is worried about", "was unaware of".
    private AttributionDraft? FindAdjective(Sentence sentence, int verb, TokenRange? subject)
    {
        var at = chunks.Is(verb + 1, ChunkKind.Adverb) ? verb + 2 : verb + 1;
        var isAdjective = chunks.Is(at, ChunkKind.Adjective) || (chunks.Is(at, ChunkKind.Noun) && chunks[at].End - chunks[at].First == 1);
        var head = isAdjective ? chunks[at].Head : chunks[verb].IsPassive ? chunks[verb].Head : -1;
        if (subject is null || head < 0 || cues.Find(chunks.Facts, head, sentence.EndToken, CueClass.Adjective) is not { } cue)
        {
            return null;
        }

        return CompleteAdjective(new CueSite(sentence, verb, isAdjective ? at + 1 : verb + 1, cue, subject, 0));
    }

    /// <summary>True for a verb that lends itself to a noun: "issued" a statement.</summary>
    public bool Lends(int verb) => cues.Find(chunks.Facts, chunks[verb].Head, chunks[verb].End, CueClass.Support) is not null;

    /// <summary>The attribution of an adjective without a verb: "voters angry at the ruling", ", confident that she would win", or null.</summary>
    public AttributionDraft? FindBareAdjective(Sentence sentence, int at, TokenRange? subject)
    {
        if (subject is null || cues.Find(chunks.Facts, chunks[at].Head, sentence.EndToken, CueClass.Adjective) is not { } cue)
        {
            return null;
        }

        var first = chunks.Is(at - 1, ChunkKind.Adverb) ? at - 1 : at;
        var draft = CompleteAdjective(new CueSite(sentence, first, at + 1, cue, subject, 0));
        return draft is not null && !chunks.Is(at + 1, ChunkKind.That) && HasMainVerb(at + 1, draft.Content[0].End) ? null : draft;
    }

    // "A source familiar with his thinking said": the verb of the sentence is none of the adjective's.
    private bool HasMainVerb(int first, int endToken)
    {
        for (var i = first; i < chunks.Count && chunks[i].First < endToken; i++)
        {
            if (chunks[i].Kind is ChunkKind.Question or ChunkKind.That or ChunkKind.Subordinator)
            {
                return false;
            }

            if (chunks.IsFinite(i))
            {
                return true;
            }
        }

        return false;
    }

    private AttributionDraft? CompleteAdjective(CueSite site)
    {
        var after = site.After;
        var cue = site.Cue;
        if (chunks.Is(after, ChunkKind.That) || (chunks.Is(after, ChunkKind.Noun) && IsClause(after)))
        {
            return WithContent(site, after, contents.ClauseEnd(after));
        }

        if (chunks.IsVerb(after, VerbForm.Infinitive))
        {
            return cue.Takes(CueComplements.Infinitive) ? WithContent(site, after, contents.ObjectEnd(after)) : null;
        }

        return FindPreposition(site);
    }

    private bool IsAny(int chunk, IReadOnlyList<string> prepositions) =>
        (chunks.Is(chunk, ChunkKind.Preposition) || chunks.Is(chunk, ChunkKind.Adverb) || chunks.Is(chunk, ChunkKind.Subordinator)) && chunks.StartsWithAny(chunk, prepositions);

    private int SkipRest(int verb, Cue cue)
    {
        var after = verb + 1;
        var end = chunks[verb].Head + 1 + cue.Rest.Length;
        while (after < chunks.Count && chunks[after].First < end)
        {
            after++;
        }

        return after;
    }

    // In a relative clause the verb of the sentence is still to come.
    private int EndOfContent(CueSite site, int first, int end) =>
        site.Subject is { } subject && chunks.Is(subject.First, ChunkKind.Question) ? contents.WithoutMainVerb(first, end) : end;

    private AttributionDraft WithContent(CueSite site, int first, int end)
    {
        var draft = Draft(site, site.Subject, site.After, null);
        AddContent(draft, first, EndOfContent(site, first, end));
        return draft;
    }

    private AttributionDraft Draft(CueSite site, TokenRange? source, int cueEnd, TokenRange? content)
    {
        var cueRange = new TokenRange(chunks[site.Verb].First, chunks[cueEnd - 1].End);
        var draft = new AttributionDraft(site.Sentence, site.Cue, cueRange, source is { } range ? Tokens(range) : null) { IsNegated = chunks[site.Verb].IsNegated };
        if (content is { IsEmpty: false } stretch)
        {
            AddContent(draft, stretch.First, stretch.End);
        }

        return draft;
    }

    private void AddContent(AttributionDraft draft, int first, int end)
    {
        if (end > first)
        {
            draft.Content.Add(Tokens(new TokenRange(first, end)));
        }
    }

    private TokenRange Tokens(TokenRange range) => new(chunks[range.First].First, chunks[range.End - 1].End);

    /// <summary>Where a cue stands, in chunks.</summary>
    /// <param name="After">The chunk after the cue.</param>
    /// <param name="LeftEdge">First chunk that can be content on the left.</param>
    private readonly record struct CueSite(Sentence Sentence, int Verb, int After, Cue Cue, TokenRange? Subject, int LeftEdge);
}
