namespace RulesEngine.Hosting.Configuration;

/// <summary>
/// Keeps the paths of a configuration that nobody vouches for within the folder of the configuration or the current folder,
/// whatever dots and links they go through: it may have arrived with a pull request, and what it names is read and shown.
/// </summary>
public sealed class PathConfinement
{
    private const int MaximumLinks = 40;

    private readonly string[] _roots;

    /// <param name="roots">Folders that hold everything that may be read.</param>
    public PathConfinement(params string[] roots) => _roots = [.. roots.Select(root => ResolveLinks(root))];

    /// <summary>False where the path leads out of every root. A path that does not exist is judged as far as it exists.</summary>
    public bool Allows(string fullPath)
    {
        var real = ResolveLinks(fullPath);
        foreach (var root in _roots)
        {
            if (real == root || real.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The path without links in any of its parts.</summary>
    private static string ResolveLinks(string path) => ResolveLinks(path, 0);

    private static string ResolveLinks(string path, int depth)
    {
        var full = Path.GetFullPath(path);
        var resolved = Path.GetPathRoot(full)!;
        foreach (var part in full[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            try
            {
                var entry = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : (FileSystemInfo)new FileInfo(resolved);
                if (entry.ResolveLinkTarget(returnFinalTarget: true) is { } target && depth < MaximumLinks)
                {
                    resolved = ResolveLinks(target.FullName, depth + 1);
                }
            }
            catch (IOException)
            {
                // A circle of links leads nowhere; reading it fails with a message of its own.
            }
        }

        return resolved;
    }
}
