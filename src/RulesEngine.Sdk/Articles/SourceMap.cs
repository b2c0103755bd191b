using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace RulesEngine.Sdk;

/// <summary>
/// Leads spans of article text back to the file. Segments are in the order of the text; text between two segments (the blank
/// line that a reader puts between blocks) belongs to no file position and maps to the nearest one.
/// </summary>
public sealed class SourceMap
{
    private readonly ImmutableArray<SourceSegment> _segments;
    private readonly ImmutableArray<int> _lineStarts;

    /// <param name="segments">In ascending order of text and of source, without overlaps.</param>
    /// <param name="sourceText">The decoded file: lines end at \n, \r\n or a lone \r.</param>
    public SourceMap(ImmutableArray<SourceSegment> segments, string sourceText)
    {
        ArgumentNullException.ThrowIfNull(sourceText);
        _segments = segments;
        _lineStarts = FindLineStarts(sourceText);
    }

    /// <summary>The map of a file whose text is the article text, code unit by code unit.</summary>
    public static SourceMap Identity(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SourceMap([new SourceSegment(new TextSpan(0, text.Length), new TextSpan(0, text.Length))], text);
    }

    /// <summary>The segments, in the order of the text.</summary>
    public ImmutableArray<SourceSegment> Segments => _segments;

    /// <summary>Number of lines in the file; an empty file has one.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>The smallest range of the file that holds the text of <paramref name="span"/>, marks inside it included.</summary>
    public SourceRange GetRange(TextSpan span)
    {
        var source = GetSourceSpan(span);
        return new SourceRange(GetPosition(source.Start), GetPosition(source.End));
    }

    /// <summary>As <see cref="GetRange"/>, as offsets of the decoded file.</summary>
    public TextSpan GetSourceSpan(TextSpan span)
    {
        if (_segments.IsEmpty)
        {
            return new TextSpan(0, 0);
        }

        var start = SourceStartOf(span.Start);
        return span.IsEmpty ? new TextSpan(start, start) : new TextSpan(start, Math.Max(start, SourceEndOf(span.End)));
    }

    /// <summary>The line and column of an offset of the decoded file.</summary>
    public SourcePosition GetPosition(int sourceOffset)
    {
        var index = _lineStarts.BinarySearch(sourceOffset);
        var line = index >= 0 ? index : ~index - 1;
        return new SourcePosition(line + 1, sourceOffset - _lineStarts[line] + 1, sourceOffset);
    }

    /// <summary>
    /// The article text that stands at an offset of the decoded file, as an offset of the article text; -1 where the offset is
    /// in a mark, a tag or anything else that is no article text.
    /// </summary>
    public int FindTextOffset(int sourceOffset)
    {
        foreach (var segment in _segments)
        {
            if (segment.Source.Contains(sourceOffset))
            {
                return segment.IsVerbatim ? segment.Text.Start + (sourceOffset - segment.Source.Start) : segment.Text.Start;
            }
        }

        return -1;
    }

    private int SourceStartOf(int textOffset)
    {
        var segment = _segments[LastSegmentStartingAtOrBefore(textOffset)];
        if (textOffset >= segment.Text.End)
        {
            // Between two segments: the text that follows starts at the next one.
            var next = LastSegmentStartingAtOrBefore(textOffset) + 1;
            return next < _segments.Length ? _segments[next].Source.Start : segment.Source.End;
        }

        return segment.IsVerbatim ? segment.Source.Start + Math.Max(0, textOffset - segment.Text.Start) : segment.Source.Start;
    }

    private int SourceEndOf(int textEnd)
    {
        var segment = _segments[LastSegmentStartingAtOrBefore(textEnd - 1)];
        return segment.IsVerbatim && textEnd <= segment.Text.End
            ? segment.Source.Start + Math.Max(0, textEnd - segment.Text.Start)
            : segment.Source.End;
    }

    private int LastSegmentStartingAtOrBefore(int textOffset)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Text.Start <= textOffset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        var at = 0;
        while (true)
        {
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (next < 0)
            {
                return ImmutableCollectionsMarshal.AsImmutableArray(starts.ToArray());
            }

            at += next + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            starts.Add(at);
        }
    }
}

/// <summary>
/// One stretch of article text and the stretch of the file that it was read from. Where both have the same length the
/// characters correspond one by one; otherwise (an entity, an escaped character) the text as a whole stands for the source as
/// a whole.
/// </summary>
/// <param name="Text">In article text.</param>
/// <param name="Source">In the decoded file.</param>
public readonly record struct SourceSegment(TextSpan Text, TextSpan Source)
{
    /// <summary>True where the characters correspond one by one.</summary>
    public bool IsVerbatim => Text.Length == Source.Length;
}
