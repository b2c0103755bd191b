using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>Somebody's words in quotation marks, or a block quote.</summary>
public sealed class Quotation
{
    /// <summary>From the first mark to the last; over several paragraphs where the quotation runs on.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The quoted words without their marks, one span a paragraph.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The quotation that this one stands in, or null.</summary>
    public Quotation? Outer { get; init; }

    /// <summary>False where the closing mark is missing and the end was inferred.</summary>
    public bool IsBalanced { get; init; } = true;

    /// <summary>True for a word or a phrase in quotation marks that is not an utterance: a title, a term, a scare quote.</summary>
    public bool IsPhrase { get; init; }
}
