using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>What a word does in a number; the roles of number-words.tsv.</summary>
internal enum NumberRole : byte
{
    Unit,
    Teen,
    Ten,
    Magnitude,
    Abbreviation,
    Suffix,
    Slang,
    Plural,
    Fraction,
    Multiple,
    Sign,
    Quantifier,
    Lead,
}

/// <summary>A word of number-words.tsv.</summary>
internal sealed record NumberWord(decimal Value, NumberRole Role);

/// <summary>number-words.tsv, by word and without regard to case.</summary>
internal sealed class NumberLexicon
{
    private readonly Dictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly WordFilter _filter;

    public NumberLexicon(ILexicons lexicons)
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in lexicons["number-words"].Entries)
        {
            // A word that a configuration adds without a value cannot be part of a number.
            if (decimal.TryParse(entry["value"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && Enum.TryParse<NumberRole>(entry["role"], ignoreCase: true, out var role))
            {
                words[entry.Term] = new NumberWord(value, role);
            }
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _filter = new WordFilter(words.Count);
        AddTo(_filter);
    }

    /// <summary>Adds every word.</summary>
    public void AddTo(WordFilter filter)
    {
        foreach (var word in _words.Dictionary.Keys)
        {
            filter.Add(word);
        }
    }

    public bool TryGet(Pieces pieces, int at, [MaybeNullWhen(false)] out NumberWord found)
    {
        found = null;
        return pieces.Has(at) && _filter.MayHave(pieces[at].Key) && _words.TryGetValue(pieces.Word(at), out found);
    }
}
