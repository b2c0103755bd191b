using System.Collections.Immutable;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Hosting.RuleSets.Examples;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Examples;

/// <summary>Runs the examples that the rules of plugins carry: what is marked has to be flagged, and nothing else.</summary>
internal static class PluginExamples
{
    public static RuleTestResult Test(ConfiguredAnalysis analysis)
    {
        var ofRuleSets = analysis.RuleSets.SelectMany(set => set.Descriptors).Select(descriptor => descriptor.Id).ToHashSet(StringComparer.Ordinal);
        var count = 0;
        var problems = ImmutableArray.CreateBuilder<Notification>();
        foreach (var rule in analysis.Driver.Rules)
        {
            // Rule sets have a tester of their own; what the engine reports about switches depends on other rules.
            if (rule.Origin == AnalysisDriver.EngineOrigin || ofRuleSets.Contains(rule.Descriptor.Id))
            {
                continue;
            }

            if (!rule.Descriptor.Examples.Any(example => example.IsFlagged))
            {
                problems.Add(Problem(rule, DiagnosticSeverity.Warning, "no example makes it fire; add one with [|…|]"));
            }

            foreach (var example in rule.Descriptor.Examples)
            {
                count++;
                if (Run(analysis.Driver, rule.Descriptor, example) is { } failure)
                {
                    problems.Add(Problem(rule, DiagnosticSeverity.Error, failure));
                }
            }
        }

        return new RuleTestResult(count, problems.ToImmutable());
    }

    private static string? Run(AnalysisDriver driver, DiagnosticDescriptor rule, RuleExample example)
    {
        var (text, expected) = Unmark(example.Markup);
        var (article, problems) = ArticleReader.Read("example.txt", Encoding.UTF8.GetBytes(text), ArticleReadOptions.Default with { Date = example.Date });
        if (article is null)
        {
            return $"the example cannot be read ({problems[0].Message})";
        }

        var result = driver.Analyze(article, new OnlyRule(rule.Id), CancellationToken.None);
        var found = result.Findings.Select(finding => finding.Diagnostic.Span).Order().ToList();
        return found.SequenceEqual(expected)
            ? null
            : $"the example \"{example.Markup.ReplaceLineEndings(" ")}\" does not hold: {(found.Count == 0 ? "nothing is flagged" : $"flagged is {string.Join(", ", found.Select(span => $"'{article.GetText(span)}'"))}")}";
    }

    /// <summary>The text without its marks, and what stood between them.</summary>
    private static (string Text, List<TextSpan> Marked) Unmark(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var marked = new List<TextSpan>();
        var begin = -1;
        for (var i = 0; i < markup.Length; i++)
        {
            var two = markup.AsSpan(i, Math.Min(2, markup.Length - i));
            if (two is "[|")
            {
                begin = text.Length;
                i++;
            }
            else if (two is "|]" && begin >= 0)
            {
                marked.Add(new TextSpan(begin, text.Length));
                begin = -1;
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        marked.Sort();
        return (text.ToString(), marked);
    }

    private static Notification Problem(RuleInfo rule, DiagnosticSeverity severity, string message) =>
        new(NotificationIds.InvalidRule, severity, $"rule {rule.Descriptor.Id} of {rule.Origin}: {message}");

    private sealed class OnlyRule(string id) : RuleSettings
    {
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) =>
            descriptor.Id == id ? descriptor.DefaultSeverity : DiagnosticSeverity.None;

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) => null;
    }
}
