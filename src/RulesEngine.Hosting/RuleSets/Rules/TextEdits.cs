using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>The edits of <c>action: {name: edit}</c>, as Vale names them.</summary>
internal static class TextEdits
{
    private const string Known = "regex PATTERN REPLACEMENT, trim CHARS, trim_left CHARS, trim_right CHARS, remove CHARS, truncate SEPARATOR, split SEPARATOR INDEX";

    /// <summary>What is wrong with the parameters of an edit, or null.</summary>
    public static string? FindError(ImmutableArray<string> parameters)
    {
        if (parameters is ["regex", var pattern, _])
        {
            return RegexFactory.FindError(pattern, PatternParser.Parse(pattern)) is { } error ? $"'{pattern}' is no valid pattern ({error})" : null;
        }

        return parameters switch
        {
            ["trim" or "trim_left" or "trim_right" or "remove" or "truncate", _] => null,
            ["split", _, var index] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out _) => null,
            _ => $"the 'params' of an edit are one of: {Known}",
        };
    }

    /// <summary>The text after the edit; null where the edit does not apply.</summary>
    public static string? Apply(ImmutableArray<string> parameters, string text) => parameters switch
    {
        ["regex", var pattern, var replacement] => Replace(text, pattern, replacement),
        ["trim", var chars] => text.Trim(chars.ToCharArray()),
        ["trim_left", var chars] => text.TrimStart(chars.ToCharArray()),
        ["trim_right", var chars] => text.TrimEnd(chars.ToCharArray()),
        ["remove", var chars] => string.Concat(text.Where(c => !chars.Contains(c, StringComparison.Ordinal))),
        ["truncate", var separator] => text.Split(separator)[0],
        ["split", var separator, var index] => text.Split(separator) is var parts && int.Parse(index, CultureInfo.InvariantCulture) is var at && at < parts.Length ? parts[at] : null,
        _ => null,
    };

    private static string? Replace(string text, string pattern, string replacement)
    {
        var regex = RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase: false), PatternParser.Parse(pattern).HasNestedRepeats);
        return regex.Replace(text, replacement);
    }
}
