using System.Globalization;
using System.Runtime.CompilerServices;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>What a word is made of: the same characters as <c>\w</c> and <c>\b</c> of the regular expression engine.</summary>
internal static class WordCharacters
{
    /// <summary>True for letters, digits, underscores, marks without width and zero-width joiners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '_' : IsWordBeyondAscii(c);

    /// <summary>The lower-case form that two characters are compared by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c) => c < 128 ? (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c) : char.ToLowerInvariant(c);

    /// <summary>True where a position is the border of a word, as <c>\b</c> says.</summary>
    public static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        (at > 0 && IsWord(text[at - 1])) != (at < text.Length && IsWord(text[at]));

    private static bool IsWordBeyondAscii(char c) => c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or
        UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
