using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Who carries a figure, and why that was decided.</summary>
internal readonly record struct FigureSource(FigureStatus Status, string Why, Attribution? Attribution = null, TextSpan? Span = null)
{
    public static FigureSource Carried(Attribution attribution, string why) => new(FigureStatus.Sourced, why, attribution, attribution.Source?.Span);

    public static FigureSource Vague(Attribution attribution, string why) => new(FigureStatus.Vague, why, attribution, attribution.Source?.Span ?? attribution.Cue);
}
