using System.Collections.Concurrent;
using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins;

/// <summary>
/// The word lists that an analyzer sees: the files of a folder, then those of the engine, each with the terms that the
/// configuration adds and removes. Read when first asked for.
/// </summary>
public sealed class PluginLexicons : ILexicons
{
    private readonly string? _folder;
    private readonly ILexicons _engine;
    private readonly ImmutableDictionary<string, LexiconChange> _changes;
    private readonly ConcurrentDictionary<string, Lexicon> _loaded = new(StringComparer.Ordinal);

    /// <param name="folder">Folder of .tsv files; null or missing for none.</param>
    /// <param name="engine">Asked for what the folder does not have.</param>
    /// <param name="changes">By name of the list.</param>
    public PluginLexicons(string? folder, ILexicons engine, ImmutableDictionary<string, LexiconChange> changes)
    {
        _folder = folder;
        _engine = engine;
        _changes = changes;
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The file is no table; the message names it and the line.</exception>
    public Lexicon this[string name] => _loaded.GetOrAdd(name, Read);

    private Lexicon Read(string name)
    {
        var lexicon = ReadUnchanged(name);
        return _changes.TryGetValue(name, out var change) ? lexicon.With(change.Add, change.Remove) : lexicon;
    }

    private Lexicon ReadUnchanged(string name)
    {
        // A name is one path segment: it cannot lead out of the folder.
        if (_folder is not null && name.AsSpan().IndexOfAny('/', '\\', '.') < 0)
        {
            var path = Path.Combine(_folder, name + ".tsv");
            if (File.Exists(path))
            {
                return Lexicon.Parse(name, File.ReadAllText(path));
            }
        }

        return _engine[name];
    }
}

/// <summary>Terms that a configuration adds to a word list and takes from it.</summary>
/// <param name="Add">Terms, or lines with tabs that fill further cells.</param>
/// <param name="Remove">Terms, compared without case.</param>
public sealed record LexiconChange(ImmutableArray<string> Add, ImmutableArray<string> Remove)
{
    /// <summary>Both, one after the other.</summary>
    public LexiconChange Then(LexiconChange next) => new(Add.AddRange(next.Add), Remove.AddRange(next.Remove));
}
