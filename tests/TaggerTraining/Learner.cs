using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>Learns to tag from left to right, from its own tags before the word, as the tagger will have them.</summary>
internal sealed class Learner(FeatureIndex index, RandomSource random, TrainingOptions options)
{
    /// <summary>The weights.</summary>
    public Perceptron Perceptron { get; } = new(index.Rows.Count);

    /// <summary>Reads one sentence; returns the number of wrong tags.</summary>
    public int Learn(Sample sample)
    {
        PennTag previous = 0, secondPrevious = 0;
        var wrong = 0;
        for (var i = 0; i < sample.Tags.Length; i++)
        {
            var tag = sample.Certain[i] != PennTag.None ? sample.Certain[i] : Learn(sample, i, previous, secondPrevious);
            wrong += tag == sample.Tags[i] ? 0 : 1;
            secondPrevious = previous;
            previous = tag;
        }

        return wrong;
    }

    private PennTag Learn(Sample sample, int i, PennTag previous, PennTag secondPrevious)
    {
        Span<int> rows = stackalloc int[TagFeatures.Count];
        Span<float> scores = stackalloc float[Perceptron.Width];
        var seen = rows[..random.Drop(rows[..Find(sample, i, previous, secondPrevious, rows)], options.Dropout)];
        Perceptron.Score(seen, scores);
        var right = sample.Tags[i];
        var rival = Perceptron.Best(scores, right);
        if (scores[(int)right] - scores[(int)rival] <= options.Margin)
        {
            Perceptron.Update(seen, right, rival);
        }

        Perceptron.Step();
        return Perceptron.Best(scores);
    }

    private int Find(Sample sample, int i, PennTag previous, PennTag secondPrevious, Span<int> rows)
    {
        Span<uint> features = stackalloc uint[TagFeatures.TagCount];
        var known = sample.Rows[i];
        known.CopyTo(rows);
        TagFeatures.ExtractTags(sample.Views, i, previous, secondPrevious, features);
        return known.Length + index.Find(features, rows[known.Length..]);
    }
}
