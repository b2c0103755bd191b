using System.Text;

namespace RulesEngine.Reporting.Templates;

/// <summary>Breaks text into lines for a mail.</summary>
internal static class TextLines
{
    /// <summary>Longest line, in UTF-16 code units; what has no blank in it stays whole.</summary>
    public const int Width = 72;

    /// <summary>Longest beginning of a line, likewise: what is repeated on every line is no place for a text.</summary>
    private const int MostBeginning = Width / 2;

    /// <summary>Words of <paramref name="text"/> on lines that begin with <paramref name="first"/> and then with <paramref name="next"/>.</summary>
    /// <exception cref="TemplateException">A beginning is too long.</exception>
    public static string Fill(string? text, string? first, string? next)
    {
        if (Math.Max(first?.Length ?? 0, next?.Length ?? 0) is > MostBeginning and var length)
        {
            throw new TemplateException($"fill: a line begins with {length} characters; at most {MostBeginning} can be repeated on every line");
        }

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
