using System.Globalization;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>The word lists of dates, as tables over pieces. Built once a run.</summary>
internal sealed class TimeLexicons(ILexicons lexicons)
{
    public NumberReader Numbers { get; } = new(new NumberLexicon(lexicons));

    public PhraseTable<CalendarWord> Calendar { get; } = new(lexicons["calendar"].Entries, entry => new CalendarWord(entry["kind"], Number(entry["number"]), entry["doubtful"] == "yes"));

    public PhraseTable<RelativeTime> Relative { get; } = new(lexicons["relative-times"].Entries, entry => new RelativeTime(entry["unit"], Number(entry["offset"]), entry["anchor"] == "text"));

    public PhraseTable<bool> Counted { get; } = new(lexicons["counted-things"].Entries, _ => true);

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
