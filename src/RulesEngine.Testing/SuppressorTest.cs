using System.Collections.Immutable;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>
/// A test of one suppressor on one draft. The marks are the findings: text marked <c>{|SRC001:…|}</c> is a finding of that rule that
/// has to stay, text at a numbered place is one that its <see cref="ExpectedDiagnostic"/> says is silenced. The rules themselves do
/// not run, so a suppressor can be tested whose rules are in another plugin.
/// </summary>
/// <typeparam name="TSuppressor">The suppressor; its word lists are read from the folder lexicons beside its assembly.</typeparam>
public sealed class SuppressorTest<TSuppressor>
    where TSuppressor : DiagnosticSuppressor, new()
{
    /// <summary>The draft with marks; see <see cref="MarkedText"/>.</summary>
    public required string Markup { get; init; }

    /// <summary>File name of the draft; its ending is the format.</summary>
    public string Path { get; init; } = "draft.txt";

    /// <summary>Date of the article, or null for what the draft says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Terms to add to and remove from word lists, by name of the list.</summary>
    public ImmutableDictionary<string, LexiconChange> Lexicons { get; init; } = ImmutableDictionary<string, LexiconChange>.Empty;

    /// <summary>The findings that are to be silenced: id, numbered place, and <see cref="ExpectedDiagnostic.SuppressedBy"/>.</summary>
    public ImmutableArray<ExpectedDiagnostic> Expected { get; init; } = [];

    /// <summary>Checks that the suppressor silences what is expected, and nothing else.</summary>
    /// <exception cref="VerificationException">What is silenced differs, or the test asks for what there is not.</exception>
    public void Run()
    {
        var marked = MarkedText.Parse(Markup);
        var article = TestDraft.Read(Path, Encoding.UTF8.GetBytes(marked.Text), ArticleReadOptions.Default with { Date = Date });
        var findings = marked.Marks.Select(mark => Place(mark, article)).ToImmutableArray();
        var lexicons = new TestLexicons(typeof(TSuppressor).Assembly, Lexicons);
        var driver = TestDraft.CreateDriver(
            new AnalyzerRegistration(new StandIn(findings), lexicons.Plugin, "test"),
            [new SuppressorRegistration(new TSuppressor(), lexicons.Plugin, typeof(TSuppressor).Name)],
            lexicons);
        var result = driver.Analyze(article, RuleSettings.Default, CancellationToken.None);
        TestDraft.CheckNotifications(result.Notifications);
        var problems = findings.Select(finding => Compare(finding, result)).OfType<string>().ToList();
        if (problems.Count > 0)
        {
            throw new VerificationException(string.Join('\n', problems));
        }
    }

    private PlacedFinding Place(Mark mark, Article article)
    {
        var expected = mark.Number is { } number
            ? Expected.FirstOrDefault(each => each.Place == number) ?? throw new VerificationException($"nothing is expected at the numbered place {mark.Name}")
            : null;
        var id = expected?.Id ?? mark.Name ?? throw new VerificationException("a mark of a suppressor's test names its rule: {|SRC001:…|}");
        var start = article.SourceMap.FindTextOffset(mark.Span.Start);
        var last = article.SourceMap.FindTextOffset(mark.Span.End - 1);
        return start >= 0 && last >= start
            ? new PlacedFinding(id, new TextSpan(start, last + 1), expected?.SuppressedBy)
            : throw new VerificationException($"the mark {mark.Name} does not begin and end in text of the article");
    }

    private static string? Compare(PlacedFinding placed, ArticleResult result)
    {
        var finding = result.Findings.FirstOrDefault(each => each.Diagnostic.Descriptor.Id == placed.Id && each.Diagnostic.Span == placed.Span);
        var actual = finding?.Suppression is { } suppression ? suppression.Id ?? "the draft itself" : null;
        return actual == placed.SuppressedBy
            ? null
            : $"{placed.Id} at '{result.Article.GetText(placed.Span)}' was to {(placed.SuppressedBy is { } id ? $"be silenced by {id}" : "stay")} but {(actual is null ? "stays" : $"is silenced by {actual}")}";
    }

    private sealed record PlacedFinding(string Id, TextSpan Span, string? SuppressedBy);

    /// <summary>Reports the marked text, under the ids of the rules that the suppressor knows.</summary>
    private sealed class StandIn : ArticleAnalyzer
    {
        private readonly ImmutableArray<PlacedFinding> _findings;

        public StandIn(ImmutableArray<PlacedFinding> findings)
        {
            _findings = findings;
            SupportedDiagnostics =
            [
                .. findings.Select(finding => finding.Id).DefaultIfEmpty("none").Distinct().Select(id => new DiagnosticDescriptor
                {
                    Id = id,
                    Title = "stand-in",
                    MessageFormat = "stands in for the rule",
                    Category = "Test",
                    DefaultSeverity = DiagnosticSeverity.Warning,
                    Why = "the rule is in another plugin",
                    RequiresEnglish = false,
                }),
            ];
        }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

        public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(article =>
        {
            foreach (var finding in _findings)
            {
                article.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics.Single(rule => rule.Id == finding.Id), finding.Span));
            }
        });
    }
}
