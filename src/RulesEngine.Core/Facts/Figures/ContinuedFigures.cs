using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// A paragraph that gives one number after the other from the same document, outlet or body: a sentence without a source of its
/// own goes on with the sentence before it, where both give figures of the same kind.
/// </summary>
internal static class ContinuedFigures
{
    /// <summary>The figures, those that go on carried by the ones before them.</summary>
    public static ImmutableArray<Figure> Resolve(ImmutableArray<Figure> figures, ArticleFacts facts)
    {
        ImmutableArray<Figure>.Builder? changed = null;
        Figure? carried = null;
        for (var i = 0; i < figures.Length; i++)
        {
            var figure = figures[i];
            if (figure.Status == FigureStatus.Unsourced && carried is not null && !Continuations.TurnsAway(facts, figure.Sentence) && (GoesOn(figure, carried) || (IsNext(figure, carried) && Continuations.SelectsPart(facts, figure.Sentence))))
            {
                changed ??= figures.ToBuilder();
                figure = changed[i] = RepeatedFigures.Carry(figure, carried, "it goes on with the figures of the sentence before, which are attributed");
            }

            carried = figure.Status == FigureStatus.Sourced && CanGoOn(figure) ? figure : figure.Status == FigureStatus.Exempt ? carried : null;
        }

        return changed?.ToImmutable() ?? figures;
    }

    private static bool CanGoOn(Figure figure) =>
        (figure.Kind is FigureKind.Percentage or FigureKind.Money or FigureKind.Ratio or FigureKind.Votes or FigureKind.Measurement || (figure.Kind == FigureKind.Count && figure.Unit.Length > 0))
        && (figure.Attribution is null || figure.Attribution.Source?.Kind is SourceKind.Document or SourceKind.Outlet or SourceKind.Organisation);

    private static bool GoesOn(Figure figure, Figure before) =>
        ReferenceEquals(figure.Sentence.Block, before.Sentence.Block) && figure.Sentence.Index - before.Sentence.Index is 0 or 1
        && figure.Kind == before.Kind && figure.Unit == before.Unit;

    private static bool IsNext(Figure figure, Figure before) =>
        ReferenceEquals(figure.Sentence.Block, before.Sentence.Block) && figure.Sentence.Index - before.Sentence.Index == 1;
}
