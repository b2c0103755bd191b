using System.Text.Json;

namespace RulesEngine.Packages.Tests;

/// <summary>A team starts a plugin with the installed tool, without this repository.</summary>
[Collection(SharedWorkbench.Name)]
public sealed class NewcomerTests(Workbench workbench)
{
    [Fact]
    public void The_tests_of_a_new_plugin_pass()
    {
        workbench.PluginTests.Succeeds();

        Assert.Contains("Passed:     5", workbench.PluginTests.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_installed_tool_runs_the_new_plugin_beside_its_own_rules()
    {
        var run = workbench.Tool("Acme.Desk", "check", "draft.txt", "--plugin", "Acme.Desk/bin/Debug/Acme.Desk", "--format", "json");

        using var report = JsonDocument.Parse(run.Output);
        var found = report.RootElement.GetProperty("articles")[0].GetProperty("diagnostics").EnumerateArray()
            .Select(diagnostic => $"{diagnostic.GetProperty("id").GetString()} {diagnostic.GetProperty("text").GetString()}");
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["DESK001 commence", "DESK001 utilise"], found.Where(each => each.StartsWith("DESK", StringComparison.Ordinal)));
        Assert.Empty(report.RootElement.GetProperty("notifications").EnumerateArray());

        var rules = workbench.Tool(".", "rules", "list", "--plugin", Workbench.Plugin).Succeeds().Output;
        foreach (var id in (string[])["DESK001", "SRC001", "FRM001", "newsroom."])
        {
            Assert.Contains(id, rules, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_examples_of_the_new_plugin_run_in_the_tool() =>
        Assert.Contains("0 failures", workbench.Tool(".", "test", "--plugin", Workbench.Plugin, "--only", "DESK001").Succeeds().Output, StringComparison.Ordinal);

    [Fact]
    public void A_new_plugin_leaves_the_contract_to_the_host_and_keeps_its_symbols()
    {
        var files = Directory.GetFileSystemEntries(workbench.PathOf(Workbench.Plugin)).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["Acme.Desk.deps.json", "Acme.Desk.dll", "Acme.Desk.pdb", "Acme.Desk.runtimeconfig.json", "lexicons"], files);
    }

    [Fact]
    public void The_samples_of_the_readmes_compile_and_their_tests_pass()
    {
        Assert.Equal(3, ReadmeSample.All.Select(sample => sample.Name[..sample.Name.LastIndexOf('_')]).Distinct().Count());

        workbench.ReadmeTests.Succeeds();

        Assert.Contains("Passed:     6", workbench.ReadmeTests.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plugin", "Acme.Wire")]
    [InlineData("ruleset", "acme-house")]
    public void The_templates_of_dotnet_new_write_what_the_tool_writes(string kind, string name)
    {
        var hive = workbench.PathOf($"hive-{kind}");
        workbench.Dotnet(".", "new", "install", Directory.GetFiles(workbench.Feed, "RulesEngine.Templates.*").Single(), "--debug:custom-hive", hive).Succeeds();
        workbench.Dotnet(".", "new", $"rulesengine-{kind}", "--name", name, "--output", $"dotnet-{kind}", "--debug:custom-hive", hive).Succeeds();
        workbench.Tool(".", "new", kind, name, "--out", $"tool-{kind}").Succeeds();

        var written = Read(workbench.PathOf($"tool-{kind}"));
        Assert.NotEmpty(written);
        Assert.All(written, file => Assert.DoesNotContain("RULESENGINE_VERSION", file.Value, StringComparison.Ordinal));
        Assert.Equal(written, Read(workbench.PathOf($"dotnet-{kind}")));
    }

    private static Dictionary<string, string> Read(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
}
