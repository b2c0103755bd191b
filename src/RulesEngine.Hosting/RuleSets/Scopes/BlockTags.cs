using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>What a block is to the scopes of rules; a block has several.</summary>
[Flags]
internal enum BlockTags
{
    None = 0,
    Text = 1,
    Paragraph = 1 << 1,
    Heading = 1 << 2,
    Heading1 = 1 << 3,
    Heading2 = 1 << 4,
    Heading3 = 1 << 5,
    Heading4 = 1 << 6,
    Heading5 = 1 << 7,
    Heading6 = 1 << 8,
    List = 1 << 9,
    BlockQuote = 1 << 10,
    Table = 1 << 11,
    TableHeader = 1 << 12,
    TableCell = 1 << 13,
    Caption = 1 << 14,
    Headline = 1 << 15,
    Dek = 1 << 16,
    Byline = 1 << 17,
    Embed = 1 << 18,
    Footnote = 1 << 19,
    Code = 1 << 20,
    Furniture = 1 << 21,
}

/// <summary>Tells what a block is to scopes.</summary>
internal static class BlockTagger
{
    /// <summary>
    /// The tags of a block. Plain text has no marks, so its headline is no heading there, and a title in the front matter is none either,
    /// as in Vale; <c>headline</c> finds both.
    /// </summary>
    public static BlockTags GetTags(Block block, Article article) => GetTags(block, article.Format, IsFrontMatter(block, article));

    /// <summary>The same for a block without its article.</summary>
    public static BlockTags GetTags(Block block, ArticleFormat format, bool isFrontMatter)
    {
        if (block.Kind == BlockKind.Code)
        {
            return BlockTags.Code;
        }

        if (!block.IsArticleText)
        {
            return BlockTags.Furniture;
        }

        return BlockTags.Text | OfContainers(block.Within) | block.Kind switch
        {
            BlockKind.Paragraph => BlockTags.Paragraph,
            BlockKind.Headline => BlockTags.Headline | (format == ArticleFormat.Text || isFrontMatter ? BlockTags.None : BlockTags.Heading | BlockTags.Heading1),
            BlockKind.Heading => BlockTags.Heading | (BlockTags)((int)BlockTags.Heading1 << (Math.Clamp(block.Level, 1, 6) - 1)),
            BlockKind.Dek => BlockTags.Dek,
            BlockKind.Byline => BlockTags.Byline,
            BlockKind.ListItem => BlockTags.List,
            BlockKind.TableCell => BlockTags.Table | BlockTags.TableCell,
            BlockKind.TableHeader => BlockTags.Table | BlockTags.TableHeader,
            BlockKind.Caption => BlockTags.Caption,
            BlockKind.Embed => BlockTags.Embed,
            BlockKind.Footnote => BlockTags.Footnote,
            _ => BlockTags.None,
        };
    }

    /// <summary>True for a block that is a value of the front matter.</summary>
    public static bool IsFrontMatter(Block block, Article article) =>
        !article.FrontMatter.IsEmpty
        && block.Kind is BlockKind.Headline or BlockKind.Dek or BlockKind.Byline
        && article.SourceMap.GetSourceSpan(block.Span).Start < EndOfFrontMatter(article.SourceText);

    // By place, not by words: the heading of an article often says what the title says.
    private static int EndOfFrontMatter(ReadOnlySpan<char> source)
    {
        for (var at = source.IndexOf('\n') + 1; at > 0 && at < source.Length;)
        {
            var length = source[at..].IndexOf('\n');
            var line = length < 0 ? source[at..] : source.Slice(at, length);
            if (line.TrimEnd() is "---" or "...")
            {
                return at;
            }

            at = length < 0 ? source.Length : at + length + 1;
        }

        return 0;
    }

    private static BlockTags OfContainers(BlockContainers within)
    {
        var tags = BlockTags.None;
        tags |= within.HasFlag(BlockContainers.BlockQuote) ? BlockTags.BlockQuote : BlockTags.None;
        tags |= within.HasFlag(BlockContainers.List) ? BlockTags.List : BlockTags.None;
        tags |= within.HasFlag(BlockContainers.Table) ? BlockTags.Table : BlockTags.None;
        tags |= within.HasFlag(BlockContainers.Embed) ? BlockTags.Embed : BlockTags.None;
        return tags;
    }
}
