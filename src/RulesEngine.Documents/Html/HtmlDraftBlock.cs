using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>A block of a page before it is written: the runs of the file that it is made of, in the order of the tree.</summary>
internal sealed class HtmlDraftBlock
{
    public BlockKind Kind { get; set; }

    public int Level { get; init; }

    public BlockContainers Within { get; init; }

    public bool IsCertain { get; set; }

    public bool IsPreformatted { get; init; }

    /// <summary>Runs; an empty one is a line break.</summary>
    public required List<HtmlRun> Pieces { get; init; }

    public required List<HtmlMark> Marks { get; init; }

    public int Start => Pieces.Count == 0 ? 0 : Pieces[0].Start;

    /// <summary>Some of its pieces, with the marks that lie in them.</summary>
    public HtmlDraftBlock Part(int first, int end) => new()
    {
        Kind = Kind,
        Level = Level,
        Within = Within,
        IsCertain = IsCertain,
        IsPreformatted = IsPreformatted,
        Pieces = Pieces.GetRange(first, end - first),
        Marks = [.. Marks.Where(mark => mark.First >= first && mark.End <= end).Select(mark => mark with { First = mark.First - first, End = mark.End - first })],
    };
}

/// <summary>A mark over some pieces of a block.</summary>
/// <param name="Kind">The mark.</param>
/// <param name="First">Index of its first piece.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Target">Address of a link or picture.</param>
internal readonly record struct HtmlMark(InlineKind Kind, int First, int End, string? Target);
