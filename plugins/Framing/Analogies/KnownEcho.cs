using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// A headline or a quotation that says "again" of an event which the article dates elsewhere: "Army Faces Another Surrender"
/// over a text about the surrender of 1971.
/// </summary>
internal sealed class KnownEcho(LoadedWords loaded)
{
    private const int Distance = 3;

    /// <summary>The analogy that leans on an event of the rest of the article, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, IReadOnlyDictionary<LexiconEntry, Referent> datedEvents)
    {
        if (cue.Cue.Pattern is not (CuePattern.Again or CuePattern.Once or CuePattern.Of or CuePattern.Successor or CuePattern.Revival))
        {
            return null;
        }

        var from = cue.Cue.Pattern is CuePattern.Once or CuePattern.Revival ? Math.Max(words.First, cue.First - Distance) : cue.End;
        var to = from == cue.End ? cue.End + Distance : cue.First;
        for (var i = from; i < to && words.Contains(i); i++)
        {
            if (loaded.EventAt(words, i) is { } noun && datedEvents.TryGetValue(noun.Entry, out var dated) && !IsSame(words, dated, i))
            {
                var first = Math.Min(i, cue.First);
                return new Analogy(first, Math.Max(cue.End, i + 1), dated with { First = i, End = i + 1 }, "recurrence");
            }
        }

        return null;
    }

    // "The 1971 surrender all over again" names its year itself and is found as such.
    private static bool IsSame(SentenceWords words, Referent dated, int index) => dated.First <= index && index < dated.End && words.Contains(dated.First);

    // Headlines are read with the text under them; in running text "another surrender" may count today's.
    /// <summary>True where an echo may stand: in a headline, or in quoted words.</summary>
    public static bool IsPlace(SentenceWords words, FoundCue cue)
    {
        if (words.Sentence.Block.Kind == BlockKind.Headline)
        {
            return true;
        }

        var at = words.Facts.Tokens[cue.First].Start;
        foreach (var quotation in words.Facts.Quotations)
        {
            if (quotation.Span.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The events that an article dates, by the line of loaded-words.tsv ("surrender", "surrendered" are one): the first of each.</summary>
    public Dictionary<LexiconEntry, Referent> FindDatedEvents(ArticleFacts facts)
    {
        var dated = new Dictionary<LexiconEntry, Referent>();
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText)
            {
                continue;
            }

            var words = new SentenceWords(facts, sentence);
            for (var i = words.First; i < words.End; i++)
            {
                for (var j = i + 1; words.IsPastYear(i) && j <= i + Distance && words.Contains(j); j++)
                {
                    if (loaded.EventAt(words, j)?.Entry is { } noun)
                    {
                        dated.TryAdd(noun, new Referent(i, j + 1, facts.Article.GetText(words.Span(i, j + 1)), noun["load"], ReferentSense.Plain));
                    }
                }
            }
        }

        return dated;
    }
}
