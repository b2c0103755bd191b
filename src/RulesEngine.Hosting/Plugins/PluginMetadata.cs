using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace RulesEngine.Hosting.Plugins;

/// <summary>Reads what an assembly says about itself, without loading or running any of it, and refuses what cannot work.</summary>
internal static class PluginMetadata
{
    private const string Remedy = "put the plugin's own assembly there";

    /// <exception cref="PluginException">The assembly cannot be loaded by this host.</exception>
    public static void Check(string assemblyPath)
    {
        var name = Path.GetFileName(assemblyPath);
        using var file = OpenRead(assemblyPath, name);
        using var image = new PEReader(file);
        try
        {
            if (!image.HasMetadata)
            {
                throw new PluginException($"{name} is not a .NET assembly but a native library", Remedy);
            }

            var metadata = image.GetMetadataReader();
            CheckArchitecture(image.PEHeaders, name);
            CheckSdk(metadata, name);
            CheckFramework(metadata, name);
        }
        catch (BadImageFormatException)
        {
            throw new PluginException($"{name} is not a .NET assembly", Remedy);
        }
    }

    /// <summary>False also for what is no assembly.</summary>
    public static bool ReferencesSdk(string assemblyPath)
    {
        try
        {
            using var file = File.OpenRead(assemblyPath);
            using var image = new PEReader(file);
            return image.HasMetadata && FindReference(image.GetMetadataReader(), SdkContract.AssemblyName) is not null;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static FileStream OpenRead(string path, string name)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"{name} cannot be read ({exception.Message.TrimEnd('.')})", "check the file's permissions");
        }
    }

    private static void CheckSdk(MetadataReader metadata, string name)
    {
        var host = SdkContract.HostVersion;
        if (FindReference(metadata, SdkContract.AssemblyName) is not { } version)
        {
            throw new PluginException($"{name} does not reference {SdkContract.AssemblyName}, so it holds no analyzers", Remedy);
        }

        if (version.Major != host.Major || version > host)
        {
            throw new PluginException(
                $"{name} was built against version {version} of {SdkContract.AssemblyName}, this tool has {host}",
                version > host ? "update the tool, or build the plugin against the older Sdk" : "build the plugin against the current Sdk");
        }
    }

    private static void CheckFramework(MetadataReader metadata, string name)
    {
        var host = Environment.Version;
        var (family, version) = PluginTargetFramework.Read(metadata);
        if (family is ".NETFramework")
        {
            throw new PluginException($"{name} was built for .NET Framework", $"build it for net{host.Major}.0 or older");
        }

        if (family is ".NETCoreApp" && version > new Version(host.Major, host.Minor))
        {
            throw new PluginException($"{name} was built for .NET {version}, this tool runs on .NET {host.Major}.{host.Minor}", $"build it for net{host.Major}.0, or update the tool");
        }
    }

    private static void CheckArchitecture(PEHeaders headers, string name)
    {
        var machine = headers.CoffHeader.Machine;
        var isNeutral = machine == Machine.I386 && !headers.CorHeader!.Flags.HasFlag(CorFlags.Requires32Bit);
        var isCompiledAhead = headers.CorHeader!.ManagedNativeHeaderDirectory.Size != 0;
        if (isNeutral || (isCompiledAhead && headers.CorHeader.Flags.HasFlag(CorFlags.ILOnly)) || machine == HostMachine())
        {
            // Code compiled ahead for another system is set aside by the runtime, which then uses the IL.
            return;
        }

        throw new PluginException($"{name} was built for {machine}, this process is {RuntimeInformation.ProcessArchitecture}", "build it for AnyCPU");
    }

    private static Machine? HostMachine() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Machine.Amd64,
        Architecture.Arm64 => Machine.Arm64,
        Architecture.X86 => Machine.I386,
        Architecture.Arm => Machine.ArmThumb2,
        _ => null,
    };

    private static Version? FindReference(MetadataReader metadata, string assemblyName)
    {
        foreach (var handle in metadata.AssemblyReferences)
        {
            var reference = metadata.GetAssemblyReference(handle);
            if (metadata.StringComparer.Equals(reference.Name, assemblyName))
            {
                return reference.Version;
            }
        }

        return null;
    }
}
