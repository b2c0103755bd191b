using System.Text.Json;

namespace RulesEngine.Hosting.Plugins.Locking;

/// <summary>The runtime takes paths of dependencies from a .deps.json as they stand there, so one with dots leads out of the folder and its hashes.</summary>
internal static class DependencyPaths
{
    private const int MostBytes = 10_000_000;

    /// <exception cref="PluginException">A path leads out, or the file cannot be read as JSON.</exception>
    public static void RefuseOutside(string path, string name)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new PluginException($"{name} is longer than {MostBytes} bytes", "build the plugin anew");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
            if (FindOutside(document.RootElement) is { } outside)
            {
                throw new PluginException($"{name} names a dependency outside of the folder ('{outside}')", "build the plugin so that its dependencies are copied beside it (EnableDynamicLoading)");
            }
        }
        catch (JsonException)
        {
            throw new PluginException($"{name} is not valid JSON", "build the plugin anew");
        }
    }

    private static string? FindOutside(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => LeadsOut(property.Name) ? property.Name : FindOutside(property.Value)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(FindOutside).FirstOrDefault(found => found is not null),
        JsonValueKind.String => element.GetString() is { } text && LeadsOut(text) ? text : null,
        _ => null,
    };

    private static bool LeadsOut(string path) =>
        path.Split('/', '\\').Contains("..", StringComparer.Ordinal) || path.StartsWith('/') || path.StartsWith('\\') || (path.Length > 2 && path[1] == ':' && path[2] is '/' or '\\');
}
