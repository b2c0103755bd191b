using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Tells quantities of which a reader could ask "says who?" from numbers that only name, date or enumerate.</summary>
internal sealed class FigureExemptions(ILexicons lexicons, FigureLexicons figures)
{
    private const int SmallCount = 10;
    private readonly PhraseTable<string> _things = Table(lexicons, "numbered-things");
    private readonly PhraseTable<string> _idioms = Table(lexicons, "figure-idioms");
    private readonly PhraseTable<string> _enumerated = Table(lexicons, "enumerated-nouns");
    private readonly PhraseTable<string> _sport = Table(lexicons, "sport-words");

    /// <summary>Why a number is no figure, in plain words; null where it is one.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="figure">The number in it.</param>
    /// <param name="isTime">True where it lies in a time expression.</param>
    public string? GetReason(Pieces pieces, FigureCandidate figure, bool isTime)
    {
        if (isTime || IsClock(pieces, figure))
        {
            return "a date or a time of day";
        }

        return GetNameReason(pieces, figure)
            ?? GetIdiomReason(pieces, figure)
            ?? GetPersonReason(pieces, figure)
            ?? GetScoreReason(pieces, figure)
            ?? GetSmallReason(pieces, figure);
    }

    /// <summary>True where the words next to a number say that people died, were hurt, taken or accused.</summary>
    public bool IsCasualties(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind is not FigureKind.Count)
        {
            return false;
        }

        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - 5) && !EndsClause(pieces, i); i--)
        {
            if (figures.Casualties.TryMatch(pieces, i, out var side, out _) && side is "both" or "before" && !pieces.Is(i - 1, "not"))
            {
                return true;
            }
        }

        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + 6) && !EndsClause(pieces, i); i++)
        {
            if (figures.Casualties.TryMatch(pieces, i, out var side, out _) && side is "both" or "after")
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsClause(Pieces pieces, int at) =>
        pieces.IsKind(at, PieceKind.Number) || (pieces.IsKind(at, PieceKind.Mark) && pieces.Text[pieces[at].Start] is '.' or ';' or ':' or '(' or ')' or '—' or '?' or '!')
        || pieces.IsAny(at, "after", "who", "which", "before", "while", "but", "since", "because", "if", "when");

    private static PhraseTable<string> Table(ILexicons lexicons, string name) => new(lexicons[name].Entries.Select(entry => (entry.Term, entry.Term)));

    private static bool IsClock(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        return figure.IsTime && figure.Unit is "am" || pieces.IsMark(number.End, ':') && pieces.Touches(number.End) && pieces.IsKind(number.End + 1, PieceKind.Number) && pieces.Touches(number.End + 1)
            || (pieces.IsMark(number.First - 1, ':') && pieces.Touches(number.First) && pieces.IsKind(number.First - 2, PieceKind.Number))
            || pieces.Is(number.End, "o") && pieces.Is(number.End + 2, "clock");
    }

    private string? GetNameReason(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        var bare = figure.Kind == FigureKind.Count && !figure.IsTime;
        if (number.Form == NumberForm.Digits && pieces.IsAny(number.End, "st", "nd", "rd", "th") && pieces.Touches(number.End))
        {
            return "an ordinal";
        }

        if (number.Form == NumberForm.Digits && pieces.Is(number.End, "s") && pieces.Touches(number.End))
        {
            return "a decade or an age";
        }

        if (number.Low is null && number.Form == NumberForm.Digits)
        {
            return "a number that names and does not count";
        }

        if (bare && IsPartOfName(pieces, figure))
        {
            return "part of a name";
        }

        if (bare && IsListMarker(pieces, figure))
        {
            return "the number of a list item";
        }

        return null;
    }

    // "MH17", "F-16", "Boeing 747", "Section 8", "9/11", "555-0123", "221 Baker Street", "Big Five", "World War Two".
    private bool IsPartOfName(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        var isDigits = number.Form == NumberForm.Digits;
        if (isDigits && (TouchesLetters(pieces, number) || pieces.IsMark(number.End, '/') && pieces.Touches(number.End) || pieces.IsMark(number.First - 1, '/') && pieces.Touches(number.First)))
        {
            return true;
        }

        if (!figure.HasModifier && _things.TryMatchBefore(pieces, number.First, out _, out _))
        {
            return true;
        }

        if (pieces.IsMark(number.First - 1, '#') || (pieces.IsMark(number.First - 1, '.') && pieces.IsAny(number.First - 2, "no", "nos", "p", "pp", "vol", "art", "sec", "ch")))
        {
            return true;
        }

        if (figure.First == number.First && pieces.IsCapitalised(number.First - 1) && number.First - 1 > 0 && IsNameBefore(pieces, number) && number.Multiplier == 1)
        {
            return true;
        }

        return !isDigits ? IsCapitalisedName(pieces, number) : IsAddress(pieces, number);
    }

    private static bool TouchesLetters(Pieces pieces, Number number) =>
        (pieces.Touches(number.First) && pieces.IsKind(number.First - 1, PieceKind.Word))
        || (pieces.Touches(number.End) && pieces.IsKind(number.End, PieceKind.Word))
        || (pieces.IsJoint(number.First - 1) && pieces.IsKind(number.First - 2, PieceKind.Word) && !pieces.IsAny(number.First - 2, "near", "mid", "sub", "to", "under", "over", "non", "pre", "than", "post"));

    // A capitalised word right before bare digits names ("Boeing 747", "iPhone 6"), unless it opens the sentence or is a verb's subject before a count ("Obama 48").
    private static bool IsNameBefore(Pieces pieces, Number number) =>
        number.Form == NumberForm.Digits && pieces.TagAt(number.End) is not (PennTag.NNS or PennTag.NNPS or PennTag.JJ) && pieces.Word(number.First).IndexOf(',') < 0 && pieces[number.First].End - pieces[number.First].Start <= 4
        && pieces.TagAt(number.First - 1) is PennTag.NNP or PennTag.NN && number.Low >= 1;

    private static bool IsCapitalisedName(Pieces pieces, Number number)
    {
        if (number.First == 0 || !pieces.IsCapitalised(number.First) || pieces.Sentence.Block.Kind is BlockKind.Headline or BlockKind.Heading or BlockKind.Dek)
        {
            return false;
        }

        var opens = pieces.IsKind(number.First - 1, PieceKind.Mark);
        return !opens && (pieces.IsCapitalised(number.First - 1) || pieces.IsCapitalised(number.End) || pieces.Is(number.First - 1, "the"));
    }

    // "221 Baker Street", "1600 Pennsylvania Avenue".
    private static bool IsAddress(Pieces pieces, Number number)
    {
        for (var i = number.End; i < number.End + 4 && pieces.IsCapitalised(i); i++)
        {
            if (i > number.End && pieces.IsAny(i, "Street", "St", "Avenue", "Ave", "Road", "Rd", "Boulevard", "Blvd", "Lane", "Drive", "Square", "Terrace", "Court", "Place", "Way", "Highway"))
            {
                return true;
            }
        }

        // Telephone numbers: two or more groups of digits joined by dashes.
        return pieces.IsJoint(number.End) && pieces.IsKind(number.End + 1, PieceKind.Number) && pieces[number.End + 1].End - pieces[number.End + 1].Start >= 4 && pieces[number.First].End - pieces[number.First].Start >= 3 && !(number.Low >= 1000);
    }

    private static bool IsListMarker(Pieces pieces, FigureCandidate figure) =>
        figure.First == 0 && pieces.Sentence.Span.Start == pieces.Sentence.Block.Span.Start
        && (pieces.IsMark(figure.End, '.') || pieces.IsMark(figure.End, ')')) && figure.Number.Form == NumberForm.Digits && figure.Low is <= 200 && pieces.Touches(figure.End);

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
        figure.Kind == FigureKind.Percentage && (pieces.Is(end, "of") || figure.HasModifier || !(pieces.TagAt(end) is PennTag.JJ or PennTag.RB or PennTag.VBN or PennTag.VB or PennTag.IN or PennTag.Period));

    private static string? GetPersonReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.IsTime)
        {
            return figure.IsCompound && pieces.IsAny(figure.End + 1, "old", "olds") || pieces.IsAny(figure.End, "old", "older", "younger") ? "an age" : "a duration";
        }

        if (pieces.IsAny(figure.Number.First - 1, "aged", "age", "ages") || (pieces.Is(figure.Number.First - 2, "of") && pieces.IsAny(figure.Number.First - 3, "age", "ages")) || (pieces.Is(figure.Number.First - 1, "between") && pieces.IsAny(figure.Number.First - 3, "age", "ages")))
        {
            return "an age";
        }

        if (figure.Number.Form == NumberForm.Digits && figure.Low is >= 1 and < 120 && figure.Kind == FigureKind.Count
            && (IsAgeInCommas(pieces, figure.Number) || (pieces.IsAny(figure.First - 1, "under", "over") && figure.End == pieces.Count)
            || IsAgeGroup(pieces, figure)))
        {
            return "an age";
        }

        return null;
    }

    // "Maria Lopez, 39, said"; also ", 39." at the end and "(39)".
    private static bool IsAgeInCommas(Pieces pieces, Number number) =>
        pieces.IsMark(number.First - 1, ',') && pieces.IsCapitalised(number.First - 2) && !pieces.IsKind(number.First - 2, PieceKind.Number)
            && (pieces.IsMark(number.End, ',') || pieces.IsMark(number.End, '.') || !pieces.Has(number.End) || pieces.Is(number.End, "and"))
        || (pieces.IsMark(number.First - 1, '(') && pieces.IsMark(number.End, ')') && pieces.IsCapitalised(number.First - 2) && number.Low >= 10);

    // "voters under 30", "people over 65", "18 to 29".
    private static bool IsAgeGroup(Pieces pieces, FigureCandidate figure)
    {
        var before = figure.Number.First - 1;
        return pieces.IsAny(before, "under", "over") && figure.Low is null or <= 90 && pieces.IsAny(before - 1, "voters", "people", "adults", "women", "men", "children", "those", "anyone", "everyone", "kids", "Americans", "drivers", "patients")
            && !(pieces.TagAt(figure.End) is PennTag.NNS);
    }

    private string? GetScoreReason(Pieces pieces, FigureCandidate figure)
    {
        if (!figure.IsScore && !(figure.IsRange && figure.Number.Form == NumberForm.Digits && pieces.IsDash(figure.Number.End)))
        {
            return null;
        }

        if (figure.Kind is not (FigureKind.Count or FigureKind.Ratio))
        {
            return null;
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            if (_sport.TryMatch(pieces, i, out _, out _))
            {
                return "a result or a record";
            }
        }

        return null;
    }

    private string? GetSmallReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind == FigureKind.Casualties || figure.HasModifier || figure.IsRange || figure.Kind is not (FigureKind.Count or FigureKind.Ratio) || figure.Number.Form is NumberForm.Plural or NumberForm.Fraction)
        {
            return null;
        }

        if (figure.Kind == FigureKind.Ratio)
        {
            return null;
        }

        if (figure.Low == 1 && figure.High == 1)
        {
            return "\"one\" as a pronoun or an article";
        }

        if (figure.Low is not <= SmallCount || figure.Number.Form == NumberForm.Multiple)
        {
            return null;
        }

        if (figure.IsCompound)
        {
            return "a small number that describes";
        }

        if (pieces.IsAny(figure.First - 1, "his", "her", "their", "its", "our", "my", "your", "these", "those", "both", "other", "last", "first", "past", "next", "s", "these", "are", "were")
            || (pieces.Is(figure.First - 1, "the") && !pieces.IsAny(figure.End, "of")))
        {
            return "a small count of what the text itself presents";
        }

        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + 4) && pieces.IsKind(i, PieceKind.Word); i++)
        {
            if (_enumerated.TryMatch(pieces, i, out _, out _))
            {
                return "a small count of what the text itself presents";
            }
        }

        return null;
    }
}
