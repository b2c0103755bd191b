using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Finds history in a sentence: the names of historical-events.tsv, and dated events that are in no list.</summary>
internal sealed class ReferentFinder
{
    private static readonly string[] s_senses = Enum.GetNames<ReferentSense>();

    private readonly PhraseMatcher _events;
    private readonly PhraseMatcher _marks;
    private readonly LoadedWords _loaded;

    public ReferentFinder(ILexicons lexicons, LoadedWords loaded)
    {
        var events = lexicons["historical-events"];
        _events = PhraseMatcher.Create(events, aliasColumn: "aliases");
        _marks = PhraseMatcher.Create(lexicons["mention-marks"], aliasColumn: "forms");
        _loaded = loaded;
        foreach (var entry in events.Entries)
        {
            // A sense that there is not is said now, not by the first article that has the name.
            _ = ReadSense(entry);
        }
    }

    /// <summary>Adds the referents of a sentence, in the order of the text, without overlaps.</summary>
    public void Find(SentenceWords words, List<Referent> into)
    {
        for (var i = words.First; i < words.End;)
        {
            var referent = NamedAt(words, i) ?? DatedAt(words, i);
            if (referent is { } found)
            {
                into.Add(found);
                i = found.End;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>True where the words around a referent make it a plain mention: "Holocaust survivor", "a film about Watergate".</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="referent">What may be only mentioned.</param>
    /// <param name="isCompared">True where words before it compare: then its years ("the Pinochet years") are no mention.</param>
    public bool IsMention(SentenceWords words, Referent referent, bool isCompared = false)
    {
        var next = words.IsPossessive(referent.End) ? referent.End + 1 : referent.End;
        if (words.Contains(next) && _marks.MatchAt(words.Facts, next, words.End) is { } after && (after.Entry["side"] == "after" || (after.Entry["side"] == "span" && !isCompared)))
        {
            return true;
        }

        var end = words.Is(referent.First - 1, "the") ? referent.First - 1 : referent.First;
        for (var i = Math.Max(words.First, end - 3); i < end; i++)
        {
            if (_marks.MatchAt(words.Facts, i, end) is { } before && before.Entry["side"] == "before" && before.FirstToken + before.TokenCount == end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for somebody or something that remembers: "residents recall the Blitz", "the exhibition evokes it".</summary>
    public bool Remembers(SentenceWords words, int index) =>
        words.Contains(index) && _marks.MatchAt(words.Facts, index, words.End) is { } mark && mark.Entry["side"] is "after" or "memory";

    /// <summary>True for an adjective that shows somebody as he was: "a young Stalin" is Stalin himself.</summary>
    public bool IsPortrait(SentenceWords words, int adjective) =>
        words.Contains(adjective) && _marks.MatchAt(words.Facts, adjective, adjective + 1) is { } mark && mark.Entry["side"] is "portrait" or "before";

    private Referent? NamedAt(SentenceWords words, int index)
    {
        if (_events.MatchAt(words.Facts, index, words.End) is not { } match)
        {
            return null;
        }

        if (char.IsLower(words[index][0]) && !IsListedInLowerCase(match.Entry, words.Facts.Article.AsSpan(match.Span)))
        {
            return null;
        }

        var referent = new Referent(index, index + match.TokenCount, match.Entry.Term, LoadOf(match.Entry), ReadSense(match.Entry), match.Entry);
        return referent.Sense switch
        {
            ReferentSense.Place or ReferentSense.Country => AtItsTime(words, referent),
            ReferentSense.Plain when _loaded.EventAt(words, referent.End) is { } noun => referent with { End = referent.End + noun.TokenCount },
            _ => referent,
        };
    }

    // "Kosovo 1999": a place with a year is what happened there. "To Vietnam in 1995" is a journey.
    private static Referent AtItsTime(SentenceWords words, Referent place) =>
        words.IsPastYear(place.End)
            ? place with { End = place.End + 1, Name = words.Facts.Article.GetText(words.Span(place.First, place.End + 1)), Sense = ReferentSense.Plain }
            : place;

    // What is written with a capital is a name: "the Troubles" are history, "the troubles" are not.
    private static bool IsListedInLowerCase(LexiconEntry entry, ReadOnlySpan<char> text)
    {
        if (char.IsLower(entry.Term[0]) && IsWritten(entry.Term, text))
        {
            return true;
        }

        var aliases = entry["aliases"].AsSpan();
        foreach (var range in aliases.Split('|'))
        {
            var alias = aliases[range].Trim();
            if (!alias.IsEmpty && char.IsLower(alias[0]) && IsWritten(alias, text))
            {
                return true;
            }
        }

        return false;
    }

    // The capitals of "the Troubles" have to stand in the text as well.
    private static bool IsWritten(ReadOnlySpan<char> term, ReadOnlySpan<char> text)
    {
        if (!text.Equals(term, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = 0; i < term.Length; i++)
        {
            if (char.IsUpper(term[i]) && char.IsLower(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"1971 surrender", "1999 Marmara disaster", "massacre of 1994", "deluge of July 2005".</summary>
    private Referent? DatedAt(SentenceWords words, int index)
    {
        if (words.IsPastYear(index))
        {
            for (var i = index + 1; i <= index + 4 && words.Contains(i) && !words.IsBarrier(i); i++)
            {
                if (_loaded.EventAt(words, i) is { } named)
                {
                    return Dated(words, index, i + named.TokenCount, named.Entry);
                }
            }
        }

        if (_loaded.EventAt(words, index) is { } noun)
        {
            var of = index + noun.TokenCount;
            var year = words.IsMonth(of + 1) ? of + 2 : of + 1;
            if (words.IsAny(of, "of in") && words.IsPastYear(year))
            {
                return Dated(words, index, year + 1, noun.Entry);
            }

            // "The crackdowns of the nineties".
            if (words.Is(of, "of") && words.Is(of + 1, "the") && _loaded.HasPast(words, of + 2, of + 3))
            {
                return Dated(words, index, of + 3, noun.Entry);
            }
        }

        return null;
    }

    private static Referent Dated(SentenceWords words, int first, int end, LexiconEntry noun) =>
        new(first, end, words.Facts.Article.GetText(words.Span(first, end)), noun["load"], ReferentSense.Plain);

    private static string LoadOf(LexiconEntry entry) => entry["load"] is { Length: > 0 } load ? load : "catastrophe";

    private static ReferentSense ReadSense(LexiconEntry entry)
    {
        var sense = entry["sense"];
        if (sense.Length == 0)
        {
            return ReferentSense.Plain;
        }

        for (var i = 0; i < s_senses.Length; i++)
        {
            if (s_senses[i].Equals(sense, StringComparison.OrdinalIgnoreCase))
            {
                return (ReferentSense)i;
            }
        }

        throw new FormatException($"lexicon historical-events: '{entry.Term}' has the sense '{sense}'; write one of {string.Join(", ", s_senses).ToLowerInvariant()}");
    }
}
