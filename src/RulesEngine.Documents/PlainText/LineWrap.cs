using RulesEngine.Documents.Structure;

namespace RulesEngine.Documents.PlainText;

/// <summary>
/// Tells hard-wrapped text, whose paragraphs run over several lines, from text with one paragraph a line. Wrapped lines are of
/// like length, end in the middle of sentences, and the next one mostly begins with a small letter.
/// </summary>
internal sealed class LineWrap
{
    private const int MaxWrappedLength = 120;
    private const int MinWrappedLength = 40;

    private readonly bool _hasBlankLines;
    private readonly int _width;

    private LineWrap(bool isWrapped, bool hasBlankLines, int width)
    {
        IsWrapped = isWrapped;
        _hasBlankLines = hasBlankLines;
        _width = width;
    }

    public bool IsWrapped { get; }

    public static LineWrap Judge(string text, List<TextLine> lines)
    {
        int inner = 0, midSentence = 0, small = 0, width = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            width = Math.Max(width, lines[i].Length);
            if (i + 1 < lines.Count && lines[i + 1].Group == lines[i].Group && lines[i].Length >= MinWrappedLength)
            {
                inner++;
                midSentence += LineShape.EndsSentence(lines[i].In(text)) ? 0 : 1;
                small += char.IsLower(text[lines[i + 1].Start]) ? 1 : 0;
            }
        }

        var isWrapped = inner > 0 && width <= MaxWrappedLength && midSentence * 2 > inner && small * 10 >= inner * 3;
        return new LineWrap(isWrapped, lines.Count > 0 && lines[^1].Group > 1, width);
    }

    /// <summary>True where the next line goes on with the paragraph of this one.</summary>
    public bool Joins(string text, TextLine line, TextLine next) =>
        IsWrapped && line.Group == next.Group && (_hasBlankLines || !EndsParagraph(text, line));

    // Without blank lines a paragraph ends where a line is short and ends a sentence, or is very short.
    private bool EndsParagraph(string text, TextLine line) =>
        line.Length < _width * 3 / 5 || (line.Length < _width * 17 / 20 && LineShape.EndsSentence(line.In(text)));
}
