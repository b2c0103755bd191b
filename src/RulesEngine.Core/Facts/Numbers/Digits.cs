using System.Globalization;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Values of numbers in digits with the thousands and decimal marks of several countries.</summary>
internal static class Digits
{
    private const int MostDigits = 27;

    /// <summary>
    /// Reads "1,234,567", "1.234.567", "1 234 567", "12,34,567", "1.387,50", "7,4". A single mark before three digits is of
    /// thousands, except after a zero, or where it is a point and <paramref name="pointIsDecimal"/>.
    /// </summary>
    /// <param name="text">Digits and marks.</param>
    /// <param name="pointIsDecimal">True before a magnitude or a per cent sign ("5.125 percent").</param>
    /// <param name="value">Zero where the text is no number.</param>
    /// <returns>False for what is no number: a version, a date, more digits than a value can hold.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, bool pointIsDecimal, out decimal value)
    {
        value = 0;
        if (text.Length == 1 && !char.IsAsciiDigit(text[0]))
        {
            value = (decimal)Math.Round(char.GetNumericValue(text[0]), 10);
            return value >= 0;
        }

        if (text[0] == '.')
        {
            return text.Length <= MostDigits && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        }

        var last = LastMark(text, out var marks, out var same);
        var whole = last < 0 || IsThousands(text, last, marks, same, pointIsDecimal) ? text : text[..last];
        if (whole.Length < text.Length && marks > 1 && same)
        {
            return false;
        }

        if (!HasGroups(whole))
        {
            return false;
        }

        Span<char> plain = stackalloc char[MostDigits + 1];
        var length = Append(whole, plain, 0);
        if (whole.Length < text.Length && length >= 0)
        {
            plain[length < plain.Length ? length : 0] = '.';
            length = length < plain.Length ? Append(text[(last + 1)..], plain, length + 1) : -1;
        }

        return length > 0 && decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsThousands(ReadOnlySpan<char> text, int last, int marks, bool same, bool pointIsDecimal)
    {
        var three = text.Length - last - 1 == 3;
        return marks > 1 ? same && three : three && !(text[last] == '.' && pointIsDecimal) && !(text[0] == '0') && last <= 3;
    }

    private static int LastMark(ReadOnlySpan<char> text, out int marks, out bool same)
    {
        var last = -1;
        marks = 0;
        same = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                same &= last < 0 || text[i] == text[last];
                last = i;
                marks++;
            }
        }

        return last;
    }

    // Groups of three, or of two before the last three (12,34,567).
    private static bool HasGroups(ReadOnlySpan<char> whole)
    {
        var size = 0;
        var groups = 0;
        for (var i = whole.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(whole[i]))
            {
                size++;
                continue;
            }

            if (groups == 0 ? size != 3 : size is not (2 or 3))
            {
                return false;
            }

            groups++;
            size = 0;
        }

        return groups == 0 || size is >= 1 and <= 3;
    }

    private static int Append(ReadOnlySpan<char> from, Span<char> into, int at)
    {
        foreach (var c in from)
        {
            if (!char.IsAsciiDigit(c))
            {
                continue;
            }

            if (at >= into.Length)
            {
                return -1;
            }

            into[at++] = c;
        }

        return at;
    }
}
