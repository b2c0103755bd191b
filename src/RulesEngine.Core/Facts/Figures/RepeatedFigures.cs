using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// A headline, dek or lede gives a figure that the body attributes: the same value again in a sourced sentence carries it. So
/// does a heading or caption for the paragraphs under it.
/// </summary>
internal static class RepeatedFigures
{
    // A figure repeated later than that is no repetition that a reader would notice.
    private const int MostFigures = 500;

    /// <summary>The figures, those of headline and lede carried by the ones that repeat them.</summary>
    public static ImmutableArray<Figure> Resolve(ImmutableArray<Figure> figures)
    {
        ImmutableArray<Figure>.Builder? changed = null;
        for (var i = 0; i < figures.Length; i++)
        {
            if (figures[i].Status == FigureStatus.Unsourced && IsOpening(figures[i], figures) && Repetition(figures, i) is { } other)
            {
                changed ??= figures.ToBuilder();
                changed[i] = Carry(figures[i], other, other.Status == FigureStatus.Vague ? "the same figure is attributed to nobody in particular further down" : "the same figure is attributed further down");
            }
        }

        return changed?.ToImmutable() ?? figures;
    }

    private static bool IsOpening(Figure figure, ImmutableArray<Figure> figures) =>
        figure.Sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek or BlockKind.Caption or BlockKind.Heading || figure.Sentence.Index <= figures[0].Sentence.Index + 2;

    private static Figure? Repetition(ImmutableArray<Figure> figures, int index)
    {
        var figure = figures[index];
        Figure? vague = null;
        for (var i = index + 1; i < Math.Min(figures.Length, index + MostFigures); i++)
        {
            var other = figures[i];
            if (!SameNumber(other.Value, figure.Value) || !SameSort(figure.Kind, other.Kind) || ReferenceEquals(other.Sentence, figure.Sentence))
            {
                continue;
            }

            if (other.Status == FigureStatus.Sourced)
            {
                return other;
            }

            vague ??= other.Status == FigureStatus.Vague && figure.Sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek ? other : null;
        }

        return vague;
    }

    private static bool SameNumber(FigureValue? left, FigureValue? right) => left is { } a && right is { } b && (a.Low ?? a.High) == (b.Low ?? b.High);

    private static bool SameSort(FigureKind left, FigureKind right) =>
        left == right || (left is FigureKind.Count or FigureKind.Casualties && right is FigureKind.Count or FigureKind.Casualties);

    /// <summary>A figure that another one carries.</summary>
    public static Figure Carry(Figure figure, Figure other, string why) => new()
    {
        Span = figure.Span,
        Value = figure.Value,
        Unit = figure.Unit,
        Kind = figure.Kind,
        Status = other.Status,
        Why = why,
        Attribution = other.Attribution,
        SourceSpan = other.SourceSpan,
        Sentence = figure.Sentence,
    };
}
