using System.Text.RegularExpressions;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Makes regular expressions that cannot hang. The interpreter starts at once and is fast on patterns without nested repeats, so it
/// takes those; a pattern that can backtrack without end runs in linear time where .NET can do that (no lookarounds, no back
/// references). Every one has a time limit besides.
/// </summary>
internal static class RegexFactory
{
    /// <summary>Longest time for one search of a block.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    /// <summary>The options that Vale's patterns run with.</summary>
    public static RegexOptions Options(bool ignoreCase) =>
        RegexOptions.Multiline | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);

    /// <summary>Makes one.</summary>
    /// <exception cref="ArgumentException">The pattern is not valid; the message says where.</exception>
    public static Regex Create(string expression, RegexOptions options, bool isRisky)
    {
        expression = RegexDialect.ToNet(expression);
        if (isRisky)
        {
            try
            {
                return new Regex(expression, options | RegexOptions.NonBacktracking, TimeLimit);
            }
            catch (NotSupportedException)
            {
                // Lookarounds and back references: the time limit has to do.
            }
        }

        return new Regex(expression, options, TimeLimit);
    }

    /// <summary>What is wrong with a pattern, or null. Asks the engine only where the pattern could not be read with certainty.</summary>
    public static string? FindError(string expression, ParsedPattern parsed)
    {
        if (parsed.IsCertain)
        {
            return null;
        }

        try
        {
            _ = new Regex(RegexDialect.ToNet(expression), RegexOptions.CultureInvariant, TimeLimit);
            return null;
        }
        catch (ArgumentException exception)
        {
            var message = exception.Message;
            var at = message.LastIndexOf(" at offset ", StringComparison.Ordinal);
            return at >= 0 ? message[(at + 1)..].TrimEnd('.') : message.TrimEnd('.');
        }
    }
}
