using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Numbers that name and do not count: clock times, identifiers, parts of names, addresses, list markers.</summary>
internal sealed class NamedNumbers(ILexicons lexicons)
{
    // Words of a sentence beyond these do not say whether a bracket is open.
    private const int LongestSentence = 300;
    private readonly PhraseTable<string> _things = new(lexicons["numbered-things"].Entries, entry => entry.Term);
    private readonly PhraseTable<string> _streets = new(lexicons["street-words"].Entries, entry => entry.Term);
    private readonly PhraseTable<string> _bodies = new(lexicons["counting-bodies"].Entries, entry => entry.Term);

    /// <summary>Why a number only names, in plain words; null where it counts.</summary>
    public string? GetReason(Pieces pieces, FigureCandidate figure)
    {
        var number = figure.Number;
        var bare = figure.Kind is FigureKind.Count or FigureKind.Casualties && !figure.IsTime;
        if (number.Form == NumberForm.Digits && pieces.IsAny(number.End, "st nd rd th") && pieces.Touches(number.End))
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

        if (figure.Kind != FigureKind.Money && number.Form == NumberForm.Digits && (pieces.Touches(number.First) && pieces.IsKind(number.First - 1, PieceKind.Word) || IsInOneWord(pieces, figure)))
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

        // "a 3-2-1 strategy", "0-60-0": three or more joined numbers are a pattern.
        if (number.Form == NumberForm.Digits && figure.IsScore && pieces.IsJoint(figure.End) && pieces.IsKind(figure.End + 1, PieceKind.Number))
        {
            return "a number that names and does not count";
        }

        if (bare && IsListMarker(pieces, figure))
        {
            return "the number of a list item";
        }

        return null;
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

        if (pieces.IsMark(number.First - 1, '#') || (pieces.IsMark(number.First - 1, '.') && pieces.IsAny(number.First - 2, "no nos p pp vol art sec ch")))
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
        || (pieces.IsJoint(number.First - 1) && pieces.IsKind(number.First - 2, PieceKind.Word) && !pieces.IsAny(number.First - 2, "near mid sub to under over non pre than post magnitude"));

    // A capitalised word right before bare digits names ("Boeing 747", "iPhone 6"), unless it opens the sentence or is a verb's subject before a count ("Obama 48").
    private bool IsNameBefore(Pieces pieces, Number number) =>
        number.Form == NumberForm.Digits && pieces.Word(number.First).IndexOf(',') < 0 && pieces[number.First].End - pieces[number.First].Start <= 4 && number.Low >= 1
        && (IsCode(pieces, number.First - 1) || (number.First > 1 && pieces.IsCapitalised(number.First - 1) && pieces.TagAt(number.End) is not (PennTag.NNS or PennTag.NNPS or PennTag.JJ) && (pieces.TagAt(number.First - 1) is PennTag.NNP || pieces.TagAt(number.End) is PennTag.NN || IsPossessive(pieces, number.End))));

    // "9to5Mac": digits, letters and digits without a blank between them.
    private static bool IsInOneWord(Pieces pieces, FigureCandidate figure) =>
        figure.IsRange && figure.NumberEnd == figure.Number.End + 2 && pieces.IsKind(figure.Number.End, PieceKind.Word) && pieces.Touches(figure.Number.End) && pieces.Touches(figure.Number.End + 1);

    private static bool IsPossessive(Pieces pieces, int at) => (pieces.IsMark(at, '\'') || pieces.IsMark(at, '’')) && pieces.Is(at + 1, "s");

    // "NBC", "MiG", "iPhone": two capitals or one inside, but no country or body that would be the subject of a count.
    private bool IsCode(Pieces pieces, int at)
    {
        var word = pieces.Word(at);
        var capitals = 0;
        foreach (var c in word)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return (capitals >= 2 || (capitals == 1 && char.IsLower(word[0]))) && !_bodies.TryMatch(pieces, at, out _, out _, sameCase: true);
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
    private bool IsAddress(Pieces pieces, Number number)
    {
        for (var i = number.End; i < number.End + 4 && pieces.IsCapitalised(i); i++)
        {
            if (i > number.End && _streets.TryMatch(pieces, i, out _, out _, sameCase: true))
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
}
