using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RulesEngine.Hosting.Plugins.Locking;

/// <summary>
/// A lock as text: JSON, sorted, one file a line. <c>{"rulesenginePlugins":1,"plugins":{NAME:{FILE:"sha256:…"}}}</c>. The reader takes nothing
/// that two programs could read in two ways.
/// </summary>
public static class PluginLockJson
{
    /// <summary>Name of the file unless another is said.</summary>
    public const string DefaultName = "plugins.lock.json";

    /// <summary>Most bytes that a lock may have.</summary>
    public const int MostBytes = 10_000_000;

    private const int Version = 1;
    private const string VersionKey = "rulesenginePlugins";
    private const string PluginsKey = "plugins";
    private const string Algorithm = "sha256:";
    private const int HashDigits = 64;

    /// <summary>Ends with a line end; the same lock is always the same text.</summary>
    public static string Write(PluginLock plugins)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber(VersionKey, Version);
            json.WriteStartObject(PluginsKey);
            foreach (var (name, files) in plugins.Plugins)
            {
                json.WriteStartObject(name);
                foreach (var (file, hash) in files)
                {
                    json.WriteString(file, Algorithm + hash);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is no lock; the message says what is wrong with it.</exception>
    public static PluginLock Read(ReadOnlyMemory<byte> text)
    {
        if (text.Length > MostBytes)
        {
            throw new FormatException($"it is longer than {MostBytes} bytes");
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            return ReadRoot(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"it is not valid JSON at line {exception.LineNumber + 1}, is nested too deeply or says something twice; make it anew with 'rulesengine plugins lock'", exception);
        }
    }

    private static PluginLock ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(VersionKey, out var version) || !root.TryGetProperty(PluginsKey, out var plugins) || plugins.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it is no lock of plugins; make one with 'rulesengine plugins lock'");
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != Version)
        {
            throw new FormatException($"it has version {version.GetRawText()} and this program reads version {Version}; make it anew with 'rulesengine plugins lock'");
        }

        var read = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var plugin in plugins.EnumerateObject())
        {
            read[IsSegment(plugin.Name) ? plugin.Name : throw new FormatException($"'{plugin.Name}' is no name of a plugin")] = ReadFiles(plugin);
        }

        return new PluginLock(read.ToImmutable());
    }

    private static ImmutableSortedDictionary<string, string> ReadFiles(JsonProperty plugin)
    {
        if (plugin.Value.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"what it says about '{plugin.Name}' is no list of files");
        }

        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in plugin.Value.EnumerateObject())
        {
            if (!file.Name.Split('/').All(IsSegment))
            {
                throw new FormatException($"'{file.Name}' of '{plugin.Name}' is no path within the folder of a plugin");
            }

            if (!names.Add(file.Name))
            {
                throw new FormatException($"'{file.Name}' of '{plugin.Name}' differs from another file in case alone");
            }

            files[file.Name] = ReadHash(file.Value) ?? throw new FormatException($"'{file.Name}' of '{plugin.Name}' has no hash of the form {Algorithm}…");
        }

        return files.Count > 0 ? files.ToImmutable() : throw new FormatException($"'{plugin.Name}' has no files");
    }

    private static string? ReadHash(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.StartsWith(Algorithm, StringComparison.Ordinal)
        && text.Length == Algorithm.Length + HashDigits && text.Skip(Algorithm.Length).All(char.IsAsciiHexDigitLower)
            ? text[Algorithm.Length..]
            : null;

    private static bool IsSegment(string name) => name.Length > 0 && name is not ("." or "..") && name.AsSpan().IndexOfAny('/', '\\', '\0') < 0;
}
