using System.Globalization;
using System.Text;

namespace RulesEngine.Cli.Changes;

/// <summary>
/// Reads the line numbers out of <c>git diff --unified=0</c>. Lines of the files themselves are counted and skipped, so that no
/// text of a draft can pass for a header.
/// </summary>
internal static class DiffReader
{
    private const string NewFile = "+++ ";

    /// <param name="diff">What git printed; lines end at \n alone.</param>
    /// <param name="root">Full path of the repository's folder.</param>
    /// <param name="changed">Where to add the lines.</param>
    public static void Read(TextReader diff, string root, ChangedLines changed)
    {
        string? file = null;
        var skip = 0;
        while (ReadLine(diff) is { } line)
        {
            if (skip > 0 && line is ['+' or '-', ..])
            {
                skip--;
            }
            else if (line.StartsWith(NewFile, StringComparison.Ordinal))
            {
                file = PathOf(line[NewFile.Length..]) is { } path ? Path.GetFullPath(path, root) : null;
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal) && file is not null)
            {
                var parts = line.Split(' ', 4);
                var (_, removed) = StretchOf(parts[1]);
                var (first, added) = StretchOf(parts[2]);
                skip = removed + added;
                if (added > 0)
                {
                    changed.Add(file, first, first + added - 1);
                }
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                skip = StretchOf(line.Split(' ', 4)[1]).Length;
            }
        }
    }

    /// <summary>-12,3 and +12 as first line and number of lines.</summary>
    private static (int First, int Length) StretchOf(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var first = int.Parse(text.AsSpan(1, (comma < 0 ? text.Length : comma) - 1), CultureInfo.InvariantCulture);
        return (first, comma < 0 ? 1 : int.Parse(text.AsSpan(comma + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>b/PATH, or "b/PATH" with escapes as in C; null for a file that is gone.</summary>
    private static string? PathOf(string text)
    {
        // A path with a blank ends at a tab.
        var path = text.TrimEnd('\t');
        path = path is ['"', .., '"'] ? Unquote(path[1..^1]) : path;
        return path.StartsWith("b/", StringComparison.Ordinal) ? path[2..] : null;
    }

    private static string Unquote(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
            else if (char.IsBetween(text[i + 1], '0', '3') && i + 3 < text.Length)
            {
                bytes.Add((byte)(((text[i + 1] - '0') << 6) | ((text[i + 2] - '0') << 3) | (text[i + 3] - '0')));
                i += 3;
            }
            else
            {
                i++;
                bytes.Add((byte)(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', var other => other }));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string? ReadLine(TextReader reader)
    {
        var line = new StringBuilder();
        int c;
        while ((c = reader.Read()) is >= 0 and not '\n')
        {
            line.Append((char)c);
        }

        return c < 0 && line.Length == 0 ? null : line.ToString();
    }
}
