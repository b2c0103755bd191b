using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>A run of letters, a number or a mark: finer than a token, because "45mph", "GH¢50m" and "1 234 567" are cut where number and unit meet.</summary>
/// <param name="Start">Offset in article text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Kind">Told from the characters alone.</param>
/// <param name="Key">As word filters ask for it.</param>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, uint Key)
{
    public TextSpan Span => new(Start, End);
}

internal enum PieceKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits with marks of thousands and decimals, or a sign such as "½".</summary>
    Number,

    /// <summary>A single mark.</summary>
    Mark,

    /// <summary>A handle, hashtag or address: nothing inside it counts.</summary>
    Opaque,
}
