using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// Cuts text into tokens as UD English-EWT does. Blanks separate chunks; within a chunk the longest of address, number, word
/// and mark is taken from left to right. Every character that is no blank belongs to exactly one token.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Appends the tokens of a stretch of text.</summary>
    public static void Tokenize(string text, TextSpan span, TokenList into)
    {
        var at = span.Start;
        while (at < span.End)
        {
            if (Characters.IsBlank(text[at]))
            {
                at++;
                continue;
            }

            var end = FindChunkEnd(text, at, span.End, out var addresses);
            Chunk(text, at, end, addresses, span.End, into);
            at = end;
        }
    }

    // Most chunks are plain words; the scan for addresses is spared where none of their signs occurs.
    private static int FindChunkEnd(string text, int at, int end, out bool addresses)
    {
        addresses = false;
        var start = at;
        for (; at < end && !Characters.IsBlank(text[at]); at++)
        {
            addresses |= text[at] switch
            {
                '@' or '#' or '＠' or '＃' => true,
                '.' => at > start && at + 1 < end && char.IsAsciiLetterOrDigit(text[at + 1]),
                ':' => at + 1 < end && char.IsAsciiLetterOrDigit(text[at + 1]),
                '/' => at > start && text[at - 1] == '/',
                _ => false,
            };
        }

        return at;
    }

    private static void Chunk(string text, int start, int end, bool addresses, int blockEnd, TokenList into)
    {
        var at = start;
        while (at < end)
        {
            var fresh = at == start || !Characters.IsWord(text, at - 1, at);
            if (addresses && fresh && AddressScanner.Scan(text, at, end, out var kind) is var stop && stop > at)
            {
                into.Add(new Token(at, stop, kind));
                at = stop;
            }
            else if (NumberScanner.IsStart(text, at, end, fresh))
            {
                at = NumberScanner.Scan(text, at, end, into);
            }
            else if (Characters.IsWord(text, at, end))
            {
                at = WordScanner.Scan(text, at, end, blockEnd, into);
            }
            else if (Clitics.ScanLeading(text, start, at, end, into) is var clitic && clitic > at)
            {
                at = clitic;
            }
            else
            {
                stop = MarkScanner.Scan(text, at, end, at == start);
                into.Add(new Token(at, stop, MarkScanner.Classify(text, at)));
                at = stop;
            }
        }
    }
}
