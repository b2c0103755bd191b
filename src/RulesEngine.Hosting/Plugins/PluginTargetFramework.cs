using System.Reflection.Metadata;

namespace RulesEngine.Hosting.Plugins;

/// <summary>Reads the framework that an assembly was built for from its <c>TargetFrameworkAttribute</c>.</summary>
internal static class PluginTargetFramework
{
    /// <summary>".NETCoreApp" and 10.0; nulls where the assembly does not say.</summary>
    public static (string? Family, Version? Version) Read(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (IsTargetFramework(metadata, attribute))
            {
                // The value begins with the prolog 0x0001 and holds one string.
                var value = metadata.GetBlobReader(attribute.Value);
                return value.ReadUInt16() == 1 && value.ReadSerializedString() is { } moniker ? Parse(moniker) : (null, null);
            }
        }

        return (null, null);
    }

    private static bool IsTargetFramework(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, "TargetFrameworkAttribute");
    }

    private static (string Family, Version? Version) Parse(string moniker)
    {
        var parts = moniker.Split(',');
        var version = parts.Length > 1 && parts[1].StartsWith("Version=v", StringComparison.Ordinal) && Version.TryParse(parts[1].AsSpan("Version=v".Length), out var parsed) ? parsed : null;
        return (parts[0], version);
    }
}
