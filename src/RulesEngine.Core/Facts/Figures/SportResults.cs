using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Results, records and scores of sport.</summary>
internal sealed class SportResults(ILexicons lexicons)
{
    // Words of a sentence beyond these do not say what it is about.
    private const int LongestSentence = 300;
    private readonly PhraseTable<string> _sport = new(lexicons["sport-words"].Entries, entry => entry["strict"]);
    private readonly PhraseTable<string> _sportUnits = new(lexicons["sport-units"].Entries, entry => entry["certain"]);

    /// <summary>Why a pair of numbers is a result, in plain words; null where it is none.</summary>
    public string? GetScoreReason(Pieces pieces, FigureCandidate figure, SportPages pages)
    {
        if (figure.End > figure.NumberEnd || !figure.IsScore && !(figure.IsRange && figure.Number.Form == NumberForm.Digits && pieces.IsDash(figure.Number.End)))
        {
            return null;
        }

        if (figure.Kind is not (FigureKind.Count or FigureKind.Ratio))
        {
            return null;
        }

        return HasSport(pieces, strictly: false) || pages.IsSport ? "a result or a record" : null;
    }

    /// <summary>Why a number with a unit of sport is a record, in plain words; null where it is none.</summary>
    public string? GetSportReason(Pieces pieces, FigureCandidate figure, SportPages pages)
    {
        if (figure.Low is not < 1000 || figure.Kind is not (FigureKind.Count or FigureKind.Percentage or FigureKind.Ratio or FigureKind.Measurement) || figure.Unit is "%" || figure.HasModifier && figure.Number.Form == NumberForm.Plural)
        {
            return null;
        }

        if (figure.Kind is FigureKind.Percentage or FigureKind.Measurement && !HasSport(pieces, strictly: true) && !pages.IsSport)
        {
            return null;
        }

        for (var i = figure.NumberEnd; i < Math.Min(pieces.Count, figure.NumberEnd + 4) && pieces.IsKind(i, PieceKind.Word); i++)
        {
            if (_sportUnits.TryMatch(pieces, i, out var certain, out _) && (certain == "yes" || HasSport(pieces, strictly: true) || pages.IsSport))
            {
                return "a result or a record";
            }
        }

        return null;
    }

    private bool HasSport(Pieces pieces, bool strictly)
    {
        for (var i = 0; i < Math.Min(pieces.Count, LongestSentence); i++)
        {
            if (_sport.TryMatch(pieces, i, out var strict, out _) && (!strictly || strict == "yes"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an article is about, for the results in it.</summary>
    public SportPages Read(ArticleFacts facts) => new(facts, _sport);
}
