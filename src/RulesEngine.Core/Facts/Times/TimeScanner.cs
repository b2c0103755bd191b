using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>Reads dates off the pieces of a sentence: the grammar of English dates.</summary>
internal sealed class TimeScanner(TimeLexicons lexicons)
{
    private readonly YearScanner _years = new(lexicons);

    /// <summary>The date that starts at a piece, or null.</summary>
    public TimeCandidate? Scan(Pieces pieces, int at)
    {
        if (pieces.IsKind(at, PieceKind.Number))
        {
            return NumericDates.Scan(pieces, at) ?? ScanDayFirst(pieces, at) ?? ScanAgo(pieces, at) ?? _years.Scan(pieces, at);
        }

        if (!pieces.IsKind(at, PieceKind.Word) || !lexicons.MayBegin(pieces[at]))
        {
            return null;
        }

        if (lexicons.Relative.TryMatch(pieces, at, out var relative, out var end))
        {
            return new TimeCandidate(at, end, TimeKind.Relative) { Relative = relative };
        }

        if (TryCalendar(pieces, at, out var word))
        {
            return word.IsMonth ? ScanMonthFirst(pieces, at, word) : ScanWeekday(pieces, at, at, word, 0);
        }

        if (pieces.IsAny(at, TimeLexicons.Directions) && TryCalendar(pieces, at + 1, out word))
        {
            var direction = pieces.Is(at, "last") ? -1 : pieces.Is(at, "next") ? 1 : 0;
            return word.IsMonth
                ? new TimeCandidate(at, at + 2, TimeKind.Month) { Month = word.Number, Direction = direction }
                : ScanWeekday(pieces, at, at + 1, word, direction);
        }

        return ScanAgo(pieces, at);
    }

    private bool TryCalendar(Pieces pieces, int at, out CalendarWord word) =>
        lexicons.Calendar.TryMatch(pieces, at, out word, out _) && !word.IsUnit && pieces.IsCapitalised(at) && (!word.IsDoubtful || HasCompany(pieces, at, word));

    // "May 5", "in March", "Mon.": not "May I", "March for Life", "Sun".
    private static bool HasCompany(Pieces pieces, int at, CalendarWord word)
    {
        if (word.IsWeekday)
        {
            return pieces.IsMark(at + 1, '.') || (pieces.IsMark(at + 1, ',') && pieces.IsKind(at + 2, PieceKind.Number));
        }

        var next = pieces.IsMark(at + 1, '.') ? at + 2 : at + 1;
        return pieces.IsKind(next, PieceKind.Number) || pieces.IsKind(at - 1, PieceKind.Number) || DateParts.IsOrdinalSuffix(pieces, at - 1)
            || pieces.IsAny(at - 1, "in since until last next this early late mid of by from till every");
    }

    private static TimeCandidate? ScanMonthFirst(Pieces pieces, int at, CalendarWord month)
    {
        var next = pieces.IsMark(at + 1, '.') ? at + 2 : at + 1;
        var day = DateParts.DayAt(pieces, next, out var dayEnd);
        if (day == 0)
        {
            var year = DateParts.YearAt(pieces, pieces.IsMark(next, ',') ? next + 1 : next, out var monthYearEnd);
            return year > 0 ? new TimeCandidate(at, monthYearEnd, TimeKind.Month) { Month = month.Number, Year = year }
                : new TimeCandidate(at, next > at + 1 && !pieces.Has(next) ? at + 1 : next, TimeKind.Month) { Month = month.Number };
        }

        var last = pieces.IsDash(dayEnd) ? DateParts.DayAt(pieces, dayEnd + 1, out var rangeEnd) : (rangeEnd = dayEnd) - rangeEnd;
        return WithYear(pieces, new TimeCandidate(at, last > day ? rangeEnd : dayEnd, TimeKind.MonthDay) { Month = month.Number, Day = day, LastDay = last > day ? last : 0 });
    }

    // "16 July 2024", "16th of July", "3-5 July".
    private TimeCandidate? ScanDayFirst(Pieces pieces, int at)
    {
        var day = DateParts.DayAt(pieces, at, out var end);
        if (day == 0)
        {
            return null;
        }

        var last = 0;
        if (pieces.IsDash(end) && DateParts.DayAt(pieces, end + 1, out var rangeEnd) is var second && second > day)
        {
            (last, end) = (second, rangeEnd);
        }

        end = pieces.Is(end, "of") ? end + 1 : end;
        return TryCalendar(pieces, end, out var month) && month.IsMonth
            ? WithYear(pieces, new TimeCandidate(at, end + 1, TimeKind.MonthDay) { Month = month.Number, Day = day, LastDay = last })
            : null;
    }

    private static TimeCandidate WithYear(Pieces pieces, TimeCandidate found)
    {
        var at = pieces.IsMark(found.End, '.') && pieces.IsMark(found.End + 1, ',') ? found.End + 2 : pieces.IsMark(found.End, ',') ? found.End + 1 : found.End;
        var year = DateParts.YearAt(pieces, at, out var end);
        return year > 0 ? found with { Kind = TimeKind.Date, Year = year, End = end } : found;
    }

    private TimeCandidate? ScanWeekday(Pieces pieces, int first, int at, CalendarWord weekday, int direction)
    {
        var next = at + 1 + (pieces.IsMark(at + 1, '.') && weekday.IsDoubtful ? 1 : 0);
        var date = pieces.IsMark(next, ',') ? next + 1 : next;
        if (Scan(pieces, date, weekday) is { } found)
        {
            return found with { First = first, Weekday = weekday.Number };
        }

        // "Tuesday the 16th"
        if (pieces.Is(next, "the") && DateParts.DayAt(pieces, next + 1, out var dayEnd) > 0)
        {
            next = dayEnd;
        }

        return new TimeCandidate(first, next, TimeKind.Weekday) { Weekday = weekday.Number, Direction = direction };
    }

    // A date right after its weekday: "Tuesday, July 16", "Tuesday 16 July".
    private TimeCandidate? Scan(Pieces pieces, int at, CalendarWord weekday)
    {
        if (!weekday.IsWeekday)
        {
            return null;
        }

        var found = pieces.IsKind(at, PieceKind.Number) ? ScanDayFirst(pieces, at)
            : TryCalendar(pieces, at, out var month) && month.IsMonth ? ScanMonthFirst(pieces, at, month) : null;
        return found is { Kind: TimeKind.Date or TimeKind.MonthDay } ? found : null;
    }

    // "two days ago", "three weeks earlier", "a year later", "24 hours before".
    private TimeCandidate? ScanAgo(Pieces pieces, int at)
    {
        decimal count;
        int next;
        if (pieces.IsAny(at, "a an"))
        {
            (count, next) = (1, at + 1);
        }
        else if (lexicons.Numbers.TryRead(pieces, at, out var number) && number.Low is { } low && low <= 3000)
        {
            (count, next) = (low, number.End);
        }
        else
        {
            return null;
        }

        if (!lexicons.Calendar.TryMatch(pieces, next, out var unit, out var end) || !unit.IsUnit || !pieces.IsAny(end, "ago earlier later before after prior"))
        {
            return null;
        }

        var sign = pieces.IsAny(end, "later after") ? 1 : -1;
        var name = unit.Number switch { 1 => "day", 7 => "week", 14 => "fortnight", 30 => "month", 365 or 3650 => "year", _ => "hour" };
        count = unit.Number == 3650 ? count * 10 : count;
        return new TimeCandidate(at, end + 1, TimeKind.Relative) { Relative = new RelativeTime(name, sign * (int)Math.Ceiling(count), !pieces.Is(end, "ago")) };
    }
}
