using System.Collections.Immutable;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>How the process is started in which plugins run that are not bundled.</summary>
/// <param name="FileName">Full path of a program that calls <see cref="PluginServer.Run"/>.</param>
/// <param name="Arguments">What it is told.</param>
public sealed record IsolationOptions(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>Most bytes of memory that the plugins may hold together.</summary>
    public long MostMemory { get; init; } = 512L << 20;
}
