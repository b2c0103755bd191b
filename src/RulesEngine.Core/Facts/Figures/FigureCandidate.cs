using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>A quantity found in the text, before anybody has asked whether it counts and who carries it.</summary>
internal sealed class FigureCandidate
{
    /// <summary>The number itself; of a range the first.</summary>
    public required Number Number { get; init; }

    /// <summary>Index of the first piece: modifier, sign or number.</summary>
    public int First { get; set; }

    /// <summary>Index just after the last piece: unit, sign or number.</summary>
    public int End { get; set; }

    /// <summary>Index just after the last number, before unit and rate.</summary>
    public int NumberEnd { get; set; }

    public decimal? Low { get; set; }

    public decimal? High { get; set; }

    public string Unit { get; set; } = "";

    public FigureKind Kind { get; set; } = FigureKind.Count;

    /// <summary>True where the unit is one of time or clock.</summary>
    public bool IsTime { get; set; }

    /// <summary>True for "over", "at least", "only" …: somebody weighed this number.</summary>
    public bool HasModifier { get; set; }

    /// <summary>True where unit or noun is joined by a hyphen: "16-member".</summary>
    public bool IsCompound { get; set; }

    /// <summary>True for "34-27": two numbers that do not rise.</summary>
    public bool IsScore { get; set; }

    /// <summary>True for two numbers from low to high.</summary>
    public bool IsRange { get; set; }

    public TextSpan GetSpan(Pieces pieces) => new(pieces[First].Start, pieces[End - 1].End);

    public FigureValue? GetValue() => Low is null && High is null ? null : new FigureValue(Low, High);
}
