using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Lexicons;

/// <summary>The words that a date is written with.</summary>
internal sealed class DateWords
{
    private readonly Dictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> _words;

    public DateWords(Lexicon lexicon)
    {
        var words = new Dictionary<string, DateWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in lexicon.Entries)
        {
            words[entry.Term] = entry["kind"] switch
            {
                "month" => new(DateWordKind.Month, int.Parse(entry["value"], CultureInfo.InvariantCulture)),
                "weekday" => new(DateWordKind.Weekday, 0),
                "lead" => new(DateWordKind.Lead, 0),
                "clock" => new(DateWordKind.Clock, 0),
                var kind => throw new FormatException($"lexicon {lexicon.Name}: '{kind}' of '{entry.Term}' is no kind; there are month, weekday, lead, clock"),
            };
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a word is, with the number of the month; <see cref="DateWordKind.None"/> for all others.</summary>
    public DateWord this[ReadOnlySpan<char> word] => _words.TryGetValue(word, out var found) ? found : DateWord.None;
}

/// <summary>What a word does in a date line, with the number of the month.</summary>
internal sealed record DateWord(DateWordKind Kind, int Value)
{
    /// <summary>A word that has no part in a date.</summary>
    public static DateWord None { get; } = new(DateWordKind.None, 0);
}

/// <summary>What a word does in a date line.</summary>
internal enum DateWordKind
{
    None,
    Month,
    Weekday,

    /// <summary>Stands before a date: published, updated.</summary>
    Lead,

    /// <summary>Stands with a time of day: a.m., GMT.</summary>
    Clock,
}
