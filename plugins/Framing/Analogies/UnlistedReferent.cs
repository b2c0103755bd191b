using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// Comparisons with history that is in no list and has no name: "another 1971", "a 25 March without the curfew", "likened it
/// to the winter of the long sieges". The words around them have to say that it was bad.
/// </summary>
internal sealed class UnlistedReferent(LoadedWords loaded)
{
    private const int RegionLength = 25;

    /// <summary>The analogy that a cue draws with a name, a date or a description, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> listed) => cue.Cue.Pattern switch
    {
        _ when IsListed(cue, listed) => null,
        CuePattern.Again => FindDate(words, cue.First, cue.End, cue.Cue.Kind),
        CuePattern.Revival => FindDayAgain(words, cue),
        CuePattern.Strong or CuePattern.Echo => FindDescription(words, cue),
        CuePattern.Of => FindDescription(words, cue),
        CuePattern.Likeness => FindLikeness(words, cue),
        CuePattern.Unmatched when FollowingReferent.IsUnmatched(words, cue.First) => FindReign(words, cue),
        CuePattern.Around => FindDwarfed(words, cue),
        _ => null,
    };

    /// <summary>True where the list knows what stands beside a cue: then the list decides.</summary>
    public static bool IsListed(FoundCue cue, List<Referent> listed)
    {
        foreach (var referent in listed)
        {
            if ((referent.First >= cue.End && referent.First <= cue.End + 2) || (cue.Cue.Pattern is CuePattern.Revival or CuePattern.Legacy or CuePattern.Once && referent.End <= cue.First && referent.End >= cue.First - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A 12 September with lawyers", "our 25 March", "was 'May 13 by judicial means'".</summary>
    public Analogy? FindCountedDate(SentenceWords words)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (words[i + 1] is not [var opens, ..] || !(char.IsAsciiDigit(opens) || char.IsUpper(opens)))
            {
                continue;
            }

            var isCounted = words.IsAny(i, "a our own") || (words.IsCopula(words.IsQuoteMark(i) ? i - 1 : i) && words.IsAny(i + 3, "by with without"));
            if (isCounted && FindDate(words, i, i + 1, "epithet") is { } analogy && analogy.End == i + 3)
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
            && !(words.Is(end, ",") && words.YearAt(end + 1) > 0)
            && !loaded.HasBright(words, words.First, words.End)
            && (end == date + 2 || IsFeared(words, first, end));
        return isName ? new Analogy(first, end, Name(words, date, end, "war"), kind) : null;
    }

    /// <summary>"August 4 in slow motion", but not "on August 4 all over again".</summary>
    private static Analogy? FindDayAgain(SentenceWords words, FoundCue cue)
    {
        var first = cue.First - 2;
        var isDay = (words.IsMonth(first) && IsDay(words, first + 1)) || (IsDay(words, first) && words.IsMonth(first + 1));
        return isDay && !words.IsPreposition(first - 1)
            ? new Analogy(first, cue.End, Name(words, first, cue.First, "war"), cue.Cue.Kind)
            : null;
    }

    private Analogy? FindDescription(SentenceWords words, FoundCue cue)
    {
        if (FollowingReferent.StartOf(words, cue) is not { } start)
        {
            return null;
        }

        var end = Math.Min(words.ClauseEnd(start), start + RegionLength);
        return LoadOf(words, cue, start, end) is { } load && IsHistory(words, cue, start, end) && !loaded.HasBright(words, start, end)
            ? new Analogy(cue.First, end, Name(words, start, end, load), cue.Cue.Kind, cue.Cue.IsDrawnBySomebody)
            : null;
    }

    // What somebody compares may have its words of harm on either side: "compared the looting to the night of 15 August".
    private string? LoadOf(SentenceWords words, FoundCue cue, int start, int end)
    {
        var first = cue.Cue.IsDrawnBySomebody ? words.First : start;
        return loaded.Load(words, start, end)
            ?? loaded.Load(words, first, start)
            ?? (cue.Cue.Pattern == CuePattern.Of || cue.Cue.Kind != "comparison" ? null : loaded.Bleakness(words, first, end));
    }

    private bool IsHistory(SentenceWords words, FoundCue cue, int start, int end)
    {
        var isSaidToCompare = cue.Cue.Kind == "comparison" && (!cue.Cue.Links.IsEmpty || !cue.Cue.IsDrawnBySomebody);
        return loaded.HasPast(words, start, end) || IsNamedEvent(words, start) || (isSaidToCompare && IsToldOf(words, start, end));
    }

    /// <summary>"A coup like the one against Madero", "attacks like those in Madrid".</summary>
    private Analogy? FindLikeness(SentenceWords words, FoundCue cue)
    {
        if (loaded.EventAt(words, cue.First - 1) is not { } noun || !words.IsPreposition(cue.End))
        {
            return null;
        }

        var name = words.IsAny(cue.End + 1, "the") ? cue.End + 2 : cue.End + 1;
        var end = words.IsPastYear(name) ? name + 1 : words.NameEnd(name);
        return end > name && !words.IsTitle ? new Analogy(cue.First - 1, end, Name(words, cue.End, end, noun.Entry["load"]), cue.Cue.Kind) : null;
    }

    /// <summary>"Not been this frightened since the generals ran the country".</summary>
    private Analogy? FindReign(SentenceWords words, FoundCue cue)
    {
        var end = Math.Min(words.ClauseEnd(cue.End), cue.End + RegionLength);
        var isTold = false;
        for (var i = cue.End + 1; i < end; i++)
        {
            isTold |= words.IsVerb(i);
        }

        return isTold && (loaded.Load(words, cue.End, end) ?? loaded.Bleakness(words, cue.End, end)) is { } load
            ? new Analogy(cue.First, end, Name(words, cue.End, end, load), cue.Cue.Kind)
            : null;
    }

    // "The purge that followed the failed putsch".
    private static bool IsToldOf(SentenceWords words, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (words.IsAny(i, "that which who where when") && words.IsWord(i + 1) && words.Facts.Tags[i + 1] == PennTag.VBD)
            {
                return true;
            }
        }

        return false;
    }

    // "Likened it to the Kiteezi landslide".
    private bool IsNamedEvent(SentenceWords words, int start)
    {
        var first = words.IsAny(start, "the that") ? start + 1 : start;
        var end = words.NameEnd(first);
        return first > start && end > first && !words.IsDemonym(end - 1) && !words.IsTitle && loaded.EventAt(words, end) is not null;
    }

    /// <summary>"Makes the Mulberry affair look like a parking ticket"; "made the Pinak look like a rehearsal" after a word of harm.</summary>
    private Analogy? FindDwarfed(SentenceWords words, FoundCue cue)
    {
        var isName = false;
        for (var i = cue.End; i < cue.End + 6 && (words.IsWord(i) || words.IsHyphen(i)); i++)
        {
            isName |= words.IsCapitalised(i);
            if (isName
                && words.IsAny(i + 1, "look seem")
                && words.Is(i + 2, "like")
                && (loaded.EventAt(words, i)?.Entry["load"] ?? (words.IsCapitalised(i) ? loaded.Load(words, words.First, cue.First) : null)) is { } load)
            {
                return new Analogy(cue.First, i + 1, Name(words, cue.End, i + 1, load), cue.Cue.Kind);
            }
        }

        return null;
    }

    private bool IsFeared(SentenceWords words, int first, int end) =>
        (loaded.HasAverting(words, Math.Max(words.First, first - 8), first)
            || loaded.HasHarm(words, words.First, first)
            || loaded.HasHarm(words, end, words.End))
        && !loaded.HasBright(words, words.First, words.End);

    private static bool IsDay(SentenceWords words, int index) =>
        words[index].Length is 1 or 2 && int.TryParse(words[index], System.Globalization.NumberStyles.None, null, out var day) && day is >= 1 and <= 31;

    private static Referent Name(SentenceWords words, int first, int end, string load) =>
        new(first, end, words.Facts.Article.GetText(words.Span(first, end)), load, ReferentSense.Plain);
}
