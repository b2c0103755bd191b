namespace RulesEngine.Core.Facts;

/// <summary>Kinds of chunks: the flat phrases that a sentence is cut into.</summary>
internal enum ChunkKind : byte
{
    /// <summary>A noun phrase without what follows its head: "the former mayor of" stops before "of".</summary>
    Noun,

    /// <summary>Auxiliaries, negation, adverbs and the main verb: "has repeatedly denied".</summary>
    Verb,

    /// <summary>"in", "of", "according to".</summary>
    Preposition,

    /// <summary>"that" before a clause.</summary>
    That,

    /// <summary>"who", "which", "what", "whether", "why".</summary>
    Question,

    /// <summary>"because", "if", "when".</summary>
    Subordinator,

    Coordinator,
    Comma,
    Semicolon,
    Colon,
    Dash,

    /// <summary>A quotation, or the part of one in this sentence, with its marks.</summary>
    Quotation,

    /// <summary>An adjective without a noun: "confident".</summary>
    Adjective,

    Adverb,

    /// <summary>Text in round or square brackets.</summary>
    Bracket,

    Other,
}

/// <summary>What a verb chunk is.</summary>
internal enum VerbForm : byte
{
    None,
    Finite,

    /// <summary>With "to".</summary>
    Infinitive,

    /// <summary>"saying".</summary>
    Gerund,

    /// <summary>"accused", without an auxiliary.</summary>
    Participle,
}

/// <summary>A flat phrase of a sentence; indices are those of the article's tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">Just after its last token.</param>
/// <param name="Head">The main verb, the last noun.</param>
internal readonly record struct Chunk(ChunkKind Kind, int First, int End, int Head)
{
    /// <summary>Of a verb chunk.</summary>
    public VerbForm Form { get; init; }

    /// <summary>A verb chunk with a form of "be" and a past participle.</summary>
    public bool IsPassive { get; init; }

    /// <summary>A verb chunk with "not", "never", "no longer".</summary>
    public bool IsNegated { get; init; }

    /// <summary>A noun chunk that tells when: "Tuesday", "last week".</summary>
    public bool IsTime { get; init; }

    /// <summary>True for a chunk of a kind.</summary>
    public bool Is(ChunkKind kind) => Kind == kind;
}
