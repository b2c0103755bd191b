namespace RulesEngine.Architecture.Tests;

/// <summary>The arrows and doors of the house, held over the built assemblies.</summary>
public sealed class HouseTests
{
    /// <summary>Everything that an assembly of src may refer to, third-party packages included.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["RulesEngine.Sdk"] = [],
        ["RulesEngine.Core"] = ["RulesEngine.Sdk"],
        ["RulesEngine.Documents"] = ["RulesEngine.Sdk", "Markdig", "AngleSharp", "DocumentFormat.OpenXml", "DocumentFormat.OpenXml.Framework", "System.IO.Packaging"],
        ["RulesEngine.Hosting"] = ["RulesEngine.Sdk", "RulesEngine.Core", "YamlDotNet", "McMaster.NETCore.Plugins"],
        ["RulesEngine.Reporting"] = ["RulesEngine.Sdk", "RulesEngine.Core", "Scriban.Signed"],
        ["RulesEngine.Testing"] = ["RulesEngine.Sdk", "RulesEngine.Core", "RulesEngine.Documents", "RulesEngine.Hosting"],
        ["rulesengine"] = ["RulesEngine.Sdk", "RulesEngine.Core", "RulesEngine.Documents", "RulesEngine.Hosting", "RulesEngine.Reporting", "System.CommandLine"],
    };

    private static readonly string[] OutsideWorld =
    [
        "System.Console", "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Net.Http.HttpClient", "System.Environment.GetEnvironmentVariable",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Random",
    ];

    public static TheoryData<string> Assemblies => [.. Allowed.Keys];

    public static TheoryData<string> Plugins => [.. Directory.GetDirectories(Path.Combine(BuiltAssembly.ToolFolder, "plugins")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_refers_only_to_what_its_room_may_see(string name)
    {
        var assembly = BuiltAssembly.Read(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

        Assert.Empty(assembly.References.Except(Allowed[name], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_third_party_package_is_behind_one_door()
    {
        var doors = Allowed.SelectMany(pair => pair.Value.Where(reference => !reference.StartsWith("RulesEngine.", StringComparison.Ordinal)).Select(reference => (Package: reference, Door: pair.Key)));

        Assert.All(doors.GroupBy(door => door.Package), package => Assert.Single(package));
    }

    [Fact]
    public void Every_assembly_of_the_tool_has_a_room()
    {
        var own = Directory.GetFiles(BuiltAssembly.ToolFolder, "RulesEngine.*.dll").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(own.Except(Allowed.Keys, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_bundled_plugin_sees_the_Sdk_and_nothing_else(string plugin)
    {
        var folder = Path.Combine(BuiltAssembly.ToolFolder, "plugins", plugin);
        var assembly = BuiltAssembly.Read(Path.Combine(folder, plugin + ".dll"));

        Assert.Equal(["RulesEngine.Sdk"], assembly.References);
        Assert.Empty(assembly.Members.Intersect(OutsideWorld, StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(folder, "RulesEngine.*.dll"));
    }

    [Theory]
    [InlineData("RulesEngine.Sdk")]
    [InlineData("RulesEngine.Core")]
    public void The_core_knows_no_file_console_clock_locale_or_network(string name)
    {
        var assembly = BuiltAssembly.Read(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

        Assert.Empty(assembly.Members.Intersect(OutsideWorld, StringComparer.Ordinal));
    }

    /// <summary>Drafts are confidential.</summary>
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Nothing_of_ours_opens_a_connection(string name)
    {
        var assembly = BuiltAssembly.Read(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

        Assert.NotEmpty(assembly.Members);
        Assert.DoesNotContain(assembly.Members, member => member.StartsWith("System.Net.", StringComparison.Ordinal));
    }
}
