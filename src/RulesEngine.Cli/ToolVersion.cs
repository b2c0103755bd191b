using System.Reflection;

namespace RulesEngine.Cli;

/// <summary>The version that outputs name.</summary>
internal static class ToolVersion
{
    /// <summary>As the assembly says, without the build's metadata.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
