using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>The edits of <c>action: {name: edit}</c>, as Vale names them; several follow each other.</summary>
internal static class TextEdits
{
    // With the number of parameters that each takes.
    private const string Known =
        "replace:2 remove:1 regex:2 trim:1 trim_left:1 trim_right:1 truncate:1 split:2 wrap:1 unwrap:1 prefix:1 suffix:1 squeeze:0 "
        + "capitalize:0 uncapitalize:0 lower:0 upper:0 title:0 sentence:0 simple:0 ascii:0 dumb:0 smart:0 words:0 digits:0 kebab:0 snake:0 camel:0 pascal:0 ";

    /// <summary>What is wrong with the parameters of an edit, or null.</summary>
    public static string? FindError(ImmutableArray<string> parameters)
    {
        if (parameters.IsEmpty)
        {
            return "an edit needs 'params': its name and what it does it with, such as [trim, ' ']";
        }

        for (var i = 0; i < parameters.Length; i += 1 + CountParameters(parameters[i]))
        {
            var count = CountParameters(parameters[i]);
            if (count < 0 || i + count >= parameters.Length)
            {
                return count < 0
                    ? $"there is no edit '{parameters[i]}' (there are {string.Join(", ", Known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry[..^2]))})"
                    : $"the edit '{parameters[i]}' takes {count} more of 'params'";
            }

            if (parameters[i] == "regex" && RegexFactory.FindError(parameters[i + 1], PatternParser.Parse(parameters[i + 1])) is { } error)
            {
                return $"'{parameters[i + 1]}' is no valid pattern ({error})";
            }

            if (parameters[i] == "split" && !int.TryParse(parameters[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return $"the part that 'split' takes is a whole number, 0 or more, not '{parameters[i + 2]}'";
            }
        }

        return null;
    }

    /// <summary>The text after the edits, without blanks around it; null where one does not apply or is not known here.</summary>
    public static string? Apply(ImmutableArray<string> parameters, string text)
    {
        string? edited = text;
        for (var i = 0; i < parameters.Length && edited is not null; i += 1 + CountParameters(parameters[i]))
        {
            edited = Apply(parameters.AsSpan(i, 1 + CountParameters(parameters[i])), edited);
        }

        return edited?.Trim();
    }

    private static int CountParameters(string name)
    {
        var at = Known.IndexOf(name + ":", StringComparison.Ordinal);
        return at < 0 || (at > 0 && Known[at - 1] != ' ') ? -1 : Known[at + name.Length + 1] - '0';
    }

    private static string? Apply(ReadOnlySpan<string> step, string text) => step switch
    {
        ["replace", var old, var other] => old.Length == 0 ? text : text.Replace(old, other, StringComparison.Ordinal),
        ["regex", var pattern, var replacement] => Replace(text, pattern, replacement),
        ["trim", var chars] => text.Trim(chars.ToCharArray()),
        ["trim_left", var chars] => text.TrimStart(chars.ToCharArray()),
        ["trim_right", var chars] => text.TrimEnd(chars.ToCharArray()),
        ["remove", var chars] => string.Concat(text.Where(c => !chars.Contains(c, StringComparison.Ordinal))),
        ["truncate", var separator] => text.Split(separator)[0],
        ["split", var separator, var index] => text.Split(separator) is var parts && int.Parse(index, CultureInfo.InvariantCulture) is var at && at < parts.Length ? parts[at] : null,
        ["wrap", var mark] => mark + text + mark,
        ["unwrap", var mark] => Unwrap(text, mark),
        ["prefix", var head] => head + text,
        ["suffix", var tail] => text + tail,
        [var name] => ApplyCase(name, text),
        _ => null,
    };

    private static string? ApplyCase(string name, string text) => name switch
    {
        "squeeze" => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        "capitalize" => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..],
        "uncapitalize" => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..],
        "lower" or "simple" => text.ToLowerInvariant(),
        "upper" => text.ToUpperInvariant(),
        "title" => TitleCase.Convert(text, isChicago: false),
        "sentence" => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant(),
        "dumb" => ToTypewriter(text),
        _ => null,
    };

    private static string ToTypewriter(string text)
    {
        var typed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\u2018' or '\u2019' => typed.Append('\''),
                '\u201C' or '\u201D' => typed.Append('"'),
                '\u2014' => typed.Append("---"),
                '\u2013' => typed.Append("--"),
                '\u2026' => typed.Append("..."),
                '\u00A0' => typed.Append(' '),
                _ => typed.Append(c),
            };
        }

        return typed.ToString();
    }

    private static string Unwrap(string text, string mark)
    {
        text = text.StartsWith(mark, StringComparison.Ordinal) ? text[mark.Length..] : text;
        return text.EndsWith(mark, StringComparison.Ordinal) ? text[..^mark.Length] : text;
    }

    private static string Replace(string text, string pattern, string replacement)
    {
        var regex = RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase: false), PatternParser.Parse(pattern).HasNestedRepeats);
        return regex.Replace(text, replacement);
    }
}
