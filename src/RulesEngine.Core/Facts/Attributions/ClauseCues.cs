using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions of whole clauses and quotations: "X said that", "..., X said", "The plan, X said, ...".</summary>
internal sealed class ClauseCues(SentenceChunks chunks, ArticleCues cues, QuoteMap quotes, Contents contents, CueDrafts drafts, LeftContents leftContents, RightContents rightContents, Func<int, bool> isWritten)
{
    /// <summary>True for a verb that may have what is said to its left; asked before its subject is looked for.</summary>
    public bool CanTrail(Sentence sentence, int verb) => chunks.IsFinite(verb) && !chunks[verb].IsPassive && FindCue(sentence, verb) is not null;

    /// <summary>
    /// The attribution of a verb that has what is said to its left ("The plan is dead, he said"), or null. It takes in whatever
    /// else is said there, so it is looked for before all others.
    /// </summary>
    public AttributionDraft? FindTrailing(Sentence sentence, int verb, TokenRange? subject, int leftEdge)
    {
        if (FindCue(sentence, verb) is not { } cue)
        {
            return null;
        }

        var site = new CueSite(sentence, verb, drafts.SkipRest(verb, cue), cue, subject, leftEdge);
        var after = rightContents.SkipAddressee(site);
        var (right, _) = rightContents.FindRightClause(site, after);
        return leftContents.FindLeft(site, right, after) is null ? null : FindClause(site);
    }

    private Cue? FindCue(Sentence sentence, int verb) =>
        cues.Find(chunks[verb].Head, sentence.EndToken, CueClass.Verb) is { } cue && cue.Takes(CueComplements.Clause) ? cue : null;

    /// <summary>The attribution of a verb with a clause or a quotation, or null.</summary>
    public AttributionDraft? FindClause(CueSite site)
    {
        var after = rightContents.SkipAddressee(site);
        var (right, cueEnd) = rightContents.FindRightClause(site, after);
        cueEnd = WithMedium(site, cueEnd);
        if (right == after && IsObjectOfRelative(site, right))
        {
            return null;
        }

        if (right < 0 && IsAside(site, after))
        {
            right = after + 1;
        }

        var left = leftContents.FindLeft(site, right, after);
        if (right < 0 && left is not null && site.Subject is not null && left.Value.Source is null && leftContents.IsParenthesis(after))
        {
            right = AfterComma(after);
        }

        if (right < 0 && left is null && site.Cue.IsSpeech && site.Subject is not null)
        {
            right = rightContents.FindLooseClause(after);
        }

        if (left is { } inverted && inverted.Source is not null && right < 0)
        {
            return drafts.Draft(site, inverted.Source, cueEnd, inverted.Content);
        }

        if (right < 0 && left is null)
        {
            return FindBeforeQuotation(site, after) ?? FindAfterQuotation(site, after) ?? FindSo(site);
        }

        var source = left?.Source ?? site.Subject;
        if (source is null)
        {
            return null;
        }

        var draft = drafts.Draft(site, source, cueEnd, left?.Content);
        if (right >= 0)
        {
            drafts.AddContent(draft, right, drafts.EndOfContent(site, right, contents.ClauseEnd(right, IsSubordinate(site)), isClause: true));
        }

        return draft;
    }

    /// <summary>A verb that the lexicon does not have as one of speech, beside a quotation: "..., he grinned".</summary>
    public static readonly Cue AnyVerb = new("", CueClass.Verb, CueComplements.Clause, [], [], CueTraits.Speech, Stance.States);

    /// <summary>The attribution of a whole utterance right before or behind a subject and its verb, whatever verb it is; or null.</summary>
    public AttributionDraft? FindQuoted(CueSite site)
    {
        if (chunks[site.Verb].Form != VerbForm.Finite || chunks[site.Verb].IsPassive || site.Subject is not { } subject || subject.End > site.Verb)
        {
            return null;
        }

        if (chunks.IsWholeUtterance(subject.First - 1) && leftContents.EndsThere(site.After) && subject.First - 1 >= site.LeftEdge)
        {
            return drafts.Draft(site, subject, site.After, new TokenRange(subject.First - 1, subject.First));
        }

        return chunks.Is(site.After, ChunkKind.Comma) && chunks.IsWholeUtterance(site.After + 1) && chunks.IsEnd(site.After + 2)
            ? drafts.Draft(site, subject, site.After, new TokenRange(site.After + 1, site.After + 2))
            : null;
    }

    // "As the mayor said, the bridge is safe".
    private bool IsAside(CueSite site, int after) =>
        site.Subject is { } subject && chunks.StartsWith(subject.First - 1, "as") && chunks.Is(after, ChunkKind.Comma) && (chunks.IsClauseStart(after + 1) || chunks.Is(after + 1, ChunkKind.Subordinator) || chunks.Is(after + 1, ChunkKind.Adverb));

    // "Stop!" she wrote: where the quotation ends a sentence of its own. It is completed with the others that run on.
    private AttributionDraft? FindAfterQuotation(CueSite site, int after)
    {
        var before = chunks[0].First - 1;
        if (site.Subject is not { First: 0 } subject || before < 0 || chunks.Facts.Tokens[before].Start < site.Sentence.Block.Span.Start || quotes.Find(before) is not { IsPhrase: false } || !leftContents.EndsThere(after) || !site.Cue.IsSpeech)
        {
            return null;
        }

        var draft = drafts.Draft(site, subject, site.After, null);
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
            ? drafts.Draft(site, subject, after == site.After ? after + 1 : site.After, null)
            : null;
    }

    // "would not say so", "acknowledged as much", "the returns suggest otherwise": one word stands for what is said.
    private AttributionDraft? FindSo(CueSite site)
    {
        var words = chunks.StartsWith(site.After, "so") || chunks.StartsWith(site.After, "otherwise") ? 1
            : chunks.StartsWith(site.After, "as") && chunks.StartsWith(site.After + 1, "much") ? 2
            : 0;
        return words > 0 && site.Subject is { } subject && leftContents.EndsThere(site.After + words)
            ? drafts.Draft(site, subject, site.After, new TokenRange(site.After, site.After + words))
            : null;
    }

    // "The official who relayed the exchange said": the verb behind is that of the sentence.
    private bool IsObjectOfRelative(CueSite site, int right)
    {
        if (site.Subject is not { } subject || !site.Cue.Takes(CueComplements.Object) || !chunks.Is(right, ChunkKind.Noun) || !chunks.StartsWith(subject.First, "who") || !chunks.Is(subject.First - 1, ChunkKind.Noun))
        {
            return false;
        }

        var main = right + 1;
        while (main < chunks.Count && !chunks.IsFinite(main))
        {
            main++;
        }

        return main < chunks.Count && cues.Find(chunks[main].Head, chunks[main].End, CueClass.Verb) is { IsSpeech: true } && !HasFinite(0, subject.First);
    }

    private bool HasFinite(int first, int end)
    {
        while (first < end && !chunks.IsFinite(first))
        {
            first++;
        }

        return first < end;
    }

    // "said in a statement": what it was written in belongs to the cue, the occasion of an interview does not.
    private int WithMedium(CueSite site, int cueEnd) =>
        cueEnd == site.After && site.Cue.IsSpeech && chunks.StartsWith(cueEnd, "in") && chunks.Is(cueEnd + 1, ChunkKind.Noun) && (chunks.StartsWith(cueEnd + 1, "a") || chunks.StartsWith(cueEnd + 1, "an")) && isWritten(chunks[cueEnd + 1].Head) && chunks.Word(chunks[cueEnd + 1].Head) is not "interview"
            ? cueEnd + 2
            : cueEnd;

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
}
