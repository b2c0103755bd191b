using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// A name that is in no list, where only a comparison with something bad can be meant: "to avert a second Gukurahundi", "shades
/// of Karantina", "the new Tazreen", "Meridien with an app". The sentence has to be a bleak one, or the article has to tell
/// elsewhere what happened: "another Woodstock" is none.
/// </summary>
internal sealed class UnlistedName(LoadedWords loaded)
{
    private const int Before = 8;

    /// <summary>The analogy that a cue draws with a name beside it, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, Lazy<ArticleHistory> history) => cue.Cue.Pattern switch
    {
        CuePattern.Again => FindAfter(words, cue, history, isNear: true),
        CuePattern.Successor when IsComplement(words, cue.First) => FindAfter(words, cue, history, isNear: false),
        CuePattern.Echo when words.Is(cue.End - 1, "of") => FindAfter(words, cue, history, isNear: false),
        CuePattern.Of when cue.Cue.Kind == "recurrence" => FindAfter(words, cue, history, isNear: false),
        CuePattern.Revive when words.IsGerund(cue.First) => FindAfter(words, cue, history, isNear: false),
        CuePattern.Revival => FindBefore(words, cue, words.IsQuoteMark(cue.First - 1) ? cue.First - 1 : cue.First, history),
        CuePattern.Once when words.IsPunctuation(cue.End) || cue.End == words.End => FindBefore(words, cue, cue.First, history),
        CuePattern.Legacy when cue.Cue.Kind == "recurrence" && words.IsPossessive(cue.First - 1) => FindBefore(words, cue, cue.First - 1, history),
        _ => null,
    };

    private Analogy? FindAfter(SentenceWords words, FoundCue cue, Lazy<ArticleHistory> history, bool isNear)
    {
        var end = words.NameEnd(cue.End);
        var isName = end > cue.End
            && !words.IsTitle
            && !words.IsDemonym(end - 1)
            && !IsCalendar(words, cue)
            && !words.IsNoun(end)
            && !words.IsHyphen(end)
            && !words.IsPossessive(end)
            && !IsSomebody(words, end);
        return isName ? Weigh(words, cue, cue.End, end, history, isNear) : null;
    }

    private Analogy? FindBefore(SentenceWords words, FoundCue cue, int end, Lazy<ArticleHistory> history)
    {
        var first = end;
        while ((first - 1 > words.First || (first - 1 == words.First && cue.Cue.Pattern == CuePattern.Once)) && end - first < 4 && words.IsWord(first - 1) && words.IsCapitalised(first - 1))
        {
            first--;
        }

        return first < end && !words.IsTitle && !words.IsDemonym(end - 1) && !words.IsMonth(first) && (cue.Cue.Pattern == CuePattern.Legacy || IsSaidToBe(words, first))
            ? Weigh(words, cue, first, end, history, isNear: false)
            : null;
    }

    private Analogy? Weigh(SentenceWords words, FoundCue cue, int first, int end, Lazy<ArticleHistory> history, bool isNear)
    {
        if (loaded.HasBright(words, words.First, words.End))
        {
            return null;
        }

        var told = history.Value.Told(words[first]);
        if (told is null && (!IsFeared(words, Math.Min(first, cue.First), Math.Max(end, cue.End), isNear) || IsInTheNews(words, first)))
        {
            return null;
        }

        var load = told ?? loaded.Load(words, words.First, words.End) ?? "catastrophe";
        var name = words.Facts.Article.GetText(words.Span(first, end));
        return new Analogy(Math.Min(first, cue.First), Math.Max(end, cue.End), new Referent(first, end, name, load, ReferentSense.Plain), cue.Cue.Kind);
    }

    // What is one more, new or next is often of today, and the words before it have to fear it or tell of harm.
    private bool IsFeared(SentenceWords words, int first, int end, bool isNear) =>
        loaded.HasAverting(words, Math.Max(words.First, first - Before), first)
            || loaded.HasHarm(words, words.First, first)
            || loaded.HasHarm(words, end, words.End)
            || (!isNear && (loaded.Bleakness(words, words.First, first) ?? loaded.Bleakness(words, end, words.End)) is not null);

    // "Next Tuesday", "another January"; "New York" is not the new York.
    private static bool IsCalendar(SentenceWords words, FoundCue cue) =>
        words.IsMonth(cue.End)
        || words.IsWeekday(cue.End)
        || words.Is(cue.End, "christmas")
        || (words.Is(cue.End - 1, "new") && words.IsCapitalised(cue.End - 1));

    // "Has made Ashulia the new Tazreen", "is the next Grenfell", but not "met the new Pentagon".
    private static bool IsComplement(SentenceWords words, int cue)
    {
        for (var i = cue - 1; i >= Math.Max(words.First, cue - 4); i--)
        {
            if (words.IsCopula(i) || words.IsAny(i, "make makes made making call calls called gave give gives as name nickname title"))
            {
                return true;
            }
        }

        return false;
    }

    // "It is Meridien with an app", "this was Karantina reborn", "nicknamed it Baldia on wheels", but not "he drove to Selby again".
    private static bool IsSaidToBe(SentenceWords words, int first)
    {
        var before = words.IsQuoteMark(first - 1) || words.Is(first - 1, "the") ? first - 2 : first - 1;
        return before < words.First || words.IsCopula(before) || words.IsAny(before, "it this like as : — called call");
    }

    // "Another Briton was killed", "another Briton, Alan Hall": somebody of today. "Another Kibati must not happen" is feared.
    private static bool IsSomebody(SentenceWords words, int end) =>
        (words.IsWord(end) && words.Facts.Tags[end] is PennTag.VBD or PennTag.VBZ or PennTag.VBP)
        || (words.Is(end, ",") && words.IsCapitalised(end + 1));

    // A name that the article goes on about is somebody of today: "another Boko Haram".
    private static bool IsInTheNews(SentenceWords words, int index)
    {
        var text = words.Facts.Article.Text.AsSpan();
        var name = words[index];
        var count = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0 && count < 3; at = text.IndexOf(name, StringComparison.Ordinal))
        {
            count++;
            text = text[(at + name.Length)..];
        }

        return count >= 3;
    }
}
