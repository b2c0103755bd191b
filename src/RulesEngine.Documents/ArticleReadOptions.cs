using System.Collections.Immutable;

namespace RulesEngine.Documents;

/// <summary>How a draft is to be read.</summary>
public sealed record ArticleReadOptions
{
    /// <summary>Nothing overridden, the limits as they ship.</summary>
    public static ArticleReadOptions Default { get; } = new();

    /// <summary>Date of publication that wins over whatever the file says; null to take the file's.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Endings that are read as another one (<c>.mdx</c> as <c>.md</c>), both with their dots, in lower case.</summary>
    public ImmutableDictionary<string, string> Formats { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What one file may cost.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}
