using RulesEngine.Sdk;

namespace RulesEngine.Documents;

/// <summary>What is wrong with a file, in words that say what, where and what to do instead.</summary>
/// <param name="Message">Lower case, no full stop at the end.</param>
/// <param name="Line">1-based, or null where the file as a whole is meant.</param>
/// <param name="Column">1-based, in UTF-16 code units, or null.</param>
public sealed record DocumentProblem(string Message, int? Line = null, int? Column = null)
{
    /// <summary>Error: there is no article. Warning: there is one, and something of it could not be read.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>True where one of <see cref="ReadLimits"/> was exceeded.</summary>
    public bool IsLimit { get; init; }

    internal static DocumentProblem Limit(string name, string what, long limit, int? line = null) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{what}, more than the limit {name} of {limit}; split the file or raise {name}"), line)
        { IsLimit = true };
}
