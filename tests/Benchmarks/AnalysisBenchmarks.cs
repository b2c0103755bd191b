using BenchmarkDotNet.Attributes;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Hosting;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Reporting;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Benchmarks;

/// <summary>Setting up the tool, running every rule, the matcher of the YAML rules alone, and writing what was found.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private ConfiguredAnalysis? _analysis;
    private AnalysisDriver? _matcher;
    private Article? _article;
    private ArticleResult? _result;

    [GlobalSetup]
    public void SetUp()
    {
        _analysis = Samples.Analysis();
        _article = Samples.Read("ferry-inquiry.txt");
        var registrations = _analysis.RuleSets.Select(set => new AnalyzerRegistration(new RuleSetAnalyzer(set), EmbeddedLexicons.Instance, set.Name));
        _matcher = new AnalysisDriver(registrations, [], new FactsEngine(EmbeddedLexicons.Instance), TimeSpan.FromSeconds(10));
        _result = Everything();
    }

    [Benchmark]
    public bool SetUpAnalysis() => Samples.Analysis().Problems.Length == _analysis!.Problems.Length;

    [Benchmark]
    public ArticleResult Everything() => _analysis!.Driver.Analyze(_article!, _analysis.Rules.For("draft.txt"), CancellationToken.None);

    [Benchmark]
    public ArticleResult RulesOnly() => _matcher!.Analyze(_article!, _analysis!.Rules.For("draft.txt"), CancellationToken.None);

    [Benchmark]
    public string RenderReport() => ReportTemplate.Shipped(ReportFormat.Html).Render(Report.ForArticle(_result!, "0"), CancellationToken.None);

    [Benchmark]
    public long WriteJson()
    {
        using var stream = new MemoryStream();
        using var format = RunFormats.Create("json", stream, new RunInfo("0", []));
        format.WriteArticle(_result!);
        format.Complete(new RunSummary(1, 0, 0, 0, 0, 0, []));
        return stream.Length;
    }
}
