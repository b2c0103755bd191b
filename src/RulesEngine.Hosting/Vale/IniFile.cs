namespace RulesEngine.Hosting.Vale;

/// <summary>A key with its value.</summary>
/// <param name="Section">Name in brackets; empty before the first.</param>
/// <param name="Key">As written.</param>
/// <param name="Value">Without the blanks around it.</param>
/// <param name="Line">1-based.</param>
internal sealed record IniEntry(string Section, string Key, string Value, int Line)
{
    /// <summary>The values between commas.</summary>
    public string[] Values => Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Reads the form of .vale.ini: sections, <c>key = value</c>, comments after # or ;, a backslash at the end that goes on in the next line.</summary>
internal static class IniFile
{
    /// <summary>All entries in the order of the file; lines that are none are handed to <paramref name="report"/>.</summary>
    public static List<IniEntry> Read(string text, Action<int, string> report)
    {
        var entries = new List<IniEntry>();
        var section = "";
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var number = i + 1;
            var line = lines[i].Trim();
            while (line.EndsWith('\\') && i + 1 < lines.Length)
            {
                line = line[..^1].TrimEnd() + " " + lines[++i].Trim();
            }

            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                section = ReadSection(line) ?? section;
                continue;
            }

            var sign = line.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                report(number, $"'{line}' is neither a [section] nor 'key = value'");
                continue;
            }

            entries.Add(new IniEntry(section, line[..sign].Trim(), WithoutComment(line[(sign + 1)..]), number));
        }

        return entries;
    }

    // "[*.{md,txt}]" and "[[a-z]*.md]": the last bracket closes.
    private static string? ReadSection(string line)
    {
        var close = line.LastIndexOf(']');
        return close > 0 ? line[1..close].Trim() : null;
    }

    private static string WithoutComment(string value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] is '#' or ';' && value[i - 1] == ' ')
            {
                return value[..i].Trim();
            }
        }

        return value.Trim();
    }
}
