using System.Collections.Immutable;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Documents;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>
/// A test of one analyzer on one draft, run by the real reader and the real driver. Independent of the test framework: a
/// failure is a <see cref="VerificationException"/>.
/// </summary>
/// <typeparam name="TAnalyzer">The analyzer; its word lists are read from the folder lexicons beside its assembly.</typeparam>
public sealed class AnalyzerTest<TAnalyzer>
    where TAnalyzer : ArticleAnalyzer, new()
{
    /// <summary>The draft with marks; see <see cref="MarkedText"/>. Empty where <see cref="Content"/> is the draft.</summary>
    public string Markup { get; init; } = "";

    /// <summary>The draft as bytes, for formats that cannot be marked (.docx); expected findings then say their text.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>File name of the draft; its ending is the format.</summary>
    public string Path { get; init; } = "draft.txt";

    /// <summary>Date of the article, or null for what the draft says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Values of options by name, for every rule of the analyzer that has them.</summary>
    public ImmutableDictionary<string, object> Options { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>Terms to add to and remove from word lists, by name of the list.</summary>
    public ImmutableDictionary<string, LexiconChange> Lexicons { get; init; } = ImmutableDictionary<string, LexiconChange>.Empty;

    /// <summary>What findings at numbered places are like.</summary>
    public ImmutableArray<ExpectedDiagnostic> Expected { get; init; } = [];

    /// <summary>Rules whose findings are looked at; empty for all of the analyzer's.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The draft after all fixes, or null where fixes are not looked at.</summary>
    public string? Fixed { get; init; }

    /// <summary>Checks that marked text is one expected finding each, and that there is no other.</summary>
    /// <exception cref="VerificationException">They differ; the message shows both.</exception>
    public void Run()
    {
        var marked = MarkedText.Parse(Markup);
        var result = Analyze(marked);
        var found = result.Findings.Select(finding => finding.Diagnostic)
            .Where(diagnostic => Only.IsEmpty || Only.Contains(diagnostic.Descriptor.Id))
            .ToImmutableArray();
        if (result.Notifications.FirstOrDefault(notification => notification.Severity == DiagnosticSeverity.Error) is { } failure)
        {
            throw new VerificationException($"{failure.Id}: {failure.Message}");
        }

        var comparison = new DiagnosticComparison(result.Article, marked, Expected);
        comparison.Check(found);
        if (Fixed is not null)
        {
            DiagnosticComparison.CheckFixed(Fixed, FixApplication.Apply(result.Article, found));
        }
    }

    private ArticleResult Analyze(MarkedText marked)
    {
        var bytes = Content.IsEmpty ? Encoding.UTF8.GetBytes(marked.Text) : Content;
        var read = ArticleReader.Read(Path, bytes, ArticleReadOptions.Default with { Date = Date });
        if (read.Article is not { } article)
        {
            throw new VerificationException($"the draft cannot be read: {string.Join("; ", read.Problems.Select(problem => problem.Message))}");
        }

        var folder = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(TAnalyzer).Assembly.Location) ?? "", "lexicons");
        var changes = Lexicons.ToImmutableDictionary(pair => pair.Key, pair => new Hosting.Plugins.LexiconChange(pair.Value.Add, pair.Value.Remove), StringComparer.Ordinal);
        var engine = new PluginLexicons(null, EmbeddedLexicons.Instance, changes);
        var driver = new AnalysisDriver(
            [new AnalyzerRegistration(new TAnalyzer(), new PluginLexicons(folder, engine, changes), typeof(TAnalyzer).Name)],
            [],
            new FactsEngine(engine),
            TimeSpan.FromSeconds(30));
        return driver.Notifications is [var failure, ..]
            ? throw new VerificationException($"{failure.Id}: {failure.Message}")
            : driver.Analyze(article, new TestSettings(Options), CancellationToken.None);
    }

    private sealed class TestSettings(ImmutableDictionary<string, object> options) : RuleSettings
    {
        // A rule under test runs even where it has to be asked for.
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) =>
            descriptor.IsEnabledByDefault ? null : descriptor.DefaultSeverity;

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) => options.GetValueOrDefault(option.Name);
    }
}

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
