namespace RulesEngine.Hosting.RuleSets.Spelling;

/// <summary>Finds the files of a dictionary: beside the rules first, then where systems keep them.</summary>
internal static class DictionaryFinder
{
    private static readonly string[] s_systemFolders =
    [
        "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell", "/Library/Spelling",
    ];

    /// <summary>Paths of NAME.aff and NAME.dic, or null.</summary>
    /// <param name="name">"en_US".</param>
    /// <param name="ownFolder">The <c>dicpath</c> of the rule, which is the only place then; null where the rule has none.</param>
    /// <param name="stylesFolder">The folder of the rule set's folder.</param>
    public static (string Affixes, string Words)? Find(string name, string? ownFolder, string stylesFolder)
    {
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            return null;
        }

        string[] folders = ownFolder is null ? [Path.Combine(stylesFolder, "config", "dictionaries"), .. s_systemFolders] : [Path.GetFullPath(ownFolder, stylesFolder)];
        foreach (var folder in folders)
        {
            var (affixes, words) = (Path.Combine(folder, name + ".aff"), Path.Combine(folder, name + ".dic"));
            if (File.Exists(affixes) && File.Exists(words))
            {
                return (affixes, words);
            }
        }

        return null;
    }
}
