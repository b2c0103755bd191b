using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Bare counts of ten or fewer, which mostly enumerate what the text itself presents.</summary>
internal sealed class SmallCounts(ILexicons lexicons)
{
    public const int SmallCount = 10;
    private const int LongestLead = 20;
    private const int FarthestLoss = 4;
    private const int LongestName = 5;
    private readonly PhraseTable<string> _enumerated = new(lexicons["enumerated-nouns"].Entries, entry => entry.Term);
    private readonly PhraseTable<string> _losses = new(lexicons["casualties"].Entries, entry => entry["side"]);
    private readonly PhraseTable<string> _presenting = new(lexicons["presenting-words"].Entries, entry => entry.Term);

    /// <summary>
    /// True for a bare count of ten or fewer. Such a count enumerates what the text itself presents, unless somebody is quoted
    /// or named for it; one that follows "the" or a possessive always does.
    /// </summary>
    public bool IsSmall(Pieces pieces, FigureCandidate figure, out bool isPresented)
    {
        isPresented = false;
        if (!(figure.Kind == FigureKind.Count || IsRepeated(pieces, figure)) || (figure.HasModifier && figure.Number.Low > 1 && !Lists(pieces, figure) && !IsDefinite(pieces, figure)) || figure.IsRange || figure.Number.Low != figure.Number.High || figure.Number.Form is not (NumberForm.Words or NumberForm.Digits) || figure.Number.Low is not (1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or SmallCount) || IsTotal(pieces, figure) || IsClaimed(pieces, figure))
        {
            return false;
        }

        isPresented = pieces.Is(figure.First, "all") || _presenting.TryMatch(pieces, figure.First - 1, out _, out _);
        isPresented |= Introduces(pieces, figure) || Lists(pieces, figure) || IsDefinite(pieces, figure);
        return true;
    }

    // "at least four senators object: A, B, C and D": whoever is counted is named behind a colon.
    private static bool Lists(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + LongestLead); i++)
        {
            if (pieces.IsMark(i, ':'))
            {
                return !pieces.Touches(i + 1) && (pieces.IsCapitalised(i + 1) || (pieces.IsAny(i + 1, "his her its their the") && Names(pieces, i + 2)));
            }
        }

        return false;
    }

    // "two wards: his home ward of Brine and the quay"
    private static bool Names(Pieces pieces, int from)
    {
        for (var i = from; i < Math.Min(pieces.Count, from + LongestName); i++)
        {
            if (pieces.IsCapitalised(i))
            {
                return true;
            }
        }

        return false;
    }

    // "the only two empty benches"
    private static bool IsDefinite(Pieces pieces, FigureCandidate figure) =>
        pieces.Is(figure.First - 1, "the") && pieces.Is(figure.First, "only") && figure.Number.First == figure.First + 1;

    // "five men in total"
    private static bool IsTotal(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + 5); i++)
        {
            if (pieces.Is(i, "altogether") || (pieces.Is(i, "in") && pieces.IsAny(i + 1, "total all")))
            {
                return true;
            }
        }

        return false;
    }

    // "three times" that something happened, not "three times as many".
    private static bool IsRepeated(Pieces pieces, FigureCandidate figure) =>
        figure.Unit == "times" && pieces.Is(figure.End - 1, "times") && !pieces.IsAny(figure.End, "as more the its their higher larger bigger that what less");

    // "seizing seven districts", "four bridges were washed away"
    private bool IsLost(Pieces pieces, FigureCandidate figure)
    {
        if (_presenting.TryMatch(pieces, figure.First - 1, out _, out _))
        {
            return false;
        }

        for (var i = Math.Max(0, figure.First - FarthestLoss); i < Math.Min(pieces.Count, figure.End + FarthestLoss); i++)
        {
            if (i >= figure.End && (pieces.IsKind(i, PieceKind.Mark) || pieces.IsAny(i, "and but who which that when after as")))
            {
                return false;
            }

            if (_losses.TryMatch(pieces, i, out var side, out var end) && side == "loss" && (i > figure.First || end >= figure.First - 1))
            {
                return true;
            }
        }

        return false;
    }

    // "there were in fact three guards": that there were so many is the claim.
    private bool IsClaimed(Pieces pieces, FigureCandidate figure)
    {
        if (IsLost(pieces, figure))
        {
            return true;
        }

        for (var i = figure.First - 1; i > Math.Max(0, figure.First - 5); i--)
        {
            if (pieces.IsAny(i, "is are was were been re") && pieces.IsAny(i - (pieces.Is(i, "re") ? 2 : 1), "there"))
            {
                return !Introduces(pieces, figure);
            }
        }

        return false;
    }

    private bool Introduces(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + 4) && pieces.IsKind(i, PieceKind.Word); i++)
        {
            if (_enumerated.TryMatch(pieces, i, out _, out _))
            {
                return true;
            }
        }

        return false;
    }
}
