using System.Diagnostics;
using System.Reflection;

namespace RulesEngine.Pages.Tests;

/// <summary>The pages that the built tool writes for the sample drafts: one finding, sixty, none, a Word file, another script, tables.</summary>
public sealed class Proofs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("proofs");

    public Proofs()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Metadata("ToolFolder"), "rulesengine.dll"), "check", "src/RulesEngine.Cli/Samples", "tests/samples", "--report", "html", "--out", _folder.FullName, "--fail-on", "never"])
        {
            WorkingDirectory = Metadata("RepositoryRoot"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!File.Exists(PathOf("index.html")))
        {
            throw new InvalidOperationException($"the tool wrote no pages: {errors.GetAwaiter().GetResult()}");
        }
    }

    public string PathOf(string page) => Path.Combine(_folder.FullName, page);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Metadata(string key) =>
        typeof(Proofs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == key).Value!;
}
