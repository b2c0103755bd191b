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

    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(Article article, Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(diagnostic);
        var block = article.BlockAt(diagnostic.Span.Start)?.Span ?? new TextSpan(0, article.Text.Length);
        var before = Words(AfterLastSentence(article.Text.AsSpan(block.Start, Math.Max(0, diagnostic.Span.Start - block.Start)))).TakeLast(WordsOfContext);
        var after = Words(UpToSentenceEnd(article.Text.AsSpan(Math.Min(diagnostic.Span.End, block.End), Math.Max(0, block.End - diagnostic.Span.End)))).Take(WordsOfContext);
        var key = string.Join('\n', diagnostic.Descriptor.Id, Join(before), Join(Words(article.AsSpan(diagnostic.Span))), Join(after));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
    }

    private static ReadOnlySpan<char> AfterLastSentence(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 2; i >= 0; i--)
        {
            if (IsSentenceEnd(text, i))
            {
                return text[(i + 1)..];
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> UpToSentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (IsSentenceEnd(text, i))
            {
                return text[..i];
            }
        }

        return text;
    }

    /// <summary>An abbreviation counts too: less context does no harm, and the hash must not depend on how sentences are found.</summary>
    private static bool IsSentenceEnd(ReadOnlySpan<char> text, int at) => text[at] is '.' or '!' or '?' && char.IsWhiteSpace(text[at + 1]);

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);

    private static List<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(text[start..i].ToString().ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }
}
