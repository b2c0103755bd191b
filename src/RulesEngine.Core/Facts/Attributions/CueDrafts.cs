namespace RulesEngine.Core.Facts;

/// <summary>Makes drafts of attributions from the chunks of a cue.</summary>
internal sealed class CueDrafts(SentenceChunks chunks, Contents contents)
{
    public AttributionDraft Draft(CueSite site, TokenRange? source, int cueEnd, TokenRange? content)
    {
        cueEnd = cueEnd == site.After && IsManner(cueEnd) && !(content is { } right && right.First == cueEnd) ? cueEnd + 1 : cueEnd;
        var cueRange = new TokenRange(chunks[site.Verb].First, chunks[cueEnd - 1].End);
        var draft = new AttributionDraft(site.Sentence, site.Cue, cueRange, source is { } range ? Tokens(range) : null) { IsNegated = chunks[site.Verb].IsNegated };
        if (content is { IsEmpty: false } stretch)
        {
            AddContent(draft, stretch.First, stretch.End);
        }

        return draft;
    }

    // "said sarcastically", "responded angrily": how it was said belongs to the cue.
    private bool IsManner(int chunk) => chunks.Is(chunk, ChunkKind.Adverb) && chunks.Word(chunks[chunk].First).EndsWith("ly", StringComparison.OrdinalIgnoreCase);

    public AttributionDraft WithContent(CueSite site, int first, int end, bool isClause = false)
    {
        var draft = Draft(site, site.Subject, site.After, null);
        AddContent(draft, first, EndOfContent(site, first, end, isClause));
        return draft;
    }

    public void AddContent(AttributionDraft draft, int first, int end)
    {
        if (end > first)
        {
            draft.Content.Add(Tokens(new TokenRange(first, end)));
        }
    }

    // In a relative clause the verb of the sentence is still to come.
    public int EndOfContent(CueSite site, int first, int end, bool isClause = false) =>
        site.IsBare || (site.Subject is { } subject && chunks.Is(subject.First, ChunkKind.Question)) ? contents.WithoutMainVerb(first, end, isClause) : end;

    public int SkipRest(int verb, Cue cue)
    {
        var after = verb + 1;
        var end = chunks[verb].Head + 1 + cue.Rest.Length;
        while (after < chunks.Count && chunks[after].First < end)
        {
            after++;
        }

        return after;
    }

    public bool IsAny(int chunk, IReadOnlyList<string> prepositions) =>
        (chunks.Is(chunk, ChunkKind.Preposition) || chunks.Is(chunk, ChunkKind.Adverb) || chunks.Is(chunk, ChunkKind.Subordinator)) && chunks.StartsWithAny(chunk, prepositions);

    public TokenRange Tokens(TokenRange range) => new(chunks[range.First].First, chunks[range.End - 1].End);
}
