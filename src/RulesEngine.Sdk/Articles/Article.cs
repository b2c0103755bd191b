using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>
/// A draft as rules see it: one string, blocks that cover the parts of it that are text, and a map back to the file. Immutable;
/// safe to read from many threads.
/// </summary>
public sealed class Article
{
    /// <summary>Path as the user gave it, with <c>/</c>, for messages and reports.</summary>
    public required string Path { get; init; }

    /// <summary>What the file is.</summary>
    public required ArticleFormat Format { get; init; }

    /// <summary>Article text. Every span of the Sdk is an offset into it.</summary>
    public required string Text { get; init; }

    /// <summary>The decoded file, without a byte order mark; for a .docx the text that <c>inspect</c> prints.</summary>
    public required string SourceText { get; init; }

    /// <summary>From article text to the file.</summary>
    public required SourceMap SourceMap { get; init; }

    /// <summary>In the order of the text, without overlaps.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Marked-up text, in the order of the text; may nest.</summary>
    public ImmutableArray<Inline> Inlines { get; init; } = [];

    /// <summary>Place and date at the beginning of the first paragraph ("TOLUCA, Mexico, Feb 3 (Reuters) -"); null where there is none.</summary>
    public TextSpan? Dateline { get; init; }

    /// <summary>Date of publication, from the caller, the metadata or the dateline; never from the clock or the file system.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>BCP 47 language of the text where the file says it or it could be told; null where it could not.</summary>
    public string? Language { get; init; }

    /// <summary>Comments of the file, for switches that turn rules off and on; spans are in <see cref="SourceText"/>.</summary>
    public ImmutableArray<SourceComment> Comments { get; init; } = [];

    /// <summary>Front matter, as plain pairs of the top level; empty where there is none.</summary>
    public ImmutableDictionary<string, string> FrontMatter { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The headline block, or null.</summary>
    public Block? Headline => Blocks.FirstOrDefault(block => block.Kind == BlockKind.Headline);

    /// <summary>The lede: the first body paragraph, or null.</summary>
    public Block? Lede => Blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph && block.IsArticleText);

    /// <summary>The text of a span.</summary>
    public string GetText(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The text of a span, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The block that holds a position, or null between blocks.</summary>
    public Block? BlockAt(int position)
    {
        var low = 0;
        var high = Blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var block = Blocks[middle];
            if (block.Span.Contains(position))
            {
                return block;
            }

            if (block.Span.Start > position)
            {
                high = middle - 1;
            }
            else
            {
                low = middle + 1;
            }
        }

        return null;
    }
}

/// <summary>The formats that can be read.</summary>
public enum ArticleFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>CommonMark.</summary>
    Markdown,

    /// <summary>A page or a fragment of one.</summary>
    Html,

    /// <summary>Word, Office Open XML.</summary>
    Docx,
}

/// <summary>A comment in the file.</summary>
/// <param name="Span">The whole comment with its marks, in <see cref="Article.SourceText"/>.</param>
/// <param name="Text">What it says, without marks and blanks at the ends.</param>
/// <param name="Position">The offset of article text that follows the comment.</param>
/// <param name="Subject">The text that a Word comment is anchored to; null for other comments.</param>
public sealed record SourceComment(TextSpan Span, string Text, int Position, TextSpan? Subject = null);
