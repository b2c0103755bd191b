using System.Collections.Frozen;
using System.Globalization;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>The word lists of figures, as tables over pieces. Built once a run.</summary>
internal sealed class FigureLexicons(ILexicons lexicons)
{
    public NumberLexicon Numbers { get; } = new(lexicons);

    public PhraseTable<UnitForm> Units { get; } = new(lexicons["units"].Entries, entry => new UnitForm(entry["unit"], entry["kind"]));

    public PhraseTable<CurrencyForm> Currencies { get; } = new(lexicons["currencies"].Entries, entry => new CurrencyForm(entry["code"], entry["place"]));

    public PhraseTable<string> ModifiersBefore { get; } = Modifiers(lexicons, "before");

    public PhraseTable<string> ModifiersAfter { get; } = Modifiers(lexicons, "after");

    public PhraseTable<FigurePhrase> Phrases { get; } = new(lexicons["figure-phrases"].Entries, entry => FigurePhrase.From(entry));

    public PhraseTable<string> RateUnits { get; } = Words(lexicons, "rate-units");

    private static PhraseTable<string> Modifiers(ILexicons lexicons, string place) =>
        new(lexicons["figure-modifiers"].Entries.Where(entry => entry["place"] == place || (place == "before" && entry["place"].Length == 0)), entry => entry["bound"]);

    private static PhraseTable<string> Words(ILexicons lexicons, string name) => new(lexicons[name].Entries, entry => entry.Term);
}

/// <summary>A unit of units.tsv.</summary>
internal sealed record UnitForm(string Unit, string Kind)
{
    public bool IsTime => Kind is "duration" or "clock";

    public FigureKind FigureKind => Kind switch
    {
        "percentage" => FigureKind.Percentage,
        "measurement" => FigureKind.Measurement,
        "votes" => FigureKind.Votes,
        "ratio" => FigureKind.Ratio,
        "duration" or "clock" => FigureKind.Other,
        _ => FigureKind.Count,
    };
}

/// <summary>A sign, code or word of currencies.tsv.</summary>
internal sealed record CurrencyForm(string Code, string Place)
{
    public bool StandsBefore => Place is "before" or "either" or "letter";

    public bool StandsAfter => Place is "after" or "either" or "";
}

/// <summary>A line of figure-phrases.tsv.</summary>
internal sealed record FigurePhrase(decimal? Low, decimal? High, string Unit, FigureKind Kind)
{
    public static FigurePhrase From(LexiconEntry entry) => new(Bound(entry["low"]), Bound(entry["high"]), entry["unit"], new UnitForm("", entry["kind"]) is var unit && entry["kind"] == "money" ? FigureKind.Money : unit.FigureKind);

    private static decimal? Bound(string cell) => decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
