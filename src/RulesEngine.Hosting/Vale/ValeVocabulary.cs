using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>Reads the vocabularies of a styles folder: <c>config/vocabularies/NAME</c>, or <c>Vocab/NAME</c> as older ones have it.</summary>
internal static class ValeVocabulary
{
    /// <summary>The words of both files, in their order; null where there is no such vocabulary.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (ImmutableArray<string> Accept, ImmutableArray<string> Reject)? Read(string stylesFolder, string name)
    {
        foreach (var folder in new[] { Path.Combine(stylesFolder, "config", "vocabularies", name), Path.Combine(stylesFolder, "Vocab", name) })
        {
            if (Directory.Exists(folder))
            {
                return (ReadWords(Path.Combine(folder, "accept.txt")), ReadWords(Path.Combine(folder, "reject.txt")));
            }
        }

        return null;
    }

    private static ImmutableArray<string> ReadWords(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        if (new FileInfo(path).Length > YamlReader.MaximumLength * 4L)
        {
            throw new IOException($"'{path}' is larger than {YamlReader.MaximumLength * 4L} bytes");
        }

        return [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];
    }
}
