using System.Globalization;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>Reads dates off the pieces of a sentence: the grammar of English dates, so longer than a file here usually is.</summary>
internal sealed class TimeScanner(TimeLexicons lexicons)
{
    private const int EarliestYear = 1500;
    private const int LatestYear = 2100;

    /// <summary>The date that starts at a piece, or null.</summary>
    public TimeCandidate? Scan(Pieces pieces, int at)
    {
        if (pieces.IsKind(at, PieceKind.Number))
        {
            return ScanNumeric(pieces, at) ?? ScanDayFirst(pieces, at) ?? ScanAgo(pieces, at) ?? ScanYear(pieces, at);
        }

        if (!pieces.IsKind(at, PieceKind.Word))
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

        if (pieces.IsAny(at, "last", "next", "this") && TryCalendar(pieces, at + 1, out word))
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
        return pieces.IsKind(next, PieceKind.Number) || pieces.IsKind(at - 1, PieceKind.Number) || IsOrdinalSuffix(pieces, at - 1)
            || pieces.IsAny(at - 1, "in", "since", "until", "last", "next", "this", "early", "late", "mid", "of", "by", "from", "till", "every");
    }

    private static bool IsOrdinalSuffix(Pieces pieces, int at) => pieces.IsAny(at, "st", "nd", "rd", "th") && pieces.Touches(at);

    // "2024-03-05", "5/3/2024", "05.03.2024": slashes with both parts up to 12 stay unresolved, points are day first.
    private static TimeCandidate? ScanNumeric(Pieces pieces, int at)
    {
        if (TryDotted(pieces.Word(at), out var day, out var month, out var year))
        {
            return new TimeCandidate(at, at + 1, TimeKind.Date) { Day = day, Month = month, Year = year };
        }

        if (!(pieces.IsMark(at + 1, '-') || pieces.IsMark(at + 1, '/')) || !pieces.IsKind(at + 2, PieceKind.Number) || !pieces.IsKind(at + 4, PieceKind.Number)
            || pieces.Text[pieces[at + 1].Start] != (pieces.Has(at + 3) ? pieces.Text[pieces[at + 3].Start] : ' ')
            || pieces[at + 4].End - pieces[at].Start > 10)
        {
            return null;
        }

        int a = Whole(pieces, at), b = Whole(pieces, at + 2), c = Whole(pieces, at + 4);
        if (a > 31 ? !(b is >= 1 and <= 12 && c is >= 1 and <= 31) : !(a >= 1 && b is >= 1 and <= 31 && (a <= 12 || b <= 12) && pieces[at + 4].End - pieces[at + 4].Start is 2 or 4))
        {
            return null;
        }

        var candidate = new TimeCandidate(at, at + 5, TimeKind.Date);
        if (a > 31)
        {
            return candidate with { Year = a, Month = b, Day = c };
        }

        year = c < 100 ? c + (c < 70 ? 2000 : 1900) : c;
        return a > 12 ? candidate with { Day = a, Month = b, Year = year } : b > 12 || a == b ? candidate with { Day = b, Month = a, Year = year } : candidate;
    }

