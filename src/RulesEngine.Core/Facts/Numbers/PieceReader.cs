using System.Globalization;
using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Cuts text into pieces, in one pass.</summary>
internal static class PieceReader
{
    /// <summary>Appends the pieces of a sentence.</summary>
    public static void Read(ArticleFacts facts, Sentence sentence, ValueList<Piece> into)
    {
        var text = facts.Article.Text;
        var tokens = facts.Tokens;
        var at = sentence.Span.Start;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (tokens[i].Kind is TokenKind.Handle or TokenKind.Hashtag or TokenKind.Url or TokenKind.Email)
            {
                Cut(text, at, tokens[i].Start, into);
                into.Add(PieceOf(text, tokens[i].Start, tokens[i].End, PieceKind.Opaque));
                at = tokens[i].End;
            }
        }

        Cut(text, at, sentence.Span.End, into);
    }

    /// <summary>Appends the pieces of a stretch of text.</summary>
    public static void Cut(string text, int start, int end, ValueList<Piece> into)
    {
        for (var at = start; at < end;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var (stop, kind) = char.IsAsciiDigit(c) || OpensDecimal(text, at, end) ? (NumberEnd(text, at, end), PieceKind.Number)
                : IsNumberSign(c) ? (at + 1, PieceKind.Number)
                : char.IsLetter(c) ? (WordEnd(text, at, end), PieceKind.Word)
                : (at + 1, PieceKind.Mark);
            into.Add(PieceOf(text, at, stop, kind));
            at = stop;
        }
    }

    private static Piece PieceOf(string text, int start, int end, PieceKind kind) => new(start, end, kind, WordFilter.KeyOf(text.AsSpan(start, end - start)));

    // ".08 percent": a point that nothing touches from the left but a sign.
    private static bool OpensDecimal(string text, int at, int end) =>
        text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '-' or '$' or '£' or '€' or '(' or '−');

    private static bool IsNumberSign(char c) => c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber;

    private static int WordEnd(string text, int at, int end)
    {
        while (at < end && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark))
        {
            at++;
        }

        return at;
    }

    private static int NumberEnd(string text, int start, int end)
    {
        if (text[start] == '.')
        {
            return DigitsEnd(text, start + 1, end);
        }

        var at = DigitsEnd(text, start, end);
        var grouped = at - start <= 3;
        while (at + 1 < end)
        {
            var mark = text[at];
            var next = DigitsEnd(text, at + 1, end);
            var three = next - at - 1 == 3;
            if (mark is '.' or ',' && next > at + 1)
            {
                grouped = false;
            }
            else if (!(mark is ' ' or '\u00A0' or '\u2009' or '\u202F' or '\'' or '’' && grouped && three && !StartsLonger(text, next, end)))
            {
                return at;
            }

            at = next;
        }

        return at;
    }

    // "2 310.5" goes on after the group; "2 310-seat" and "12 300k" do too, but a group that touches letters is no group of thousands.
    private static bool StartsLonger(string text, int at, int end) => at < end && char.IsLetter(text[at]);

    private static int DigitsEnd(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
