using System.Collections.Immutable;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Building;

/// <summary>Grows article text and the way back to the file together. Source offsets must not go backwards.</summary>
internal sealed class ArticleTextBuilder(string source)
{
    private readonly StringBuilder _text = new(source.Length);
    private readonly ImmutableArray<SourceSegment>.Builder _segments = ImmutableArray.CreateBuilder<SourceSegment>();
    private SourceSegment _open;

    public string Source { get; } = source;

    public int Length => _text.Length;

    /// <summary>The file's own characters.</summary>
    public void AppendSource(int start, int end)
    {
        if (end > start)
        {
            _text.Append(Source, start, end - start);
            Add(end - start, start, end);
        }
    }

    /// <summary>Text that stands for a stretch of the file: an entity, an escape, collapsed blanks.</summary>
    public void AppendReplacement(ReadOnlySpan<char> text, int start, int end)
    {
        if (!text.IsEmpty)
        {
            _text.Append(text);
            Add(text.Length, start, end);
        }
    }

    /// <summary>Text that stands nowhere in the file: the blank line between blocks.</summary>
    public void AppendSynthetic(string text) => _text.Append(text);

    /// <summary>Puts a blank line before the next block, if there is text already.</summary>
    public void SeparateBlocks()
    {
        if (_text.Length > 0)
        {
            AppendSynthetic("\n\n");
        }
    }

    public char CharAt(int index) => _text[index];

    public override string ToString() => _text.ToString();

    public SourceMap ToSourceMap()
    {
        Close();
        return new SourceMap(_segments.ToImmutable(), Source);
    }

    private void Add(int length, int start, int end)
    {
        var next = new SourceSegment(new TextSpan(_text.Length - length, _text.Length), new TextSpan(start, end));
        if (_open.IsVerbatim && next.IsVerbatim && _open.Text.End == next.Text.Start && _open.Source.End == next.Source.Start)
        {
            _open = new SourceSegment(_open.Text.Union(next.Text), _open.Source.Union(next.Source));
            return;
        }

        Close();
        _open = next;
    }

    private void Close()
    {
        if (!_open.Text.IsEmpty)
        {
            _segments.Add(_open);
            _open = default;
        }
    }
}
