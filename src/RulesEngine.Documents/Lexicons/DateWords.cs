using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Lexicons;

/// <summary>The words that a date is written with.</summary>
internal sealed class DateWords
{
    private readonly Dictionary<string, (DateWordKind Kind, int Value)>.AlternateLookup<ReadOnlySpan<char>> _words;

    public DateWords(Lexicon lexicon)
    {
        var words = new Dictionary<string, (DateWordKind, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in lexicon.Entries)
        {
            words[entry.Term] = entry["kind"] switch
            {
                "month" => (DateWordKind.Month, int.Parse(entry["value"], CultureInfo.InvariantCulture)),
                "weekday" => (DateWordKind.Weekday, 0),
                "lead" => (DateWordKind.Lead, 0),
                "clock" => (DateWordKind.Clock, 0),
                var kind => throw new FormatException($"lexicon {lexicon.Name}: '{kind}' of '{entry.Term}' is no kind; there are month, weekday, lead, clock"),
            };
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What a word is, with the number of the month; <see cref="DateWordKind.None"/> for all others.</summary>
    public (DateWordKind Kind, int Value) this[ReadOnlySpan<char> word] =>
        _words.TryGetValue(word, out var found) ? found : (DateWordKind.None, 0);
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
