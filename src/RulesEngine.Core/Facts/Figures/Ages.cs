using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Ages and durations, which nobody asks a source for.</summary>
internal sealed class Ages(ILexicons lexicons)
{
    private readonly PhraseTable<string> _words = new(lexicons["age-words"].Entries, entry => entry["role"]);

    /// <summary>Why a number is an age or a duration, in plain words; null where it is neither.</summary>
    public string? GetReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.IsTime)
        {
            return figure.IsCompound && Is(pieces, figure.End + 1, "old") || Is(pieces, figure.End, "old") ? "an age" : "a duration";
        }

        // "a 60 second spot": without the hyphen that makes it a unit.
        if (figure.Number.Form == NumberForm.Digits && figure.NumberEnd == figure.Number.End && pieces.IsAny(figure.Number.End, "second minute hour") && pieces.TagAt(figure.Number.End + 1) is PennTag.NN or PennTag.NNP)
        {
            return "a duration";
        }

        if (IsAfterAgeWord(pieces, figure.Number.First))
        {
            return "an age";
        }

        if (figure.Number.Form == NumberForm.Digits && figure.Number.Low is >= 1 and < 120 && figure.Kind is FigureKind.Count or FigureKind.Casualties
            && (IsAgeInCommas(pieces, figure.Number) || IsAgeOfSubject(pieces, figure) || IsAgeGroup(pieces, figure)))
        {
            return "an age";
        }

        return null;
    }

    // "Maria Lopez, 39, said"; also ", 39." at the end and "(39)".
    private static bool IsAgeInCommas(Pieces pieces, Number number) =>
        pieces.IsMark(number.First - 1, ',') && (pieces.IsCapitalised(number.First - 2) || pieces.IsMark(number.First - 2, ')')) && !pieces.IsKind(number.First - 2, PieceKind.Number)
            && (pieces.IsMark(number.End, ',') || pieces.IsMark(number.End, '.') || !pieces.Has(number.End) || pieces.Is(number.End, "and"))
        || (pieces.IsMark(number.First - 1, '(') && pieces.IsMark(number.End, ')') && pieces.IsKind(number.First - 2, PieceKind.Word) && (pieces.IsCapitalised(number.First - 2) || pieces.IsJoint(number.First - 3)) && number.Low >= 10);

    // "aged 12", "at the age of 92", "between the ages of 39 and 74".
    private bool IsAfterAgeWord(Pieces pieces, int number)
    {
        for (var i = number - 1; i >= Math.Max(0, number - 5); i--)
        {
            if (Is(pieces, i, "age"))
            {
                return true;
            }

            if (!pieces.IsKind(i, PieceKind.Number) && !Is(pieces, i, "link"))
            {
                return false;
            }
        }

        return false;
    }

    // "She is 45.", "when they're 55,", "now 19,", "the youngest is 13": nothing is counted after it.
    private bool IsAgeOfSubject(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        var isAlone = !pieces.Has(figure.End) || (pieces.IsKind(figure.End, PieceKind.Mark) && !pieces.IsDash(figure.End));
        if (pieces.Is(number.First - 1, "be") && pieces.Is(number.First - 2, "will") && Is(pieces, number.First - 3, "bearer") && (isAlone || pieces.TagAt(figure.End) is PennTag.IN or PennTag.DT or PennTag.JJ))
        {
            return true;
        }

        return isAlone && (Is(pieces, number.First - 1, "reached") || (pieces.Is(number.First - 1, "than") && Is(pieces, number.First - 2, "old"))
            || (pieces.IsAny(number.First - 1, "is was re am") && Is(pieces, number.First - (pieces.Is(number.First - 1, "re") ? 3 : 2), "bearer")));
    }

    // "voters under 30", "people over 65", "18 to 29".
    private bool IsAgeGroup(Pieces pieces, FigureCandidate figure)
    {
        var before = figure.Number.First - 1;
        return pieces.IsAny(before, "under over") && figure.Number.Low <= 90 && Is(pieces, before - 1, "group")
            && !(pieces.TagAt(figure.End) is PennTag.NNS);
    }

    private bool Is(Pieces pieces, int at, string role) => _words.TryMatch(pieces, at, out var found, out _) && found == role;
}
