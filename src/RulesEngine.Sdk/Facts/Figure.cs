namespace RulesEngine.Sdk;

/// <summary>A quantity in the text, with whoever carries it.</summary>
public sealed class Figure
{
    /// <summary>Number with its modifier and unit or sign where adjacent: "over 500", "$2.4 million", "10 to 15".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Null where the words give no number ("dozens" has a low bound, "countless" has none).</summary>
    public FigureValue? Value { get; init; }

    /// <summary>What is counted or measured, as in the text: "%", "USD", "km", "troops"; empty where nothing is named.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What sort of quantity it is.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Whether somebody carries it.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>Why it has that status, in plain words.</summary>
    public required string Why { get; init; }

    /// <summary>The attribution that carries it, or null.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>The words that name the source, vague ones too; null where there is none.</summary>
    public TextSpan? SourceSpan { get; init; }

    /// <summary>The sentence that it stands in.</summary>
    public required Sentence Sentence { get; init; }
}

/// <summary>The value of a figure; a single number has equal bounds, an open one ("over 500") no upper bound.</summary>
/// <param name="Low">Lower bound, or null.</param>
/// <param name="High">Upper bound, or null.</param>
public readonly record struct FigureValue(decimal? Low, decimal? High)
{
    /// <summary>A single number.</summary>
    public static FigureValue Exactly(decimal value) => new(value, value);
}

/// <summary>Sorts of quantities.</summary>
public enum FigureKind
{
    /// <summary>People or things.</summary>
    Count,

    /// <summary>Dead, wounded, arrested, accused.</summary>
    Casualties,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Per cent, percentage points.</summary>
    Percentage,

    /// <summary>Length, area, weight, volume, speed, temperature, energy, data.</summary>
    Measurement,

    /// <summary>So many a day, a head, a year.</summary>
    Rate,

    /// <summary>"Two-thirds", "one in five", "10 to 1".</summary>
    Ratio,

    /// <summary>Votes and seats.</summary>
    Votes,

    /// <summary>A number that is no quantity a reader would question: a date, an age, a duration, a name.</summary>
    Other,
}

/// <summary>Whether somebody carries a figure.</summary>
public enum FigureStatus
{
    /// <summary>In the article's own voice, with no source in reach.</summary>
    Unsourced,

    /// <summary>Carried only by somebody whom a reader cannot find.</summary>
    Vague,

    /// <summary>An identifiable source carries it.</summary>
    Sourced,

    /// <summary>Not a figure of which a reader would ask who says so.</summary>
    Exempt,
}
