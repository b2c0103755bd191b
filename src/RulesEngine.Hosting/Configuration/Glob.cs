namespace RulesEngine.Hosting.Configuration;

/// <summary>
/// A path pattern: <c>*</c> is any run of characters within a name, <c>?</c> one of them, <c>**</c> any number of folders,
/// <c>{a,b}</c> one of several. A pattern without <c>/</c> is about the name, in whatever folder. Paths have <c>/</c> and are
/// compared by code unit. Matching takes time in proportion to pattern times path, whatever the pattern.
/// </summary>
public sealed class Glob
{
    private const int MaximumAlternatives = 64;

    private readonly List<string> _alternatives = [];

    /// <exception cref="FormatException">A brace is not closed, or the braces stand for too many patterns.</exception>
    public Glob(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
        var path = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        Expand(path.Contains('/', StringComparison.Ordinal) || path.StartsWith("**", StringComparison.Ordinal) ? path : "**/" + path);
    }

    /// <summary>As written.</summary>
    public string Pattern { get; }

    /// <summary>True where the text is a pattern and not just a path.</summary>
    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny("*?{") >= 0;

    /// <summary>True where the whole path, relative to the folder that the pattern is about, is as the pattern says.</summary>
    public bool IsMatch(string path)
    {
        foreach (var alternative in _alternatives)
        {
            if (IsMatch(alternative, path))
            {
                return true;
            }
        }

        return false;
    }

    private void Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            _alternatives.Add(pattern);
            return;
        }

        var close = pattern.IndexOf('}', open);
        if (close < 0)
        {
            throw new FormatException($"the pattern '{Pattern}' has no '}}' for its '{{'");
        }

        foreach (var part in pattern[(open + 1)..close].Split(','))
        {
            if (_alternatives.Count >= MaximumAlternatives)
            {
                throw new FormatException($"the pattern '{Pattern}' stands for more than {MaximumAlternatives} patterns; write several");
            }

            Expand(string.Concat(pattern.AsSpan(0, open), part, pattern.AsSpan(close + 1)));
        }
    }

    /// <summary>Keeps the set of places in the pattern that the path read so far can have led to.</summary>
    private static bool IsMatch(string pattern, string path)
    {
        var reached = new bool[pattern.Length + 1];
        var next = new bool[pattern.Length + 1];
        Reach(reached, pattern, 0, atNameStart: true);
        for (var i = 0; i < path.Length; i++)
        {
            Array.Clear(next);
            for (var at = 0; at < pattern.Length; at++)
            {
                if (reached[at])
                {
                    Step(next, pattern, at, path[i]);
                }
            }

            (reached, next) = (next, reached);
        }

        return reached[pattern.Length];
    }

    private static void Step(bool[] next, string pattern, int at, char c)
    {
        var isFolders = IsFolders(pattern, at);
        if (isFolders || (pattern[at] == '*' && c != '/'))
        {
            Reach(next, pattern, at, atNameStart: c == '/');
        }
        else if (pattern[at] == c || (pattern[at] == '?' && c != '/'))
        {
            Reach(next, pattern, at + 1, atNameStart: c == '/');
        }
    }

    /// <summary>Marks a place, and those that can be reached from it without reading anything.</summary>
    private static void Reach(bool[] reached, string pattern, int at, bool atNameStart)
    {
        while (!reached[at])
        {
            reached[at] = true;
            if (at == pattern.Length)
            {
                return;
            }

            if (IsFolders(pattern, at))
            {
                // "**/" stands for no folder too; "**" at the end for everything below.
                var after = at + 2;
                if (after == pattern.Length)
                {
                    reached[after] = true;
                    return;
                }

                if (!atNameStart)
                {
                    return;
                }

                at = after + 1;
            }
            else if (pattern[at] == '*')
            {
                at++;
            }
            else
            {
                return;
            }
        }
    }

    private static bool IsFolders(string pattern, int at) =>
        pattern[at] == '*'
        && at + 1 < pattern.Length && pattern[at + 1] == '*'
        && (at == 0 || pattern[at - 1] == '/')
        && (at + 2 == pattern.Length || pattern[at + 2] == '/');
}
