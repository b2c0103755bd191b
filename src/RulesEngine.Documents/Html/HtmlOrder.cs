namespace RulesEngine.Documents.Html;

/// <summary>
/// Brings blocks into the order of the file. The tree builder moves text that stands between the cells of a table in front of
/// it; such a block is cut where another one stands between its pieces.
/// </summary>
internal static class HtmlOrder
{
    public static List<HtmlDraftBlock> Sort(IEnumerable<HtmlDraftBlock> blocks)
    {
        var sorted = blocks.SelectMany(CutWhereItGoesBack).OrderBy(block => block.Start).ToList();
        for (var i = 0; i + 1 < sorted.Count; i++)
        {
            var next = sorted[i + 1].Start;
            if (sorted[i].Pieces[^1].Start <= next)
            {
                continue;
            }

            var cut = sorted[i].Pieces.FindIndex(piece => piece.Start > next);
            if (cut > 0)
            {
                Insert(sorted, i + 1, sorted[i].Part(cut, sorted[i].Pieces.Count));
                sorted[i] = sorted[i].Part(0, cut);
            }
        }

        return sorted;
    }

    private static IEnumerable<HtmlDraftBlock> CutWhereItGoesBack(HtmlDraftBlock block)
    {
        var first = 0;
        for (var i = 1; i < block.Pieces.Count; i++)
        {
            if (block.Pieces[i].Start < block.Pieces[i - 1].Start)
            {
                yield return block.Part(first, i);
                first = i;
            }
        }

        yield return first == 0 ? block : block.Part(first, block.Pieces.Count);
    }

    private static void Insert(List<HtmlDraftBlock> sorted, int from, HtmlDraftBlock block)
    {
        while (from < sorted.Count && sorted[from].Start <= block.Start)
        {
            from++;
        }

        sorted.Insert(from, block);
    }
}
