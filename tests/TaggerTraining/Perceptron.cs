using System.Numerics;
using System.Runtime.InteropServices;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>An averaged perceptron over hashed features.</summary>
internal sealed class Perceptron
{
    /// <summary>Room for one score a tag.</summary>
    public const int Width = 64;

    private readonly Dictionary<uint, int> _rows = [];
    private float[] _weights = [];
    private double[] _sums = [];
    private int[] _changed = [];
    private int _step;

    /// <summary>Features, in the order of their rows.</summary>
    public IReadOnlyDictionary<uint, int> Rows => _rows;

    /// <summary>Makes room for features; call it once.</summary>
    public void Allocate(IEnumerable<uint> features)
    {
        foreach (var feature in features)
        {
            _rows.Add(feature, _rows.Count);
        }

        _weights = new float[_rows.Count * Width];
        _sums = new double[_rows.Count * Width];
        _changed = new int[_rows.Count * Width];
    }

    /// <summary>Rows of the features that have one; returns their number.</summary>
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

    /// <summary>The sum of the rows.</summary>
    public void Score(ReadOnlySpan<int> rows, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var row in rows)
        {
            var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(row * Width, Width));
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += weights[i];
            }
        }
    }

    /// <summary>Moves the weights of one token towards the right tag.</summary>
    public void Update(ReadOnlySpan<int> rows, PennTag right, PennTag wrong)
    {
        foreach (var row in rows)
        {
            Change((row * Width) + (int)right, 1);
            Change((row * Width) + (int)wrong, -1);
        }
    }

    /// <summary>Counts a token, for the averages.</summary>
    public void Step() => _step++;

    /// <summary>Adds the averages of all steps to a table of weights.</summary>
    public void AddAverages(Span<double> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += (_sums[i] + ((double)(_step - _changed[i]) * _weights[i])) / _step;
        }
    }

    /// <summary>Takes a table of weights over.</summary>
    public void Load(ReadOnlySpan<double> weights)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            _weights[i] = (float)weights[i];
        }
    }

    /// <summary>Forgets all weights, for another run.</summary>
    public void Reset()
    {
        Array.Clear(_weights);
        Array.Clear(_sums);
        Array.Clear(_changed);
        _step = 0;
    }

    private void Change(int at, float by)
    {
        _sums[at] += (double)(_step - _changed[at]) * _weights[at];
        _changed[at] = _step;
        _weights[at] += by;
    }
}
