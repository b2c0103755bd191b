using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Docx;

/// <summary>A paragraph of the document.</summary>
internal sealed record DocxParagraph(BlockKind Kind, int Level, BlockContainers Within, bool IsCertain, int Start, int End);

/// <summary>Marked-up text of the document; the span counts in <see cref="DocxText.Source"/>.</summary>
internal readonly record struct DocxMark(InlineKind Kind, TextSpan Span, string? Target);

/// <summary>A stretch of <see cref="DocxText.Source"/> and the element whose characters it repeats one by one; null for a tab, a break, a symbol.</summary>
internal readonly record struct DocxPiece(TextSpan Span, Text? Origin);

/// <summary>The text of a document as it is put together: one line a paragraph, the empty ones too.</summary>
internal sealed class DocxText
{
    /// <summary>A line break inside a paragraph; a line feed would count as a paragraph.</summary>
    public const char LineBreak = '\u2028';

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, (int Start, int End)> _anchors = new(StringComparer.Ordinal);
    private string? _source;

    public List<DocxParagraph> Paragraphs { get; } = [];

    public List<DocxMark> Marks { get; } = [];

    public List<(TextSpan Span, string Text)> Comments { get; } = [];

    public int Position => _text.Length;

    public string Source => _source ??= _text.ToString();

    /// <summary>Where the text comes from, in its order; collected only for an edit.</summary>
    public List<DocxPiece>? Pieces { get; init; }

    /// <param name="text">Characters of the document.</param>
    /// <param name="origin">The element that they stand in; null where they cannot be edited.</param>
    public void Append(ReadOnlySpan<char> text, Text? origin = null)
    {
        var start = Position;
        AppendCharacters(text);
        if (Pieces is not null && Position > start)
        {
            Pieces.Add(new DocxPiece(new TextSpan(start, Position), Position - start == text.Length ? origin : null));
        }
    }

    private void AppendCharacters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            // Line ends in the XML are blanks to Word.
            _ = c is '\r' or '\n' ? _text.Append(' ') : c == '\u00AD' ? _text : _text.Append(c);
        }
    }

    public void EndParagraph() => _text.Append('\n');

    public void Mark(InlineKind kind, int start, string? target = null)
    {
        if (Position > start)
        {
            Marks.Add(new DocxMark(kind, new TextSpan(start, Position), target));
        }
    }

    public void StartComment(string id) => _anchors.TryAdd(id, (Position, Position));

    public void EndComment(string id)
    {
        if (_anchors.TryGetValue(id, out var anchor))
        {
            _anchors[id] = (anchor.Start, Position);
        }
    }

    public void AddComment(string id, string text)
    {
        var (start, end) = _anchors.GetValueOrDefault(id);
        Comments.Add((new TextSpan(start, Math.Max(start, end)), text));
    }
}
