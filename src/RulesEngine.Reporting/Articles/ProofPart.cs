using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Articles;

/// <summary>Neighbouring blocks that are set as one: a list, a table, a quotation, a post, furniture; otherwise a single block.</summary>
/// <param name="Kind">"list", "table", "quote", "embed", "furniture" or "text".</param>
/// <param name="Blocks">Indexes of the article's blocks, one after the other.</param>
internal sealed record ProofPart(string Kind, ImmutableArray<int> Blocks)
{
    /// <summary>Of the article's column at its type size, in UTF-16 code units.</summary>
    private const int CharactersInALine = 78;

    public static ImmutableArray<ProofPart> Of(Article article)
    {
        var parts = ImmutableArray.CreateBuilder<ProofPart>();
        for (var start = 0; start < article.Blocks.Length;)
        {
            var kind = KindOf(article.Blocks[start]);
            var end = start + 1;
            while (kind != "text" && end < article.Blocks.Length && KindOf(article.Blocks[end]) == kind)
            {
                end++;
            }

            parts.Add(new ProofPart(kind, [.. Enumerable.Range(start, end - start)]));
            start = end;
        }

        return parts.ToImmutable();
    }

    /// <summary>
    /// The rows of a table, as indexes of blocks; empty for other parts. Blocks do not say where a row ends: text and Markdown
    /// have a row on a line; elsewhere the head gives the number of columns, or every row begins with a head of its own.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>> Rows(Article article, ProofPart part)
    {
        if (part.Kind != "table")
        {
            return [];
        }

        var heads = part.Blocks.TakeWhile(index => article.Blocks[index].Kind == BlockKind.TableHeader).Count();
        return article.Format is ArticleFormat.Text or ArticleFormat.Markdown ? Split(part, (_, index) => LineOf(article, index) != LineOf(article, index - 1))
            : heads > 1 || part.Blocks.Count(index => article.Blocks[index].Kind == BlockKind.TableHeader) == heads ? Split(part, (position, _) => position % Math.Max(heads, 1) == 0)
            : Split(part, (_, index) => article.Blocks[index].Kind == BlockKind.TableHeader);
    }

    /// <summary>About how many lines it takes on a wide page, its notes not counted; rather too few than too many.</summary>
    public int CountLines(Article article) => Kind switch
    {
        "furniture" => 1,
        "table" => Rows(article, this).Length,
        _ => Blocks.Sum(index => article.Blocks[index] switch
        {
            { Kind: BlockKind.Headline } block => 2 * LinesOf(block, CharactersInALine / 2),
            var block => LinesOf(block, CharactersInALine),
        }),
    };

    private static int LinesOf(Block block, int width) => Math.Max(1, (block.Span.Length + (width / 2)) / width);

    private static ImmutableArray<ImmutableArray<int>> Split(ProofPart part, Func<int, int, bool> begins)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var start = 0;
        for (var i = 1; i <= part.Blocks.Length; i++)
        {
            if (i == part.Blocks.Length || begins(i, part.Blocks[i]))
            {
                rows.Add(part.Blocks[start..i]);
                start = i;
            }
        }

        return rows.ToImmutable();
    }

    private static int LineOf(Article article, int block) => article.SourceMap.GetRange(article.Blocks[block].Span).Start.Line;

    private static string KindOf(Block block) =>
        !block.IsArticleText && block.Kind is not (BlockKind.DateLine or BlockKind.Code) ? "furniture"
        : block.Kind is BlockKind.TableCell or BlockKind.TableHeader ? "table"
        : block.Kind == BlockKind.ListItem ? "list"
        : block.Kind == BlockKind.Embed || block.Within.HasFlag(BlockContainers.Embed) ? "embed"
        : block.Within.HasFlag(BlockContainers.BlockQuote) && block.Kind == BlockKind.Paragraph ? "quote"
        : "text";
}
