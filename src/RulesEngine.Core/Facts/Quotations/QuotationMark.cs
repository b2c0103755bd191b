namespace RulesEngine.Core.Facts;

/// <summary>Marks that can close each other.</summary>
internal enum MarkFamily : byte
{
    None,
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
}

/// <summary>What a mark can do where it stands; a straight mark between two blanks can do either.</summary>
[Flags]
internal enum MarkUse : byte
{
    Nothing = 0,
    Opens = 1,
    Closes = 2,
}

/// <summary>A character (or a pair of apostrophes, or of grave accents) that may be a quotation mark.</summary>
/// <param name="Start">Offset in article text.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Family">What it pairs with; none where it is an apostrophe, a prime or a bullet.</param>
/// <param name="Use">What it can do.</param>
/// <param name="Mark">Its first character.</param>
internal sealed record QuotationMark(int Start, int Length, MarkFamily Family, MarkUse Use, char Mark)
{
    public int End => Start + Length;

    public bool Opens => (Use & MarkUse.Opens) != 0;

    public bool Closes => (Use & MarkUse.Closes) != 0;
}
