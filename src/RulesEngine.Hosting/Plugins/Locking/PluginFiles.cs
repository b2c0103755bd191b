using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace RulesEngine.Hosting.Plugins.Locking;

/// <summary>Every file of a plugin's folder, with its hash. Nothing of it is run.</summary>
internal sealed class PluginFiles
{
    private const int MostFiles = 5_000;
    private const int MostFolders = 16;
    private const long MostBytes = 1_000_000_000;

    private readonly ImmutableSortedDictionary<string, string>.Builder _hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _bytes;

    private PluginFiles()
    {
    }

    /// <summary>SHA-256 as lower-case hexadecimal digits, by path within the folder with <c>/</c>.</summary>
    /// <exception cref="PluginException">The folder cannot be read, or holds what a hash says nothing about: links, names that differ in case alone, dependencies outside.</exception>
    public static ImmutableSortedDictionary<string, string> Hash(PluginFolder folder)
    {
        var files = new PluginFiles();
        try
        {
            if (!Directory.Exists(folder.Path))
            {
                throw new PluginException("there is no such folder", "name the folder that holds the plugin's assembly");
            }

            files.Add(new DirectoryInfo(folder.Path), "", 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"its files cannot be read ({PluginHost.FirstLine(exception)})", "check the permissions");
        }

        return files._hashes.ToImmutable();
    }

    private void Add(DirectoryInfo folder, string prefix, int depth)
    {
        if (depth > MostFolders)
        {
            throw new PluginException($"its folders are nested more than {MostFolders} deep", "give the plugin a folder of its own");
        }

        foreach (var entry in folder.EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0 }))
        {
            var name = prefix + entry.Name;
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || entry.LinkTarget is not null)
            {
                throw new PluginException($"{name} is a link, and what it leads to can change unseen", "put the file itself there");
            }

            if (!_names.Add(name))
            {
                throw new PluginException($"two of its files have names that differ in case alone ({name})", "rename one of them");
            }

            if (entry is DirectoryInfo inner)
            {
                Add(inner, name + "/", depth + 1);
            }
            else
            {
                Add((FileInfo)entry, name);
            }
        }
    }

    private void Add(FileInfo file, string name)
    {
        _bytes += file.Length;
        if (_hashes.Count >= MostFiles || _bytes > MostBytes)
        {
            throw new PluginException(
                string.Create(CultureInfo.InvariantCulture, $"its folder holds more than {MostFiles} files or {MostBytes} bytes"), "give the plugin a folder of its own");
        }

        if (name.EndsWith(".deps.json", StringComparison.OrdinalIgnoreCase))
        {
            DependencyPaths.RefuseOutside(file.FullName, name);
        }

        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
        _hashes[name] = Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
