using System.Globalization;
using System.Text.Encodings.Web;

namespace RulesEngine.Reporting.Formats;

/// <summary>
/// Escapes what JSON itself needs, control characters, and what lies beyond the basic plane: the output is a file or a pipe, not a part of a
/// page. The framework's relaxed encoder does as much, but fills its tables with vector code that is compiled at every start: a twentieth
/// of the work for one article.
/// </summary>
internal sealed unsafe class JsonEscapes : JavaScriptEncoder
{
    private const int Longest = 12;

    private JsonEscapes()
    {
    }

    public static JsonEscapes Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => Longest / 2;

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (char.IsSurrogate(text[i]) || WillEncode(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is < ' ' or '"' or '\\' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or > char.MaxValue;

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        var escape = unicodeScalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => '\0',
        };
        if (escape != '\0')
        {
            numberOfCharactersWritten = 2;
            return "\\".TryCopyTo(target) && new ReadOnlySpan<char>(in escape).TryCopyTo(target[1..]);
        }

        return unicodeScalar <= char.MaxValue
            ? target.TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}", out numberOfCharactersWritten)
            : target.TryWrite(CultureInfo.InvariantCulture, $"\\u{0xD800 + ((unicodeScalar - 0x10000) >> 10):X4}\\u{0xDC00 + (unicodeScalar & 0x3FF):X4}", out numberOfCharactersWritten);
    }
}
