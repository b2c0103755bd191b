namespace RulesEngine.Plugins.Tests;

/// <summary>The rules that AnalyzerReleases.Shipped.md and AnalyzerReleases.Unshipped.md of a folder leave in force, in Roslyn's format.</summary>
internal sealed class AnalyzerReleases
{
    private readonly Dictionary<string, (string Category, string Severity)> _inForce = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everUsed = new(StringComparer.Ordinal);

    private AnalyzerReleases()
    {
    }

    /// <summary>Lines like those of the lists, in ordinal order.</summary>
    public IEnumerable<string> Rules => _inForce.Select(rule => Line(rule.Key, rule.Value.Category, rule.Value.Severity)).Order(StringComparer.Ordinal);

    public static AnalyzerReleases Read(string folder)
    {
        var releases = new AnalyzerReleases();
        foreach (var file in (string[])["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"])
        {
            releases.Add(Parse(Path.Combine(folder, file)));
        }

        return releases;
    }

    public static string Line(string id, string category, string severity) => $"{id} | {category} | {severity}";

    private static IEnumerable<(string Table, string[] Cells)> Parse(string path)
    {
        var table = "";
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                table = line[4..];
            }
            else if (line.Length > 0 && line[0] is not (';' or '#' or '-') && !line.StartsWith("Rule ID", StringComparison.Ordinal))
            {
                yield return (table, line.Split('|', StringSplitOptions.TrimEntries));
            }
        }
    }

    private void Add(IEnumerable<(string Table, string[] Cells)> lines)
    {
        foreach (var (table, cells) in lines)
        {
            switch (table, cells)
            {
                case ("New Rules", [var id, var category, var severity, _]):
                    Assert.True(_everUsed.Add(id), $"{id} is new twice: an id is never given a second meaning");
                    _inForce.Add(id, (category, severity));
                    break;
                case ("Changed Rules", [var id, var category, var severity, var oldCategory, var oldSeverity, _]):
                    Assert.Equal((oldCategory, oldSeverity), _inForce[id]);
                    _inForce[id] = (category, severity);
                    break;
                case ("Removed Rules", [var id, ..]):
                    Assert.True(_inForce.Remove(id), $"{id} is removed, but there is none");
                    break;
                default:
                    Assert.Fail($"'{string.Join(" | ", cells)}' under '{table}' is no line of a list of rules");
                    break;
            }
        }
    }
}
