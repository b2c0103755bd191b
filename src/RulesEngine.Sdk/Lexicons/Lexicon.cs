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
        foreach (var range in text.AsSpan().Split('\n'))
        {
            number++;
            var line = text.AsSpan(range).TrimEnd("\r");
            if (line.IsWhiteSpace() || line[0] == '#')
            {
                continue;
            }

            var cells = line.ToString().Split('\t');
            if (columns.IsEmpty)
            {
                columns = [.. cells.Select(cell => cell.Trim())];
                continue;
            }

            if (cells.Length > columns.Length)
            {
                throw new FormatException($"lexicon {name}, line {number}: {cells.Length} cells under a header of {columns.Length}");
            }

            var term = cells[0].Trim();
            if (term.Length == 0)
            {
                throw new FormatException($"lexicon {name}, line {number}: the first cell, the term, is empty");
            }

            entries.Add(new LexiconEntry(term, columns, cells));
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
        return new Lexicon(Name, _columns, entries.AddRange(added.Select(line => line.Split('\t')).Select(cells => new LexiconEntry(cells[0].Trim(), _columns, cells))));
    }
}

/// <summary>One line of a lexicon.</summary>
public sealed class LexiconEntry
{
    private readonly ImmutableArray<string> _columns;
    private readonly string[] _cells;

    internal LexiconEntry(string term, ImmutableArray<string> columns, string[] cells)
    {
        Term = term;
        _columns = columns;
        _cells = cells;
    }

    /// <summary>The first cell.</summary>
    public string Term { get; }

    /// <summary>The cell under a column, trimmed; empty where the line is shorter or the lexicon has no such column.</summary>
    public string this[string column]
    {
        get
        {
            var index = _columns.IndexOf(column);
            return index >= 0 && index < _cells.Length ? _cells[index].Trim() : "";
        }
    }
}

/// <summary>The lexicons that an analyzer may use: its own and the engine's, as the configuration has them.</summary>
public interface ILexicons
{
    /// <summary>A lexicon by name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names it and those that there are.</exception>
    public Lexicon this[string name] { get; }
}
