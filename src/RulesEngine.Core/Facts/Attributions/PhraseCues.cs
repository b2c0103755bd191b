using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Attributions without a verb: "according to X", "in a poll", "X: ...", "\"...\" — X", "reportedly".</summary>
internal sealed class PhraseCues(SentenceChunks chunks, ArticleCues cues, NounPhrases phrases, Contents contents, SourceClassifier sources, QuoteMap quotes)
{
    // A byline of a quotation, or the speaker of a line of dialogue, is a name with a title at most.
    private const int LongestSpeaker = 6;

    /// <summary>The attribution of a preposition, colon, dash or adverb, or null.</summary>
    public AttributionDraft? Find(Sentence sentence, int at, int leftEdge) => chunks[at].Kind switch
    {
        ChunkKind.Preposition => FindPreposition(sentence, at, leftEdge),
        ChunkKind.Colon => FindColon(sentence, at),
        ChunkKind.Dash => FindDash(sentence, at),
        ChunkKind.Adverb => FindAdverb(sentence, chunks[at].First, leftEdge, at),
        ChunkKind.Verb => FindAdverbInVerb(sentence, at, leftEdge),
        _ => null,
    };

    private AttributionDraft? FindPreposition(Sentence sentence, int at, int leftEdge)
    {
        if (!chunks.Is(at + 1, ChunkKind.Noun))
        {
            return null;
        }

        var cue = cues.Find(chunks[at].First, sentence.EndToken, CueClass.Preposition);
        var isDocument = cue is null && chunks.StartsWith(at, "in") && sources.IsPoll(chunks[at + 1].Head);
        var isFor = cue is null && (chunks.StartsWith(at, "for") || chunks.StartsWith(at, "to")) && IsFirst(at, leftEdge) && sources.CanSpeak(chunks[at + 1].Head);
        if (cue is null && !isDocument && !isFor)
        {
            return null;
        }

        leftEdge = isFor || IsFirst(at, leftEdge) ? at : leftEdge;
        var end = at == leftEdge ? InitialEnd(at) : phrases.End(at + 1, keepsPrepositions: true);
        if (isFor && !(chunks.Is(end, ChunkKind.Comma) && chunks.IsClauseStart(end + 1)))
        {
            return null;
        }

        if (isDocument && !(at == leftEdge ? chunks.Is(end, ChunkKind.Comma) : chunks.IsEnd(end)))
        {
            return null;
        }

        var draft = new AttributionDraft(sentence, cue ?? (isFor ? ForCue : PollCue), Tokens(at, at + 1), Tokens(at + 1, end));
        AddAround(draft, at, end, leftEdge);
        return draft.Content.Count > 0 ? draft : null;
    }

    // "For many fans", "But for many fans", "And now, for them".
    private bool IsFirst(int at, int leftEdge)
    {
        while (at > leftEdge && chunks[at - 1].Kind is ChunkKind.Coordinator or ChunkKind.Adverb or ChunkKind.Subordinator or ChunkKind.Comma)
        {
            at--;
        }

        return at <= leftEdge;
    }

    // At the head of a sentence the phrase ends with its comma, behind an apposition with the second one.
    private int InitialEnd(int at)
    {
        var end = phrases.End(at + 1, keepsPrepositions: true);
        for (var i = at + 2; i < Math.Min(end, chunks.Count); i++)
        {
            if (chunks.Is(i, ChunkKind.Comma) && !chunks.Is(end, ChunkKind.Comma))
            {
                return i;
            }
        }

        for (var i = end; i < Math.Min(chunks.Count, end + 10); i++)
        {
            if (chunks[i].Kind is ChunkKind.Comma or ChunkKind.Colon)
            {
                return i;
            }

            // "According to an account she gave to the paper, ...".
            var isRelative = chunks.IsFinite(i) && (chunks.IsPronoun(i - 1) || chunks.Is(i - 1, ChunkKind.Question));
            if (chunks[i].Kind is not ChunkKind.Noun and not ChunkKind.Preposition and not ChunkKind.Adverb and not ChunkKind.Verb and not ChunkKind.Question and not ChunkKind.Quotation and not ChunkKind.Coordinator || (chunks.IsFinite(i) && !isRelative))
            {
                return end;
            }
        }

        return end;
    }

    // "For many fans, it was the end": whose view it is. It carries no figure.
    private static readonly Cue ForCue = new("for", CueClass.Preposition, CueComplements.None, [], [], CueTraits.None, Stance.States);

    private static readonly Cue PollCue = new("in", CueClass.Preposition, CueComplements.None, [], [], CueTraits.None, Stance.States);

    /// <summary>The attribution of a sentence that ends in "according to X": it carries all of the sentence, whoever speaks in it.</summary>
    public AttributionDraft? FindTrailing(Sentence sentence, int at)
    {
        if (at == 0 || !chunks.Is(at, ChunkKind.Preposition) || at + 1 >= chunks.Count || cues.Find(chunks[at].First, sentence.EndToken, CueClass.Preposition) is not { } cue)
        {
            return null;
        }

        var end = phrases.End(at + 1, keepsPrepositions: true);
        end = chunks.IsEnd(end) ? end : RestEnd(at + 1);
        var left = at;
        while (left > 0 && chunks[left - 1].Kind is ChunkKind.Comma or ChunkKind.Dash)
        {
            left--;
        }

        if (left < 2 || end < 0)
        {
            return null;
        }

        var draft = new AttributionDraft(sentence, cue, Tokens(at, at + 1), Tokens(at + 1, end));
        draft.Content.Add(Tokens(0, left));
        return draft;
    }

