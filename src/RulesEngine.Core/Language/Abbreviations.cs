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
    private readonly WordNumbers _capitalised = new();
    private readonly WordNumbers _anyCase = new();

    private Abbreviations()
    {
        foreach (var entry in EmbeddedLexicons.Instance["abbreviations"].Entries)
        {
            (char.IsUpper(entry.Term[0]) ? _capitalised : _anyCase).Set(entry.Term, (int)Parse(entry["kind"]));
        }
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
        var kind = (char.IsUpper(word[0]) ? lists._capitalised.Find(word) : null) ?? lists._anyCase.Find(word);
        return (AbbreviationKind)(kind ?? (int)AbbreviationKind.None);
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