    private static bool TryDotted(ReadOnlySpan<char> text, out int day, out int month, out int year)
    {
        day = month = year = 0;
        var first = text.IndexOf('.');
        var last = text.LastIndexOf('.');
        return first > 0 && last > first
            && int.TryParse(text[..first], NumberStyles.None, CultureInfo.InvariantCulture, out day)
            && int.TryParse(text[(first + 1)..last], NumberStyles.None, CultureInfo.InvariantCulture, out month)
            && int.TryParse(text[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && day is >= 1 and <= 31 && month is >= 1 and <= 12 && year is >= EarliestYear and <= LatestYear;
    }

    private static TimeCandidate? ScanMonthFirst(Pieces pieces, int at, CalendarWord month)
    {
        var next = pieces.IsMark(at + 1, '.') ? at + 2 : at + 1;
        var day = DayAt(pieces, next, out var dayEnd);
        if (day == 0)
        {
            var year = YearAt(pieces, pieces.IsMark(next, ',') ? next + 1 : next, out var monthYearEnd);
            return year > 0 ? new TimeCandidate(at, monthYearEnd, TimeKind.Month) { Month = month.Number, Year = year }
                : new TimeCandidate(at, next > at + 1 && !pieces.Has(next) ? at + 1 : next, TimeKind.Month) { Month = month.Number };
        }

        var last = pieces.IsDash(dayEnd) ? DayAt(pieces, dayEnd + 1, out var rangeEnd) : (rangeEnd = dayEnd) - rangeEnd;
        return WithYear(pieces, new TimeCandidate(at, last > day ? rangeEnd : dayEnd, TimeKind.MonthDay) { Month = month.Number, Day = day, LastDay = last > day ? last : 0 });
    }

    // "16 July 2024", "16th of July", "3-5 July".
    private TimeCandidate? ScanDayFirst(Pieces pieces, int at)
    {
        var day = DayAt(pieces, at, out var end);
        if (day == 0)
        {
            return null;
        }

        var last = 0;
        if (pieces.IsDash(end) && DayAt(pieces, end + 1, out var rangeEnd) is var second && second > day)
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
        var year = YearAt(pieces, at, out var end);
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
        if (pieces.Is(next, "the") && DayAt(pieces, next + 1, out var dayEnd) > 0)
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

    // "in 2014", "1980s", "2010-2011", "FY2024" is a name; "2,014" and "1500 troops" are no years.
    private static TimeCandidate? ScanYear(Pieces pieces, int at)
    {
        var year = YearAt(pieces, at, out var end);
        if (year == 0 || (at > 0 && pieces.Touches(at) && pieces.IsKind(at - 1, PieceKind.Word)))
        {
            return null;
        }

        if (pieces.Is(end, "s") && pieces.Touches(end))
        {
            return new TimeCandidate(at, end + 1, TimeKind.Year) { Year = year, LastYear = year + 9 };
        }

        if (!IsYear(pieces, at, end, year))
        {
            return null;
        }

        if (pieces.IsDash(end) && pieces.IsKind(end + 1, PieceKind.Number))
        {
            var last = Whole(pieces, end + 1);
            last = last < 100 ? (year / 100 * 100) + last : last;
            return last > year && last <= LatestYear ? new TimeCandidate(at, end + 2, TimeKind.Year) { Year = year, LastYear = last } : null;
        }

        return new TimeCandidate(at, end, TimeKind.Year) { Year = year };
    }

    private static bool IsYear(Pieces pieces, int at, int end, int year)
    {
        if (pieces.Touches(end) && pieces.IsKind(end, PieceKind.Word) || pieces.IsMark(end, '%') || IsSign(pieces, at - 1))
        {
            return false;
        }

        if (pieces.IsAny(end, "people", "troops", "soldiers", "dollars", "euros", "percent", "votes", "miles", "km", "kilometres", "kilometers", "metres", "meters", "feet", "jobs", "homes", "houses"))
        {
            return false;
        }

        if (pieces.IsAny(at - 1, "in", "since", "until", "till", "during", "before", "after", "early", "late", "mid", "of", "from", "year", "spring", "summer", "autumn", "fall", "winter"))
        {
            return year >= 1700 || !IsCounted(pieces, end);
        }

        if (pieces.IsAny(at - 1, "over", "than", "about", "least", "nearly", "around", "some", "almost", "approximately", "roughly", "only", "to") && IsCounted(pieces, end))
        {
            return false;
        }

        return year >= 1800 || !IsCounted(pieces, end);
    }

    private static bool IsSign(Pieces pieces, int at) => pieces.Has(at) && pieces.Touches(at + 1) && char.GetUnicodeCategory(pieces.Text[pieces[at].Start]) == UnicodeCategory.CurrencySymbol;

    private static bool IsCounted(Pieces pieces, int at) => pieces.TagAt(at) is PennTag.NNS || (pieces.TagAt(at) is PennTag.JJ && pieces.TagAt(at + 1) is PennTag.NNS);

    // "two days ago", "three weeks earlier", "a year later", "24 hours before".
    private TimeCandidate? ScanAgo(Pieces pieces, int at)
    {
        decimal count;
        int next;
        if (pieces.IsAny(at, "a", "an"))
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

        if (!lexicons.Calendar.TryMatch(pieces, next, out var unit, out var end) || !unit.IsUnit || !pieces.IsAny(end, "ago", "earlier", "later", "before", "after", "prior"))
        {
            return null;
        }

        var sign = pieces.IsAny(end, "later", "after") ? 1 : -1;
        var name = unit.Number switch { 1 => "day", 7 => "week", 14 => "fortnight", 30 => "month", 365 or 3650 => "year", _ => "hour" };
        count = unit.Number == 3650 ? count * 10 : count;
        return new TimeCandidate(at, end + 1, TimeKind.Relative) { Relative = new RelativeTime(name, sign * (int)Math.Ceiling(count), !pieces.Is(end, "ago")) };
    }

    private static int DayAt(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        var day = pieces.IsKind(at, PieceKind.Number) && pieces[at].End - pieces[at].Start <= 2 ? Whole(pieces, at) : 0;
        if (day is < 1 or > 31 || pieces.IsMark(at + 1, ':') || pieces.IsMark(at + 1, '%'))
        {
            return 0;
        }

        if (IsOrdinalSuffix(pieces, at + 1))
        {
            end++;
        }

        return day;
    }

    private static int YearAt(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        return pieces.IsKind(at, PieceKind.Number) && pieces[at].End - pieces[at].Start == 4 && Whole(pieces, at) is >= EarliestYear and <= LatestYear and var year ? year : 0;
    }

    private static int Whole(Pieces pieces, int at) => int.TryParse(pieces.Word(at), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
