using BenchmarkDotNet.Attributes;
using RulesEngine.Documents;
using RulesEngine.Sdk;

namespace RulesEngine.Benchmarks;

/// <summary>Bytes to article tree, for each format.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private byte[] _content = [];

    [Params("ferry-inquiry.txt", "markdown-features.md", "page.html", "town-hall.docx")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _content = Samples.ReadBytes(Name);

    [Benchmark]
    public Article? Read() => ArticleReader.Read(Name, _content).Article;
}
