using System.Collections.Immutable;

namespace RulesEngine.Hosting.Plugins.Locking;

/// <summary>
/// The plugins that somebody vouches for, by name and the hash of every file. Where a plugin lies does not matter, what is in it does: a
/// file more, a file less or one that changed, and it is another plugin. Immutable.
/// </summary>
public sealed class PluginLock
{
    private const int MostNamed = 3;

    internal PluginLock(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> plugins) => Plugins = plugins;

    /// <summary>Without any plugin.</summary>
    public static PluginLock Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal));

    /// <summary>Names of the plugins, in ordinal order.</summary>
    public IEnumerable<string> Names => Plugins.Keys;

    internal ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Plugins { get; }

    /// <summary>The lock with the plugin in a folder as it is now.</summary>
    /// <exception cref="FormatException">The plugin cannot be locked; the message says why.</exception>
    public PluginLock With(string folderPath)
    {
        var folder = new PluginFolder(folderPath);
        try
        {
            folder.FindMainAssembly();
            return !Plugins.ContainsKey(folder.Name)
                ? new PluginLock(Plugins.Add(folder.Name, PluginFiles.Hash(folder)))
                : throw new PluginException("another plugin of the same name is in the lock", "rename the folder and the assembly of one of the two");
        }
        catch (PluginException exception)
        {
            throw new FormatException($"plugin {folder.Name} cannot be locked: {exception.Message}", exception);
        }
    }

    /// <summary>How a plugin differs from what the lock has; null where it is the same. Nothing of it is run.</summary>
    /// <param name="folderPath">Folder of the plugin.</param>
    public string? FindDifference(string folderPath)
    {
        var folder = new PluginFolder(folderPath);
        if (!Plugins.TryGetValue(folder.Name, out var locked))
        {
            return "it is not in the lock; look at it, then run 'rulesengine plugins lock'";
        }

        try
        {
            return Describe(locked, PluginFiles.Hash(folder));
        }
        catch (PluginException exception)
        {
            return exception.Message;
        }
    }

    private static string? Describe(ImmutableSortedDictionary<string, string> locked, ImmutableSortedDictionary<string, string> found)
    {
        List<string> differences =
        [
            .. locked.Where(pair => found.TryGetValue(pair.Key, out var hash) && hash != pair.Value).Select(pair => $"{pair.Key} has changed"),
            .. found.Keys.Where(name => !locked.ContainsKey(name)).Select(name => $"{name} is not in the lock"),
            .. locked.Keys.Where(name => !found.ContainsKey(name)).Select(name => $"{name} is missing"),
        ];
        return differences.Count == 0
            ? null
            : $"{string.Join(", ", differences.Take(MostNamed))}{(differences.Count > MostNamed ? $" and {differences.Count - MostNamed} more" : "")}; look at what changed, then run 'rulesengine plugins lock'";
    }
}
