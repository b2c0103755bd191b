using System.Reflection;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Schemas;

/// <summary>The list <c>keys.tsv</c>: what each key of the YAML files takes and means.</summary>
internal sealed class KeyList
{
    private readonly Dictionary<(string Place, string Key), LexiconEntry> _keys = [];

    private KeyList(Lexicon lexicon)
    {
        foreach (var entry in lexicon.Entries)
        {
            _keys.Add((entry.Term, entry["key"]), entry);
        }
    }

    /// <summary>Places and keys, in no order.</summary>
    public IEnumerable<(string Place, string Key)> Keys => _keys.Keys;

    /// <summary>Reads the list.</summary>
    public static KeyList Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schemas/keys.tsv")!;
        using var reader = new StreamReader(stream);
        return new KeyList(Lexicon.Parse("keys", reader.ReadToEnd()));
    }

    /// <summary>What a key takes and means, for one extension point before all.</summary>
    /// <exception cref="KeyNotFoundException">The list does not have the key; the message names it.</exception>
    public (string Shape, string Description) Find(string place, string? point, string key)
    {
        var entry = point is not null && _keys.TryGetValue(($"{place} {point}", key), out var special) ? special
            : _keys.TryGetValue((place, key), out var found) ? found
            : throw new KeyNotFoundException($"keys.tsv has no line for '{key}' in '{place}'");
        return (entry["shape"], entry["description"]);
    }

    /// <summary>The keys of a place, in the order of the list.</summary>
    public IEnumerable<string> KeysOf(string place) => _keys.Keys.Where(pair => pair.Place == place).Select(pair => pair.Key);
}
