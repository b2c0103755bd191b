using System.Globalization;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Decoding;

/// <summary>Bytes to text: UTF-8, UTF-16 by its byte order mark, and for HTML what the page declares.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DocumentException">Not text, not in an encoding that can be told, nothing but blanks, or a line that is too long.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, ArticleFormat format, ReadLimits limits)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => DecodeUtf8(rest, 3),
            [0xFF, 0xFE, .. var rest] => DecodeUtf16(rest, bigEndian: false),
            [0xFE, 0xFF, .. var rest] => DecodeUtf16(rest, bigEndian: true),
            _ => DecodeUnmarked(bytes, format),
        };
        if (text.AsSpan().IsWhiteSpace())
        {
            throw new DocumentException(new("the file holds nothing but blanks; was it saved?"));
        }

        CheckLines(text, limits.MaxLineLength);
        return text;
    }

    /// <summary>The encoding that <see cref="Decode"/> reads a file in, and the length of its byte order mark.</summary>
    /// <exception cref="DocumentException">The declared encoding is not known.</exception>
    public static (Encoding Encoding, int MarkLength) FindEncoding(ReadOnlySpan<byte> bytes, ArticleFormat format) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        _ => (format == ArticleFormat.Html && DeclaredEncoding.Find(bytes) is { } declared ? declared : Utf8, 0),
    };

    private static string DecodeUnmarked(ReadOnlySpan<byte> bytes, ArticleFormat format)
    {
        ThrowIfBinary(bytes);
        return format == ArticleFormat.Html && DeclaredEncoding.Find(bytes) is { } declared
            ? declared.GetString(bytes)
            : DecodeUtf8(bytes, 0);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, int skipped)
    {
        ThrowIfBinary(bytes);
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var at = FirstInvalid(bytes, exception.Index);
            var line = 1 + bytes[..at].Count((byte)'\n');
            throw new DocumentException(new(
                string.Create(CultureInfo.InvariantCulture, $"the file is not UTF-8: byte {at + skipped} (0x{bytes[at]:X2}) in line {line} begins no character; it may be windows-1252: save it as UTF-8"),
                line));
        }
    }

    // The exception's index is of the decoder's own buffer; the first byte that does not decode is found by halving.
    private static int FirstInvalid(ReadOnlySpan<byte> bytes, int hint)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return Math.Clamp(hint, 0, bytes.Length - 1);
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            return new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new DocumentException(new("the file begins as UTF-16 and is not: it ends in the middle of a character or has half of a surrogate pair; save it as UTF-8"));
        }
    }

    // A NUL in the first kilobytes never stands in text that is not UTF-16.
    private static void ThrowIfBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            throw new DocumentException(new("the file is a zip archive, not text; if it is a Word document, give it the ending .docx"));
        }

        if (bytes.StartsWith("%PDF-"u8))
        {
            throw new DocumentException(new("the file is a PDF, not text; export its text as .txt or .docx"));
        }

        var at = bytes.IndexOf((byte)0);
        if (at >= 0)
        {
            throw new DocumentException(new(string.Create(CultureInfo.InvariantCulture,
                $"the file is binary, not text: byte {at} is zero; if it is UTF-16, save it with a byte order mark or as UTF-8")));
        }
    }

    private static void CheckLines(string text, int limit)
    {
        var line = 1;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            length = length < 0 ? text.Length - at : length;
            if (length > limit)
            {
                throw new DocumentException(DocumentProblem.Limit("max-line-length", "a line is too long: its length in characters is", limit, line));
            }

            at += length + 1;
            at += at < text.Length && text[at] == '\n' && text[at - 1] == '\r' ? 1 : 0;
            line++;
        }
    }
}
