using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RulesEngine.Architecture.Tests;

/// <summary>What a built assembly refers to, read from its metadata.</summary>
internal sealed class BuiltAssembly
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private BuiltAssembly(string name, IReadOnlyList<string> references, IReadOnlyList<string> members)
    {
        Name = name;
        References = references;
        Members = members;
    }

    public string Name { get; }

    /// <summary>Names of referenced assemblies that are not part of the framework.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Types and members of other assemblies: "System.IO.File", "System.DateTime.get_Now".</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Folder of the built tool with its plugins.</summary>
    public static string ToolFolder { get; } =
        typeof(BuiltAssembly).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "ToolFolder").Value!;

    public static BuiltAssembly Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => !File.Exists(Path.Combine(FrameworkFolder, name + ".dll")) || name == "System.IO.Packaging")
            .Order(StringComparer.Ordinal)
            .ToList();
        var types = metadata.TypeReferences.Select(handle => NameOf(metadata, handle));
        var members = metadata.MemberReferences
            .Select(handle => metadata.GetMemberReference(handle))
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}");
        return new BuiltAssembly(Path.GetFileNameWithoutExtension(path), references, [.. types.Concat(members)]);
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
