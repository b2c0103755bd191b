using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins;

/// <summary>The contract between host and plugins: one assembly, whose version changes with its major version only.</summary>
internal static class SdkContract
{
    public const string AssemblyName = "RulesEngine.Sdk";

    public const string FileName = AssemblyName + ".dll";

    public static Version HostVersion { get; } = typeof(ArticleAnalyzer).Assembly.GetName().Version!;
}
