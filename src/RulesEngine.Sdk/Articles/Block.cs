namespace RulesEngine.Sdk;

/// <summary>One block of an article: a headline, a paragraph, a cell. Blocks do not nest and do not overlap.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Span">Its text, without blanks at the ends.</param>
/// <param name="Level">Heading level 1 to 6; nesting depth of a list item from 1; otherwise 0.</param>
/// <param name="Within">The containers that it stands in.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, int Level = 0, BlockContainers Within = BlockContainers.None)
{
    /// <summary>
    /// True for what a reader would call the article: false for furniture (navigation, share bars, comment forms), code and
    /// the date line.
    /// </summary>
    public bool IsArticleText => Kind is not (BlockKind.Furniture or BlockKind.Code or BlockKind.DateLine) && !Within.HasFlag(BlockContainers.Furniture);
}

/// <summary>What a block is, in the newsroom's words.</summary>
public enum BlockKind
{
    /// <summary>A body paragraph.</summary>
    Paragraph,

    /// <summary>The title of the article; at most one.</summary>
    Headline,

    /// <summary>The summary line under the headline, also called standfirst.</summary>
    Dek,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>A line that holds only the date of publication.</summary>
    DateLine,

    /// <summary>A heading in the body, also called crosshead.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A cell of a table's body.</summary>
    TableCell,

    /// <summary>A cell of a table's head.</summary>
    TableHeader,

    /// <summary>The words under a picture, a table or a chart.</summary>
    Caption,

    /// <summary>A post of a social-media platform that is shown in the article.</summary>
    Embed,

    /// <summary>A note at the foot.</summary>
    Footnote,

    /// <summary>Code or preformatted text.</summary>
    Code,

    /// <summary>What belongs to the page and not to the article.</summary>
    Furniture,
}

/// <summary>The containers that a block stands in.</summary>
[Flags]
public enum BlockContainers
{
    /// <summary>The body itself.</summary>
    None = 0,

    /// <summary>A block quote.</summary>
    BlockQuote = 1,

    /// <summary>A list.</summary>
    List = 2,

    /// <summary>A table.</summary>
    Table = 4,

    /// <summary>A figure with a caption.</summary>
    Figure = 8,

    /// <summary>Furniture of the page.</summary>
    Furniture = 16,

    /// <summary>An embedded post.</summary>
    Embed = 32,
}
