using System.Buffers;
using System.Text;

namespace RulesEngine.Documents.Decoding;

/// <summary>The encoding that a page declares in its first kilobyte, as browsers look for it (HTML, "prescan a byte stream").</summary>
internal static class DeclaredEncoding
{
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"';/>");
    private const int PrescanLength = 1024;

    /// <summary>The declared encoding, null for UTF-8 or none.</summary>
    /// <exception cref="DocumentException">The declared encoding is not known.</exception>
    public static Encoding? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanLength)]);
        var name = FindName(head);
        if (name.IsEmpty || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            // A declaration that could be read byte by byte is not UTF-16, whatever it says.
            return null;
        }

        // Browsers read these three as windows-1252.
        var known = name.ToString().ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name.ToString();
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            throw new DocumentException(new($"the page declares the encoding '{name}', which is not known; save it as UTF-8"));
        }
    }

    private static ReadOnlySpan<char> FindName(string head)
    {
        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = head.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = head.IndexOf('>', at);
            var tag = head.AsSpan(at, (end < 0 ? head.Length : end) - at);
            var charset = tag.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            if (charset < 0)
            {
                continue;
            }

            var value = tag[(charset + 7)..].TrimStart();
            if (value is ['=', .. var rest])
            {
                rest = rest.TrimStart(" \t\r\n\"'");
                var stop = rest.IndexOfAny(ValueEnds);
                return stop < 0 ? rest : rest[..stop];
            }
        }

        return default;
    }
}
