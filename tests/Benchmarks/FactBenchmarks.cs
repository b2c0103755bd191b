using BenchmarkDotNet.Attributes;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Benchmarks;

/// <summary>Each step from text to facts, with all that it rests on: the difference of two rows is the cost of the later step.</summary>
[MemoryDiagnoser]
public class FactBenchmarks
{
    private readonly FactsEngine _engine = new(EmbeddedLexicons.Instance);
    private Article? _article;

    [GlobalSetup]
    public void SetUp() => _article = Samples.Read("ferry-inquiry.txt");

    [Benchmark(Baseline = true)]
    public int Tokens() => Facts().Tokens.Length;

    [Benchmark]
    public int Tags() => Facts().Tags.Length;

    [Benchmark]
    public int Quotations() => Facts().Quotations.Length;

    [Benchmark]
    public int Attributions() => Facts().Attributions.Length;

    [Benchmark]
    public int Figures() => Facts().Figures.Length;

    [Benchmark]
    public int Accounts() => Facts().Accounts.Length;

    [Benchmark]
    public int Times() => Facts().Times.Length;

    private ArticleFacts Facts() => _engine.CreateFacts(_article!);
}
