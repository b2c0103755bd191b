using System.Text;

namespace RulesEngine.Reporting.Templates;

/// <summary>Breaks text into lines for a mail.</summary>
internal static class TextLines
{
    /// <summary>Longest line, in UTF-16 code units; what has no blank in it stays whole.</summary>
    public const int Width = 72;

    /// <summary>Words of <paramref name="text"/> on lines that begin with <paramref name="first"/> and then with <paramref name="next"/>.</summary>
    public static string Fill(string? text, string? first, string? next)
    {
        var lines = new StringBuilder(first);
        var column = lines.Length;
        var isFresh = true;
        foreach (var word in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFresh && column + 1 + word.Length > Width)
            {
                lines.Append('\n').Append(next);
                column = next?.Length ?? 0;
                isFresh = true;
            }

            if (!isFresh)
            {
                lines.Append(' ');
                column++;
            }

            lines.Append(word);
            column += word.Length;
            isFresh = false;
        }

        return lines.ToString();
    }
}
