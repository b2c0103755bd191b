using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Examples;

/// <summary>What came of testing a rule set.</summary>
/// <param name="Examples">Number of examples that ran.</param>
/// <param name="Problems">Errors for rules and examples that do not hold, warnings for rules and patterns that look wrong; with their places.</param>
public sealed record RuleTestResult(int Examples, ImmutableArray<Notification> Problems)
{
    /// <summary>True where nothing failed; warnings may remain.</summary>
    public bool Passed => !Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error);
}

/// <summary>Runs the examples of a rule set and looks for patterns that cannot do what was meant.</summary>
public static class RuleTester
{
    /// <summary>Tests every rule of a set.</summary>
    public static RuleTestResult Test(RuleSet set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        var program = RuleProgram.Create(set.Rules);
        var facts = new FactsEngine(EmbeddedLexicons.Instance);
        var problems = set.Problems.ToBuilder();
        var count = 0;
        foreach (var rule in set.Rules)
        {
            var examples = rule.Header.Descriptor.Examples;
            for (var i = 0; i < examples.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                count++;
                if (Run(program, facts, rule, examples[i], cancellationToken) is { } failure)
                {
                    problems.Add(At(rule, rule.Header.ExampleLines[i], DiagnosticSeverity.Error, failure));
                }
            }

            if (!examples.Any(example => example.IsFlagged))
            {
                problems.Add(At(rule, new TokenPlace("", 1, 1), DiagnosticSeverity.Warning, "no example makes this rule fire; add one under 'examples: flag:' with [| and |] around what it finds"));
            }

            problems.AddRange(PatternReview.Review(rule));
        }

        return new RuleTestResult(count, problems.ToImmutable());
    }

    internal static Notification At(Rule rule, TokenPlace place, DiagnosticSeverity severity, string message) =>
        new(NotificationIds.InvalidRule, severity, $"{rule.Header.Descriptor.Id}: {message}", rule.Header.Path, place.Line, place.Column);

    private static string? Run(RuleProgram program, FactsEngine facts, Rule rule, RuleExample example, CancellationToken cancellationToken)
    {
        var (article, expected) = ExampleArticle.Create(example, rule.Header.Scope);
        var found = new List<TextSpan>();
        Exception? fault = null;
        var scan = new ArticleScan(program, article, facts.CreateFacts(article), new RuleClock(program.Rules.Length, AnalysisHostOptions.DefaultBudget, null), diagnostic => found.Add(diagnostic.Span), (_, exception) => fault = exception);
        scan.Run(descriptor => descriptor == rule.Header.Descriptor, cancellationToken);
        if (fault is not null)
        {
            return $"the rule failed on this example: {fault.Message}";
        }

        found.Sort();
        return found.SequenceEqual(expected) ? null : Describe(article, expected, found);
    }

    private static string Describe(Article article, ImmutableArray<TextSpan> expected, List<TextSpan> found)
    {
        var wanted = expected.IsEmpty ? "nothing" : Quote(article, expected);
        var got = found.Count == 0 ? "nothing" : Quote(article, found);
        return $"the example does not hold: {wanted} was to be found, {got} was";
    }

    private static string Quote(Article article, IEnumerable<TextSpan> spans) => string.Join(", ", spans.Select(span => $"'{article.GetText(span)}' at {span.Start}"));
}
