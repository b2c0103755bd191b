using System.Globalization;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>The word lists of dates, as tables over pieces. Built once a run.</summary>
internal sealed class TimeLexicons
{
    /// <summary>Words that make a weekday or a month one before, after or around the article's date.</summary>
    public const string Directions = "last next this";

    private readonly WordFilter _firsts = new(512);

    public TimeLexicons(ILexicons lexicons)
    {
        Numbers = new NumberReader(new NumberLexicon(lexicons));
        Calendar = new(lexicons["calendar"].Entries, entry => new CalendarWord(entry["kind"], Number(entry["number"]), entry["doubtful"] == "yes"));
        Relative = new(lexicons["relative-times"].Entries, entry => new RelativeTime(entry["unit"], Number(entry["offset"]), entry["anchor"] == "text"));
        Counted = new(lexicons["counted-things"].Entries, _ => true);
        Numbers.AddFirstWordsTo(_firsts);
        Calendar.AddFirstWordsTo(_firsts);
        Relative.AddFirstWordsTo(_firsts);
        foreach (var word in Directions.Split(' '))
        {
            _firsts.Add(word);
        }
    }

    public NumberReader Numbers { get; }

    public PhraseTable<CalendarWord> Calendar { get; }

    public PhraseTable<RelativeTime> Relative { get; }

    public PhraseTable<bool> Counted { get; }

    /// <summary>False where no time begins with the word, unless with a number in digits: nearly all words of an article.</summary>
    public bool MayBegin(Piece word) => _firsts.MayHave(word.Key);

    private static int Number(string cell) => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A line of calendar.tsv.</summary>
internal sealed record CalendarWord(string Kind, int Number, bool IsDoubtful)
{
    public bool IsMonth => Kind == "month";

    public bool IsWeekday => Kind == "weekday";

    public bool IsUnit => Kind == "unit";
}

/// <summary>A line of relative-times.tsv.</summary>
internal sealed record RelativeTime(string Unit, int Offset, bool IsFromText)
{
    /// <summary>Of a date that is not relative.</summary>
    public static RelativeTime None { get; } = new("", 0, IsFromText: false);
}
