using RulesEngine.Sdk;

namespace RulesEngine.Cli.Scaffolds;

/// <summary>Refuses names that could not be built, loaded or told apart, before anything is written.</summary>
internal static class ScaffoldName
{
    private const int LongestName = 100;

    /// <summary>A plugin's name is a folder, an assembly and a namespace in one.</summary>
    /// <exception cref="UserException">It cannot be one of these.</exception>
    public static void CheckPlugin(string name, string toolFolder)
    {
        CheckCharacters("plugin", name, "Acme.Desk", isNamespace: true);
        CheckBundled("plugin", name, Path.Combine(toolFolder, "plugins"));
        foreach (var part in name.Split('.'))
        {
            if (!char.IsAsciiLetter(part.FirstOrDefault()))
            {
                throw Bad("plugin", name, part.Length == 0 ? "a part between its dots is empty" : $"the part '{part}' does not begin with a letter", "Acme.Desk");
            }

            if (CSharpKeywords.Contains(part))
            {
                throw Bad("plugin", name, $"the part '{part}' is a word of C#", "Acme.Desk");
            }

            // A namespace hides a type of the same name from the code in it.
            if (typeof(ArticleAnalyzer).Assembly.GetType($"{typeof(ArticleAnalyzer).Namespace}.{part}") is not null)
            {
                throw Bad("plugin", name, $"the part '{part}' is the name of a type of the Sdk", "Acme.Desk");
            }
        }

        if (name.Split('.')[0].Equals("RulesEngine", StringComparison.OrdinalIgnoreCase))
        {
            throw Bad("plugin", name, "assemblies of the tool itself begin with RulesEngine", "Acme.Desk");
        }
    }

    /// <summary>A rule set's name is a folder and the beginning of its rules' ids.</summary>
    /// <exception cref="UserException">It cannot be one of these.</exception>
    public static void CheckRuleSet(string name, string toolFolder)
    {
        CheckCharacters("ruleset", name, "acme-style", isNamespace: false);
        CheckBundled("ruleset", name, Path.Combine(toolFolder, "rules"));
    }

    private static void CheckCharacters(string kind, string name, string sample, bool isNamespace)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw Bad(kind, name, name.Length == 0 ? "it is empty" : $"it has more than {LongestName} characters", sample);
        }

        if (name.IndexOfAny(['/', '\\', ':']) >= 0)
        {
            throw Bad(kind, name, "it is a path; --out says where the files go", sample);
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_' && c != (isNamespace ? '.' : '-'))
            {
                throw Bad(kind, name, $"'{c}' cannot stand in it: letters, digits, underscores and {(isNamespace ? "dots" : "dashes")} can", sample);
            }
        }

        if (!isNamespace && !char.IsAsciiLetter(name[0]))
        {
            throw Bad(kind, name, "it does not begin with a letter", sample);
        }

        // Devices of Windows, with any ending.
        var stem = name.Split('.')[0].ToUpperInvariant();
        if (stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && stem[..3] is "COM" or "LPT" && char.IsAsciiDigit(stem[3])))
        {
            throw Bad(kind, name, $"'{stem}' is a device on Windows and cannot be a folder there", sample);
        }
    }

    private static void CheckBundled(string kind, string name, string folder)
    {
        if (Directory.Exists(folder) && Directory.GetDirectories(folder).Select(Path.GetFileName).Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Bad(kind, name, $"a bundled {(kind == "plugin" ? "plugin" : "rule set")} has it", kind == "plugin" ? "Acme.Desk" : "acme-style");
        }
    }

    private static UserException Bad(string kind, string name, string reason, string sample) =>
        new($"new {kind}: '{name}' is no name for it: {reason}; take one like {sample}");
}
