using System.Diagnostics;
using System.Reflection;

namespace RulesEngine.Cli.Tests;

/// <summary>A scratch folder with drafts, in which the built tool runs as a process of its own.</summary>
public sealed class Newsroom : IDisposable
{
    public static readonly string ToolFolder = ReadMetadata("ToolFolder");

    public static readonly string Tool = Path.Combine(ToolFolder, "rulesengine.dll");

    public static readonly string Repository = ReadMetadata("RepositoryFolder");

    /// <summary>The program that runs the tool.</summary>
    public static readonly string Host = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsroom");

    /// <summary>A configuration with one rule of its own, so that no change of the shipped rules moves what is expected.</summary>
    public Newsroom()
    {
        Write("rulesengine.yml", "rulesets: [./house]\nplugins: [{Sourcing: off}, {Framing: off}]\n");
        Write("house/Slam.yml", """
            extends: substitution
            message: "write '%s' instead of '%s'"
            title: shouted verb
            why: a verb that shouts says more about the desk than about the event
            level: warning
            ignorecase: true
            swap:
              slams: criticises
            examples:
              flag: ["The minister [|slams|] the plan."]
              pass: ["The minister criticises the plan."]
            """);
        Write("drafts/b.txt", "Mayor slams bridge plan\n\nThe mayor slams the plan for a bridge, and nobody slams back.\n");
        Write("drafts/a.txt", "Quiet day at the harbour\n\nNothing happened at the harbour on Monday.\n");
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    public string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public RunResult Run(params string[] arguments) => RunWith("", arguments);

    public RunResult RunWith(string standardInput, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host, [Tool, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(standardInput);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new RunResult(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    private static string ReadMetadata(string key) => typeof(Newsroom).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == key).Value!;
}

/// <summary>What a run left behind.</summary>
public sealed record RunResult(int ExitCode, string Output, string Errors);