    // All of the rest of a sentence without a mark ("an account she gave to the paper"), or -1.
    private int RestEnd(int from)
    {
        for (var i = from; i < chunks.Count; i++)
        {
            if (chunks.IsEnd(i))
            {
                return i;
            }

            if (chunks[i].Kind is ChunkKind.Comma or ChunkKind.Semicolon or ChunkKind.Dash or ChunkKind.Colon or ChunkKind.Quotation)
            {
                return -1;
            }
        }

        return chunks.Count;
    }

    // What is said stands before the phrase, or behind it where the sentence begins with it; or around it.
    private void AddAround(AttributionDraft draft, int at, int end, int leftEdge)
    {
        var left = at;
        while (left > leftEdge && chunks[left - 1].Kind is ChunkKind.Comma or ChunkKind.Dash)
        {
            left--;
        }

        if (left > leftEdge && !(left == leftEdge + 1 && chunks.Is(leftEdge, ChunkKind.Coordinator)))
        {
            draft.Content.Add(Tokens(leftEdge, left));
        }

        if (at == leftEdge && end + 1 < chunks.Count && chunks[end].Kind is ChunkKind.Comma or ChunkKind.Colon)
        {
            draft.Content.Add(Tokens(end + 1, contents.SentenceEnd(end + 1)));
        }
        else if (chunks.Is(end, ChunkKind.Comma) && end + 1 < chunks.Count && !chunks.IsVerb(end + 1, VerbForm.Gerund) && chunks[end + 1].Kind is not ChunkKind.Preposition and not ChunkKind.Subordinator)
        {
            draft.Content.Add(Tokens(end + 1, contents.SentenceEnd(end + 1)));
        }
    }

    // "JONES: I do not", "Jones: 'No'".
    private AttributionDraft? FindColon(Sentence sentence, int at)
    {
        if (at < 1 || at + 1 >= chunks.Count || chunks[at - 1].Kind is not ChunkKind.Noun and not ChunkKind.Bracket)
        {
            return null;
        }

        var name = chunks.Is(at - 1, ChunkKind.Bracket) ? at - 2 : at - 1;
        var start = name < 0 ? 0 : phrases.Start(name);
        if (name < 0 || start != 0 || !char.IsUpper(chunks.Word(chunks[name].Head)[0]) || chunks[at].First - chunks[0].First > LongestSpeaker)
        {
            return null;
        }

        var isTitle = sentence.Index == 0 || sentence.Block.Kind is BlockKind.Headline or BlockKind.Heading;
        if (!isTitle && !chunks.Is(at + 1, ChunkKind.Quotation) && !IsCapitals(chunks[name].Head))
        {
            return null;
        }

        var draft = new AttributionDraft(sentence, Mark, Tokens(at, at + 1), Tokens(0, at));
        draft.Content.Add(Tokens(at + 1, chunks.Count));
        return draft;
    }

    // "We won." — Jane Roe. The quotation may end a sentence of its own; it is completed with the others that run on.
    private AttributionDraft? FindDash(Sentence sentence, int at)
    {
        var before = chunks[at].First - 1;
        if (before < 0 || (at > 0 && !chunks.Is(at - 1, ChunkKind.Quotation)) || quotes.At(before) < 0 || !chunks.IsName(at + 1))
        {
            return null;
        }

        var end = phrases.End(at + 1, keepsPrepositions: true);
        if ((end < chunks.Count && !chunks.Is(end, ChunkKind.Other)) || HasSpeech(at + 2, end))
        {
            return null;
        }

        var draft = new AttributionDraft(sentence, Mark, Tokens(at, at + 1), Tokens(at + 1, end));
        draft.Content.Add(at > 0 ? Tokens(at - 1, at) : new TokenRange(before, before + 1));
        return draft;
    }

    // "- voters who were there said they": a sentence that goes on, no byline.
    private bool HasSpeech(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (chunks.IsFinite(i) && cues.IsSpeech(chunks[i].Head) && !chunks.Is(i - 1, ChunkKind.Question))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly Cue Mark = new(":", CueClass.Preposition, CueComplements.Clause, [], [], CueTraits.None, Stance.States);

    private AttributionDraft? FindAdverbInVerb(Sentence sentence, int verb, int leftEdge)
    {
        for (var i = chunks[verb].First; i < chunks[verb].End; i++)
        {
            if (FindAdverb(sentence, i, leftEdge, verb) is { } draft)
            {
                return draft;
            }
        }

        return null;
    }

    private AttributionDraft? FindAdverb(Sentence sentence, int token, int leftEdge, int chunk)
    {
        if (cues.Find(token, token + 1, CueClass.Adverb) is not { } cue)
        {
            return null;
        }

        var draft = new AttributionDraft(sentence, cue, new TokenRange(token, token + 1), null);
        if (chunks[leftEdge].First < token)
        {
            draft.Content.Add(new TokenRange(chunks[leftEdge].First, token));
        }

        var end = chunks[contents.ClauseEnd(chunk) - 1].End;
        if (end > token + 1)
        {
            draft.Content.Add(new TokenRange(token + 1, end));
        }

        return draft.Content.Count > 0 ? draft : null;
    }

    private bool IsCapitals(int token)
    {
        var word = chunks.Word(token);
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    private TokenRange Tokens(int first, int end) => new(chunks[first].First, chunks[end - 1].End);
}
