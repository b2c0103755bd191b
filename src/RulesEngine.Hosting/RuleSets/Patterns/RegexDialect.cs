using System.Text;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Writes what Vale's regular expressions have and those of .NET have not in .NET's way: <c>(?P&lt;name&gt;…)</c>, <c>(?P=name)</c>,
/// classes of POSIX inside brackets (<c>[[:alpha:]]</c>) and a backslash before a letter that needs none (<c>\_</c>).
/// </summary>
internal static class RegexDialect
{
    // The letters that mean something to .NET behind a backslash.
    private const string Escapes = "abABcdDefGknpPrsStuvwWxzZ";

    /// <summary>The same pattern for .NET; the pattern itself where nothing is to be written in another way.</summary>
    public static string ToNet(string pattern)
    {
        if (!MayDiffer(pattern))
        {
            return pattern;
        }

        var text = new StringBuilder(pattern.Length + 16);
        var inSet = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\' && rest.Length > 1)
            {
                text.Append(IsLoneLetter(rest[1]) ? rest[1..2] : rest[..2]);
                i++;
            }
            else if (inSet && rest.StartsWith("[:") && ReadClass(rest) is var (length, members))
            {
                text.Append(members);
                i += length - 1;
            }
            else if (!inSet && rest.StartsWith("(?P<"))
            {
                text.Append("(?<");
                i += 3;
            }
            else if (!inSet && rest.StartsWith("(?P=") && rest.IndexOf(')') is > 4 and var end)
            {
                text.Append("\\k<").Append(rest[4..end]).Append('>');
                i += end;
            }
            else
            {
                inSet = inSet ? rest[0] != ']' : rest[0] == '[';
                text.Append(rest[0]);
                i += inSet && rest[0] == '[' ? AppendFirst(text, pattern, i + 1) : 0;
            }
        }

        return text.ToString();
    }

    private static bool MayDiffer(string pattern)
    {
        for (var i = 0; i + 1 < pattern.Length; i++)
        {
            var (first, second) = (pattern[i], pattern[i + 1]);
            if ((first == '\\' && IsLoneLetter(second)) || (first == '[' && second == ':') || (first == '?' && second == 'P'))
            {
                return true;
            }

            i += first == '\\' ? 1 : 0;
        }

        return false;
    }

    private static bool IsLoneLetter(char c) =>
        c == '_' || (char.IsAsciiLetter(c) && !Escapes.Contains(c, StringComparison.Ordinal));

    // A bracket that comes first (behind a caret) is a member, not the end.
    private static int AppendFirst(StringBuilder text, string pattern, int at)
    {
        var start = at;
        at += at < pattern.Length && pattern[at] == '^' ? 1 : 0;
        at += at < pattern.Length && pattern[at] == ']' ? 1 : 0;
        text.Append(pattern, start, at - start);
        return at - start;
    }

    private static (int Length, string Members)? ReadClass(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(":]");
        return end < 0 ? null : text[2..end] switch
        {
            "alpha" => (end + 2, "a-zA-Z"),
            "digit" => (end + 2, "0-9"),
            "alnum" => (end + 2, "0-9a-zA-Z"),
            "upper" => (end + 2, "A-Z"),
            "lower" => (end + 2, "a-z"),
            "space" => (end + 2, @"\t\n\v\f\r "),
            "blank" => (end + 2, @"\t "),
            "punct" => (end + 2, @"!-/:-@\[-`{-~"),
            "word" => (end + 2, "0-9A-Za-z_"),
            "xdigit" => (end + 2, "0-9A-Fa-f"),
            "cntrl" => (end + 2, @"\x00-\x1F\x7F"),
            "print" => (end + 2, " -~"),
            "graph" => (end + 2, "!-~"),
            _ => null,
        };
    }
}
