using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Tells quantities of which a reader could ask "says who?" from numbers that only name, date or enumerate.</summary>
internal sealed class FigureExemptions(ILexicons lexicons)
{
    private readonly PhraseTable<string> _idioms = new(lexicons["figure-idioms"].Entries, entry => entry.Term);
    private readonly PhraseTable<string> _containers = new(lexicons["container-words"].Entries, entry => entry.Term);
    private readonly NamedNumbers _names = new(lexicons);
    private readonly Ages _ages = new(lexicons);
    private readonly SportResults _sport = new(lexicons);

    /// <summary>Why a number is no figure, in plain words; null where it is one.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="figure">The number in it.</param>
    /// <param name="isTime">True where it lies in a time expression.</param>
    /// <param name="pages">The article that it stands in.</param>
    public string? GetReason(Pieces pieces, FigureCandidate figure, bool isTime, SportPages pages)
    {
        if (isTime || ClockTimes.IsClock(pieces, figure))
        {
            return "a date or a time of day";
        }

        return _names.GetReason(pieces, figure)
            ?? GetIdiomReason(pieces, figure)
            ?? _ages.GetReason(pieces, figure)
            ?? _sport.GetScoreReason(pieces, figure, pages)
            ?? _sport.GetSportReason(pieces, figure, pages)
            ?? GetOneReason(pieces, figure)
            ?? GetDescriptionReason(pieces, figure);
    }

    private string? GetIdiomReason(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.Number.First; i >= Math.Max(0, figure.Number.First - 3); i--)
        {
            if (_idioms.TryMatch(pieces, i, out _, out var end) && end >= figure.Number.End && (end >= figure.End || i < figure.Number.First || figure.End - end <= 1) && !IsMeantLiterally(pieces, figure, end))
            {
                return "a turn of phrase";
            }
        }

        return null;
    }

    // "100 percent of the vote" counts, "100 percent wrong" does not.
    private static bool IsMeantLiterally(Pieces pieces, FigureCandidate figure, int end) =>
        figure.Unit == "%" && (pieces.Is(end, "of") || figure.HasModifier || !(pieces.TagAt(end) is PennTag.JJ or PennTag.RB or PennTag.VBN or PennTag.VB or PennTag.IN or PennTag.Period));

    private static string? GetOneReason(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        if (number.Form == NumberForm.Multiple)
        {
            return IsFactor(pieces, figure) ? null : "a word that describes";
        }

        if (pieces.Is(number.First - 1, "or") && number.Low == 2 && figure.First == number.First)
        {
            return "a turn of phrase";
        }

        if (number.Low == 1 && number.Form == NumberForm.Words && figure.End == number.End + 2 && pieces.Is(number.End, "or"))
        {
            return "\"one\" as a pronoun or an article";
        }

        var isOne = figure.Low is null or 1 && figure.High is null or 1 && number.Low == 1 && (figure.Kind is FigureKind.Count or FigureKind.Votes || pieces.Is(number.End, "of")) && number.Form == NumberForm.Words;
        if (isOne && (!figure.HasModifier || pieces.IsAny(figure.Number.First - 1, "only just exactly about")))
        {
            return "\"one\" as a pronoun or an article";
        }

        return null;
    }

    // "twice as high", "at least twice", "more than doubled", "double the rate"; not "double-checking", "he declined twice".
    private static bool IsFactor(Pieces pieces, FigureCandidate figure) =>
        figure.HasModifier || pieces.IsAny(figure.End, "as the that what in its their") || pieces.IsAny(figure.Number.First, "doubled tripled quadrupled trebled halved");

    // A denomination ("$100 bills"), a poll by its scope ("the 50-state poll").
    private string? GetDescriptionReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind == FigureKind.Measurement && !figure.HasModifier && _containers.TryMatch(pieces, figure.End, out _, out _))
        {
            return "a number that describes";
        }

        if (figure.Kind == FigureKind.Money && pieces.IsAny(figure.End, "bill bills note notes coin coins"))
        {
            return "a denomination";
        }

        return figure.IsCompound && figure.Kind == FigureKind.Count && (pieces.IsAny(figure.End + 2, "poll survey") || (figure.Low is <= SmallCounts.SmallCount && figure.Kind != FigureKind.Casualties)) ? "a number that describes" : null;
    }

    /// <summary>What an article is about, for the figures in it.</summary>
    public SportPages Read(ArticleFacts facts) => _sport.Read(facts);
}
