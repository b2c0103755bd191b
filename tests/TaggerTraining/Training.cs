using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>What a training run may vary; the defaults made the weights that ship.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Runs from nothing, each in another order; the model is their mean.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Times that a run reads the treebank.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>Share of features that a token does not see in training.</summary>
    public double Dropout { get; init; } = 0.25;

    /// <summary>A right tag that wins by less is strengthened all the same.</summary>
    public float Margin { get; init; } = 8;

    /// <summary>The weight that fills a byte.</summary>
    public double Greatest { get; init; } = 20;

    /// <summary>The least rounded weight that is kept.</summary>
    public int Least { get; init; } = 6;
}

/// <summary>Learns the weights of the tagger. The same treebank and dictionary give the same bytes.</summary>
internal sealed class Training
{
    private const int TitleCopies = 12;
    private const int UpperCopies = 24;
    private readonly List<Sample> _samples;
    private readonly WordTags _words;
    private readonly FeatureIndex _index;
    private readonly TrainingOptions _options;

    private Training(Treebank treebank, SortedDictionary<string, ulong> dictionary, TrainingOptions options)
    {
        _options = options;
        _samples = Samples(treebank);
        _words = new WordTags(_samples, dictionary);
        _samples.AddRange(Copies(_samples));
        var table = new TagModel(ModelWriter.WriteWords(_words)).Table;
        foreach (var sample in _samples)
        {
            Classify(table, sample);
        }

        _index = FeatureIndex.Count(CountFeatures);
        _samples.ForEach(FindRows);
    }

    /// <summary>The bytes of a model.</summary>
    public static byte[] Run(Treebank treebank, SortedDictionary<string, ulong> dictionary, TrainingOptions options)
    {
        var training = new Training(treebank, dictionary, options);
        Console.WriteLine($"{training._samples.Count} sentences, {training._words.Words.Count} words, {training._index.Rows.Count} features");
        var bytes = ModelWriter.Write(training._index, training.Learn(), training._words, options.Greatest, options.Least);
        Console.WriteLine($"{bytes.Length} bytes");
        return bytes;
    }

    private static List<Sample> Samples(Treebank treebank) => [.. treebank.Sentences.Select((sentence, number) => Sample.Create(
        number,
        treebank.Article.Text,
        [.. sentence.Tokens.Select(span => new Token(span.Start, span.End, TokenKind.Word))],
        [.. sentence.Tags]))];

    private static List<Sample> Copies(List<Sample> samples) =>
    [
        .. samples.Where(sample => sample.Number % TitleCopies == 0).Select(sample => sample.Recase(upper: false)),
        .. samples.Where(sample => sample.Number % UpperCopies == 1).Select(sample => sample.Recase(upper: true)),
    ];

    private static void Classify(TagTable table, Sample sample)
    {
        for (var i = 0; i < sample.Tags.Length; i++)
        {
            var token = sample.Tokens[i];
            sample.Certain[i] = WordClasses.Classify(table, sample.Text.AsSpan(token.Start, token.Length), ref sample.Views[i + 2]);
        }
    }

    private void CountFeatures(Action<ReadOnlySpan<uint>> count)
    {
        var features = new uint[TagFeatures.Count];
        foreach (var sample in _samples)
        {
            for (var i = 0; i < sample.Tags.Length; i++)
            {
                TagFeatures.Extract(sample.Views, i, i > 0 ? sample.Tags[i - 1] : 0, i > 1 ? sample.Tags[i - 2] : 0, features);
                count(features);
            }
        }
    }

    private void FindRows(Sample sample)
    {
        Span<uint> features = stackalloc uint[TagFeatures.WordCount];
        Span<int> rows = stackalloc int[TagFeatures.WordCount];
        sample.Rows = new int[sample.Tags.Length][];
        for (var i = 0; i < sample.Tags.Length; i++)
        {
            TagFeatures.ExtractWords(sample.Views, i, features);
            sample.Rows[i] = rows[.._index.Find(features, rows)].ToArray();
        }
    }

    private float[] Learn()
    {
        var weights = new float[_index.Rows.Count * Perceptron.Width];
        var random = new RandomSource();
        for (var run = 0; run < _options.Runs; run++)
        {
            var reading = new Learner(_index, random, _options);
            for (var epoch = 0; epoch < _options.Epochs; epoch++)
            {
                Console.WriteLine($"run {run + 1}, epoch {epoch + 1}: {random.Shuffle(_samples).Sum(reading.Learn)} wrong");
            }

            reading.Perceptron.AddAverages(weights, 1f / _options.Runs);
        }

        return weights;
    }
}
