using RulesEngine.Documents.Building;
using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Structure;

/// <summary>What the whole article says of itself.</summary>
/// <param name="Dateline">In the first paragraph, or null.</param>
/// <param name="Date">From date line or dateline, or null.</param>
internal readonly record struct StructureFindings(TextSpan? Dateline, DateOnly? Date);

/// <summary>
/// Turns paragraphs into what a newsroom calls them: headline, dek, byline, date line, caption, embedded post, furniture. Where
/// the markup already said so (a class, a style, front matter) that stands.
/// </summary>
internal static class NewsroomStructure
{
    public static StructureFindings Apply(string text, List<DraftBlock> blocks, ArticleFormat format)
    {
        FurnitureFinder.Mark(text, blocks);
        MarkEmbeds(text, blocks);
        HeadlineFinder.Mark(text, blocks, format);
        var date = OpeningLines.Mark(text, blocks);
        MarkCredits(text, blocks);
        if (format == ArticleFormat.Text)
        {
            HeadlineFinder.MarkCrossheads(text, blocks);
        }

        var dateline = FindDateline(text, blocks, out var datelineDate);
        return new StructureFindings(dateline, date ?? datelineDate);
    }

    private static void MarkEmbeds(string text, List<DraftBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind != BlockKind.Paragraph || block.IsCertain || block.IsFurniture)
            {
                continue;
            }

            if (SocialPost.IsSignature(block.TextIn(text)))
            {
                MarkPost(block);
                MarkPostAbove(text, blocks, i);
            }
            else if (SocialPost.EndsWithSignature(block.TextIn(text)))
            {
                MarkPost(block);
            }
        }
    }

    // The signature stands under its post: the lines of the run directly above it, or one paragraph.
    private static void MarkPostAbove(string text, List<DraftBlock> blocks, int signature)
    {
        const int MaxPostLength = 700;
        var group = signature > 0 ? blocks[signature - 1].Group : 0;
        for (var i = signature - 1; i >= 0 && (i == signature - 1 || (group > 0 && blocks[i].Group == group)); i--)
        {
            var above = blocks[i];
            if (above.Kind != BlockKind.Paragraph || above.IsFurniture || above.IsCertain || above.End - above.Start > MaxPostLength || text[above.End - 1] == ':')
            {
                return;
            }

            MarkPost(above);
        }
    }

    private static void MarkPost(DraftBlock block)
    {
        block.Kind = BlockKind.Embed;
        block.Within |= BlockContainers.Embed;
    }

    private static void MarkCredits(string text, List<DraftBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph && !block.IsCertain && !block.IsFurniture && IsCredit(block.TextIn(text)))
            {
                block.Kind = BlockKind.Caption;
            }
        }
    }

    private static bool IsCredit(ReadOnlySpan<char> line)
    {
        const int MaxCreditLength = 300;
        if (line.Length > MaxCreditLength)
        {
            return false;
        }

        if (line.StartsWith("📸") || line.StartsWith("📷"))
        {
            return true;
        }

        var isInBrackets = line is ['(', .., ')'] or ['[', .., ']'];
        return DocumentLexicons.Captions.Match(line) is { } entry && (entry["brackets"] != "yes" || isInBrackets);
    }

    private static TextSpan? FindDateline(string text, List<DraftBlock> blocks, out DateOnly? date)
    {
        const int ParagraphsTried = 3;
        date = null;
        var tried = 0;
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Paragraph || block.IsFurniture)
            {
                continue;
            }

            var length = Dateline.FindLength(block.TextIn(text), out date);
            if (length > 0)
            {
                return new TextSpan(block.Start, block.Start + length);
            }

            if (++tried == ParagraphsTried)
            {
                return null;
            }
        }

        return null;
    }
}
