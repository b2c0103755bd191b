namespace RulesEngine.TaggerTraining;

/// <summary>Numbers that look random and are the same at every run (xorshift).</summary>
internal sealed class RandomSource
{
    private ulong _state = 88172645463325252;

    /// <summary>A number from 0 to 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A new list in another order.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        List<T> list = [.. items];
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = (int)(Next() % (ulong)(i + 1));
            (list[i], list[other]) = (list[other], list[i]);
        }

        return list;
    }

    /// <summary>Leaves a share of the rows out; returns the number of those kept. Weights learned so lean less on single words.</summary>
    public int Drop(Span<int> rows, double share)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if (NextDouble() >= share)
            {
                rows[kept++] = row;
            }
        }

        return kept;
    }

    private ulong Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        return _state ^= _state << 17;
    }
}
