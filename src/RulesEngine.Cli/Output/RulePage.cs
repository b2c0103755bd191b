using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>Everything that a rule's descriptor says, for people.</summary>
internal static class RulePage
{
    public static void WriteText(TextWriter output, DiagnosticDescriptor rule, string origin)
    {
        output.WriteLine($"{rule.Id}: {rule.Title}");
        output.WriteLine($"  {Facts(rule, origin)}");
        output.WriteLine();
        output.WriteLine($"  {rule.Why}");
        foreach (var (title, examples) in Examples(rule))
        {
            output.WriteLine();
            output.WriteLine($"  {title}:");
            foreach (var example in examples)
            {
                output.WriteLine($"    {TerminalText.Clean(example.Markup)}");
            }
        }

        if (!rule.Options.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine("  options:");
            foreach (var option in rule.Options)
            {
                output.WriteLine($"    {option.Name} ({OptionText.TypeOf(option)}, {OptionText.DefaultOf(option)} unless said): {option.Description}");
            }
        }

        if (rule.HelpUri is { } address)
        {
            output.WriteLine();
            output.WriteLine($"  {address}");
        }
    }

    public static void WriteMarkdown(TextWriter output, DiagnosticDescriptor rule, string origin)
    {
        output.WriteLine($"# {rule.Id}: {rule.Title}");
        output.WriteLine();
        output.WriteLine(Facts(rule, origin));
        output.WriteLine();
        output.WriteLine(rule.Why);
        foreach (var (title, examples) in Examples(rule))
        {
            output.WriteLine();
            output.WriteLine($"## {title}");
            foreach (var example in examples)
            {
                output.WriteLine();
                output.WriteLine("```text");
                output.WriteLine(example.Markup.ReplaceLineEndings("\n"));
                output.WriteLine("```");
            }
        }

        if (!rule.Options.IsEmpty)
        {
            output.WriteLine();
            output.WriteLine("## Options");
            output.WriteLine();
            output.WriteLine("| option | type | default | what it does |");
            output.WriteLine("|---|---|---|---|");
            foreach (var option in rule.Options)
            {
                output.WriteLine($"| `{option.Name}` | {OptionText.TypeOf(option)} | {OptionText.DefaultOf(option)} | {option.Description} |");
            }
        }
    }

    private static string Facts(DiagnosticDescriptor rule, string origin)
    {
        var level = rule.IsEnabledByDefault ? Severities.NameOf(rule.DefaultSeverity) : $"{Severities.NameOf(rule.DefaultSeverity)}, off unless asked for";
        return $"{level}; {rule.Category}; from {origin}; since {rule.Since}";
    }

    private static IEnumerable<(string Title, List<RuleExample> Examples)> Examples(DiagnosticDescriptor rule)
    {
        var (flagged, passed) = (rule.Examples.Where(example => example.IsFlagged).ToList(), rule.Examples.Where(example => !example.IsFlagged).ToList());
        if (flagged.Count > 0)
        {
            yield return ("Flagged", flagged);
        }

        if (passed.Count > 0)
        {
            yield return ("Passed", passed);
        }
    }
}
