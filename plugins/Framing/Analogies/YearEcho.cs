using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// A bare year as a byword: "another 2007", "2007 all over again", "echoes of 1987". The article has to name what happened in
/// that year, or the sentence has to say that it was bad: most years beside such words are statistics.
/// </summary>
internal sealed class YearEcho(LoadedWords loaded)
{
    private const int LatestUndated = 2020;

    /// <summary>The analogy that a cue draws with a year, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> listed, Lazy<ArticleHistory> history)
    {
        var year = FindYear(words, cue);
        if (year == 0 || loaded.HasBright(words, words.First, words.End))
        {
            return null;
        }

        var known = history.Value.OfYear(words.YearAt(year));
        if ((known?.Load ?? LoadOf(words, cue) ?? ListedLoad(cue, year, listed)) is not { } feeling)
        {
            return null;
        }

        var referent = known is null
            ? new Referent(year, year + 1, words.Facts.Article.GetText(words.Span(year, year + 1)), feeling, ReferentSense.Year)
            : known with { First = year, End = year + 1 };
        return new Analogy(Math.Min(words.PlaceOf(year), cue.First), Math.Max(year + 1, cue.End), referent, cue.Cue.Kind);
    }

    /// <summary>
    /// "They have brought back 1976", "we buried 1988": a year that stands as a noun, and not as a date, is a byword for what happened in it.
    /// </summary>
    public Analogy? FindByword(SentenceWords words, List<Referent> listed, Lazy<ArticleHistory> history)
    {
        for (var i = words.First + 1; i < words.End; i++)
        {
            if (words.YearAt(i) > 1000 && IsNoun(words, i) && !loaded.HasBright(words, words.First, words.End) && LoadOfByword(words, i, listed, history) is { } load)
            {
                var name = words.Facts.Article.GetText(words.Span(i, i + 1));
                return new Analogy(i - 1, i + 1, new Referent(i, i + 1, name, load, ReferentSense.Year), "comparison");
            }
        }

        return null;
    }

    private string? LoadOfByword(SentenceWords words, int year, List<Referent> listed, Lazy<ArticleHistory> history) =>
        LoadOfYear(year, listed)
        ?? history.Value.OfYear(words.YearAt(year))?.Load
        ?? (words.IsPastYear(year) ? loaded.Load(words, words.First, words.End) ?? loaded.Bleakness(words, words.First, words.End) : null);

    private static string? LoadOfYear(int year, List<Referent> listed)
    {
        foreach (var referent in listed)
        {
            if (referent.First == year && referent.Sense == ReferentSense.Year)
            {
                return referent.Load;
            }
        }

        return null;
    }

    // "2008 was coming back": what a list knows of a year.
    private static string? ListedLoad(FoundCue cue, int year, List<Referent> listed) =>
        cue.Cue.Pattern is CuePattern.Manner or CuePattern.Revival or CuePattern.Thought ? LoadOfYear(year, listed) : null;

    // What a verb has as its object or complement, before a mark, a preposition or the end: "was 1933", "this is not 2011", but not
    // "was 2008 miles" or "said 2008 was".
    private static bool IsNoun(SentenceWords words, int year)
    {
        var before = words.IsQuoteMark(year - 1) ? year - 2 : year - 1;
        before = words.IsCapitalised(before) && !words.IsMonth(before) && words.IsWord(before) ? before - 1 : before;
        before = words.IsAny(before, "not n't n’t back") ? before - 1 : before;
        return words.IsVerb(before)
            && !words.IsAny(before, "said says say began begin ended end opened started reached totalled totaled numbered")
            && (year + 1 == words.End || words.IsPunctuation(year + 1) || words.IsPreposition(year + 1))
            && !words.IsHyphen(year + 1)
            && !(words.Is(year + 1, ",") && words.YearAt(year + 2) > 0);
    }

    // "Echoes of 1991" are not of a statistic; "another 2007" may be, and only what the article tells of the year says more.
    private string? LoadOf(SentenceWords words, FoundCue cue) =>
        cue.Cue.Pattern is not (CuePattern.Revival or CuePattern.Echo or CuePattern.Thought or CuePattern.Strong) && cue.Cue.Kind != "recurrence" ? null
        : loaded.Load(words, words.First, words.End) is { } load ? load
        : cue.Cue.Pattern == CuePattern.Successor ? null
        : cue.Cue.Pattern == CuePattern.Echo && words.IsPunctuation(cue.End + 1) ? "catastrophe"
        : loaded.HasAverting(words, words.First, cue.First) ? "catastrophe"
        : loaded.Bleakness(words, words.First, words.End);

    private static int FindYear(SentenceWords words, FoundCue cue) => cue.Cue.Pattern switch
    {
        CuePattern.Revival or CuePattern.Once or CuePattern.Manner => YearBefore(words, cue.First),
        CuePattern.Again or CuePattern.Of or CuePattern.Thought or CuePattern.Successor or CuePattern.Revive => YearAfter(words, cue.End),
        CuePattern.Strong or CuePattern.Echo when cue.Cue.Links.IsEmpty && words.IsAny(cue.End - 1, "of from to for") => YearAfter(words, cue.End),
        _ => 0,
    };

    // "In 2007 all over again" dates; "it was 2007 all over again" compares.
    private static int YearBefore(SentenceWords words, int cue)
    {
        var year = words.IsQuoteMark(cue - 1) ? cue - 2 : cue - 1;
        var before = words.IsMonth(year - 1) ? year - 2 : year - 1;
        return IsEarlier(words, year) && !words.IsPreposition(before) && !words.IsMonth(before) && !words.Is(before, ",") ? year : 0;
    }

    // Words that compare with a year look back on it, though the article has no date that would say so.
    private static bool IsEarlier(SentenceWords words, int year) =>
        words.IsPastYear(year) || (words.Facts.Article.Date is null && words.YearAt(year) is > 1000 and < LatestUndated);

    private static int YearAfter(SentenceWords words, int end)
    {
        var year = words.IsQuoteMark(end) ? end + 1 : end;
        return IsEarlier(words, year) && !words.IsNoun(year + 1) && !words.IsHyphen(year + 1) && !words.IsCapitalised(year + 1) && !words.Is(year + 1, "%")
            ? year
            : 0;
    }
}
