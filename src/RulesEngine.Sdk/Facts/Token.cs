namespace RulesEngine.Sdk;

/// <summary>
/// A word, number or mark, as UD English-EWT splits text: clitics apart ("do" "n't"), hyphenated words split, handles,
/// hashtags, addresses and decimal numbers whole.
/// </summary>
/// <param name="Start">Offset in article text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Kind">Told from the characters alone.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>The same as a span.</summary>
    public TextSpan Span => new(Start, End);
}

/// <summary>What the characters of a token say it is.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits, with marks of thousands and decimals.</summary>
    Number,

    /// <summary>Punctuation.</summary>
    Punctuation,

    /// <summary>A sign of currency, per cent, arithmetic, a pictogram.</summary>
    Symbol,

    /// <summary>@name.</summary>
    Handle,

    /// <summary>#name.</summary>
    Hashtag,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>Tags of the Penn Treebank as UD English-EWT uses them (XPOS).</summary>
public enum PennTag : byte
{
#pragma warning disable CS1591 // The names are the definitions: Santorini 1990 and the EWT guidelines.
    None, CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, SYM, TO, UH,
    VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, ADD, AFX, GW, HYPH, NFP, XX,
    Comma, Period, Colon, OpenQuote, CloseQuote, Dollar, LeftBracket, RightBracket,
#pragma warning restore CS1591
}
