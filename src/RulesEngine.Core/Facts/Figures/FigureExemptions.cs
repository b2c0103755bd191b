using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Tells quantities of which a reader could ask "says who?" from numbers that only name, date or enumerate.</summary>
internal sealed class FigureExemptions(ILexicons lexicons, FigureLexicons figures)
{
    private const int SmallCount = 10;

    // Words of a sentence beyond these do not say what it is about.
    private const int LongestSentence = 300;
    private readonly PhraseTable<string> _things = Table(lexicons, "numbered-things");
    private readonly PhraseTable<string> _idioms = Table(lexicons, "figure-idioms");
    private readonly PhraseTable<string> _enumerated = Table(lexicons, "enumerated-nouns");
    private readonly PhraseTable<string> _sport = new(lexicons["sport-words"].Entries, entry => entry["strict"]);
    private readonly PhraseTable<string> _sportUnits = new(lexicons["sport-units"].Entries, entry => entry["certain"]);

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
            ?? GetSportReason(pieces, figure)
            ?? GetOneReason(pieces, figure)
            ?? GetDescriptionReason(pieces, figure);
    }

    /// <summary>True where the words next to a number say that people died, were hurt, taken or accused.</summary>
    public bool IsCasualties(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind is not FigureKind.Count)
        {
            return false;
        }

        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - 7) && !EndsClause(pieces, i); i--)
        {
            if (figures.Casualties.TryMatch(pieces, i, out var side, out _) && side is "both" or "before" && !pieces.Is(i - 1, "not"))
            {
                return true;
            }

            // "accused of buying two guns": what was bought is counted.
            if (pieces.TagAt(i) is PennTag.VBG && pieces.Is(i - 1, "of"))
            {
                break;
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

    private static PhraseTable<string> Table(ILexicons lexicons, string name) => new(lexicons[name].Entries, entry => entry.Term);

    private static bool IsClock(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        if (IsPointedClock(pieces, figure) || (pieces.IsAny(number.First - 1, "until", "till") && number.Low is <= 12 && figure.End == number.End && !pieces.IsKind(number.End, PieceKind.Word)))
        {
            return true;
        }

        return figure.IsTime && figure.Unit is "am" || pieces.IsMark(number.End, ':') && pieces.Touches(number.End) && pieces.IsKind(number.End + 1, PieceKind.Number) && pieces.Touches(number.End + 1)
            || (pieces.IsMark(number.First - 1, ':') && pieces.Touches(number.First) && pieces.IsKind(number.First - 2, PieceKind.Number))
            || pieces.Is(number.End, "o") && pieces.Is(number.End + 2, "clock");
    }

    // "at 15.31", "04.12 on Thursday", "15.31 — It's back": hours and minutes with a point.
    private static bool IsPointedClock(Pieces pieces, FigureCandidate figure)
    {
        var text = pieces.Word(figure.Number.First);
        if (figure.End > figure.First + 1 || text.Length is < 4 or > 5 || text[^3] != '.' || text[..^3].Length == 2 && text[0] is not ('0' or '1' or '2') || text[^2] is > '5' || figure.Low >= 24)
        {
            return false;
        }

        return (text[0] == '0' && text.Length == 5) || pieces.IsAny(figure.First - 1, "at", "until", "by", "since", "from") || (figure.First == 0 && (pieces.IsDash(figure.End) || pieces.IsMark(figure.End, '—') || pieces.IsMark(figure.End, ':')));
    }

    // Telephone numbers, ids and keys: a leading zero, groups side by side, more digits than anybody counts, what a key or quotation mark of code touches.
    private static bool IsIdentifier(Pieces pieces, Number number)
    {
        if (number.Form != NumberForm.Digits)
        {
            return false;
        }

        var text = pieces.Word(number.First);
        var isPlain = text.IndexOfAny(",. \u00A0") < 0;
        return (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
            || (isPlain && text.Length > 9)
            || IsBesideDigits(pieces, number.First - 1) || (number.End == number.First + 1 && IsBesideDigits(pieces, number.End))
            || pieces.IsMark(number.First - 1, '_') || pieces.IsMark(number.End, '_')
            || (pieces.IsMark(number.First - 1, '"') && pieces.IsMark(number.First - 2, '='));
    }

    private static bool IsBesideDigits(Pieces pieces, int at) => pieces.IsKind(at, PieceKind.Number) && char.IsAsciiDigit(pieces.Text[pieces[at].Start]);

    private string? GetNameReason(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        var bare = figure.Kind is FigureKind.Count or FigureKind.Casualties && !figure.IsTime;
        if (number.Form == NumberForm.Digits && pieces.IsAny(number.End, "st", "nd", "rd", "th") && pieces.Touches(number.End))
        {
            return "an ordinal";
        }

        if (number.Form == NumberForm.Digits && pieces.Is(number.End, "s") && pieces.Touches(number.End))
        {
            return "a decade or an age";
        }

        if ((number.Low is null && number.Form == NumberForm.Digits) || IsIdentifier(pieces, number))
        {
            return "a number that names and does not count";
        }

        if (figure.Kind != FigureKind.Money && pieces.Touches(number.First) && pieces.IsKind(number.First - 1, PieceKind.Word) && number.Form == NumberForm.Digits)
        {
            return "part of a name";
        }

        if (number.Form == NumberForm.Digits && number.Low is >= 10 and < 100 && pieces.Touches(number.First) && (pieces.IsMark(number.First - 1, '’') || pieces.IsMark(number.First - 1, '\'')) && !pieces.Touches(number.First - 1) && !pieces.IsKind(number.End, PieceKind.Word))
        {
            return "a year";
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

        if (!figure.HasModifier && _things.TryMatchBefore(pieces, number.First, out _, out _) && number.Multiplier == 1 && !CountsSomething(pieces, number))
        {
            return true;
        }

        if (pieces.IsMark(number.First - 1, '#') || (pieces.IsMark(number.First - 1, '.') && pieces.IsAny(number.First - 2, "no", "nos", "p", "pp", "vol", "art", "sec", "ch")))
        {
            return true;
        }

        if (figure.First == number.First && IsNameBefore(pieces, number) && number.Multiplier == 1)
        {
            return true;
        }

        return !isDigits ? IsCapitalisedName(pieces, number) : IsAddress(pieces, number);
    }

    // A plural after the number, or a mark of thousands in it: "this year 1,240 people", "in her class 30 children".
    private static bool CountsSomething(Pieces pieces, Number number) => pieces.TagAt(number.End) is PennTag.NNS || pieces.Word(number.First).IndexOf(',') > 0;

    private static bool TouchesLetters(Pieces pieces, Number number) =>
        (pieces.Touches(number.First) && pieces.IsKind(number.First - 1, PieceKind.Word))
        || (pieces.Touches(number.End) && pieces.IsKind(number.End, PieceKind.Word))
        || (pieces.IsJoint(number.First - 1) && pieces.IsKind(number.First - 2, PieceKind.Word) && !pieces.IsAny(number.First - 2, "near", "mid", "sub", "to", "under", "over", "non", "pre", "than", "post"));

    // A capitalised word right before bare digits names ("Boeing 747", "iPhone 6"), unless it opens the sentence or is a verb's subject before a count ("Obama 48").
    private static bool IsNameBefore(Pieces pieces, Number number) =>
        number.Form == NumberForm.Digits && pieces.Word(number.First).IndexOf(',') < 0 && pieces[number.First].End - pieces[number.First].Start <= 4 && number.Low >= 1
        && (IsCode(pieces.Word(number.First - 1)) || (number.First > 1 && pieces.IsCapitalised(number.First - 1) && pieces.TagAt(number.End) is not (PennTag.NNS or PennTag.NNPS or PennTag.JJ) && (pieces.TagAt(number.First - 1) is PennTag.NNP || pieces.TagAt(number.End) is PennTag.NN || IsPossessive(pieces, number.End))));

    private static bool IsPossessive(Pieces pieces, int at) => (pieces.IsMark(at, '\'') || pieces.IsMark(at, '’')) && pieces.Is(at + 1, "s");

    // "NBC", "MiG", "iPhone": two capitals or one inside, but no country or body that would be the subject of a count.
    private static bool IsCode(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return (capitals >= 2 || (capitals == 1 && char.IsLower(word[0]))) && !(word is "US" or "UK" or "EU" or "UN" or "NATO" or "U" or "PST" or "EST");
    }

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
        (pieces.IsMark(figure.End, ')') && pieces.Touches(figure.End) && !pieces.IsMark(figure.First - 1, '(') && figure.Low is <= 20 && figure.Number.Form == NumberForm.Digits && figure.End == figure.First + 1 && !HasOpenBracket(pieces, figure.First)) ||
        figure.First == 0 && pieces.Sentence.Span.Start == pieces.Sentence.Block.Span.Start
        && (pieces.IsMark(figure.End, '.') || pieces.IsMark(figure.End, ')')) && figure.Number.Form == NumberForm.Digits && figure.Low is <= 200 && pieces.Touches(figure.End);

    private static bool HasOpenBracket(Pieces pieces, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - LongestSentence) && !pieces.IsMark(i, ')'); i--)
        {
            if (pieces.IsMark(i, '('))
            {
                return true;
            }
        }

        return false;
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

    private static string? GetPersonReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.IsTime)
        {
            return figure.IsCompound && pieces.IsAny(figure.End + 1, "old", "olds") || pieces.IsAny(figure.End, "old", "older", "younger") ? "an age" : "a duration";
        }

        // "a 60 second spot": without the hyphen that makes it a unit.
        if (figure.Number.Form == NumberForm.Digits && figure.NumberEnd == figure.Number.End && pieces.IsAny(figure.Number.End, "second", "minute", "hour") && pieces.TagAt(figure.Number.End + 1) is PennTag.NN or PennTag.NNP)
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
        pieces.IsMark(number.First - 1, ',') && pieces.IsCapitalised(number.First - 2) && !pieces.IsKind(number.First - 2, PieceKind.Number)
            && (pieces.IsMark(number.End, ',') || pieces.IsMark(number.End, '.') || !pieces.Has(number.End) || pieces.Is(number.End, "and"))
        || (pieces.IsMark(number.First - 1, '(') && pieces.IsMark(number.End, ')') && pieces.IsKind(number.First - 2, PieceKind.Word) && (pieces.IsCapitalised(number.First - 2) || pieces.IsJoint(number.First - 3)) && number.Low >= 10);

    // "aged 12", "at the age of 92", "between the ages of 39 and 74".
    private static bool IsAfterAgeWord(Pieces pieces, int number)
    {
        for (var i = number - 1; i >= Math.Max(0, number - 5); i--)
        {
            if (pieces.IsAny(i, "aged", "age", "ages"))
            {
                return true;
            }

            if (!pieces.IsKind(i, PieceKind.Number) && !pieces.IsAny(i, "of", "between", "and", "to", "from", "under", "over"))
            {
                return false;
            }
        }

        return false;
    }

    // "She is 45.", "when they're 55,", "now 19,", "the youngest is 13": nothing is counted after it.
    private static bool IsAgeOfSubject(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        var isAlone = !pieces.Has(figure.End) || (pieces.IsKind(figure.End, PieceKind.Mark) && !pieces.IsDash(figure.End));
        return isAlone && (pieces.IsAny(number.First - 1, "now", "turned", "turns", "turning", "than") && (!pieces.Is(number.First - 1, "than") || pieces.IsAny(number.First - 2, "younger", "older"))
            || (pieces.IsAny(number.First - 1, "is", "was", "re", "am") && pieces.IsAny(number.First - (pieces.Is(number.First - 1, "re") ? 3 : 2), "he", "she", "they", "you", "I", "youngest", "oldest")));
    }

    // "voters under 30", "people over 65", "18 to 29".
    private static bool IsAgeGroup(Pieces pieces, FigureCandidate figure)
    {
        var before = figure.Number.First - 1;
        return pieces.IsAny(before, "under", "over") && figure.Number.Low <= 90 && pieces.IsAny(before - 1, "voters", "people", "adults", "women", "men", "children", "those", "anyone", "everyone", "kids", "Americans", "drivers", "patients")
            && !(pieces.TagAt(figure.End) is PennTag.NNS);
    }

    private string? GetScoreReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.End > figure.NumberEnd || !figure.IsScore && !(figure.IsRange && figure.Number.Form == NumberForm.Digits && pieces.IsDash(figure.Number.End)))
        {
            return null;
        }

        if (figure.Kind is not (FigureKind.Count or FigureKind.Ratio))
        {
            return null;
        }

        return HasSport(pieces, strictly: false) ? "a result or a record" : null;
    }

    private string? GetSportReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Low is not < 1000 || figure.Kind is not (FigureKind.Count or FigureKind.Percentage or FigureKind.Ratio) || figure.Unit is "%" || figure.HasModifier && figure.Number.Form == NumberForm.Plural)
        {
            return null;
        }

        if (figure.Kind == FigureKind.Percentage && !HasSport(pieces, strictly: true))
        {
            return null;
        }

        for (var i = figure.NumberEnd; i < Math.Min(pieces.Count, figure.NumberEnd + 4) && pieces.IsKind(i, PieceKind.Word); i++)
        {
            if (_sportUnits.TryMatch(pieces, i, out var certain, out _) && (certain == "yes" || HasSport(pieces, strictly: true)))
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

        var isOne = figure.Low is null or 1 && figure.High is null or 1 && number.Low == 1 && (figure.Kind == FigureKind.Count || pieces.Is(number.End, "of")) && number.Form == NumberForm.Words;
        if (isOne && (!figure.HasModifier || pieces.IsAny(figure.Number.First - 1, "only", "just", "exactly", "about")))
        {
            return "\"one\" as a pronoun or an article";
        }

        return null;
    }

    // "twice as high", "at least twice", "more than doubled", "double the rate"; not "double-checking", "he declined twice".
    private static bool IsFactor(Pieces pieces, FigureCandidate figure) =>
        figure.HasModifier || pieces.IsAny(figure.End, "as", "the", "that", "what", "in", "its", "their") || pieces.IsAny(figure.Number.First, "doubled", "tripled", "quadrupled", "trebled", "halved");

    // A denomination ("$100 bills"), a poll by its scope ("the 50-state poll").
    private static string? GetDescriptionReason(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind == FigureKind.Money && pieces.IsAny(figure.End, "bill", "bills", "note", "notes", "coin", "coins"))
        {
            return "a denomination";
        }

        return figure.IsCompound && figure.Kind == FigureKind.Count && (pieces.IsAny(figure.End + 2, "poll", "survey") || (figure.Low is <= SmallCount && figure.Kind != FigureKind.Casualties)) ? "a number that describes" : null;
    }

    /// <summary>
    /// True for a bare count of ten or fewer. Such a count enumerates what the text itself presents, unless somebody is quoted
    /// or named for it; one that follows "the" or a possessive always does.
    /// </summary>
    public bool IsSmall(Pieces pieces, FigureCandidate figure, out bool isPresented)
    {
        isPresented = false;
        if (figure.Kind != FigureKind.Count || (figure.HasModifier && figure.Number.Low > 1) || figure.IsRange || figure.Number.Form is not (NumberForm.Words or NumberForm.Digits) || figure.Number.Low is not (1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or SmallCount) || IsTotal(pieces, figure))
        {
            return false;
        }

        isPresented = pieces.Is(figure.First, "all") || pieces.IsAny(figure.First - 1, "the", "his", "her", "their", "its", "our", "my", "your", "these", "those", "both", "other", "last", "first", "past", "next", "s");
        for (var i = figure.End; !isPresented && i < Math.Min(pieces.Count, figure.End + 4) && pieces.IsKind(i, PieceKind.Word); i++)
        {
            isPresented = _enumerated.TryMatch(pieces, i, out _, out _);
        }

        return true;
    }

    // "five men in total"
    private static bool IsTotal(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + 5); i++)
        {
            if (pieces.Is(i, "altogether") || (pieces.Is(i, "in") && pieces.IsAny(i + 1, "total", "all")))
            {
                return true;
            }
        }

        return false;
    }
}
