using System.Reflection;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Lexicons;

/// <summary>The word lists of this assembly, each read when it is first needed.</summary>
internal static class DocumentLexicons
{
    private static readonly Lazy<LinePatterns> LazyFurniture = new(() => new LinePatterns(Read("page-furniture")));
    private static readonly Lazy<LinePatterns> LazyBylines = new(() => new LinePatterns(Read("bylines")));
    private static readonly Lazy<LinePatterns> LazyCaptions = new(() => new LinePatterns(Read("captions")));
    private static readonly Lazy<DateWords> LazyDateWords = new(() => new DateWords(Read("date-words")));
    private static readonly Lazy<HashSet<string>> LazyNoPlaces = new(() => Terms(Read("dateline-no-places")));

    public static LinePatterns Furniture => LazyFurniture.Value;

    public static LinePatterns Bylines => LazyBylines.Value;

    public static LinePatterns Captions => LazyCaptions.Value;

    public static DateWords DateWords => LazyDateWords.Value;

    /// <summary>Words in capitals that begin a paragraph before a dash and are no place.</summary>
    public static HashSet<string> NoPlaces => LazyNoPlaces.Value;

    public static Lexicon Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lexicons/{name}.tsv")
            ?? throw new KeyNotFoundException($"no lexicon '{name}' in this assembly");
        using var reader = new StreamReader(stream);
        return Lexicon.Parse(name, reader.ReadToEnd());
    }

    private static HashSet<string> Terms(Lexicon lexicon)
    {
        var terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in lexicon.Entries)
        {
            terms.Add(entry.Term);
        }

        return terms;
    }
}
