using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// Comparisons that are carried over two sentences: "I was in Darfur in 2004. The same burnt granaries, the same men", "History
/// is repeating itself. In 1994 the radio called its neighbours insects, too." One serves one article.
/// </summary>
internal sealed class CarriedComparison(ReferentFinder finder, LoadedWords loaded)
{
    private const int Reach = 12;
    private const int YearReach = 5;

    private Referent? _before;
    private Analogy? _pending;

    /// <summary>The analogy that a sentence draws with the one before it, or with history that it names itself; null for none.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> referents)
    {
        if (cue.Cue.Pattern != CuePattern.Carried || !IsSaid(words, cue) || loaded.HasBright(words, words.First, words.End))
        {
            return null;
        }

        if ((Pick(words, referents) ?? YearAfter(words, cue, referents)) is { } own)
        {
            return Within(cue, own);
        }

        var standsAlone = referents.Count == 0;
        _pending = null;
        if (standsAlone && _before is { } before)
        {
            return new Analogy(cue.First, cue.End, before, cue.Cue.Kind);
        }

        if (standsAlone && cue.Cue.Links.IsEmpty)
        {
            _pending = new Analogy(cue.First, cue.End, new Referent(0, 0, "", "", ReferentSense.Plain), cue.Cue.Kind);
        }

        return null;
    }

    /// <summary>
    /// Ends a sentence: remembers its history for the next, and returns the analogy that the sentence before it announced, if
    /// this one names the history.
    /// </summary>
    public Analogy? EndSentence(SentenceWords words, List<Referent> referents, bool isReported, bool isAnnounced)
    {
        var history = isReported ? null : Pick(words, referents);
        var announced = history is not null && _pending is { } pending ? pending with { Referent = history } : null;
        _before = announced is null ? history : null;
        _pending = isAnnounced ? _pending : null;
        return announced;
    }

    // A cue with a link is a refrain: it opens the sentence, and its link comes again ("the same …, the same …").
    private bool IsSaid(SentenceWords words, FoundCue cue)
    {
        if (cue.Cue.Links.IsEmpty)
        {
            return true;
        }

        var first = words.IsQuoteMark(words.First) ? words.First + 1 : words.First;
        for (var i = cue.End; i < words.End && (cue.First == first || _before is not null); i++)
        {
            if (words.IsAny(i, cue.Cue.Links.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    // "We have seen this film before: 1933", "we have seen that film, in June 1990".
    private static Referent? YearAfter(SentenceWords words, FoundCue cue, List<Referent> referents)
    {
        for (var i = cue.End + 1; i < cue.End + YearReach && cue.Cue.Links.IsEmpty; i++)
        {
            if (!words.IsPastYear(i))
            {
                continue;
            }

            foreach (var referent in referents)
            {
                if (referent.Sense == ReferentSense.Year && referent.First == i)
                {
                    return referent;
                }
            }

            return new Referent(i, i + 1, words.Facts.Article.GetText(words.Span(i, i + 1)), "catastrophe", ReferentSense.Year);
        }

        return null;
    }

    private Referent? Pick(SentenceWords words, List<Referent> referents)
    {
        foreach (var referent in referents)
        {
            var isHistory = referent.Sense switch
            {
                ReferentSense.Plain or ReferentSense.Person => true,
                ReferentSense.Place => loaded.HasPast(words, words.First, words.End),
                ReferentSense.Year => loaded.HasHarm(words, words.First, words.End),
                _ => false,
            };
            if (isHistory && !referent.IsNeutral && !finder.IsMention(words, referent))
            {
                return referent;
            }
        }

        return null;
    }

    private static Analogy Within(FoundCue cue, Referent referent)
    {
        var isNear = referent.First - cue.End <= Reach && cue.First - referent.End <= Reach;
        return isNear
            ? new Analogy(Math.Min(cue.First, referent.First), Math.Max(cue.End, referent.End), referent, cue.Cue.Kind)
            : new Analogy(cue.First, cue.End, referent, cue.Cue.Kind);
    }
}
