namespace RulesEngine.Hosting.Plugins;

/// <summary>A folder with a plugin. Its main assembly has the folder's name, or is the only one that references the Sdk.</summary>
internal sealed class PluginFolder(string path)
{
    public const string LexiconFolderName = "lexicons";

    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    public string Name => System.IO.Path.GetFileName(Path);

    public string LexiconFolder => System.IO.Path.Combine(Path, LexiconFolderName);

    /// <exception cref="PluginException">No folder, no assembly, or several that could be meant.</exception>
    public string FindMainAssembly()
    {
        if (!Directory.Exists(Path))
        {
            throw new PluginException(
                File.Exists(Path) ? "it is a file and not a folder" : "there is no such folder",
                "name the folder that holds the plugin's assembly");
        }

        var named = System.IO.Path.Combine(Path, Name + ".dll");
        return File.Exists(named) ? named : FindOnlyCandidate();
    }

    /// <exception cref="PluginException">The folder holds a copy of the Sdk, which would give its analyzers another base class.</exception>
    public void RefusePrivateSdk()
    {
        foreach (var copy in Directory.EnumerateFiles(Path, SdkContract.FileName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 }))
        {
            throw new PluginException(
                $"it brings its own copy of the Sdk ({System.IO.Path.GetRelativePath(Path, copy)})",
                "delete the copy and reference the Sdk with Private=\"false\" and ExcludeAssets=\"runtime\"");
        }
    }

    private string FindOnlyCandidate()
    {
        var candidates = Directory.GetFiles(Path, "*.dll")
            .Where(PluginMetadata.ReferencesSdk)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return candidates switch
        {
            [var only] => only,
            [] => throw new PluginException($"no assembly in it references {SdkContract.AssemblyName}", $"build the plugin into this folder, best as {Name}.dll"),
            _ => throw new PluginException(
                $"{string.Join(", ", candidates.Select(System.IO.Path.GetFileName))} all reference {SdkContract.AssemblyName}",
                $"name the main one like the folder, {Name}.dll, and give every plugin its own folder"),
        };
    }
}
