namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>The keys that a rule file may have, by extension point.</summary>
internal static class RuleKeys
{
    private static readonly string[] s_header =
    [
        "extends", "message", "level", "scope", "link", "limit", "description", "action",
        "id", "title", "why", "since", "category", "examples", "quotes", "enabled",
        "matchcase", "name", "source", "tests",
    ];

    /// <summary>Every extension point with its own keys.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByPoint = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["existence"] = [.. s_header, "tokens", "raw", "append", "ignorecase", "nonword", "exceptions", "vocab"],
        ["substitution"] = [.. s_header, "swap", "ignorecase", "nonword", "exceptions", "vocab", "capitalize", "pos"],
        ["occurrence"] = [.. s_header, "token", "max", "min", "ignorecase"],
        ["repetition"] = [.. s_header, "tokens", "max", "ignorecase", "alpha", "exceptions", "vocab"],
        ["consistency"] = [.. s_header, "either", "nonword", "ignorecase"],
        ["conditional"] = [.. s_header, "first", "second", "exceptions", "vocab", "ignorecase"],
        ["capitalization"] = [.. s_header, "match", "style", "exceptions", "indicators", "threshold", "vocab", "prefix"],
        ["metric"] = [.. s_header, "formula", "condition"],
        ["readability"] = [.. s_header, "metrics", "grade"],
        ["sequence"] = [.. s_header, "tokens", "ignorecase", "exceptions"],
        ["spelling"] = [.. s_header, "dictionaries", "dicpath", "aff", "dic", "ignore", "filters", "exceptions", "custom", "append", "threshold", "vocab"],
        ["script"] = [.. s_header, "script"],
    };

    /// <summary>Names of the extension points, in ordinal order.</summary>
    public static IEnumerable<string> Points => ByPoint.Keys.Order(StringComparer.Ordinal);
}
