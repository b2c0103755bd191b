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
    public Analogy? Find(SentenceWords words, FoundCue cue, Lazy<ArticleHistory> history)
    {
        if (cue.Cue.Pattern is not (CuePattern.Again or CuePattern.Once or CuePattern.Of or CuePattern.Successor or CuePattern.Revival or CuePattern.Carried))
        {
            return null;
        }

        var (from, to) = Region(words, cue);
        for (var i = from; i < to && words.Contains(i); i++)
        {
            if (loaded.EventAt(words, i) is { } noun && history.Value.Dated(noun.Entry) is { } dated && !IsSame(words, dated, i))
            {
                var first = Math.Min(i, cue.First);
                return new Analogy(first, Math.Max(cue.End, i + 1), dated with { First = i, End = i + 1 }, "recurrence");
            }
        }

        return null;
    }

    // "History repeats itself" speaks of the whole sentence; the others of the words beside them.
    private static (int From, int To) Region(SentenceWords words, FoundCue cue) => cue.Cue.Pattern switch
    {
        CuePattern.Carried => (words.First, words.End),
        CuePattern.Once or CuePattern.Revival => (Math.Max(words.First, cue.First - Distance), cue.First),
        _ => (cue.End, cue.End + Distance),
    };

    // "The 1971 surrender all over again" names its year itself and is found as such.
    private static bool IsSame(SentenceWords words, Referent dated, int index) => dated.First <= index && index < dated.End && words.Contains(dated.First);

    /// <summary>
    /// True where an echo may stand: in a headline, which is read with the text under it, or in quoted words. In running text
    /// "another surrender" may count today's.
    /// </summary>
    public static bool IsPlace(SentenceWords words, FoundCue cue)
    {
        if (words.Sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek)
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
}
