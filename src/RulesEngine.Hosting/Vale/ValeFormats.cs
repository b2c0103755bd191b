using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>The <c>[formats]</c> of a .vale.ini: endings that are read as another one (<c>mdx = md</c>).</summary>
public static class ValeFormats
{
    // What Vale calls the formats that can be read here.
    private static readonly string[] s_known = ["md", "markdown", "txt", "html", "htm"];

    /// <summary>The endings of the .vale.ini that holds for a folder, both with their dots, in lower case; none where another configuration holds.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="configuration">The configuration that the caller names; null for the nearest one.</param>
    public static ImmutableDictionary<string, string> Find(string folder, string? configuration)
    {
        configuration ??= new ConfigurationLocator().Find(Path.Combine(folder, "draft"));
        if (configuration is null || !ValeConfigurationReader.IsFor(configuration))
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        try
        {
            // What is wrong with the file is said when the configuration is read.
            return new FileInfo(configuration).Length > YamlReader.MaximumLength
                ? ImmutableDictionary<string, string>.Empty
                : Read(IniFile.Read(File.ReadAllText(configuration), static (_, _) => { }), static (_, _, _) => { });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ImmutableDictionary<string, string>.Empty;
        }
    }

    internal static ImmutableDictionary<string, string> Read(IEnumerable<IniEntry> entries, Action<int, string, DiagnosticSeverity> report)
    {
        var formats = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(entry => entry.Section == "formats"))
        {
            if (s_known.Contains(entry.Value, StringComparer.OrdinalIgnoreCase))
            {
                formats["." + entry.Key.TrimStart('.').ToLowerInvariant()] = "." + entry.Value.ToLowerInvariant();
            }
            else
            {
                report(entry.Line, $"'{entry.Key} = {entry.Value}' in [formats] has no effect: there are {string.Join(", ", s_known)} to read a file as", DiagnosticSeverity.Warning);
            }
        }

        return formats.ToImmutable();
    }
}
