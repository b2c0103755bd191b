using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>What is said before its cue: "The plan is dead, he said", "\"...,\" said Roe", "The plan, he said, is dead".</summary>
internal sealed class LeftContents(SentenceChunks chunks, NounPhrases phrases, Func<int, bool> canSpeak)
{
    public (TokenRange? Source, TokenRange Content)? FindLeft(CueSite site, int right, int after)
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

        var isTrailing = right < 0 && EndsThere(after) && (after == site.After || canSpeak(chunks[site.After].Head)) && (site.Cue.IsSpeech || !chunks.Is(last, ChunkKind.Dash)) && IsIndependent(site.LeftEdge, last);
        return isParted && (isTrailing || IsParenthesis(after)) ? (null, new TokenRange(site.LeftEdge, last)) : null;
    }

    // "The trouble with it, says Jane Roe, is": the words before the comma cannot have said it, those behind the verb can.
    private bool IsUnlikelySpeaker(CueSite site) =>
        site.Cue.IsSpeech && site.Subject is { } subject && chunks.Is(subject.First, ChunkKind.Noun) && !canSpeak(chunks[subject.First].Head) && chunks.Is(site.After, ChunkKind.Noun) && canSpeak(chunks[site.After].Head)
        && !site.Cue.TakesAddressee && IsSpeakerEnd(phrases.End(site.After, keepsPrepositions: false));

    private bool IsSpeakerEnd(int end) => chunks.IsEnd(end) || chunks.Is(end, ChunkKind.Comma);

    // "A bridge fell, the second this year, reports the Herald": a whole clause stands before what looks like a subject.
    private bool IsInverted(CueSite site) =>
        site.Subject is { } subject && subject.First > site.LeftEdge && chunks.Is(site.After, ChunkKind.Noun) && HasVerb(site.LeftEdge, subject.First)
        && canSpeak(chunks[site.After].Head) && chunks.IsEnd(SkipTime(phrases.End(site.After, keepsPrepositions: false)));

    private int SkipTime(int chunk) => chunks.Is(chunk, ChunkKind.Noun) && chunks[chunk].IsTime ? chunk + 1 : chunk;

    // "The U.S. should stand with them, not declare war".
    private bool IsBaseForm(int verb) => chunks.Facts.Tags[chunks[verb].Head] == PennTag.VB;

    private bool IsObjectPronoun(int noun) => chunks.StartsWithAny(noun, ObjectPronouns);

    private static readonly string[] ObjectPronouns = ["me", "him", "her", "them", "us"];

    // Nothing but where and when follows.
    public bool EndsThere(int after)
    {
        while ((chunks.Is(after, ChunkKind.Preposition) && (chunks.Is(after + 1, ChunkKind.Noun) || chunks.IsVerb(after + 1, VerbForm.Gerund))) || (chunks.Is(after, ChunkKind.Noun) && chunks[after].IsTime) || chunks.Is(after, ChunkKind.Adverb))
        {
            after += chunks.Is(after, ChunkKind.Preposition) ? 2 : 1;
            after += chunks.IsVerb(after - 1, VerbForm.Gerund) && chunks.Is(after, ChunkKind.Noun) ? 1 : 0;
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

    // "The plan, he said, was dead".
    public bool IsParenthesis(int after)
    {
        while (chunks.Is(after, ChunkKind.Preposition) && chunks.Is(after + 1, ChunkKind.Noun) || chunks.Is(after, ChunkKind.Noun) && chunks[after].IsTime)
        {
            after += chunks.Is(after, ChunkKind.Noun) ? 1 : 2;
        }

        return chunks.Is(after, ChunkKind.Comma) && after + 2 < chunks.Count && !chunks.IsVerb(after + 1, VerbForm.Gerund)
            && chunks[after + 1].Kind is not ChunkKind.Coordinator and not ChunkKind.Subordinator and not ChunkKind.Preposition;
    }
}
