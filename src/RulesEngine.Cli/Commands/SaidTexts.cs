using System.CommandLine;
using System.CommandLine.Parsing;

namespace RulesEngine.Cli.Commands;

/// <summary>What was said for an option or an argument that takes several texts, taken as it stands: turning it into a declared type needs reflection at every start.</summary>
internal static class SaidTexts
{
    /// <summary>In the order of the command line; empty where nothing was said.</summary>
    public static string[] GetTexts(this ParseResult parsed, Option option) => ToTexts(parsed.GetResult(option)?.Tokens);

    /// <inheritdoc cref="GetTexts(ParseResult, Option)"/>
    public static string[] GetTexts(this ParseResult parsed, Argument argument) => ToTexts(parsed.GetResult(argument)?.Tokens);

    private static string[] ToTexts(IReadOnlyList<Token>? tokens)
    {
        var texts = new string[tokens?.Count ?? 0];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = tokens![i].Value;
        }

        return texts;
    }
}
