using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>What stands around an element.</summary>
/// <param name="Kind">Kind of a block that begins here.</param>
/// <param name="Level">Its level.</param>
/// <param name="Within">Its containers.</param>
/// <param name="IsCertain">True where the markup decides the kind.</param>
/// <param name="IsInMain">True inside the article.</param>
/// <param name="IsPreformatted">True where blanks count.</param>
/// <param name="ListDepth">Number of lists around.</param>
internal readonly record struct HtmlContext(
    BlockKind Kind, int Level, BlockContainers Within, bool IsCertain, bool IsInMain, bool IsPreformatted, int ListDepth)
{
    public bool IsFurniture => Within.HasFlag(BlockContainers.Furniture);

    public HtmlContext As(BlockKind kind, BlockContainers within = BlockContainers.None, int level = 0) =>
        IsFurniture ? this with { Within = Within | within } : this with { Kind = kind, Level = level, Within = Within | within, IsCertain = true };

    public HtmlContext AsFurniture() =>
        this with { Kind = BlockKind.Furniture, Level = 0, Within = Within | BlockContainers.Furniture, IsCertain = true };
}
