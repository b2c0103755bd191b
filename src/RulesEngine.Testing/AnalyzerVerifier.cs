using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>Short forms of <see cref="AnalyzerTest{TAnalyzer}"/>.</summary>
public static class AnalyzerVerifier
{
    /// <summary>Checks a plain-text draft: marked text is flagged, everything else is not.</summary>
    /// <exception cref="VerificationException">What was found differs; the message shows both.</exception>
    public static void Verify<TAnalyzer>(string markup, params ImmutableArray<ExpectedDiagnostic> expected)
        where TAnalyzer : ArticleAnalyzer, new() =>
        new AnalyzerTest<TAnalyzer> { Markup = markup, Expected = expected }.Run();

    /// <summary>Checks every example of every rule of the analyzer: the rule flags what is marked, and nothing else.</summary>
    /// <exception cref="VerificationException">An example does not hold, or a rule has no example that it flags.</exception>
    public static void VerifyExamples<TAnalyzer>()
        where TAnalyzer : ArticleAnalyzer, new()
    {
        foreach (var rule in new TAnalyzer().SupportedDiagnostics)
        {
            if (!rule.Examples.Any(example => example.IsFlagged))
            {
                throw new VerificationException($"{rule.Id} has no example that it flags");
            }

            foreach (var example in rule.Examples)
            {
                new AnalyzerTest<TAnalyzer> { Markup = example.Markup, Date = example.Date, Only = [rule.Id] }.Run();
            }
        }
    }
}
