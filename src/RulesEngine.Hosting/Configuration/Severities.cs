using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>Severities as configurations and command lines write them.</summary>
public static class Severities
{
    /// <summary>What a rule's severity may be called.</summary>
    public static IReadOnlyList<string> Names { get; } = ["error", "warning", "suggestion", "off"];

    /// <summary>What a fail level may be called.</summary>
    public static IReadOnlyList<string> FailLevels { get; } = ["error", "warning", "suggestion", "never"];

    /// <summary>Null for an unknown word. "off" and "never" are <see cref="DiagnosticSeverity.None"/>.</summary>
    public static DiagnosticSeverity? Parse(string text) => text switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "suggestion" => DiagnosticSeverity.Suggestion,
        "off" or "never" => DiagnosticSeverity.None,
        _ => null,
    };

    /// <summary>As <see cref="Names"/>.</summary>
    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Suggestion => "suggestion",
        _ => "off",
    };
}
