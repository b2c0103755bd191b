using RulesEngine.Core.Lexicons;

namespace RulesEngine.Core.Language;

/// <summary>What a full stop after a word may mean; the lexicon "abbreviations" describes the kinds.</summary>
internal enum AbbreviationKind : byte
{
    None,
    Title,
    Number,
    Inner,
    Day,
    Name,
    Plain,
}

/// <summary>Looks words up in the lexicon of abbreviations.</summary>
internal sealed class Abbreviations
{
    private const int LongestTerm = 12;
    private static readonly Lazy<Abbreviations> s_instance = new(() => new Abbreviations());

    // Numbers of kinds: a dictionary of its own for each enumeration would be compiled at every start.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _capitalised;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _anyCase;

    private Abbreviations()
    {
        var capitalised = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var anyCase = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in EmbeddedLexicons.Instance["abbreviations"].Entries)
        {
            (char.IsUpper(entry.Term[0]) ? capitalised : anyCase).Add(entry.Term, (int)Parse(entry["kind"]));
        }

        _capitalised = capitalised.GetAlternateLookup<ReadOnlySpan<char>>();
        _anyCase = anyCase.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind of a word that a full stop follows; <see cref="AbbreviationKind.None"/> where it is not in the lexicon.</summary>
    /// <param name="word">Without its last full stop.</param>
    public static AbbreviationKind Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestTerm)
        {
            return AbbreviationKind.None;
        }

        var lists = s_instance.Value;
        return char.IsUpper(word[0]) && lists._capitalised.TryGetValue(word, out var kind)
            ? (AbbreviationKind)kind
            : lists._anyCase.TryGetValue(word, out kind) ? (AbbreviationKind)kind : AbbreviationKind.None;
    }

    private static AbbreviationKind Parse(string kind) => kind switch
    {
        "title" => AbbreviationKind.Title,
        "number" => AbbreviationKind.Number,
        "inner" => AbbreviationKind.Inner,
        "day" => AbbreviationKind.Day,
        "name" => AbbreviationKind.Name,
        "plain" => AbbreviationKind.Plain,
        _ => throw new FormatException($"lexicon abbreviations: '{kind}' is no kind; write title, number, inner, day, name or plain"),
    };
}
