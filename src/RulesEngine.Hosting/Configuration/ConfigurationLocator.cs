namespace RulesEngine.Hosting.Configuration;

/// <summary>Finds the configuration of an article: the nearest file upwards from it, and no other.</summary>
public sealed class ConfigurationLocator
{
    /// <summary>Name of a configuration file.</summary>
    public const string FileName = "rulesengine.yml";

    private readonly Dictionary<string, string?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Full path of the configuration, or null. Not for several threads at once.</summary>
    /// <param name="articlePath">Full path of the article.</param>
    public string? Find(string articlePath) => FindFrom(Path.GetDirectoryName(articlePath));

    private string? FindFrom(string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        if (!_byFolder.TryGetValue(folder, out var found))
        {
            var here = Path.Combine(folder, FileName);
            _byFolder[folder] = found = File.Exists(here) ? here : FindFrom(Path.GetDirectoryName(folder));
        }

        return found;
    }
}
