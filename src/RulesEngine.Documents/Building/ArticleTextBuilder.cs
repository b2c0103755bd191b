using System.Collections.Immutable;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Building;

/// <summary>Grows article text and the way back to the file together. A stretch of the file that was passed already is cut off: the map only goes forward.</summary>
internal sealed class ArticleTextBuilder(string source)
{
    private const string BetweenBlocks = "\n\n";

    private readonly StringBuilder _text = new(source.Length);
    private readonly ImmutableArray<SourceSegment>.Builder _segments = ImmutableArray.CreateBuilder<SourceSegment>();
    private SourceSegment _open;
    private bool _isSeparatorDue;

    public string Source { get; } = source;

    /// <summary>Where the next character of text will stand.</summary>
    public int Position => _text.Length + (_isSeparatorDue && _text.Length > 0 ? BetweenBlocks.Length : 0);

    /// <summary>End of the last stretch of the file that became text.</summary>
    public int SourcePosition { get; private set; }

    /// <summary>The file's own characters.</summary>
    public void AppendSource(int start, int end)
    {
        start = Math.Max(start, SourcePosition);
        if (end > start)
        {
            Separate();
            _text.Append(Source, start, end - start);
            Add(end - start, start, end);
        }
    }

    /// <summary>Text that stands for a stretch of the file: an entity, an escape, collapsed blanks.</summary>
    public void AppendReplacement(ReadOnlySpan<char> text, int start, int end)
    {
        if (!text.IsEmpty)
        {
            Separate();
            _text.Append(text);
            start = Math.Max(start, SourcePosition);
            Add(text.Length, start, Math.Max(start, end));
        }
    }

    /// <summary>Asks for a blank line before the next text; it stands nowhere in the file.</summary>
    public void SeparateBlocks() => _isSeparatorDue = true;

    public override string ToString() => _text.ToString();

    public SourceMap ToSourceMap()
    {
        Close();
        return new SourceMap(_segments.ToImmutable(), Source);
    }

    private void Separate()
    {
        if (_isSeparatorDue && _text.Length > 0)
        {
            _text.Append(BetweenBlocks);
        }

        _isSeparatorDue = false;
    }

    private void Add(int length, int start, int end)
    {
        SourcePosition = end;
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
