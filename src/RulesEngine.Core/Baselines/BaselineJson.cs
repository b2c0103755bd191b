using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RulesEngine.Core.Baselines;

/// <summary>
/// A baseline as text: JSON, sorted, one finding a line, so that a version control system shows what was added and can merge.
/// <c>{"rulesengineBaseline":1,"articles":{PATH:{"RULE FINGERPRINT":COUNT}}}</c>.
/// </summary>
public static class BaselineJson
{
    private const int Version = 1;
    private const string VersionKey = "rulesengineBaseline";
    private const string ArticlesKey = "articles";
    private const int FingerprintLength = 32;
    private const int MostOfOne = 1_000_000;

    /// <summary>Ends with a line end; the same baseline is always the same text.</summary>
    public static string Write(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber(VersionKey, Version);
            json.WriteStartObject(ArticlesKey);
            foreach (var path in baseline.Paths)
            {
                json.WriteStartObject(path);
                foreach (var (key, count) in baseline[path])
                {
                    json.WriteNumber($"{key.Rule} {key.Fingerprint}", count);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is no baseline; the message says what is wrong with it.</exception>
    public static Baseline Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            return ReadRoot(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"it is not valid JSON at line {exception.LineNumber + 1}; a merge may have left marks in it", exception);
        }
    }

    private static Baseline ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(VersionKey, out var version) || !root.TryGetProperty(ArticlesKey, out var articles) || articles.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it is no baseline of rulesengine; make one with 'rulesengine baseline create'");
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
        {
            throw new FormatException($"it has version {version.GetRawText()} and this program reads version {Version}; make it anew with 'rulesengine baseline create'");
        }

        var baseline = Baseline.Empty;
        foreach (var article in articles.EnumerateObject())
        {
            baseline = baseline.With(article.Name, ReadCounts(article));
        }

        return baseline;
    }

    private static Dictionary<BaselineKey, int> ReadCounts(JsonProperty article)
    {
        if (article.Value.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"what it says about '{article.Name}' is no object");
        }

        var counts = new Dictionary<BaselineKey, int>();
        foreach (var entry in article.Value.EnumerateObject())
        {
            counts[ReadKey(article.Name, entry.Name)] = entry.Value.ValueKind == JsonValueKind.Number && entry.Value.TryGetInt32(out var count) && count is > 0 and <= MostOfOne
                ? count
                : throw new FormatException($"'{entry.Name}' of '{article.Name}' has no count between 1 and {MostOfOne}");
        }

        return counts;
    }

    private static BaselineKey ReadKey(string path, string text)
    {
        var blank = text.LastIndexOf(' ');
        var fingerprint = text[(blank + 1)..];
        return blank > 0 && fingerprint.Length == FingerprintLength && fingerprint.All(char.IsAsciiHexDigitLower)
            ? new BaselineKey(text[..blank], fingerprint)
            : throw new FormatException($"'{text}' of '{path}' is no rule and fingerprint");
    }
}
