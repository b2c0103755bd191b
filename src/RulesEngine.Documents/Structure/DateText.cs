using System.Globalization;
using RulesEngine.Documents.Lexicons;

namespace RulesEngine.Documents.Structure;

/// <summary>Lines that say a date and nothing else.</summary>
internal static class DateText
{
    private const int MaxWords = 16;
    private const string Separators = " \t\u00A0,|()[]·–—";

    /// <summary>True where every word belongs to a date or a time of day, and there is at least a day.</summary>
    /// <param name="line">"Published 3 February 2015, 10:30 GMT", "Feb. 3, 2015", "2015-02-03".</param>
    /// <param name="date">The date where day, month and year are there; null otherwise ("Feb 3", "01/12/15").</param>
    public static bool TryParse(ReadOnlySpan<char> line, out DateOnly? date)
    {
        var parts = new Parts();
        date = null;
        var count = 0;
        for (var rest = line; !rest.IsEmpty;)
        {
            var word = NextWord(ref rest);
            if (word.IsEmpty)
            {
                continue;
            }

            if (++count > MaxWords || !parts.Add(word))
            {
                return false;
            }
        }

        date = parts.Date;
        return parts.HasDay;
    }

    // Character by character: a search for so many separators would be compiled at every start.
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && !Separators.Contains(rest[end]))
        {
            end++;
        }

        var word = rest[..end].Trim(".:;-");
        rest = rest[Math.Min(end + 1, rest.Length)..];
        return word;
    }

    /// <summary>A date of metadata: ISO 8601, with or without a time, or as a date line.</summary>
    public static DateOnly? ParseMetadata(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length >= 10 && TryIso(value[..10], out var date) && (value.Length == 10 || !char.IsAsciiDigit(value[10]))
            ? date
            : TryParse(value, out var parsed) ? parsed : null;
    }

    private static bool TryIso(ReadOnlySpan<char> word, out DateOnly date) =>
        DateOnly.TryParseExact(word, ["yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool IsClock(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0]) || word.IndexOfAny(':', '.') < 0 && !word.EndsWith("am", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("pm", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c) && !"ampzAMPZ:.".Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    private struct Parts
    {
        private int _day;
        private int _month;
        private int _year;
        private DateOnly? _whole;
        private bool _isNumeric;

        public readonly bool HasDay => _whole is not null || _isNumeric || (_month > 0 && (_day > 0 || _year > 0));

        public readonly DateOnly? Date =>
            _whole ?? (_month > 0 && _year > 0 && _day > 0 && _day <= DateTime.DaysInMonth(_year, _month) ? new DateOnly(_year, _month, _day) : null);

        public bool Add(ReadOnlySpan<char> word)
        {
            if (TryIso(word.Length > 10 && word[10] == 'T' ? word[..10] : word, out var iso))
            {
                _whole ??= iso;
                return true;
            }

            var (kind, value) = DocumentLexicons.DateWords[word];
            if (kind == DateWordKind.Month)
            {
                _month = _month == 0 ? value : _month;
                return true;
            }

            return kind != DateWordKind.None || AddNumber(word) || IsClock(word) || IsNumericDate(word);
        }

        private bool AddNumber(ReadOnlySpan<char> word)
        {
            if (word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th")
            {
                word = word[..^2];
            }

            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return word is ['+' or '-', .. var zone] && int.TryParse(zone, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            }

            if (word.Length == 4 && number is > 1700 and < 2200)
            {
                _year = _year == 0 ? number : _year;
                return true;
            }

            _day = _day == 0 && number is >= 1 and <= 31 ? number : _day;
            return word.Length <= 4;
        }

        // Day and month cannot be told apart in 01/12/15: it is a date, and stays unresolved.
        private bool IsNumericDate(ReadOnlySpan<char> word)
        {
            var numbers = 0;
            foreach (var range in word.SplitAny("/.-"))
            {
                if (!int.TryParse(word[range], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    return false;
                }

                numbers++;
            }

            return _isNumeric |= numbers == 3;
        }
    }
}
