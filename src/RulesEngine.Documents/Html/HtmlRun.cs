namespace RulesEngine.Documents.Html;

/// <summary>A stretch of text between two tags.</summary>
/// <param name="Start">Offset in the file.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct HtmlRun(int Start, int End);

/// <summary>
/// A page with every text replaced by the number of its run, and every tag carrying its place in the file: what the tree
/// builder does with it (end tags that are missing, text that it moves) cannot lose a position.
/// </summary>
internal sealed class NumberedHtml
{
    public const char RunMark = '\uE000';

    public const char RunEnd = '\uE001';

    /// <summary>The attribute that carries the offset of a start tag.</summary>
    public const string TagOffset = "re-at";

    public required string Markup { get; init; }

    public required List<HtmlRun> Runs { get; init; }

    /// <summary>Comments, marks included.</summary>
    public required List<HtmlRun> Comments { get; init; }

    /// <summary>Contents of the script elements that hold JSON-LD.</summary>
    public required List<HtmlRun> LinkedData { get; init; }

    /// <summary>The runs of a text node of the tree, in order.</summary>
    public void RunsOf(string node, List<HtmlRun> into)
    {
        int number = 0, bit = 0;
        for (var at = 0; at < node.Length; at++)
        {
            switch (node[at])
            {
                case RunMark:
                    number = 0;
                    while (++at < node.Length && node[at] != RunEnd)
                    {
                        number = (number * 10) + node[at] - '0';
                    }

                    AddRun(number, into);
                    number = bit = 0;
                    break;
                case ' ' or '\t':
                    number |= node[at] == '\t' ? 1 << bit : 0;
                    bit++;
                    break;
                case '\n':
                    AddRun(number - 1, into);
                    number = bit = 0;
                    break;
            }
        }
    }

    private void AddRun(int number, List<HtmlRun> into)
    {
        if (number >= 0 && number < Runs.Count)
        {
            into.Add(Runs[number]);
        }
    }
}
