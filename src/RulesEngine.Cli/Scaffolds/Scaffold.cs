using System.Reflection;
using RulesEngine.Cli.Output;

namespace RulesEngine.Cli.Scaffolds;

/// <summary>
/// The files of a new plugin or rule set: the templates of the package RulesEngine.Templates, which are embedded here, with a
/// name in place of theirs.
/// </summary>
/// <param name="kind">Folder of the templates.</param>
/// <param name="sourceName">The name that stands in the templates; "sourceName" of their template.json.</param>
internal sealed class Scaffold(string kind, string sourceName)
{
    private const string SourceVersion = "RULESENGINE_VERSION";

    public static Scaffold Plugin { get; } = new("plugin", "Acme.Desk");

    public static Scaffold RuleSet { get; } = new("ruleset", "acme-style");

    /// <summary>Writes the files into a folder that does not exist or is empty.</summary>
    /// <returns>Their paths in the folder, with <c>/</c>, in ordinal order.</returns>
    /// <exception cref="UserException">Something stands there already.</exception>
    public IReadOnlyList<string> Write(string name, string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UserException($"new {kind}: '{folder}' exists already; take another name, or another folder with --out");
        }

        var written = new List<string>();
        foreach (var (path, text) in Files(name))
        {
            OutputFiles.Write(Path.GetFullPath(Path.Combine(folder, path)), text);
            written.Add(path);
        }

        return written;
    }

    private IEnumerable<(string Path, string Text)> Files(string name)
    {
        var prefix = $"scaffolds/{kind}/";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Select(each => (Name: each, Path: each.Replace('\\', '/'))).OrderBy(each => each.Path, StringComparer.Ordinal))
        {
            if (resource.Path.StartsWith(prefix, StringComparison.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource.Name)!);
                yield return (Fill(resource.Path[prefix.Length..], name), Fill(reader.ReadToEnd(), name));
            }
        }
    }

    private string Fill(string text, string name) =>
        text.Replace(sourceName, name, StringComparison.Ordinal).Replace(SourceVersion, ToolVersion.Text, StringComparison.Ordinal);
}
