using RulesEngine.Core.Facts.Numbers;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Words that bound or weigh a number: "over", "at least", "or more".</summary>
internal sealed class FigureModifiers(FigureLexicons lexicons)
{
    private const int MostModifiers = 3;

    public void TakeBefore(Pieces pieces, FigureCandidate figure, int floor)
    {
        for (var i = 0; i < MostModifiers; i++)
        {
            if (!lexicons.ModifiersBefore.TryMatchBefore(pieces, figure.First, out var bound, out var start) || start < floor)
            {
                return;
            }

            if (bound == "between" && !figure.IsRange)
            {
                return;
            }

            figure.First = start;
            figure.HasModifier |= bound is not "weak";
            Bound(figure, bound);
        }
    }

    public void TakeAfter(Pieces pieces, FigureCandidate figure)
    {
        if (lexicons.ModifiersAfter.TryMatch(pieces, figure.End, out var bound, out var end) && (pieces.IsMark(figure.End, '+') ? pieces.Touches(figure.End) : !pieces.IsCapitalised(figure.End)))
        {
            figure.End = end;
            figure.HasModifier = true;
            Bound(figure, bound);
        }
    }

    public int Skip(Pieces pieces, int at) => lexicons.ModifiersBefore.TryMatch(pieces, at, out _, out var end) ? end : at;

    private static void Bound(FigureCandidate figure, string bound)
    {
        if (figure.IsRange)
        {
            return;
        }

        switch (bound)
        {
            case "low":
                figure.High = null;
                break;
            case "high":
                figure.High ??= figure.Low;
                figure.Low = null;
                break;
        }
    }
}
