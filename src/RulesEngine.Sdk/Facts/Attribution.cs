using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>
/// Who says what: source, cue and content, direct or indirect, as PolNeAR defines them (Newell, Margolin and Ruths, LREC 2018).
/// </summary>
public sealed class Attribution
{
    /// <summary>Who says it; null where the sentence does not say ("it was reported").</summary>
    public required Source? Source { get; init; }

    /// <summary>The words that attribute: "said", "according to", "has repeatedly denied".</summary>
    public required TextSpan Cue { get; init; }

    /// <summary>What is said; several spans where source and cue interrupt it or where it runs on.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>What the source does with the content.</summary>
    public Stance Stance { get; init; }

    /// <summary>True where the cue marks it as unproven: "reportedly", "claimed", "allegedly".</summary>
    public bool IsHedged { get; init; }

    /// <summary>The quotation that is the content or a part of it, or null.</summary>
    public Quotation? Quotation { get; init; }

    /// <summary>The sentence of the cue.</summary>
    public required Sentence Sentence { get; init; }
}

/// <summary>Somebody or something that carries a statement.</summary>
/// <param name="Span">As written at the attribution: "the ministry", "he".</param>
/// <param name="Kind">What it is.</param>
/// <param name="Antecedent">The fuller mention that a pronoun or short form points back to, or null.</param>
public sealed record Source(TextSpan Span, SourceKind Kind, TextSpan? Antecedent = null)
{
    /// <summary>
    /// True where a reader could find out who it is: a name, an organisation, an office or role of authority, a document, an
    /// outlet, an account. Unnamed people and groups are not.
    /// </summary>
    public bool IsIdentifiable => Kind is not SourceKind.Unnamed;
}

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>People who are not named: "sources", "experts", "residents", "some users".</summary>
    Unnamed,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A named organisation, or an institution by a short form ("the ministry").</summary>
    Organisation,

    /// <summary>An office or role of authority: "police", "officials", "a White House official".</summary>
    Office,

    /// <summary>A report, study, poll, filing, statement.</summary>
    Document,

    /// <summary>A named news outlet.</summary>
    Outlet,

    /// <summary>A social-media account or post.</summary>
    Account,
}

/// <summary>What a source does with the content.</summary>
public enum Stance
{
    /// <summary>States it.</summary>
    States,

    /// <summary>Denies it.</summary>
    Denies,

    /// <summary>Declines to speak about it, or neither confirms nor denies.</summary>
    Declines,

    /// <summary>Confirms it.</summary>
    Confirms,
}
