namespace RulesEngine.Packages.Tests;

/// <summary>A fenced block of C# in a README that plugin authors read.</summary>
/// <param name="Name">README and number of the block.</param>
/// <param name="Code">Whole declarations, with their usings.</param>
public sealed record ReadmeSample(string Name, string Code)
{
    private const string Fence = "```";

    private static readonly string[] Readmes = ["plugins/README.md", "src/RulesEngine.Sdk/README.md", "src/RulesEngine.Testing/README.md"];

    public static IReadOnlyList<ReadmeSample> All { get; } = [.. Readmes.SelectMany(Read)];

    private static IEnumerable<ReadmeSample> Read(string readme)
    {
        var block = new List<string>();
        var isInside = false;
        var count = 0;
        foreach (var line in File.ReadLines(Path.Combine(Workbench.Repository, readme)))
        {
            if (isInside && line == Fence)
            {
                isInside = false;
                count++;
                yield return new ReadmeSample($"{readme.Replace('/', '_')}_{count}", string.Join('\n', block));
                block.Clear();
            }
            else if (isInside)
            {
                block.Add(line);
            }
            else
            {
                isInside = line == Fence + "csharp";
            }
        }
    }
}
