using System.Security.Cryptography;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// Recognises a finding in a later version of the draft: a hash of rule, text and the words around it in its sentence, never of
/// line numbers, so that it survives what is written above and beside it. It holds no text.
/// </summary>
public static class Fingerprint
{
    private const int WordsOfContext = 3;

    // Sizes that nearly every finding keeps within; longer ones take an array.
    private const int StackCharacters = 512;
    private const int StackBytes = 2048;

    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(Article article, Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(diagnostic);
        var span = diagnostic.Span;
        var block = article.BlockAt(span.Start)?.Span ?? new TextSpan(0, article.Text.Length);
        var before = EndOf(article.Text.AsSpan(block.Start, Math.Max(0, span.Start - block.Start)));
        var after = StartOf(article.Text.AsSpan(Math.Min(span.End, block.End), Math.Max(0, block.End - span.End)));
        var found = article.AsSpan(span);
        var id = diagnostic.Descriptor.Id;

        // Words stand apart by one character in the key and by one or more in the text; three line breaks divide the parts.
        var most = id.Length + before.Length + found.Length + after.Length + 3;
        var key = most <= StackCharacters ? stackalloc char[StackCharacters] : new char[most];
        id.CopyTo(key);
        var length = id.Length;
        AppendWords(before, key, ref length);
        AppendWords(found, key, ref length);
        AppendWords(after, key, ref length);
        return Hash(key[..length]);
    }

    private static string Hash(ReadOnlySpan<char> key)
    {
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    // The last words of the sentence that the text ends in.
    private static ReadOnlySpan<char> EndOf(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (IsSentenceEnd(text, i))
            {
                return text[(i + 1)..];
            }

            words += IsFirstOfWord(text, i) ? 1 : 0;
            if (words == WordsOfContext)
            {
                return text[i..];
            }
        }

        return text;
    }

    // The first words of the sentence that the text begins in.
    private static ReadOnlySpan<char> StartOf(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsSentenceEnd(text, i))
            {
                return text[..i];
            }

            words += IsFirstOfWord(text, i) ? 1 : 0;
            if (words > WordsOfContext)
            {
                return text[..i];
            }
        }

        return text;
    }

    /// <summary>An abbreviation counts too: less context does no harm, and the hash must not depend on how sentences are found.</summary>
    private static bool IsSentenceEnd(ReadOnlySpan<char> text, int at) => text[at] is '.' or '!' or '?' && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]);

    private static bool IsFirstOfWord(ReadOnlySpan<char> text, int at) => char.IsLetterOrDigit(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    // A line break, then the words in lower case with a blank between two.
    private static void AppendWords(ReadOnlySpan<char> text, Span<char> key, ref int length)
    {
        key[length++] = '\n';
        var first = length;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (length > first && !char.IsLetterOrDigit(text[i - 1]))
            {
                key[length++] = ' ';
            }

            key[length++] = char.ToLowerInvariant(text[i]);
        }
    }
}
