using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>The loaded events that an article dates or names anywhere: what its headline, or a bare year, may lean on.</summary>
internal sealed class ArticleHistory
{
    private const int Distance = 3;

    private readonly Dictionary<LexiconEntry, Referent> _byNoun = [];
    private readonly Dictionary<int, Referent> _byYear = [];
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    private ArticleHistory()
    {
    }

    /// <summary>Reads an article from end to end.</summary>
    public static ArticleHistory Read(ArticleFacts facts, ReferentFinder finder, LoadedWords loaded)
    {
        var history = new ArticleHistory();
        var referents = new List<Referent>();
        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block.IsArticleText)
            {
                var words = new SentenceWords(facts, sentence);
                history.AddDated(words, loaded);
                history.AddNames(words, loaded);
                referents.Clear();
                finder.Find(words, referents);
                history.AddListed(referents);
            }
        }

        return history;
    }

    /// <summary>The first event that a year is set beside, by its line of loaded-words.tsv ("surrender", "surrendered" are one); null for none.</summary>
    public Referent? Dated(LexiconEntry noun) => _byNoun.GetValueOrDefault(noun);

    /// <summary>The first loaded event of a year; null for none.</summary>
    public Referent? OfYear(int year) => _byYear.GetValueOrDefault(year);

    /// <summary>The load of what the article tells of a name: a sentence has it with a year and words of harm; null for none.</summary>
    public string? Told(ReadOnlySpan<char> name) =>
        _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var load) ? load : null;

    private void AddNames(SentenceWords words, LoadedWords loaded)
    {
        if (!words.HasEarlierYear() || (loaded.Load(words, words.First, words.End) ?? loaded.Bleakness(words, words.First, words.End)) is not { } load)
        {
            return;
        }

        for (var i = words.First; i < words.End; i++)
        {
            if (words.IsCapitalised(i))
            {
                _byName.TryAdd(words[i].ToString(), load);
            }
        }
    }

    private void AddDated(SentenceWords words, LoadedWords loaded)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (!words.IsPastYear(i))
            {
                continue;
            }

            for (var j = i + 1; j <= i + Distance && words.Contains(j) && !words.IsBarrier(j); j++)
            {
                Add(words, i, j, i, loaded);
            }

            // "Surrendered at the bridge in 1971", "the massacre of 1994".
            for (var j = i - 2; words.IsAny(i - 1, "in of") && j >= i - 2 - Distance && words.Contains(j) && !words.IsBarrier(j); j--)
            {
                Add(words, j, i, i, loaded);
            }
        }
    }

    private void Add(SentenceWords words, int first, int last, int year, LoadedWords loaded)
    {
        if (loaded.EventAt(words, first == year ? last : first)?.Entry is { } noun)
        {
            var referent = new Referent(first, last + 1, words.Facts.Article.GetText(words.Span(first, last + 1)), noun["load"], ReferentSense.Plain);
            _byNoun.TryAdd(noun, referent);
            _byYear.TryAdd(words.YearAt(year), referent);
        }
    }

    private void AddListed(List<Referent> referents)
    {
        foreach (var referent in referents)
        {
            if (!referent.IsNeutral
                && referent.Sense is ReferentSense.Plain or ReferentSense.Place
                && int.TryParse(referent.Entry?["year"], System.Globalization.NumberStyles.None, null, out var year))
            {
                _byYear.TryAdd(year, referent);
            }
        }
    }
}
