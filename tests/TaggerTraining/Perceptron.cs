using System.Numerics;
using System.Runtime.InteropServices;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>An averaged perceptron: a row of weights a feature, one weight a tag.</summary>
internal sealed class Perceptron(int rows)
{
    /// <summary>Room for one score a tag, in whole vectors.</summary>
    public const int Width = 56;

    private readonly float[] _weights = new float[rows * Width];
    private readonly double[] _late = new double[rows * Width];
    private int _step = 1;

    /// <summary>The sum of the rows.</summary>
    public void Score(ReadOnlySpan<int> seen, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var row in seen)
        {
            var own = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(row * Width, Width));
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += own[i];
            }
        }
    }

    /// <summary>The tag with the highest score, one tag left out of it.</summary>
    public static PennTag Best(ReadOnlySpan<float> scores, PennTag except = PennTag.None)
    {
        var best = except == (PennTag)1 ? 2 : 1;
        for (var i = best + 1; i <= (int)PennTag.RightBracket; i++)
        {
            best = scores[i] > scores[best] && i != (int)except ? i : best;
        }

        return (PennTag)best;
    }

    /// <summary>Moves the weights of one token towards the right tag.</summary>
    public void Update(ReadOnlySpan<int> seen, PennTag right, PennTag wrong)
    {
        foreach (var row in seen)
        {
            Change((row * Width) + (int)right, 1);
            Change((row * Width) + (int)wrong, -1);
        }
    }

    /// <summary>Counts a token, for the averages.</summary>
    public void Step() => _step++;

    /// <summary>Adds a share of the averages of all steps to a table of weights.</summary>
    public void AddAverages(float[] into, float share)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += share * (float)(_weights[i] - (_late[i] / _step));
        }
    }

    private void Change(int at, float by)
    {
        _weights[at] += by;
        _late[at] += (double)by * _step;
    }
}
