using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Sdk;

namespace RulesEngine.Benchmarks;

/// <summary>The sample drafts of the tests and the tool as it is built.</summary>
internal static class Samples
{
    private static readonly string s_root = FindRoot();

    public static byte[] ReadBytes(string name) => File.ReadAllBytes(Path.Combine(s_root, "tests", "samples", name));

    public static Article Read(string name) => Read(name, ReadBytes(name));

    public static Article Read(string name, byte[] content) =>
        ArticleReader.Read(name, content).Article ?? throw new InvalidOperationException($"{name} cannot be read");

    /// <summary>Everything on, as without a configuration.</summary>
    public static ConfiguredAnalysis Analysis() => new AnalysisHost(new AnalysisHostOptions { ToolFolder = ToolFolder(), CurrentFolder = s_root }).For(Path.Combine(s_root, "draft.txt"));

    /// <summary>Where the build has put the program with its plugins and rules.</summary>
    private static string ToolFolder()
    {
        var folder = Path.Combine(s_root, ".artifacts", "bin", "RulesEngine.Cli", "release");
        return Directory.Exists(Path.Combine(folder, "rules")) ? folder : throw new InvalidOperationException($"build the solution with -c Release first: {folder} is empty");
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "RulesEngine.sln")))
        {
            folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? throw new InvalidOperationException("run it inside the repository");
        }

        return folder;
    }
}
