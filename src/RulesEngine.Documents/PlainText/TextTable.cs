using System.Buffers;
using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.PlainText;

/// <summary>Rows of cells between tabs or upright strokes: two lines or more with the same number of cells.</summary>
internal static class TextTable
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("|-:+= \t");

    /// <summary>Number of lines that are a table from a line on; 0 where it is none.</summary>
    public static int CountRows(string text, List<TextLine> lines, int first)
    {
        var separator = SeparatorOf(lines[first].In(text));
        if (separator == '\0')
        {
            return 0;
        }

        var cells = CountCells(lines[first].In(text), separator);
        var rows = 1;
        while (first + rows < lines.Count
            && lines[first + rows].Group == lines[first].Group
            && CountCells(lines[first + rows].In(text), separator) == cells)
        {
            rows++;
        }

        return rows >= 2 ? rows : 0;
    }

    public static void AddCells(string text, List<TextLine> lines, int first, int rows, List<DraftBlock> blocks)
    {
        var separator = SeparatorOf(lines[first].In(text));
        var hasHead = !lines[first].In(text).ContainsAnyInRange('0', '9');
        for (var row = first; row < first + rows; row++)
        {
            var line = lines[row];
            if (line.In(text).IndexOfAnyExcept(RuleMarks) < 0)
            {
                continue;
            }

            foreach (var range in line.In(text).Split(separator))
            {
                var (offset, length) = range.GetOffsetAndLength(line.Length);
                var cell = text.AsSpan(line.Start + offset, length);
                if (!cell.IsWhiteSpace())
                {
                    var start = line.Start + offset + (length - cell.TrimStart().Length);
                    blocks.Add(new DraftBlock(hasHead && row == first ? BlockKind.TableHeader : BlockKind.TableCell, start, start + cell.Trim().Length)
                    {
                        Within = BlockContainers.Table,
                        Group = line.Group,
                        IsCertain = true,
                    });
                }
            }
        }
    }

    private static char SeparatorOf(ReadOnlySpan<char> line) =>
        line.Contains('\t') ? '\t' : line.Contains('|') ? '|' : '\0';

    private static int CountCells(ReadOnlySpan<char> line, char separator)
    {
        var cells = line.Count(separator);
        return cells == 0 ? 0 : cells + 1;
    }
}
