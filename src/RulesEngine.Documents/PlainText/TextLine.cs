namespace RulesEngine.Documents.PlainText;

/// <summary>A line that is not blank, without blanks at its ends.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Group">Number of the run of lines without a blank line between them, from 1.</param>
internal sealed record TextLine(int Start, int End, int Group)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);

    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        var group = 1;
        var isAfterBlank = false;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - at : length;
            var line = text.AsSpan(at, length);
            var start = at + length - line.TrimStart().Length;
            if (line.IsWhiteSpace())
            {
                isAfterBlank = true;
            }
            else
            {
                group += isAfterBlank && lines.Count > 0 ? 1 : 0;
                isAfterBlank = false;
                lines.Add(new TextLine(start, start + line.Trim().Length, group));
            }

            at += length + 1;
            at += at < text.Length && text[at] == '\n' && text[at - 1] == '\r' ? 1 : 0;
        }

        return lines;
    }
}
