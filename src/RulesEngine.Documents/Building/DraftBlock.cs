using RulesEngine.Sdk;

namespace RulesEngine.Documents.Building;

/// <summary>A block while the article is being worked out: what the markup said first, what the newsroom would call it last.</summary>
internal sealed class DraftBlock(BlockKind kind, int start, int end)
{
    public BlockKind Kind { get; set; } = kind;

    public int Start { get; set; } = start;

    public int End { get; set; } = end;

    public int Level { get; set; }

    public BlockContainers Within { get; set; }

    /// <summary>True where the markup itself says what the block is, so that its words need not be judged.</summary>
    public bool IsCertain { get; set; }

    /// <summary>Number of the run of lines without a blank line that the block stands in; plain text only.</summary>
    public int Group { get; set; }

    public bool IsFurniture => Kind == BlockKind.Furniture || Within.HasFlag(BlockContainers.Furniture);

    public ReadOnlySpan<char> TextIn(string text) => text.AsSpan(Start, End - Start);

    /// <summary>The same without blanks at the ends; null where nothing is left.</summary>
    public Block? ToBlock(string text)
    {
        var start = Start;
        var end = End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return start == end ? null : new Block(Kind, new TextSpan(start, end), Level, Within);
    }
}
