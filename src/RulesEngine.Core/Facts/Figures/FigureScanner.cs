using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Grows a number into a figure: range or ratio, sign or unit, rate, conversion in brackets, modifier.</summary>
internal sealed class FigureScanner
{
    private readonly FigureLexicons _lexicons;
    private readonly NumberReader _numbers;
    private readonly FigureModifiers _modifiers;
    private readonly Ranges _ranges;
    private readonly Money _money;
    private readonly Units _units;
    private readonly WordFilter _firsts = new(1024);

    public FigureScanner(FigureLexicons lexicons)
    {
        _lexicons = lexicons;
        _numbers = new NumberReader(lexicons.Numbers);
        _modifiers = new FigureModifiers(lexicons);
        _ranges = new Ranges(lexicons, _numbers, _modifiers);
        _money = new Money(lexicons, _numbers, _modifiers);
        _units = new Units(lexicons, _numbers, _money);
        lexicons.Phrases.AddFirstWordsTo(_firsts);
        _numbers.AddFirstWordsTo(_firsts);
    }

    /// <summary>The figure whose number starts at a piece.</summary>
    /// <param name="pieces">The sentence.</param>
    /// <param name="at">Where the number is to start.</param>
    /// <param name="floor">Index just after the figure before, which the new one must not reach into.</param>
    public FigureCandidate? Scan(Pieces pieces, int at, int floor)
    {
        if (!pieces.IsKind(at, PieceKind.Number) && !_firsts.MayHave(pieces[at].Key))
        {
            return null;
        }

        if (_lexicons.Phrases.TryMatch(pieces, at, out var phrase, out var phraseEnd))
        {
            return ScanPhrase(pieces, at, phraseEnd, phrase, floor);
        }

        if (!_numbers.TryRead(pieces, at, out var number))
        {
            return ScanSingle(pieces, at, floor);
        }

        var figure = new FigureCandidate { Number = number, First = number.First, End = number.End, NumberEnd = number.End, Low = number.Low, High = number.High };
        _money.TakeSign(pieces, figure, floor);
        Units.TakeInches(pieces, figure);
        if (!_ranges.TakeRange(pieces, figure) && figure.Kind != FigureKind.Money)
        {
            _ranges.TakeRatio(pieces, figure);
        }

        _units.TakeUnit(pieces, figure);
        _modifiers.TakeAfter(pieces, figure);
        _units.TakeRate(pieces, figure);
        _modifiers.TakeBefore(pieces, figure, floor);
        return figure;
    }

    private FigureCandidate ScanPhrase(Pieces pieces, int at, int end, FigurePhrase phrase, int floor)
    {
        var number = new Number(at, end, phrase.Low, phrase.High, 1, NumberForm.Words);
        var figure = new FigureCandidate { Number = number, First = at, End = end, NumberEnd = end, Low = phrase.Low, High = phrase.High, Unit = phrase.Unit, Kind = phrase.Kind, HasModifier = true };
        _modifiers.TakeBefore(pieces, figure, floor);
        return figure;
    }

    // "almost a mile", "less than an acre": an article counts only where somebody weighed it.
    private FigureCandidate? ScanSingle(Pieces pieces, int at, int floor)
    {
        if (!pieces.IsAny(at, "a an") || !_lexicons.Units.TryMatch(pieces, at + 1, out var unit, out var end) || unit.Kind is not ("measurement" or "percentage") || end == at + 2 && pieces[at + 1].End - pieces[at + 1].Start < 3)
        {
            return null;
        }

        var number = new Number(at, at + 1, 1, 1, 1, NumberForm.Words);
        var figure = new FigureCandidate { Number = number, First = at, End = end, NumberEnd = at + 1, Low = 1, High = 1, Unit = unit.Unit, Kind = unit.FigureKind };
        _modifiers.TakeBefore(pieces, figure, floor);
        return figure.HasModifier && !pieces.IsAny(at - 1, "only just about") ? figure : null;
    }
}
