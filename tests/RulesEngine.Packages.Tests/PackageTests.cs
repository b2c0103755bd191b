using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace RulesEngine.Packages.Tests;

/// <summary>What is in the packages.</summary>
[Collection(SharedWorkbench.Name)]
public sealed class PackageTests(Workbench workbench)
{
    [Fact]
    public void Packing_the_solution_makes_these_packages_and_no_others()
    {
        var packages = Directory.GetFiles(workbench.Feed).Select(Path.GetFileName).Select(name => name!.Replace($".{Version}", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["RulesEngine.Cli.nupkg", "RulesEngine.Cli.snupkg", "RulesEngine.Sdk.nupkg", "RulesEngine.Sdk.snupkg", "RulesEngine.Templates.nupkg", "RulesEngine.Testing.nupkg", "RulesEngine.Testing.snupkg"],
            packages);
    }

    [Theory]
    [InlineData("RulesEngine.Cli")]
    [InlineData("RulesEngine.Sdk")]
    [InlineData("RulesEngine.Templates")]
    [InlineData("RulesEngine.Testing")]
    public void A_package_has_a_readme_a_licence_and_a_description(string id)
    {
        var files = Names(id);
        var metadata = Nuspec(id).Root!.Elements().Single();

        Assert.Contains("README.md", files);
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.False(string.IsNullOrWhiteSpace(Value(metadata, "description")));
        Assert.DoesNotContain("1.0.0", Value(metadata, "version"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RulesEngine.Sdk", new string[0])]
    [InlineData("RulesEngine.Testing", new[] { "AngleSharp", "DocumentFormat.OpenXml", "Markdig", "McMaster.NETCore.Plugins", "RulesEngine.Sdk", "System.IO.Packaging", "YamlDotNet" })]
    public void A_package_depends_on_what_it_needs_and_on_no_unpublished_part(string id, string[] expected)
    {
        var dependencies = Nuspec(id).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!).Order(StringComparer.Ordinal);

        Assert.Equal(expected, dependencies);
    }

    [Theory]
    [InlineData("RulesEngine.Sdk", "lib/net10.0/RulesEngine.Sdk")]
    [InlineData("RulesEngine.Testing", "lib/net10.0/RulesEngine.Testing")]
    [InlineData("RulesEngine.Testing", "lib/net10.0/RulesEngine.Core")]
    [InlineData("RulesEngine.Testing", "lib/net10.0/RulesEngine.Hosting")]
    [InlineData("RulesEngine.Testing", "lib/net10.0/RulesEngine.Documents")]
    public void An_assembly_in_a_package_has_its_symbols(string id, string path)
    {
        Assert.Contains(path + ".dll", Names(id));
        Assert.Contains(path + ".pdb", Names(id, "snupkg"));
    }

    [Fact]
    public void A_test_compiles_against_the_test_kit_and_the_Sdk_alone()
    {
        var references = Names("RulesEngine.Testing").Where(name => name.StartsWith("ref/", StringComparison.Ordinal));

        Assert.Equal(["ref/net10.0/RulesEngine.Testing.dll", "ref/net10.0/RulesEngine.Testing.xml"], references);
    }

    [Theory]
    [InlineData("RulesEngine.Sdk", "lib/net10.0/RulesEngine.Sdk")]
    [InlineData("RulesEngine.Testing", "ref/net10.0/RulesEngine.Testing")]
    public void Every_public_type_is_documented(string id, string path)
    {
        using var package = Open(id, "nupkg");
        using var image = new PEReader(Copy(package.GetEntry(path + ".dll")!));
        var metadata = image.GetMetadataReader();
        var documented = XDocument.Load(package.GetEntry(path + ".xml")!.Open()).Descendants("member").Select(member => (string)member.Attribute("name")!).ToHashSet(StringComparer.Ordinal);
        var types = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public)
            .Select(type => $"T:{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.Except(documented, StringComparer.Ordinal));
    }

    [Fact]
    public void The_Sdk_keeps_its_assembly_version_within_a_major_version()
    {
        using var package = Open("RulesEngine.Sdk", "nupkg");
        using var image = new PEReader(Copy(package.GetEntry("lib/net10.0/RulesEngine.Sdk.dll")!));
        var metadata = image.GetMetadataReader();

        Assert.Equal(new Version(1, 0, 0, 0), metadata.GetAssemblyDefinition().Version);
    }

    [Fact]
    public void The_tool_brings_its_plugins_its_rules_and_its_word_lists()
    {
        var files = Names("RulesEngine.Cli");
        foreach (var plugin in Directory.GetDirectories(Path.Combine(Workbench.Repository, "plugins")).Select(folder => Path.GetFileName(folder)!))
        {
            Assert.Contains($"tools/net10.0/any/plugins/{plugin}/{plugin}.dll", files);
            foreach (var lexicon in Directory.GetFiles(Path.Combine(Workbench.Repository, "plugins", plugin, "lexicons")))
            {
                Assert.Contains($"tools/net10.0/any/plugins/{plugin}/lexicons/{Path.GetFileName(lexicon)}", files);
            }
        }

        foreach (var rule in Directory.GetFiles(Path.Combine(Workbench.Repository, "rules", "newsroom")))
        {
            Assert.Contains($"tools/net10.0/any/rules/newsroom/{Path.GetFileName(rule)}", files);
        }
    }

    private string Version => Path.GetFileNameWithoutExtension(Directory.GetFiles(workbench.Feed, "RulesEngine.Sdk.*.nupkg").Single())["RulesEngine.Sdk.".Length..];

    private ZipArchive Open(string id, string extension) => ZipFile.OpenRead(Path.Combine(workbench.Feed, $"{id}.{Version}.{extension}"));

    private List<string> Names(string id, string extension = "nupkg")
    {
        using var package = Open(id, extension);
        return [.. package.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    private XDocument Nuspec(string id)
    {
        using var package = Open(id, "nupkg");
        return XDocument.Load(package.GetEntry($"{id}.nuspec")!.Open());
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private static MemoryStream Copy(ZipArchiveEntry entry)
    {
        var copy = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
