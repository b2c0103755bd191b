using System.Collections.Immutable;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>
/// A test of one analyzer on one draft, run by the real reader and the real driver, on the thread of the test. Independent of the
/// test framework: a failure is a <see cref="VerificationException"/>.
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

    /// <summary>What findings are like at numbered places, or at a text.</summary>
    public ImmutableArray<ExpectedDiagnostic> Expected { get; init; } = [];

    /// <summary>Rules whose findings are looked at; empty for all of the analyzer's.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>
    /// The file after the fix of every finding (the first safe one, or else the first), or null where fixes are not looked at; of a .docx
    /// its text. Applied as <c>rulesengine fix --suggestions</c> does: of fixes that overlap the first holds, and what the tool would
    /// take back (the finding is still there, a new one arose) fails.
    /// </summary>
    public string? Fixed { get; init; }

    /// <summary>
    /// Checks that marked text is one expected finding each, and that there is no other. What the draft itself switches off
    /// (a comment, front matter) is no finding.
    /// </summary>
    /// <exception cref="VerificationException">They differ, and the message shows both; or the test asks for what there is not.</exception>
    public void Run()
    {
        var analyzer = new TAnalyzer();
        CheckNames(analyzer);
        var marked = MarkedText.Parse(Markup);
        var lexicons = new TestLexicons(typeof(TAnalyzer).Assembly, Lexicons);
        var driver = TestDraft.CreateDriver(new AnalyzerRegistration(analyzer, lexicons.Plugin, typeof(TAnalyzer).Name), [], lexicons);
        var content = Content.IsEmpty ? Encoding.UTF8.GetBytes(marked.Text) : Content;
        var options = ArticleReadOptions.Default with { Date = Date };
        var result = Analyze(TestDraft.Read(Path, content, options));
        TestDraft.CheckNotifications(result.Notifications);
        var found = result.Findings
            .Where(finding => finding.Suppression is null && (Only.IsEmpty || Only.Contains(finding.Diagnostic.Descriptor.Id)))
            .Select(finding => finding.Diagnostic)
            .ToImmutableArray();
        new DiagnosticComparison(result.Article, marked, Expected, result.Notifications).Check(found);
        if (Fixed is not null)
        {
            DiagnosticComparison.CheckFixed(Fixed, new FixApplication(result, content, options).Apply(Only, Analyze));
        }

        ArticleResult Analyze(Article article) => driver.Analyze(article, new TestSettings(Options), CancellationToken.None);
    }

    /// <summary>A misspelt name would make a test that cannot fail.</summary>
    private void CheckNames(TAnalyzer analyzer)
    {
        var rules = analyzer.SupportedDiagnostics;
        if (DescriptorCheck.FindFault(rules) is { } fault)
        {
            throw new VerificationException($"{typeof(TAnalyzer).Name} does not keep the contract: {fault}");
        }

        foreach (var id in Only.Concat(Expected.Select(expected => expected.Id)))
        {
            if (!rules.Any(rule => rule.Id == id))
            {
                throw new VerificationException($"{typeof(TAnalyzer).Name} has no rule '{id}'; it has {string.Join(", ", rules.Select(rule => rule.Id))}");
            }
        }

        foreach (var (name, value) in Options.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var options = rules.SelectMany(rule => rule.Options).Where(option => option.Name == name).ToList();
            if (options.Count == 0)
            {
                throw new VerificationException($"no rule of {typeof(TAnalyzer).Name} has an option '{name}'; there are: {string.Join(", ", rules.SelectMany(rule => rule.Options).Select(option => option.Name).Distinct())}");
            }

            if (options.Find(option => option.ValueType != value.GetType()) is { } other)
            {
                throw new VerificationException($"option '{name}' of {typeof(TAnalyzer).Name} is of type {other.ValueType}, the value of the test of type {value.GetType()}");
            }
        }
    }

    private sealed class TestSettings(ImmutableDictionary<string, object> options) : RuleSettings
    {
        // A rule under test runs even where it has to be asked for.
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) =>
            descriptor.IsEnabledByDefault ? null : descriptor.DefaultSeverity;

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) => options.GetValueOrDefault(option.Name);
    }
}
