using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Finds numerals: decimals, thousands, times, dates, telephone numbers, ordinals, decades.</summary>
internal static class NumberScanner
{
    private static readonly Lazy<WordList> s_suffixes = WordList.Load("number-suffixes");

    /// <summary>True where a numeral starts: a digit, or a decimal point or an apostrophe of a year before one.</summary>
    public static bool IsStart(string text, int at, int end, bool fresh) =>
        IsDigit(text[at])
        || (fresh && text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && (at + 2 >= end || text[at + 2] != '.'))
        || (fresh && Characters.IsApostrophe(text[at]) && IsShortYear(text, at + 1, end));

    /// <summary>Appends the numeral, and a unit or magnitude that is glued to it; returns where they end.</summary>
    public static int Scan(string text, int at, int end, TokenList into)
    {
        var stop = ScanDigits(text, at, end);
        var unit = stop;
        while (unit < end && Characters.WordLength(text, unit, end) is var length and > 0 && !IsDigit(text[unit]))
        {
            unit += length;
        }

        var letters = text.AsSpan(stop, unit - stop);
        if (letters.IsEmpty)
        {
            stop = ScanDecadeMark(text, at, stop, end, out var decade);
            into.Add(new Token(at, stop, decade ? TokenKind.Word : TokenKind.Number));
            return stop;
        }

        if (IsOrdinal(letters) || IsDecade(text.AsSpan(at, stop - at), letters))
        {
            into.Add(new Token(at, unit, TokenKind.Word));
            return unit;
        }

        var whole = unit < end && Characters.IsWord(text, unit, end);
        if (!whole && s_suffixes.Value.Contains(letters))
        {
            into.Add(new Token(at, stop, TokenKind.Number));
            unit = WordScanner.ScanDots(text, stop, unit, end);
            into.Add(new Token(stop, unit, TokenKind.Word));
            return unit;
        }

        while (unit < end && Characters.WordLength(text, unit, end) is var more and > 0)
        {
            unit += more;
        }

        into.Add(new Token(at, unit, TokenKind.Word));
        return unit;
    }

    private static bool IsDigit(char c) =>
        char.IsAsciiDigit(c) || (c >= '\u0080' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber);

    private static int RunOfDigits(string text, int at, int end)
    {
        while (at < end && IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int ScanDigits(string text, int at, int end)
    {
        var stop = RunOfDigits(text, char.IsAsciiDigit(text[at]) ? at : at + 1, end);
        if (ScanHyphenated(text, at, end) is var hyphenated && hyphenated > stop)
        {
            return hyphenated;
        }

        while (stop + 1 < end && IsDigit(text[stop + 1]) && IsJoint(text, at, stop, end))
        {
            stop = RunOfDigits(text, stop + 1, end);
        }

        return stop;
    }

    // "1/2" is three tokens and "11/28/2000", "9/11" are one, as in the treebank.
    private static bool IsJoint(string text, int start, int mark, int end) => text[mark] switch
    {
        '.' or ',' or ':' or '٫' or '٬' => true,
        '/' => mark - start > 1 || RunOfDigits(text, mark + 1, end) is var stop && (stop - mark > 2 || (stop < end && text[stop] == '/')),
        _ => false,
    };

    // Dates and telephone numbers: three groups and more, or three digits and four.
    private static int ScanHyphenated(string text, int at, int end)
    {
        var stop = RunOfDigits(text, at, end);
        var first = stop - at;
        var groups = 1;
        while (stop - at < 24 && stop + 1 < end && text[stop] == '-' && char.IsAsciiDigit(text[stop + 1]))
        {
            var next = RunOfDigits(text, stop + 1, end);
            groups++;
            if (groups == 2 && !(next < end && text[next] == '-') && !(next - stop == 5 && first is 3 or 5))
            {
                return at;
            }

            stop = next;
        }

        return groups > 1 ? stop : at;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> letters) =>
        letters.Length == 2 && (letters.Equals("th", StringComparison.OrdinalIgnoreCase) || letters.Equals("st", StringComparison.OrdinalIgnoreCase)
            || letters.Equals("nd", StringComparison.OrdinalIgnoreCase) || letters.Equals("rd", StringComparison.OrdinalIgnoreCase));

    private static bool IsDecade(ReadOnlySpan<char> digits, ReadOnlySpan<char> letters) =>
        letters is "s" or "S" && digits.Length is >= 2 and <= 5 && digits[^1] == '0';

    private static int ScanDecadeMark(string text, int at, int stop, int end, out bool decade)
    {
        decade = stop + 1 < end && stop - at is 2 or 4 && text[stop - 1] == '0' && Characters.IsApostrophe(text[stop]) && text[stop + 1] == 's'
            && !Characters.IsWord(text, stop + 2, end);
        return decade ? stop + 2 : stop;
    }

    private static bool IsShortYear(string text, int at, int end) =>
        at + 1 < end && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
        && (!Characters.IsWord(text, at + 2, end) || (text[at + 2] == 's' && !Characters.IsWord(text, at + 3, end)));
}
