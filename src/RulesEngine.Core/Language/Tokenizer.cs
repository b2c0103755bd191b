using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Cuts text into tokens as UD English-EWT does.</summary>
internal static class Tokenizer
{
    /// <summary>Appends the tokens of a stretch of text.</summary>
    public static void Tokenize(string text, TextSpan span, ImmutableArray<Token>.Builder into)
    {
        var at = span.Start;
        while (at < span.End)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var end = at + 1;
            if (char.IsLetterOrDigit(c))
            {
                while (end < span.End && (char.IsLetterOrDigit(text[end]) || ((text[end] is '.' or ',') && char.IsDigit(c) && end + 1 < span.End && char.IsDigit(text[end + 1]))))
                {
                    end++;
                }

                into.Add(new Token(at, end, char.IsDigit(c) ? TokenKind.Number : TokenKind.Word));
            }
            else
            {
                into.Add(new Token(at, end, TokenKind.Punctuation));
            }

            at = end;
        }
    }
}
