using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>The chunks of one sentence, with the questions that finders ask of them. Used again for every sentence.</summary>
internal sealed class SentenceChunks(ArticleFacts facts)
{
    /// <summary>In the order of the text.</summary>
    public ValueList<Chunk> Chunks { get; } = new(64);

    public ArticleFacts Facts { get; } = facts;

    public int Count => Chunks.Count;

    public Chunk this[int index] => Chunks[index];

    /// <summary>True where a chunk is of a kind; false outside the sentence.</summary>
    public bool Is(int index, ChunkKind kind) => index >= 0 && index < Chunks.Count && Chunks[index].Kind == kind;

    /// <summary>True for a verb chunk of a form.</summary>
    public bool IsVerb(int index, VerbForm form) => Is(index, ChunkKind.Verb) && Chunks[index].Form == form;

    /// <summary>True for a verb chunk that has a subject of its own or shares one.</summary>
    public bool IsFinite(int index) => IsVerb(index, VerbForm.Finite);

    /// <summary>The words of a token.</summary>
    public ReadOnlySpan<char> Word(int token) => Facts.Article.AsSpan(Facts.Tokens[token].Span);

    /// <summary>True where the first word of a chunk is this one.</summary>
    public bool StartsWith(int index, string word) =>
        index >= 0 && index < Chunks.Count && Word(Chunks[index].First).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a chunk starts with one of the words.</summary>
    public bool StartsWithAny(int index, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (StartsWith(index, words[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where nothing but the final mark follows.</summary>
    public bool IsEnd(int index) => index >= Chunks.Count || (Chunks[index].Kind is ChunkKind.Other or ChunkKind.Semicolon && index + 1 >= Chunks.Count);

    /// <summary>True for an opening mark of a quotation that is never closed.</summary>
    public bool IsOpeningMark(int index) => Is(index, ChunkKind.Other) && Word(Chunks[index].First) is ("“" or "\"" or "‘" or "''" or "``");

    /// <summary>True where a clause with a subject of its own begins.</summary>
    public bool IsClauseStart(int index)
    {
        while (Is(index, ChunkKind.Noun) && (Is(index + 1, ChunkKind.Preposition) || Is(index + 1, ChunkKind.Coordinator)) && Is(index + 2, ChunkKind.Noun))
        {
            index += 2;
        }

        return Is(index, ChunkKind.Noun) && (IsFinite(index + 1) || (Is(index + 1, ChunkKind.Adverb) && IsFinite(index + 2)));
    }

    /// <summary>True for "he", "they".</summary>
    public bool IsPronoun(int index) => Is(index, ChunkKind.Noun) && Facts.Tags[Chunks[index].Head] == PennTag.PRP;

    /// <summary>True for a noun chunk whose head is a name.</summary>
    public bool IsName(int index) => Is(index, ChunkKind.Noun) && Facts.Tags[Chunks[index].Head] is PennTag.NNP or PennTag.NNPS;

    /// <summary>True for a quotation that ends like a sentence or before its speaker: with , . ? ! inside the mark.</summary>
    public bool IsWholeUtterance(int index)
    {
        if (!Is(index, ChunkKind.Quotation) || Chunks[index].End - 2 < Chunks[index].First)
        {
            return false;
        }

        var last = Word(Chunks[index].End - 2);
        return last is "," or "." or "?" or "!" or "..." or "…" or "—" || last.EndsWith(".");
    }
}
