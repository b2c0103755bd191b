using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>
/// A word list that an editor can open in a spreadsheet: tab-separated, a header line, <c>#</c> comments, one entry a line, the
/// term in the first column.
/// </summary>
public sealed class Lexicon
{
    private readonly ImmutableArray<string> _columns;

    private Lexicon(string name, ImmutableArray<string> columns, ImmutableArray<LexiconEntry> entries)
    {
        Name = name;
        _columns = columns;
        Entries = entries;
    }

    /// <summary>File name without its ending: "official-bodies".</summary>
    public string Name { get; }

    /// <summary>Names of the columns; the first is the term.</summary>
    public ImmutableArray<string> Columns => _columns;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<LexiconEntry> Entries { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">No header, or a line has more cells than the header; the message names name and line.</exception>
    public static Lexicon Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string> columns = [];
        var entries = ImmutableArray.CreateBuilder<LexiconEntry>();
        var number = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            number++;
            var end = rest.IndexOf('\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd('\r');
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.IsWhiteSpace() || line[0] == '#')
            {
                continue;
            }

            if (columns.IsEmpty)
            {
                columns = [.. line.ToString().Split('\t').Select(cell => cell.Trim())];
                continue;
            }

            if (line.Count('\t') is var tabs && tabs >= columns.Length)
            {
                throw new FormatException($"lexicon {name}, line {number}: {tabs + 1} cells under a header of {columns.Length}");
            }

            var entry = new LexiconEntry(columns, line);
            entries.Add(entry.Term.Length > 0 ? entry : throw new FormatException($"lexicon {name}, line {number}: the first cell, the term, is empty"));
        }

        return columns.IsEmpty
            ? throw new FormatException($"lexicon {name}: no header line")
            : new Lexicon(name, columns, entries.ToImmutable());
    }

    /// <summary>The same list with terms added and taken away (compared without case); added terms have empty cells.</summary>
    /// <param name="added">Terms, or lines with tabs that fill further cells.</param>
    /// <param name="removed">Terms.</param>
    public Lexicon With(IEnumerable<string> added, IEnumerable<string> removed)
    {
        var gone = removed.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var entries = Entries.RemoveAll(entry => gone.Contains(entry.Term));
        return new Lexicon(Name, _columns, entries.AddRange(added.Select(line => new LexiconEntry(_columns, line))));
    }
}

/// <summary>One line of a lexicon. It is kept whole and cut where a cell is asked for: most cells of most lines never are.</summary>
public sealed class LexiconEntry
{
    private readonly ImmutableArray<string> _columns;
    private readonly string _cells;

    internal LexiconEntry(ImmutableArray<string> columns, ReadOnlySpan<char> line)
    {
        var tab = line.IndexOf('\t');
        Term = (tab < 0 ? line : line[..tab]).Trim().ToString();
        _columns = columns;
        _cells = tab < 0 ? "" : line[(tab + 1)..].ToString();
    }

    /// <summary>The first cell.</summary>
    public string Term { get; }

    /// <summary>The cell under a column, trimmed; empty where the line is shorter or the lexicon has no such column.</summary>
    public string this[string column]
    {
        get
        {
            var index = _columns.IndexOf(column);
            return index < 0 ? "" : index == 0 ? Term : CellAt(index - 1);
        }
    }

    private string CellAt(int index)
    {
        var rest = _cells.AsSpan();
        for (; index > 0; index--)
        {
            var tab = rest.IndexOf('\t');
            if (tab < 0)
            {
                return "";
            }

            rest = rest[(tab + 1)..];
        }

        var end = rest.IndexOf('\t');
        return (end < 0 ? rest : rest[..end]).Trim().ToString();
    }
}

/// <summary>The lexicons that an analyzer may use: its own and the engine's, as the configuration has them.</summary>
public interface ILexicons
{
    /// <summary>A lexicon by name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names it and those that there are.</exception>
    public Lexicon this[string name] { get; }
}
