using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.PlainText;

/// <summary>Cuts plain text into paragraphs, list items and table cells.</summary>
internal static class TextBlocks
{
    public static List<DraftBlock> Find(string text)
    {
        var lines = TextLine.Split(text);
        var wrap = LineWrap.Judge(text, lines);
        var blocks = new List<DraftBlock>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var rows = TextTable.CountRows(text, lines, i);
            if (rows > 0)
            {
                TextTable.AddCells(text, lines, i, rows, blocks);
                i += rows;
                continue;
            }

            i = AddParagraph(text, lines, i, wrap, blocks);
        }

        return blocks;
    }

    private static int AddParagraph(string text, List<TextLine> lines, int first, LineWrap wrap, List<DraftBlock> blocks)
    {
        var last = first;
        while (last + 1 < lines.Count && wrap.Joins(text, lines[last], lines[last + 1]) && BulletLength(text, lines, last + 1) == 0)
        {
            last++;
        }

        var bullet = BulletLength(text, lines, first);
        blocks.Add(new DraftBlock(bullet > 0 ? BlockKind.ListItem : BlockKind.Paragraph, lines[first].Start + bullet, lines[last].End)
        {
            Group = lines[first].Group,
            Level = bullet > 0 ? 1 : 0,
            Within = bullet > 0 ? BlockContainers.List : BlockContainers.None,
        });
        return last + 1;
    }

    /// <summary>Length of a list item's mark with its blanks; 0 where the line is no item. One lone dash or number makes no list.</summary>
    private static int BulletLength(string text, List<TextLine> lines, int index)
    {
        var length = MarkLength(lines[index].In(text), out var mark);
        return length > 0 && (mark == '•' || HasSameMark(text, lines, index - 1, mark) || HasSameMark(text, lines, index + 1, mark)) ? length : 0;
    }

    private static bool HasSameMark(string text, List<TextLine> lines, int index, char mark) =>
        index >= 0 && index < lines.Count && MarkLength(lines[index].In(text), out var other) > 0 && other == mark;

    private static int MarkLength(ReadOnlySpan<char> line, out char mark)
    {
        mark = '\0';
        var length = 0;
        if (line[0] is '•' or '◦' or '▪' or '●' or '‣')
        {
            mark = '•';
            length = 1;
        }
        else if (line[0] is '-' or '*' or '–' or '+')
        {
            mark = line[0];
            length = 1;
        }
        else if (char.IsAsciiDigit(line[0]))
        {
            length = line.IndexOfAnyExceptInRange('0', '9');
            length = length is 1 or 2 && line[length] is '.' or ')' ? length + 1 : 0;
            mark = '1';
        }

        return length > 0 && length < line.Length && (char.IsWhiteSpace(line[length]) || mark == '•')
            ? line.Length - line[length..].TrimStart().Length
            : 0;
    }
}
