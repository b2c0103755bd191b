using System.Collections.Concurrent;
using System.Reflection;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Lexicons;

/// <summary>The engine's own word lists, read from the assembly when they are first asked for.</summary>
public sealed class EmbeddedLexicons : ILexicons
{
    private readonly ConcurrentDictionary<string, Lexicon> _loaded = new(StringComparer.Ordinal);

    /// <summary>The lists as they ship.</summary>
    public static EmbeddedLexicons Instance { get; } = new();

    /// <summary>Names of all lists, in ordinal order.</summary>
    public static IEnumerable<string> Names =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith("lexicons/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)!;

    /// <inheritdoc/>
    public Lexicon this[string name] => _loaded.GetOrAdd(name, Read);

    private static Lexicon Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicons/{name}.tsv")
            ?? throw new KeyNotFoundException($"no lexicon '{name}'; there are {string.Join(", ", Names)}");
        using var reader = new StreamReader(stream);
        return Lexicon.Parse(name, reader.ReadToEnd());
    }
}
