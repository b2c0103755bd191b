using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Finds punctuation, symbols and pictograms.</summary>
internal static class MarkScanner
{
    private const string Runs = ".-*=_~+#<>…—–•|";
    private static readonly Lazy<WordList> s_emoticons = WordList.Load("emoticons");

    /// <summary>The end of the mark at a position: a run of the same mark, a face, a pictogram with all that joins it, or one character.</summary>
    public static int Scan(string text, int at, int end, bool afterBlank)
    {
        var c = text[at];
        if (c >= '\u0080' || (at + 1 < end && text[at + 1] >= '\u0300'))
        {
            var element = at + StringInfo.GetNextTextElementLength(text.AsSpan(at, end - at));
            return Runs.Contains(c) && element == at + 1 ? RunOf(text, at, end) : element;
        }

        if (afterBlank && ScanEmoticon(text, at, end) is var face && face > at)
        {
            return face;
        }

        if (c is '!' or '?')
        {
            return RunOfAny(text, at, end, "!?");
        }

        if (c is '\'' or '`')
        {
            return at + 1 < end && text[at + 1] == c ? at + 2 : at + 1;
        }

        return Runs.Contains(c) ? RunOf(text, at, end) : at + 1;
    }

    /// <summary>Whether a mark is punctuation or a symbol.</summary>
    public static TokenKind Classify(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at)
        is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol
        or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.Format
        || text[at] == '%' ? TokenKind.Symbol : TokenKind.Punctuation;

    private static int RunOf(string text, int at, int end)
    {
        var c = text[at];
        while (at < end && (text[at] == c || (c == '…' && text[at] == '.')))
        {
            at++;
        }

        return at;
    }

    private static int RunOfAny(string text, int at, int end, string marks)
    {
        while (at < end && marks.Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int ScanEmoticon(string text, int at, int end)
    {
        for (var length = Math.Min(3, end - at); length > 1; length--)
        {
            if (!Characters.IsWord(text, at + length, end) && s_emoticons.Value.Contains(text.AsSpan(at, length)))
            {
                return at + length;
            }
        }

        return at;
    }
}
