using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.Suppressions;

/// <summary>
/// Reads a file of suppressions: a list of entries with <c>id</c>, <c>path</c> (a pattern), <c>text</c> or
/// <c>fingerprint</c>, and <c>reason</c>. An entry that cannot be used is named with its place and left out.
/// </summary>
internal static class SuppressionFileReader
{
    private static readonly string[] Keys = ["fingerprint", "id", "path", "reason", "text"];

    /// <summary>Reads a file.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="path">The file as messages name it.</param>
    public static (SuppressionFile? File, IReadOnlyList<Notification> Problems) Read(string fullPath, string path)
    {
        var problems = new ConfigurationProblems();
        if (ReadText(fullPath, path, problems) is not { } text)
        {
            return (null, problems.Notifications);
        }

        var (root, problem) = YamlReader.Read(text);
        if (problem is not null)
        {
            problems.Add(path, problem.Message, problem.Line, problem.Column);
        }

        var entries = root is null ? [] : problems.Items(path, root, "a file of suppressions").Select(item => ReadEntry(item, path, problems)).OfType<FileSuppression>().ToImmutableArray();
        return (new SuppressionFile(Path.GetDirectoryName(fullPath)!, entries), problems.Notifications);
    }

    private static string? ReadText(string fullPath, string path, ConfigurationProblems problems)
    {
        try
        {
            if (new FileInfo(fullPath).Length <= YamlReader.MaximumLength)
            {
                return File.ReadAllText(fullPath);
            }

            problems.Add(path, $"longer than {YamlReader.MaximumLength} bytes; split the file by folder");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(path, $"the file of suppressions cannot be read ({exception.Message.TrimEnd('.')})");
        }

        return null;
    }

    private static FileSuppression? ReadEntry(YamlNode item, string path, ConfigurationProblems problems)
    {
        var values = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var (key, value) in problems.Entries(path, item, "a suppression", Keys))
        {
            if (problems.Scalar(path, value, key.Value) is { } scalar)
            {
                values[key.Value] = scalar;
            }
        }

        foreach (var required in (ReadOnlySpan<string>)["id", "path", "reason"])
        {
            if (!values.TryGetValue(required, out var value) || string.IsNullOrWhiteSpace(value.Value))
            {
                problems.Add(path, item, $"a suppression without {required}; it takes id, path, reason, and text or fingerprint where it is not for the whole article");
                return null;
            }
        }

        return ReadGlob(values["path"], path, problems) is { } glob
            ? new FileSuppression(values["id"].Value, glob, values.GetValueOrDefault("text")?.Value, values.GetValueOrDefault("fingerprint")?.Value, values["reason"].Value, new SourceLocation(path, item.Line, item.Column))
            : null;
    }

    private static Glob? ReadGlob(YamlScalar scalar, string path, ConfigurationProblems problems)
    {
        try
        {
            return new Glob(scalar.Value);
        }
        catch (FormatException exception)
        {
            problems.Add(path, scalar, exception.Message);
            return null;
        }
    }
}
