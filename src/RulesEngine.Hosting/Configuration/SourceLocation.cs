using System.Globalization;

namespace RulesEngine.Hosting.Configuration;

/// <summary>A place in a configuration file; line and column are 1-based.</summary>
public sealed record SourceLocation(string Path, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}");
}
