namespace RulesEngine.TaggerTraining;

/// <summary>Numbers the features that occur often enough.</summary>
internal sealed class FeatureIndex
{
    private const int LeastCount = 2;
    private readonly Dictionary<uint, int> _rows = [];

    private FeatureIndex(Dictionary<uint, int> counts)
    {
        foreach (var feature in counts.Where(count => count.Value >= LeastCount).Select(count => count.Key).Order())
        {
            _rows.Add(feature, _rows.Count);
        }
    }

    /// <summary>Features and their rows.</summary>
    public IReadOnlyDictionary<uint, int> Rows => _rows;

    /// <summary>Counts all features that a walk hands over.</summary>
    public static FeatureIndex Count(Action<Action<ReadOnlySpan<uint>>> walk)
    {
        var counts = new Dictionary<uint, int>();
        walk(features =>
        {
            foreach (var feature in features)
            {
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
            }
        });
        return new FeatureIndex(counts);
    }

    /// <summary>Writes the rows of the features that have one; returns their number.</summary>
    public int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        var count = 0;
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                rows[count++] = row;
            }
        }

        return count;
    }
}
