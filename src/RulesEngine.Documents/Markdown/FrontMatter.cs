using System.Collections.Immutable;
using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Markdown;

/// <summary>
/// The pairs of the top level of a YAML front matter, with the place of each value. Plain and quoted scalars, and lists of
/// them, are what drafts have; deeper structures are left out.
/// </summary>
internal sealed class FrontMatter
{
    private readonly Dictionary<string, (int Start, int End)> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _source;

    private FrontMatter(string source) => _source = source;

    public static FrontMatter None { get; } = new("");

    public ImmutableDictionary<string, string> Pairs { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The first of the keys that is there, or null.</summary>
    public string? this[params ReadOnlySpan<string> keys]
    {
        get
        {
            foreach (var key in keys)
            {
                if (_values.ContainsKey(key))
                {
                    return Pairs[key.ToLowerInvariant()];
                }
            }

            return null;
        }
    }

    /// <param name="source">The file.</param>
    /// <param name="start">Offset of the opening dashes.</param>
    public static FrontMatter Read(string source, int start)
    {
        var result = new FrontMatter(source);
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string? openKey = null;
        for (var at = NextLine(source, start); at < source.Length; at = NextLine(source, at))
        {
            var line = source.AsSpan(at, LineLength(source, at));
            if (line.TrimEnd() is "---" or "...")
            {
                break;
            }

            if (openKey is not null && (line is [' ', ..] || line is ['-', ' ', ..]))
            {
                result.Extend(openKey, at, line, pairs);
            }
            else
            {
                openKey = result.Add(at, line, pairs);
            }
        }

        result.Pairs = pairs.ToImmutable();
        return result;
    }

    /// <summary>Title, description and author as blocks, in the order of the file.</summary>
    public void Write(BlockWriter writer, bool writesTitle)
    {
        var blocks = new List<(int Start, int End, BlockKind Kind)>();
        AddBlock(blocks, writesTitle ? ["title", "headline"] : [], BlockKind.Headline);
        AddBlock(blocks, ["description", "dek", "standfirst", "subtitle", "summary"], BlockKind.Dek);
        AddBlock(blocks, ["author", "authors", "byline"], BlockKind.Byline);
        blocks.Sort();
        foreach (var (start, end, kind) in blocks)
        {
            writer.Write(kind, 0, BlockContainers.None, isCertain: true, () => WriteValue(writer.Text, start, end));
        }
    }

    private void AddBlock(List<(int Start, int End, BlockKind Kind)> blocks, string[] keys, BlockKind kind)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var value) && value.End > value.Start)
            {
                blocks.Add((value.Start, value.End, kind));
                return;
            }
        }
    }

    private string? Add(int at, ReadOnlySpan<char> line, ImmutableDictionary<string, string>.Builder pairs)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || line[0] is '#' or ' ' or '\t' or '-' || (colon + 1 < line.Length && !char.IsWhiteSpace(line[colon + 1])))
        {
            return null;
        }

        var key = line[..colon].Trim().Trim("\"'").ToString().ToLowerInvariant();
        var (start, end) = Value(line, colon + 1);
        if (line[start..end] is "|" or ">" or "|-" or ">-" or "|+" or ">+")
        {
            start = end;
        }

        _values[key] = (at + start, at + end);
        pairs[key] = Plain(at + start, at + end);
        return key;
    }

    // A block list or a folded text: the value runs from its first to its last line.
    private void Extend(string key, int at, ReadOnlySpan<char> line, ImmutableDictionary<string, string>.Builder pairs)
    {
        var dash = line.TrimStart() is ['-', ' ', ..] ? line.IndexOf('-') + 1 : 0;
        var (start, end) = Value(line, dash);
        var known = _values[key];
        if (end == start)
        {
            return;
        }

        var isFirst = known.End <= known.Start;
        var plain = Plain(at + start, at + end);
        pairs[key] = isFirst ? plain : pairs[key] + (dash > 0 ? ", " : " ") + plain;
        _values[key] = (isFirst ? at + start : known.Start, at + end);
    }

    /// <summary>Without blanks, quotation marks, brackets of a list and a comment at the end.</summary>
    private static (int Start, int End) Value(ReadOnlySpan<char> line, int start)
    {
        while (start < line.Length && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        var rest = line[start..];
        if (rest is ['"' or '\'', ..] && rest[1..].LastIndexOf(rest[0]) is var close and >= 0)
        {
            return (start + 1, start + 1 + close);
        }

        var comment = rest.IndexOf(" #");
        var end = start + (comment >= 0 ? rest[..comment] : rest).TrimEnd().Length;
        return rest is ['[', ..] && end > start + 1 && line[end - 1] == ']' ? (start + 1, end - 1) : (start, end);
    }

    private string Plain(int start, int end)
    {
        var text = new ArticleTextBuilder(_source);
        WriteValue(text, start, end);
        return text.ToString();
    }

    private void WriteValue(ArticleTextBuilder text, int start, int end)
    {
        var isDouble = start > 0 && _source[start - 1] == '"';
        var isSingle = start > 0 && _source[start - 1] == '\'';
        var from = start;
        for (var at = start; at < end; at++)
        {
            var isEscape = at + 1 < end && (isDouble ? _source[at] == '\\' && _source[at + 1] is '"' or '\\' or '/' : isSingle && _source[at] == '\'' && _source[at + 1] == '\'');
            if (isEscape)
            {
                text.AppendSource(from, at);
                text.AppendReplacement(_source.AsSpan(at + 1, 1), at, at + 2);
                from = at + 2;
                at++;
            }
        }

        text.AppendSource(from, end);
    }

    private static int LineLength(string source, int at) =>
        source.AsSpan(at).IndexOfAny('\r', '\n') is var length and >= 0 ? length : source.Length - at;

    private static int NextLine(string source, int at)
    {
        at += LineLength(source, at);
        return at + 1 < source.Length && source[at] == '\r' && source[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
