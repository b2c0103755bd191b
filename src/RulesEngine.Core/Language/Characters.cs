using System.Globalization;
using System.Runtime.CompilerServices;

namespace RulesEngine.Core.Language;

/// <summary>The classes of characters that tokens are made of.</summary>
internal static class Characters
{
    /// <summary>White space, and the marks without width that pages carry between words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(char c) => c <= ' ' ? c is ' ' or (>= '\t' and <= '\r') : c >= '\u0080' && (char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF');

    /// <summary>The signs that writers use as an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´';

    /// <summary>Number of code units of the word character at a position: a letter, a digit, a mark on one, an underscore; 0 for anything else.</summary>
    public static int WordLength(string text, int at, int end)
    {
        var c = text[at];
        if (c < '\u0080')
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        }

        if (char.IsHighSurrogate(c))
        {
            return at + 1 < end && char.IsLowSurrogate(text[at + 1]) && IsWord(CharUnicodeInfo.GetUnicodeCategory(text, at)) ? 2 : 0;
        }

        return IsWord(CharUnicodeInfo.GetUnicodeCategory(c)) || c is '\u00AD' or '\u200C' or '\u200D' ? 1 : 0;
    }

    /// <summary>True for a letter, digit or mark, also one of two code units.</summary>
    public static bool IsWord(string text, int at, int end) => at < end && WordLength(text, at, end) > 0;

    private static bool IsWord(UnicodeCategory category) => category
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
