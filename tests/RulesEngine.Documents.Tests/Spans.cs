using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests;

/// <summary>What holds for every article, whatever the file was.</summary>
internal static class Spans
{
    public static void AssertSound(Article article)
    {
        AssertBlocks(article);
        AssertSegments(article);
        foreach (var inline in article.Inlines)
        {
            AssertInside(article.Text, inline.Span);
            AssertMapsInside(article, inline.Span);
        }

        foreach (var comment in article.Comments)
        {
            Assert.InRange(comment.Span.Start, 0, comment.Span.End);
            Assert.InRange(comment.Span.End, 0, article.SourceText.Length);
            Assert.InRange(comment.Position, 0, article.Text.Length);
        }
    }

    private static void AssertBlocks(Article article)
    {
        var end = 0;
        foreach (var block in article.Blocks)
        {
            AssertInside(article.Text, block.Span);
            Assert.True(block.Span.Start >= end, $"{block} overlaps the block before it");
            Assert.False(char.IsWhiteSpace(article.Text[block.Span.Start]) || char.IsWhiteSpace(article.Text[block.Span.End - 1]), $"{block} has blanks at its ends");
            end = block.Span.End;
            AssertMapsInside(article, block.Span);
        }

        Assert.True(article.Blocks.Count(block => block.Kind == BlockKind.Headline) <= 1);
    }

    private static void AssertSegments(Article article)
    {
        var (text, source) = (0, 0);
        foreach (var segment in article.SourceMap.Segments)
        {
            Assert.True(segment.Text.Start >= text && segment.Source.Start >= source, "segments go backwards");
            Assert.False(segment.Text.IsEmpty);
            (text, source) = (segment.Text.End, segment.Source.End);
            Assert.InRange(text, 0, article.Text.Length);
            Assert.InRange(source, 0, article.SourceText.Length);
            if (segment.IsVerbatim)
            {
                AssertSame(article.AsSpan(segment.Text), article.SourceText.AsSpan(segment.Source.Start, segment.Source.Length));
            }
        }
    }

    /// <summary>Character by character, blanks for blanks.</summary>
    private static void AssertSame(ReadOnlySpan<char> text, ReadOnlySpan<char> source)
    {
        for (var i = 0; i < text.Length; i++)
        {
            Assert.True(text[i] == source[i] || (char.IsWhiteSpace(text[i]) && char.IsWhiteSpace(source[i])), $"'{text[i]}' is said to be '{source[i]}'");
        }
    }

    private static void AssertInside(string text, TextSpan span)
    {
        Assert.False(span.IsEmpty);
        Assert.InRange(span.Start, 0, text.Length);
        Assert.InRange(span.End, 0, text.Length);
    }

    // Whatever the marks in between: the file's range begins and ends with the characters of the span, or with what stands for them.
    private static void AssertMapsInside(Article article, TextSpan span)
    {
        var source = article.SourceMap.GetSourceSpan(span);
        Assert.True(source.Start < source.End, $"{span} maps to nothing");
        Assert.InRange(source.End, 1, article.SourceText.Length);
        var range = article.SourceMap.GetRange(span);
        Assert.Equal(source.Start, range.Start.Offset);
        Assert.True(range.Start.Line >= 1 && range.Start.Column >= 1);
        var (first, shown) = (article.SourceText[source.Start], article.Text[span.Start]);
        Assert.True(first == shown || first is '&' or '\\' || (char.IsWhiteSpace(first) && char.IsWhiteSpace(shown)), $"'{article.Text[span.Start]}' is said to come from '{first}'");
    }
}
