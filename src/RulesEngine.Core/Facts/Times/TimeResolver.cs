using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>
/// Turns dates as written into days, from the date of the article, the years written in it, and the time named before. Never
/// from the clock.
/// </summary>
/// <param name="article">Date of the article, or null.</param>
/// <param name="nearYear">A year written in full near the date, or zero; used only where the article has no date.</param>
internal sealed class TimeResolver(DateOnly? article, int nearYear)
{
    // A day without a year is one of the last ten months, or of the next two: papers look back more than ahead.
    private const int DaysAhead = 60;

    /// <summary>First and last day, or nulls.</summary>
    /// <param name="found">As written.</param>
    /// <param name="before">Last day of the time named before, for "two days earlier"; null where none was resolved.</param>
    public (DateOnly? First, DateOnly? Last) Resolve(TimeCandidate found, DateOnly? before) => found.Kind switch
    {
        TimeKind.Date => Days(found, found.Year),
        TimeKind.MonthDay => Days(found, YearOf(found)),
        TimeKind.Month => Month(found, found.Year > 0 ? found.Year : YearOf(found)),
        TimeKind.Year => (Start(found.Year), found.LastYear > 0 ? End(found.LastYear) : End(found.Year)),
        TimeKind.Weekday => Single(Weekday(found)),
        _ => Relative(found.Relative, found.Relative.IsFromText ? before ?? article : article),
    };

    private static (DateOnly?, DateOnly?) Single(DateOnly? day) => (day, day);

    private static DateOnly Start(int year) => new(year, 1, 1);

    private static DateOnly End(int year) => new(year, 12, 31);

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static (DateOnly?, DateOnly?) Days(TimeCandidate found, int year)
    {
        var first = Day(year, found.Month, found.Day);
        return (first, found.LastDay > 0 ? Day(year, found.Month, found.LastDay) : first);
    }

    private static (DateOnly?, DateOnly?) Month(TimeCandidate found, int year) =>
        Day(year, found.Month, 1) is { } first ? (first, first.AddMonths(1).AddDays(-1)) : (null, null);

    private int YearOf(TimeCandidate found)
    {
        if (article is not { } date)
        {
            return nearYear;
        }

        var day = Math.Max(found.Day, 1);
        if (Day(date.Year, found.Month, Math.Min(day, 28)) is not { } same)
        {
            return 0;
        }

        if (found.IsFuture || found.Direction > 0)
        {
            return same < date && same.Month != date.Month ? date.Year + 1 : date.Year;
        }

        if (found.Direction < 0)
        {
            return same.Month >= date.Month ? date.Year - 1 : date.Year;
        }

        return same > date.AddDays(DaysAhead) ? date.Year - 1
            : same.AddYears(1) <= date.AddDays(DaysAhead) ? date.Year + 1 : date.Year;
    }

    private DateOnly? Weekday(TimeCandidate found)
    {
        if (article is not { } date)
        {
            return null;
        }

        var back = ((Number(date) - found.Weekday) + 7) % 7;
        return found.Direction switch
        {
            > 0 => date.AddDays(back == 0 ? 7 : 7 - back),
            < 0 => date.AddDays(back == 0 ? -7 : -back),
            _ => date.AddDays(found.IsFuture && back > 0 ? 7 - back : -back),
        };
    }

    private static int Number(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static (DateOnly?, DateOnly?) Relative(RelativeTime time, DateOnly? anchor)
    {
        // Far enough from both ends of the calendar for every offset that the scanner lets through.
        if (anchor is not { Year: > 100 and < 9000 } date || Math.Abs(time.Offset) > (time.Unit is "decade" ? 5 : time.Unit is "year" ? 90 : 1000))
        {
            return (null, null);
        }

        switch (time.Unit)
        {
            case "day" or "hour":
                return Single(time.Unit == "day" ? date.AddDays(time.Offset) : date.AddDays(time.Offset / 24));
            case "week":
                return Stretch(Monday(date).AddDays(7 * time.Offset), 7);
            case "fortnight":
                return Stretch(Monday(date).AddDays(14 * time.Offset), 14);
            case "weekend":
                return Stretch(Monday(date).AddDays((7 * time.Offset) + 5), 2);
            case "month":
                var first = new DateOnly(date.Year, date.Month, 1).AddMonths(time.Offset);
                return (first, first.AddMonths(1).AddDays(-1));
            case "year":
                return (Start(date.Year + time.Offset), End(date.Year + time.Offset));
            default:
                return (Start(date.Year + (10 * time.Offset)), End(date.Year + (10 * time.Offset) + 9));
        }
    }

    private static DateOnly Monday(DateOnly date) => date.AddDays(1 - Number(date));

    private static (DateOnly?, DateOnly?) Stretch(DateOnly first, int days) => (first, first.AddDays(days - 1));
}
