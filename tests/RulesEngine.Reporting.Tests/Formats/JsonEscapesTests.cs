using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using RulesEngine.Reporting.Formats;
using Xunit;

namespace RulesEngine.Reporting.Tests.Formats;

public sealed class JsonEscapesTests
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String,
        Gen.String["ab\"\\\b\f\n\r\t\u0001\u007F\u0085\u2028\uFEFFé中😀\uD83D\uDE00"]);

    [Fact]
    public void What_is_written_reads_as_it_was() => s_text.Sample(text =>
        JsonSerializer.Deserialize<string>(Write(text, JsonEscapes.Instance)) == ReplaceLoneSurrogates(text));

    [Theory]
    [InlineData("plain, 'quoted' <b>&amp;</b> é 中")]
    [InlineData("\"\\\b\f\n\r\t")]
    [InlineData("\u0001\u001F\u007F\u0085\u009F\u2028\u2029\uFEFF")]
    [InlineData("😀 and 😀😀")]
    [InlineData("\uD83D alone, \uDE00 too")]
    public void Escapes_as_the_relaxed_encoder_of_the_framework(string text) =>
        Assert.Equal(Write(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), Write(text, JsonEscapes.Instance));

    private static string Write(string text, JavaScriptEncoder encoder)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder }))
        {
            json.WriteStringValue(text);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string ReplaceLoneSurrogates(string text) => string.Concat(text.EnumerateRunes());
}
