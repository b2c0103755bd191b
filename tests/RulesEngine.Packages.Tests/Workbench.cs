using System.Diagnostics;
using System.Reflection;

namespace RulesEngine.Packages.Tests;

/// <summary>
/// What a team outside this repository does, done once for all tests: the packages are packed into a folder that serves as feed,
/// the tool is installed from it, and a plugin that the tool starts is built, tested and loaded. Nothing comes from a network: third-party
/// packages are those that restoring the solution left in the folder of packages.
/// </summary>
public sealed class Workbench : IDisposable
{
    /// <summary>The folder of the built plugin.</summary>
    public const string Plugin = "Acme.Desk/Acme.Desk/bin/Debug/Acme.Desk";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbench");

    private readonly Lazy<ProgramRun> _readmeTests;

    public Workbench()
    {
        _readmeTests = new(TestReadmes);
        File.WriteAllText(PathOf("nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{PathOf("feed")}" />
                <add key="restored" value="{Metadata("PackageFolder")}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="feed"><package pattern="RulesEngine.*" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        var solution = Path.Combine(Repository, "RulesEngine.sln");
        Dotnet(".", "pack", solution, "--no-build", "--configuration", Metadata("Configuration"), "--output", Feed).Succeeds();
        Dotnet(".", "tool", "install", "RulesEngine.Cli", "--tool-path", PathOf("tools")).Succeeds();
        Tool(".", "new", "plugin", "Acme.Desk").Succeeds();
        PluginTests = Dotnet("Acme.Desk", "test", "--nologo");
    }

    /// <summary>What <c>dotnet test</c> said about the samples of C# in the READMEs, all of them in one project.</summary>
    public ProgramRun ReadmeTests => _readmeTests.Value;

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public string Feed => PathOf("feed");

    /// <summary>What <c>dotnet test</c> said in the folder of the new plugin.</summary>
    public ProgramRun PluginTests { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string path) => Path.Combine(_folder.FullName, path);

    public ProgramRun Tool(string folder, params string[] arguments) =>
        Run(PathOf(OperatingSystem.IsWindows() ? "tools/rulesengine.exe" : "tools/rulesengine"), folder, arguments);

    public ProgramRun Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    private ProgramRun TestReadmes()
    {
        var folder = Directory.CreateDirectory(PathOf("Acme.Desk/Readmes")).FullName;
        File.Copy(PathOf("Acme.Desk/Acme.Desk.Tests/Acme.Desk.Tests.csproj"), Path.Combine(folder, "Readmes.csproj"));
        foreach (var sample in ReadmeSample.All)
        {
            File.WriteAllText(Path.Combine(folder, sample.Name + ".cs"), sample.Code);
        }

        return Dotnet("Acme.Desk/Readmes", "test", "--nologo");
    }

    private ProgramRun Run(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = PathOf(folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test runner's own settings of MSBuild are no business of the programs that run here, and no server may outlive them.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["NUGET_PACKAGES"] = PathOf("packages");
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' did not end within {Limit}");
        }

        return new ProgramRun($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    private static string Metadata(string key) => typeof(Workbench).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == key).Value!;
}

/// <summary>What a program left behind.</summary>
public sealed record ProgramRun(string Command, int ExitCode, string Output, string Errors)
{
    public ProgramRun Succeeds() => ExitCode == 0 ? this : throw new InvalidOperationException($"'{Command}' ended with {ExitCode}:\n{Output}\n{Errors}");
}

[CollectionDefinition(Name)]
public sealed class SharedWorkbench : ICollectionFixture<Workbench>
{
    public const string Name = "workbench";
}
