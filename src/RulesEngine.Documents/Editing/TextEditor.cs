using System.Collections.Immutable;
using System.Text;
using RulesEngine.Documents.Decoding;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Editing;

/// <summary>Edits files that are text, in the encoding that they have.</summary>
internal static class TextEditor
{
    /// <exception cref="DocumentException">The encoding has no way back, or none for a character of an edit.</exception>
    public static byte[] Apply(Article article, ReadOnlyMemory<byte> content, ImmutableArray<TextEdit> edits)
    {
        var (encoding, mark) = TextDecoder.FindEncoding(content.Span, article.Format);
        var strict = (Encoding)encoding.Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        var result = new MemoryStream(content.Length);
        result.Write(content.Span[..mark]);
        try
        {
            if (!strict.GetBytes(article.SourceText).AsSpan().SequenceEqual(content.Span[mark..]))
            {
                throw new DocumentException(new($"the file cannot be written back as {encoding.WebName} without changing other bytes; save it as UTF-8 first"));
            }

            var at = 0;
            foreach (var edit in edits)
            {
                result.Write(strict.GetBytes(article.SourceText, at, edit.Span.Start - at));
                result.Write(strict.GetBytes(edit.NewText));
                at = edit.Span.End;
            }

            result.Write(strict.GetBytes(article.SourceText, at, article.SourceText.Length - at));
        }
        catch (EncoderFallbackException exception)
        {
            throw new DocumentException(new($"the character {Describe(exception)} does not exist in {encoding.WebName}; save the file as UTF-8 first"));
        }

        return result.ToArray();
    }

    private static string Describe(EncoderFallbackException exception) =>
        exception.CharUnknown == 0 ? "of the new text" : $"U+{(int)exception.CharUnknown:X4}";
}
