using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>Reads numbers in digits and words.</summary>
internal sealed class NumberReader
{
    private readonly NumberLexicon _lexicon;
    private readonly DigitNumbers _digits;
    private readonly NumeralReader _numerals;
    private readonly FractionReader _fractions;
    private readonly RoundNumbers _round;

    public NumberReader(NumberLexicon lexicon)
    {
        var magnitudes = new Magnitudes(lexicon);
        _lexicon = lexicon;
        _fractions = new FractionReader(lexicon);
        _round = new RoundNumbers(lexicon, magnitudes);
        _digits = new DigitNumbers(lexicon, magnitudes, _fractions);
        _numerals = new NumeralReader(lexicon, magnitudes, _fractions, _round);
    }

    /// <summary>Adds every word that a number in words can begin with.</summary>
    public void AddFirstWordsTo(WordFilter filter)
    {
        _lexicon.AddTo(filter);
        filter.Add("a");
        filter.Add("an");
        filter.Add("half");
    }

    /// <summary>The number that starts at a piece.</summary>
    public bool TryRead(Pieces pieces, int at, out Number number)
    {
        number = default;
        if (pieces.IsKind(at, PieceKind.Number))
        {
            return _digits.Read(pieces, at, out number);
        }

        if (!pieces.IsKind(at, PieceKind.Word))
        {
            return false;
        }

        if (pieces.Is(at, "half"))
        {
            return _fractions.ReadHalf(pieces, at, out number) || _round.ReadHalf(pieces, at, out number);
        }

        if (pieces.IsAny(at, "a an"))
        {
            return _round.ReadAfterArticle(pieces, at, out number) || _fractions.ReadAfterArticle(pieces, at, out number);
        }

        return _lexicon.TryGet(pieces, at, out var word) && ReadWord(pieces, at, word, out number);
    }

    private bool ReadWord(Pieces pieces, int at, NumberWord word, out Number number)
    {
        number = default;
        switch (word.Role)
        {
            case NumberRole.Unit or NumberRole.Teen or NumberRole.Ten:
                return _numerals.Read(pieces, at, out number);
            case NumberRole.Quantifier:
                return _round.ReadQuantifier(pieces, at, word.Value, out number);
            case NumberRole.Plural:
                return _round.ReadPlural(pieces, at, word.Value, out number);
            case NumberRole.Multiple:
                number = new Number(at, at + 1, word.Value, word.Value, 1, NumberForm.Multiple);
                return true;
            default:
                return false;
        }
    }
}
