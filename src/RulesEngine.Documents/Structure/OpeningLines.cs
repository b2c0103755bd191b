using RulesEngine.Documents.Building;
using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Structure;

/// <summary>The lines between headline and lede: dek, byline, date line; and bylines at the end.</summary>
internal static class OpeningLines
{
    private const int MaxLineLength = 240;
    private const int MaxDekWords = 35;
    private const int OpeningBlocks = 8;

    /// <summary>Gives the lines their kinds; returns the date of the date line, if it has one.</summary>
    public static DateOnly? Mark(string text, List<DraftBlock> blocks)
    {
        DateOnly? date = null;
        var isOpening = true;
        var seen = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.DateLine && DateText.TryParse(block.TextIn(text), out var told))
            {
                date ??= told;
            }

            if (block.Kind != BlockKind.Paragraph || block.IsFurniture)
            {
                continue;
            }

            var line = block.TextIn(text);
            isOpening &= ++seen <= OpeningBlocks;
            if (line.Length <= MaxLineLength && DateText.TryParse(line, out var found) && (isOpening || i + 2 >= blocks.Count))
            {
                block.Kind = BlockKind.DateLine;
                date ??= isOpening ? found : null;
            }
            else if (line.Length <= MaxLineLength && IsByline(line, isOpening))
            {
                block.Kind = BlockKind.Byline;
            }
            else if (isOpening && IsDek(text, blocks, i))
            {
                block.Kind = BlockKind.Dek;
            }
        }

        return date;
    }

    private static bool IsByline(ReadOnlySpan<char> line, bool isOpening)
    {
        // "(Reporting by …; Editing by …)", "- Additional reporting: …"
        var bare = line.Trim("()[]-–— ");
        return DocumentLexicons.Bylines.Match(bare) is { } entry
            && (entry["place"] == "any" || (isOpening && !LineShape.EndsSentence(line) && NamesOnly(bare)));
    }

    // "By Sunday the fire had spread" is no byline: after the cue nearly every word is a name.
    private static bool NamesOnly(ReadOnlySpan<char> line)
    {
        var bar = line.IndexOf('|');
        line = bar > 0 ? line[..bar] : line;
        int small = 0, all = 0;
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.Length > 3 && char.IsLetter(word[0]))
            {
                all++;
                small += char.IsLower(word[0]) ? 1 : 0;
            }
        }

        return small * 3 <= all;
    }

    // One line directly under the headline, shorter than a paragraph, that ends without a full stop or stands in the
    // headline's own run of lines, with a longer paragraph below.
    private static bool IsDek(string text, List<DraftBlock> blocks, int index)
    {
        if (index == 0 || blocks[index - 1].Kind != BlockKind.Headline || index + 1 >= blocks.Count)
        {
            return false;
        }

        var line = blocks[index].TextIn(text);
        var words = LineShape.CountWords(line);
        var headline = blocks[index - 1].TextIn(text).TrimEnd();
        var isContinuation = headline is [.., ';'] && blocks[index].Group == blocks[index - 1].Group;
        return words is >= 4 and <= MaxDekWords
            && (isContinuation || (!LineShape.EndsSentence(line) && line[^1] is not (':' or ',')))
            && Dateline.FindLength(line, out _) == 0;
    }
}
