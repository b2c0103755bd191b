using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// Comparisons with history that is in no list: "to avert a second Gukurahundi", "another 1971", "a 12 September without the
/// tanks", "likened it to the night the soldiers came". The words around them have to say that it was bad.
/// </summary>
internal sealed class UnlistedReferent(LoadedWords loaded)
{
    private const int RegionLength = 25;

    /// <summary>The analogy that a cue draws with a name, a date or a description, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> listed) => cue.Cue.Pattern switch
    {
        _ when listed.Exists(referent => referent.First >= cue.End && referent.First <= cue.End + 2) => null,
        CuePattern.Again => FindDate(words, cue.First, cue.End, cue.Cue.Kind) ?? FindName(words, cue),
        CuePattern.Strong or CuePattern.Echo => FindDescription(words, cue),
        CuePattern.Around => FindDwarfed(words, cue),
        _ => null,
    };

    /// <summary>"A 12 September without the tanks".</summary>
    public Analogy? FindCountedDate(SentenceWords words)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (words.Is(i, "a") && FindDate(words, i, i + 1, "epithet") is { } analogy && analogy.End == i + 3)
            {
                return analogy;
            }
        }

        return null;
    }

    /// <summary>"A 12 September", "another October 7", "another 1971": a date that can be counted is a name.</summary>
    private Analogy? FindDate(SentenceWords words, int first, int date, string kind)
    {
        var end = words.IsMonth(date) && IsDay(words, date + 1) ? date + 2
            : IsDay(words, date) && words.IsMonth(date + 1) ? date + 2
            : words.IsPastYear(date) ? date + 1
            : 0;
        var isName = end > 0
            && !words.IsNoun(end)
            && !words.IsHyphen(end)
            && !words.IsCapitalised(end)
            && !loaded.HasBright(words, words.First, words.End)
            && (end == date + 2 || IsFeared(words, first, end));
        return isName ? new Analogy(first, end, Name(words, date, end, "war"), kind) : null;
    }

    private Analogy? FindName(SentenceWords words, FoundCue cue)
    {
        var end = cue.End;
        while (end < words.End && end < cue.End + 4 && words.IsWord(end) && words.IsCapitalised(end))
        {
            end++;
        }

        var isName = end > cue.End
            && !words.IsTitle
            && !words.IsDemonym(end - 1)
            && !words.IsMonth(cue.End)
            && !words.IsNoun(end)
            && !words.IsHyphen(end)
            && !words.IsPossessive(end)
            && !IsSomebody(words, end)
            && IsFeared(words, cue.First, end)
            && !IsInTheNews(words, cue.End);
        return isName ? new Analogy(cue.First, end, Name(words, cue.End, end, "catastrophe"), cue.Cue.Kind) : null;
    }

    private Analogy? FindDescription(SentenceWords words, FoundCue cue)
    {
        if (FollowingReferent.StartOf(words, cue) is not { } start)
        {
            return null;
        }

        var end = Math.Min(words.ClauseEnd(start), start + RegionLength);
        var load = loaded.Load(words, start, end);
        return load is not null && loaded.HasPast(words, start, end) && !loaded.HasBright(words, start, end)
            ? new Analogy(cue.First, end, Name(words, start, end, load), cue.Cue.Kind, cue.Cue.IsDrawnBySomebody)
            : null;
    }

    /// <summary>"Makes the Mulberry affair look like a parking ticket".</summary>
    private Analogy? FindDwarfed(SentenceWords words, FoundCue cue)
    {
        var isName = false;
        for (var i = cue.End; i < cue.End + 6 && (words.IsWord(i) || words.IsHyphen(i)); i++)
        {
            isName |= words.IsCapitalised(i);
            if (isName && words.IsAny(i + 1, "look seem") && words.Is(i + 2, "like") && loaded.EventAt(words, i)?.Entry is { } noun)
            {
                return new Analogy(cue.First, i + 1, Name(words, cue.End, i + 1, noun["load"]), cue.Cue.Kind);
            }
        }

        return null;
    }

    private bool IsFeared(SentenceWords words, int first, int end) =>
        (loaded.HasAverting(words, Math.Max(words.First, first - 8), first)
            || loaded.HasHarm(words, words.First, first)
            || loaded.HasHarm(words, end, words.End))
        && !loaded.HasBright(words, words.First, words.End);

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

    private static bool IsDay(SentenceWords words, int index) =>
        words[index].Length is 1 or 2 && int.TryParse(words[index], System.Globalization.NumberStyles.None, null, out var day) && day is >= 1 and <= 31;

    private static Referent Name(SentenceWords words, int first, int end, string load) =>
        new(first, end, words.Facts.Article.GetText(words.Span(first, end)), load, ReferentSense.Plain);
}
