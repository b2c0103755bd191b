using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace RulesEngine.Documents.Html;

/// <summary>Character references as the HTML standard reads them: numeric, named, and the old names that need no semicolon.</summary>
internal static class CharacterReference
{
    private const int MaxNameLength = 33;

    /// <summary>Reads the reference at an ampersand.</summary>
    /// <returns>Its length with the ampersand, 0 where none is there.</returns>
    public static int Read(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        return text.Length < 3 ? 0 : text[1] == '#' ? ReadNumeric(text, out value) : ReadNamed(text, out value);
    }

    private static int ReadNumeric(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        var isHex = text[2] is 'x' or 'X';
        var first = isHex ? 3 : 2;
        var end = first;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        if (end == first)
        {
            return 0;
        }

        var digits = text[first..end].TrimStart('0');
        var code = digits.Length > 8 || !uint.TryParse(digits.IsEmpty ? "0" : digits, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? uint.MaxValue
            : number;
        value = ToText(code);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static string ToText(uint code)
    {
        if (code is >= 0x80 and <= 0x9F)
        {
            // Pages mean windows-1252 there, and browsers read it so.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)?.GetString([(byte)code]) ?? "\uFFFD";
        }

        return code != 0 && Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD";
    }

    private static int ReadNamed(ReadOnlySpan<char> text, out string value)
    {
        var end = 1;
        while (end < text.Length && end <= MaxNameLength && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == ';' && Resolve(text[1..(end + 1)]) is { } whole)
        {
            value = whole;
            return end + 1;
        }

        for (; end > 2; end--)
        {
            if (Resolve(text[1..end]) is { } old)
            {
                value = old;
                return end;
            }
        }

        value = "";
        return 0;
    }

    private static string? Resolve(ReadOnlySpan<char> name) => HtmlEntityProvider.Resolver.GetSymbol(name.ToString());
}
