using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>Learns the weights of the tagger. The same treebank gives the same bytes.</summary>
internal sealed class Training
{
    private const int LeastFeatureCount = 2;
    private readonly Perceptron _perceptron = new();
    private readonly List<Sample> _samples;
    private readonly WordTags _words;
    private readonly double _dropout;
    private ulong _random = 88172645463325252;

    private Training(Treebank treebank, double dropout)
    {
        _dropout = dropout;
        _samples = Samples(treebank);
        _words = new WordTags(_samples);
        _samples.ForEach(sample => _words.Classify(sample.Views));
    }

    /// <summary>The bytes of a model.</summary>
    /// <param name="treebank">What to learn from.</param>
    /// <param name="runs">Runs from nothing, each in another order; the model is their mean.</param>
    /// <param name="epochs">Times that a run reads the treebank.</param>
    /// <param name="dropout">Share of features that a token does not see in training.</param>
    public static byte[] Run(Treebank treebank, int runs, int epochs, double dropout, double greatest, int least)
    {
        var training = new Training(treebank, dropout);
        training.Allocate();
        var weights = new double[training._perceptron.Rows.Count * Perceptron.Width];
        for (var run = 0; run < runs; run++)
        {
            training._perceptron.Reset();
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                Console.Write($"run {run + 1}, epoch {epoch + 1}: {training.Epoch()} wrong\n");
            }

            training._perceptron.AddAverages(weights);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= runs;
        }

        return ModelWriter.Write(training._perceptron, weights, training._words, greatest, least);
    }

    private static List<Sample> Samples(Treebank treebank) => [.. treebank.Sentences.Select(sentence =>
    {
        var views = new WordView[sentence.Tokens.Length + 4];
        TagFeatures.Describe(treebank.Article.Text, [.. sentence.Tokens.Select(span => new Token(span.Start, span.End, TokenKind.Word))], views);
        return new Sample(views, [.. sentence.Tags]);
    })];

    private void Allocate()
    {
        var counts = new Dictionary<uint, int>();
        var features = new uint[TagFeatures.Count];
        foreach (var (views, tags) in _samples)
        {
            for (var i = 0; i < tags.Length; i++)
            {
                TagFeatures.Extract(views, i, i > 0 ? tags[i - 1] : 0, i > 1 ? tags[i - 2] : 0, features);
                foreach (var feature in features)
                {
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                }
            }
        }

        _perceptron.Allocate(counts.Where(count => count.Value >= LeastFeatureCount).Select(count => count.Key).Order());
    }

    private int Epoch()
    {
        for (var i = _samples.Count - 1; i > 0; i--)
        {
            var other = (int)(Next() % (ulong)(i + 1));
            (_samples[i], _samples[other]) = (_samples[other], _samples[i]);
        }

        return _samples.Sum(Learn);
    }

    private int Learn(Sample sample)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> rows = stackalloc int[TagFeatures.Count];
        Span<float> scores = stackalloc float[Perceptron.Width];
        var (views, tags) = sample;
        PennTag previous = 0, secondPrevious = 0;
        var wrong = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            TagFeatures.Extract(views, i, previous, secondPrevious, features);
            var seen = rows[..Drop(rows[.._perceptron.Find(features, rows)])];
            _perceptron.Score(seen, scores);
            var tag = Best(scores);
            if (tag != tags[i])
            {
                wrong++;
                _perceptron.Update(seen, tags[i], tag);
            }

            _perceptron.Step();
            secondPrevious = previous;
            previous = tag;
        }

        return wrong;
    }

    // Weights learned from some of the features at a time lean less on single words.
    private int Drop(Span<int> rows)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if ((Next() >> 11) * (1.0 / (1UL << 53)) >= _dropout)
            {
                rows[kept++] = row;
            }
        }

        return kept;
    }

    private static PennTag Best(ReadOnlySpan<float> scores)
    {
        var best = 1;
        for (var i = 2; i <= (int)PennTag.RightBracket; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (PennTag)best;
    }

    private ulong Next()
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        return _random ^= _random << 17;
    }
}
