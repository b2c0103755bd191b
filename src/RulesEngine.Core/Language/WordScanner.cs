using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Finds words: with their abbreviating full stops, kept prefixes, inner apostrophes and ampersands.</summary>
internal static class WordScanner
{
    private static readonly Lazy<WordList> s_prefixes = WordList.Load("hyphen-prefixes");

    /// <summary>Appends the tokens of the word at a position; returns where it ends.</summary>
    public static int Scan(string text, int at, int end, int blockEnd, TokenList into)
    {
        var stop = ScanLetters(text, at, end);
        while (stop + 1 < end && text[stop] is '-' or '‐' or '‑' && char.IsLetterOrDigit(text[stop + 1]) && s_prefixes.Value.Contains(text.AsSpan(at, stop - at)))
        {
            stop = ScanLetters(text, stop + 1, end);
        }

        var dotted = ScanDots(text, at, stop, end);
        if (dotted > stop)
        {
            into.Add(new Token(at, dotted, TokenKind.Word));
            return dotted;
        }

        if (stop < end && text[stop] == '.' && IsAbbreviated(text, at, stop, end, blockEnd))
        {
            into.Add(new Token(at, stop + 1, TokenKind.Word));
            return stop + 1;
        }

        return Clitics.Split(text, at, stop, end, into);
    }

    /// <summary>The end of letters with full stops between ("U.S.", "a.m."), or <paramref name="stop"/> where there are none.</summary>
    public static int ScanDots(string text, int at, int stop, int end)
    {
        var last = stop;
        while (last - at == 1 || (last > stop && text[last - 2] == '.'))
        {
            if (last + 1 >= end || text[last] != '.' || !char.IsLetter(text[last + 1]) || Characters.IsWord(text, last + 2, end))
            {
                break;
            }

            last += 2;
        }

        if (last == stop && !IsDottedTerm(text, at, stop, end, out last))
        {
            return stop;
        }

        return last < end && text[last] == '.' ? last + 1 : last;
    }

    // "Ph.D", "M.Sc": what the lexicon has with a full stop inside.
    private static bool IsDottedTerm(string text, int at, int stop, int end, out int last)
    {
        last = stop;
        if (stop - at > 5 || stop + 1 >= end || text[stop] != '.' || !char.IsLetter(text[stop + 1]))
        {
            return false;
        }

        last = stop + 1;
        while (last < end && last - at < 12 && Characters.WordLength(text, last, end) is var length and > 0)
        {
            last += length;
        }

        return Abbreviations.Find(text.AsSpan(at, last - at)) != AbbreviationKind.None;
    }

    private static int ScanLetters(string text, int at, int end)
    {
        var start = at;
        while (at < end)
        {
            if (Characters.WordLength(text, at, end) is var length and > 0)
            {
                at += length;
            }
            else if (at > start && at + 1 < end && IsJoint(text, start, at, end))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsJoint(string text, int start, int at, int end)
    {
        var c = text[at];
        var next = text[at + 1];
        if (Characters.IsApostrophe(c))
        {
            return char.IsLetter(next);
        }

        return c switch
        {
            '&' => char.IsLetter(next) && at - start <= 4 && char.IsUpper(text[at - 1]) == char.IsUpper(next) && IsShortPart(text, start, at, end),
            '*' => char.IsLetter(next) || next == '*',
            _ => false,
        };
    }

    // "AT&T", "p&l", but not "bed&breakfast".
    private static bool IsShortPart(string text, int start, int at, int end)
    {
        var length = 1;
        while (at + length < end && length < 6 && char.IsLetter(text[at + length]))
        {
            length++;
        }

        return char.IsUpper(text[start]) ? length <= 5 : at - start == 1 && length == 2;
    }

    private static bool IsAbbreviated(string text, int at, int stop, int end, int blockEnd)
    {
        if (stop + 1 < end && text[stop + 1] == '.')
        {
            return false;
        }

        var kind = Abbreviations.Find(text.AsSpan(at, stop - at));
        var initial = stop - at == 1 && char.IsUpper(text[at]) && IsInitial(text, at, stop, blockEnd);
        if (kind == AbbreviationKind.Number)
        {
            return initial || (stop + 1 < end ? char.IsDigit(text[stop + 1]) : IsNumeralNext(text, stop + 1, blockEnd));
        }

        return initial || kind != AbbreviationKind.None;
    }

    private static bool IsNumeralNext(string text, int at, int end)
    {
        while (at < end && Characters.IsBlank(text[at]))
        {
            at++;
        }

        return at < end && (char.IsDigit(text[at]) || text[at] == '#' || (text[at] is 'I' or 'V' or 'X' && (at + 1 == end || !char.IsLower(text[at + 1]))));
    }

    // "posted it on X. Nobody": a place, where "a novel by X. J. Kennedy" has an initial.
    private static bool IsNetwork(string text, int at) =>
        text[at] == 'X' && at > 3 && text[at - 1] == ' ' && text[at - 4] == ' ' && text.AsSpan(at - 3, 2) is "on" or "to";

    // A capital before a full stop is an initial where a name goes on; at the end of the block it is a word like any other.
    private static bool IsInitial(string text, int at, int stop, int end)
    {
        var next = stop + 1;
        while (next < end && Characters.IsBlank(text[next]))
        {
            next++;
        }

        return next < end && !IsNetwork(text, at) && (text[at] != 'I' || at == 0 || char.IsLetter(text[next])) && text[next] is not ('"' or '”' or '’' or '\'');
    }
}
