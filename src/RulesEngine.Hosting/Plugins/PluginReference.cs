using RulesEngine.Hosting.Configuration;

namespace RulesEngine.Hosting.Plugins;

/// <summary>A plugin that is to be loaded.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folder">Full path.</param>
/// <param name="Location">Where a configuration names it; null for the bundled ones and the command line.</param>
/// <param name="Origin">Who vouches for it.</param>
public sealed record PluginReference(string Text, string Folder, SourceLocation? Location, PluginOrigin Origin)
{
    /// <summary>Name of its folder.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder));
}
