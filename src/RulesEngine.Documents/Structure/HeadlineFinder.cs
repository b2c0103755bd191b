using System.Buffers;
using RulesEngine.Documents.Building;
using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Structure;

/// <summary>Tells headlines and crossheads from sentences where no markup does.</summary>
internal static class HeadlineFinder
{
    private static readonly SearchValues<char> NotInCrossheads = SearchValues.Create("\"“”@#|\n\t");

    private const int MaxHeadlineLength = 160;
    private const int MaxHeadlineWords = 22;
    private const int MaxWordsWithStop = 15;
    private const int MaxWordsOfTwo = 16;
    private const int MaxCrossheadLength = 70;

    public static void Mark(string text, List<DraftBlock> blocks, ArticleFormat format)
    {
        var first = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Headline)
            {
                DemoteAfter(blocks, i);
                return;
            }

            if (first < 0 && blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading && !blocks[i].IsFurniture && !blocks[i].IsCertain
                && !IsOpeningLine(blocks[i].TextIn(text)))
            {
                first = i;
            }
        }

        if (first >= 0 && HasTextAfter(text, blocks, first)
            && (blocks[first].Kind == BlockKind.Heading
                || (format is ArticleFormat.Text or ArticleFormat.Docx && LooksLikeHeadline(blocks[first].TextIn(text)))))
        {
            blocks[first].Kind = BlockKind.Headline;
            blocks[first].Level = 0;
        }
    }

    // Broken markup can cut a headline in two: an article has one at most.
    private static void DemoteAfter(List<DraftBlock> blocks, int headline)
    {
        foreach (var block in blocks.Skip(headline + 1).Where(block => block.Kind == BlockKind.Headline))
        {
            block.Kind = BlockKind.Heading;
            block.Level = 1;
        }
    }

    /// <summary>Short lines between paragraphs that end without a mark.</summary>
    public static void MarkCrossheads(string text, List<DraftBlock> blocks)
    {
        for (var i = 1; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Paragraph && !blocks[i].IsCertain && CanPrecedeCrosshead(text, blocks[i - 1]) && IsProse(text, blocks[i + 1])
                && IsCrosshead(blocks[i].TextIn(text)))
            {
                blocks[i].Kind = BlockKind.Heading;
                blocks[i].Level = 2;
            }
        }
    }

    // A byline or a date can stand above the headline.
    private static bool IsOpeningLine(ReadOnlySpan<char> line) =>
        DateText.TryParse(line, out _) || (DocumentLexicons.Bylines.Match(line) is not null && !LineShape.EndsSentence(line));

    private static bool HasTextAfter(string text, List<DraftBlock> blocks, int index)
    {
        for (var i = index + 1; i < blocks.Count; i++)
        {
            if (!blocks[i].IsFurniture && blocks[i].Kind is BlockKind.Paragraph or BlockKind.ListItem
                && LineShape.CountWords(blocks[i].TextIn(text)) >= 8)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LooksLikeHeadline(ReadOnlySpan<char> line)
    {
        var words = LineShape.CountWords(line);
        if (line.Length > MaxHeadlineLength || words > MaxHeadlineWords || words < 2 || Dateline.FindLength(line, out _) > 0)
        {
            return false;
        }

        if (line[^1] is ':' or ',' || SocialPost.EndsWithSignature(line))
        {
            return false;
        }

        if (!LineShape.EndsSentence(line) || line[^1] is '?' || line.TrimEnd("'\"’”)") is [.., '?'])
        {
            return words <= MaxWordsOfTwo || !LineShape.HasInnerSentenceEnd(line) || LineShape.IsTitleCase(line);
        }

        // Scrapers put a full stop behind headlines: it needs more to go by.
        return LineShape.IsTitleCase(line) || (words <= MaxWordsWithStop && !LineShape.HasInnerSentenceEnd(line) && Headlinese.Fits(line));
    }

    private static bool IsProse(string text, DraftBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.ListItem && !block.IsFurniture && LineShape.CountWords(block.TextIn(text)) >= 12;

    private static bool CanPrecedeCrosshead(string text, DraftBlock block) =>
        block.Kind is BlockKind.Embed or BlockKind.ListItem or BlockKind.TableCell or BlockKind.Caption || IsProse(text, block);

    private static bool IsCrosshead(ReadOnlySpan<char> line) =>
        line.Length <= MaxCrossheadLength
        && (char.IsUpper(line[0]) || char.IsDigit(line[0]))
        && char.IsLetterOrDigit(line[^1])
        && line.IndexOfAny(NotInCrossheads) < 0
        && LineShape.CountWords(line) <= 9
        && !line.Contains("http", StringComparison.OrdinalIgnoreCase);
}
