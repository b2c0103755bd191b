using System.Collections.Immutable;
using RulesEngine.Hosting.Vale;

namespace RulesEngine.Hosting.Configuration;

/// <summary>
/// Finds the configuration of an article: the nearest rulesengine.yml upwards from it, and no other; where there is none, the nearest
/// .vale.ini.
/// </summary>
public sealed class ConfigurationLocator
{
    /// <summary>Name of a configuration file.</summary>
    public const string FileName = "rulesengine.yml";

    private readonly Dictionary<string, string?> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _valeByFolder = new(StringComparer.Ordinal);

    /// <summary>Full path of the configuration, or null. Not for several threads at once.</summary>
    /// <param name="articlePath">Full path of the article.</param>
    public string? Find(string articlePath)
    {
        var folder = Path.GetDirectoryName(articlePath);
        return FindFrom(folder, [FileName], _byFolder) ?? FindFrom(folder, ValeConfigurationReader.FileNames, _valeByFolder);
    }

    /// <summary>Every path at which a configuration of these articles could stand.</summary>
    /// <param name="articlePaths">Full paths.</param>
    public static IEnumerable<string> FindPlaces(IEnumerable<string> articlePaths)
    {
        ArgumentNullException.ThrowIfNull(articlePaths);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in articlePaths)
        {
            for (var folder = Path.GetDirectoryName(path); folder is not null && folders.Add(folder); folder = Path.GetDirectoryName(folder))
            {
            }
        }

        return folders.SelectMany(folder => ValeConfigurationReader.FileNames.Prepend(FileName).Select(name => Path.Combine(folder, name)));
    }

    private static string? FindFrom(string? folder, ImmutableArray<string> names, Dictionary<string, string?> byFolder)
    {
        if (folder is null)
        {
            return null;
        }

        if (!byFolder.TryGetValue(folder, out var found))
        {
            foreach (var name in names)
            {
                var here = Path.Combine(folder, name);
                found ??= File.Exists(here) ? here : null;
            }

            byFolder[folder] = found ??= FindFrom(Path.GetDirectoryName(folder), names, byFolder);
        }

        return found;
    }
}
