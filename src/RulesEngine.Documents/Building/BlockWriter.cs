using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Building;

/// <summary>Collects the blocks, marks and comments of one file while its text is written.</summary>
internal sealed class BlockWriter(string source)
{
    private readonly List<(TextSpan Span, string Text)> _comments = [];
    private readonly List<Inline> _inlines = [];

    public ArticleTextBuilder Text { get; } = new(source);

    public List<DraftBlock> Blocks { get; } = [];

    /// <summary>Writes a block; one without text leaves no trace.</summary>
    public DraftBlock? Write(BlockKind kind, int level, BlockContainers within, bool isCertain, Action content)
    {
        Text.SeparateBlocks();
        var start = Text.Position;
        content();
        if (Text.Position <= start)
        {
            return null;
        }

        var block = new DraftBlock(kind, start, Text.Position) { Level = level, Within = within, IsCertain = isCertain };
        Blocks.Add(block);
        return block;
    }

    /// <summary>Marks the text from a position to here.</summary>
    public void Mark(InlineKind kind, int start, string? target = null) => Mark(kind, start, Text.Position, target);

    /// <summary>Marks the text between two positions.</summary>
    public void Mark(InlineKind kind, int start, int end, string? target)
    {
        if (end > start)
        {
            _inlines.Add(new Inline(kind, new TextSpan(start, end), target));
        }
    }

    /// <summary>Notes a comment of the file.</summary>
    /// <param name="start">Of the whole comment, in the file.</param>
    /// <param name="end">Exclusive.</param>
    /// <param name="text">Without marks.</param>
    public void Comment(int start, int end, string text) => _comments.Add((new TextSpan(start, end), text.Trim()));

    /// <summary>The marks, without blanks at their ends, outer ones first.</summary>
    public ImmutableArray<Inline> InlinesIn(string text) => InlineOrder.Sort(_inlines, text);

    /// <summary>The comments, each with the article text that follows it.</summary>
    public ImmutableArray<SourceComment> CommentsBefore(SourceMap map, int textLength)
    {
        var comments = ImmutableArray.CreateBuilder<SourceComment>(_comments.Count);
        var at = 0;
        foreach (var (span, text) in _comments.OrderBy(comment => comment.Span.Start))
        {
            while (at < map.Segments.Length && map.Segments[at].Source.End <= span.Start)
            {
                at++;
            }

            var position = at == map.Segments.Length ? textLength
                : map.Segments[at] is var next && next.Source.Start < span.Start && next.IsVerbatim ? next.Text.Start + span.Start - next.Source.Start
                : next.Text.Start;
            comments.Add(new SourceComment(span, text, position));
        }

        return comments.ToImmutable();
    }
}
