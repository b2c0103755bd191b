using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Comparisons that need no cue but the grammar around the referent: "our X", "an X of", "this is X", "he is no X".</summary>
internal sealed class BareReferent(ReferentFinder finder, FollowingReferent following, LoadedWords loaded)
{
    /// <summary>The analogy that the words around a listed referent draw, or null ("the 1958 surrender of the fort" is none).</summary>
    public Analogy? Find(SentenceWords words, Referent referent)
    {
        if (referent.IsNeutral || referent.Entry is null || finder.IsMention(words, referent))
        {
            return null;
        }

        return FindQuoted(words, referent) ?? referent.Sense switch
        {
            ReferentSense.Recurrence => new Analogy(referent.First, referent.End, referent, "recurrence"),
            ReferentSense.Figure => new Analogy(referent.First, referent.End, referent, "epithet"),
            ReferentSense.Common => FindAltered(words, referent),
            ReferentSense.Name => FindNamed(words, referent),
            ReferentSense.Country when words.IsWord(referent.End) || words.IsPossessive(referent.End) => null,
            ReferentSense.Epithet => FindEpithet(words, referent),
            _ when following.OnlyDescribes(words, referent.End) || words.IsHyphen(referent.First - 1) || words.IsHyphen(referent.End) => null,
            _ => FindRejected(words, referent) ?? FindMeasure(words, referent) ?? FindOwned(words, referent) ?? FindInstance(words, referent) ?? FindIdentity(words, referent),
        };
    }

    /// <summary>The nurses whispered "Gaza": a name alone in quotation marks, in a bleak sentence.</summary>
    private Analogy? FindQuoted(SentenceWords words, Referent referent)
    {
        var end = words.IsQuoteMark(referent.End) ? referent.End : referent.End + 1;
        return words.IsQuoteMark(referent.First - 1)
            && words.IsQuoteMark(end)
            && (words.IsVerb(referent.First - 2) || words.Is(referent.First - 2, ":"))
            && (end == referent.End || words.IsPunctuation(referent.End))
            && referent.Sense is not (ReferentSense.Common or ReferentSense.Group or ReferentSense.Epithet)
            && (loaded.HasHarm(words, words.First, referent.First) || loaded.Bleakness(words, words.First, referent.First) is not null)
            && !loaded.HasPast(words, words.First, words.End)
            && !loaded.HasBright(words, words.First, words.End)
                ? new Analogy(referent.First, referent.End, referent, "comparison")
                : null;
    }

    /// <summary>"A Stalinist loyalty test": of the present, not of Stalin's time.</summary>
    private Analogy? FindEpithet(SentenceWords words, Referent referent)
    {
        var before = referent.First - 1;
        if (!words.IsAny(before, "a an this such these no his her their its your 's ’s") || loaded.HasPast(words, words.First, words.End))
        {
            return null;
        }

        return new Analogy(before, words.NounsEnd(referent.End), referent, words.Is(before, "no") ? "contrast" : "epithet");
    }

    /// <summary>"He is no Hitler", "this is not Weimar".</summary>
    private static Analogy? FindRejected(SentenceWords words, Referent referent)
    {
        var not = words.IsDeterminer(referent.First - 1) && !words.Is(referent.First - 1, "no") ? referent.First - 2 : referent.First - 1;
        return words.IsAny(not, "not n't n’t no") && words.IsCopula(not - 1)
            ? new Analogy(not - 1, referent.End, referent, "contrast")
            : null;
    }

    /// <summary>"As sudden as Beria's", "more vindictive than Mao", but not "as surely as bin Laden was".</summary>
    private static Analogy? FindMeasure(SentenceWords words, Referent referent)
    {
        var link = words.IsDeterminer(referent.First - 1) ? referent.First - 2 : referent.First - 1;
        var isMeasured = referent.Sense is ReferentSense.Plain or ReferentSense.Person
            && link - 2 >= words.First
            && (!words.IsCopula(referent.End) || words.IsPossessive(referent.End))
            && ((words.Is(link, "as") && words.Is(link - 2, "as"))
                || (words.Is(link, "than") && words.Is(link - 2, "more")));
        return isMeasured ? new Analogy(link - 2, referent.End, referent, "comparison") : null;
    }

    /// <summary>"Our Pearl Harbor", "Russia's Pearl Harbor", but not "Japan's Hiroshima".</summary>
    private static Analogy? FindOwned(SentenceWords words, Referent referent)
    {
        var before = words.Is(referent.First - 1, "own") ? referent.First - 2 : referent.First - 1;
        if (words.IsAny(before, "our my your")
            || (words.IsAny(before, "his her their its") && (referent.Sense is ReferentSense.Place or ReferentSense.Plain || before < referent.First - 1)))
        {
            return new Analogy(before, referent.End, referent, "epithet");
        }

        var isPossession = words.IsPossessive(before)
            && before > words.First
            && (before < referent.First - 1 || referent.Sense is ReferentSense.Plain)
            && !Owns(words[before - 1], referent.Where);
        return isPossession ? new Analogy(before - 1, referent.End, referent, "epithet") : null;
    }

    private static bool Owns(ReadOnlySpan<char> owner, string where)
    {
        foreach (var range in where.AsSpan().Split('|'))
        {
            if (where.AsSpan(range).Contains(owner, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A Chernobyl in the making", "a slow Srebrenica", "the Benedict Arnold of trade".</summary>
    private Analogy? FindInstance(SentenceWords words, Referent referent)
    {
        var before = IsDescribed(words, referent) ? referent.First - 2 : referent.First - 1;
        if (referent.Sense is not (ReferentSense.Plain or ReferentSense.Person))
        {
            return referent.Sense == ReferentSense.Place && IsTitleOf(words, referent) ? new Analogy(before, referent.End, referent, "epithet") : null;
        }

        var isOne = words.IsAny(before, "a an") && (words.IsPreposition(referent.End) || words.IsPunctuation(referent.End) || words.IsVerb(referent.End) || referent.End == words.End);
        var isTheOne = words.Is(before, "the")
            && (words.Is(referent.End, "of") || (referent.Sense == ReferentSense.Person && words.IsAny(before - 1, "become becomes became becoming")))
            && (referent.Sense == ReferentSense.Person || referent.Load is "scandal" or "catastrophe" or "defeat" || IsTitleOf(words, referent))
            && !loaded.HasPast(words, referent.End, Math.Min(words.End, referent.End + 4));
        return isOne || isTheOne ? new Analogy(before, referent.End, referent, "epithet") : null;
    }

    // "Is the Sudetenland of our time", "called it the Vietnam of the north": said of something else.
    private bool IsTitleOf(SentenceWords words, Referent referent)
    {
        var the = referent.First - 1;
        return words.Is(the, "the")
            && words.Is(referent.End, "of")
            && (words.IsCopula(the - 1) || words.IsAny(the - 1, "as it") || words.IsCopula(words.First))
            && !loaded.HasPast(words, referent.End, Math.Min(words.End, referent.End + 4));
    }

    // "A young Stalin" is Stalin himself; an event is described only where it is likened.
    private static bool IsDescribed(SentenceWords words, Referent referent) =>
        (referent.Sense == ReferentSense.Plain || words.Is(referent.First - 1, "modern"))
        && words.IsWord(referent.First - 1)
        && !words.IsCapitalised(referent.First - 1)
        && words.Facts.Tags[referent.First - 1] == PennTag.JJ
        && words.IsAny(referent.First - 2, "a an");

    /// <summary>"This is Watergate", "the outage was Dien Bien Phu: encircled, outgunned".</summary>
    private Analogy? FindIdentity(SentenceWords words, Referent referent)
    {
        var copula = words.IsAny(referent.First - 1, "pure the") ? referent.First - 2 : referent.First - 1;
        if (words.Is(referent.First - 1, "pure") && (referent.Sense is ReferentSense.Plain or ReferentSense.Person))
        {
            return new Analogy(words.IsCopula(copula) ? copula : referent.First - 1, referent.End, referent, "comparison");
        }

        if ((words.IsQuoteMark(referent.First - 1) || words.IsAny(referent.First - 1, ": — –")) && referent.Sense == ReferentSense.Plain && words.IsAny(referent.End, "with without minus plus"))
        {
            return new Analogy(referent.First, referent.End, referent, "comparison");
        }

        if (referent.Sense is not (ReferentSense.Plain or ReferentSense.Person or ReferentSense.Place) || !words.IsCopula(copula))
        {
            return null;
        }

        var isClause = words.IsAny(copula - 1, "this that it he she") && (words.IsPunctuation(referent.End) || referent.End == words.End);
        var isByword = referent.Sense == ReferentSense.Plain && words.IsAny(referent.End, ": with by of without minus plus");
        return (referent.Sense != ReferentSense.Place && isClause) || isByword || IsVersion(words, referent) ? new Analogy(copula, referent.End, referent, "comparison") : null;
    }

    /// <summary>"A unit that worked as a GAL for the smartphone age": an everyday name, as one of a kind in a bleak sentence.</summary>
    private Analogy? FindNamed(SentenceWords words, Referent referent) =>
        words.IsAny(referent.First - 1, "a an")
        && words.IsAny(referent.End, "for of in with without")
        && (loaded.HasHarm(words, words.First, words.End) || loaded.Bleakness(words, words.First, words.End) is not null)
        && !loaded.HasBright(words, words.First, words.End)
            ? new Analogy(referent.First - 1, referent.End, referent, "epithet")
            : null;

    /// <summary>"Is martial law by decree", but not "there is martial law on the border".</summary>
    private Analogy? FindAltered(SentenceWords words, Referent referent)
    {
        var copula = referent.First - 1;
        return words.IsCopula(copula) && !words.Is(copula - 1, "there") && words.IsAny(referent.End, "with without minus plus by") && !loaded.HasPast(words, words.First, words.End)
            ? new Analogy(copula, referent.End, referent, "comparison")
            : null;
    }

    // "Was Saigon with smartphones", "is Smoot-Hawley on a phone", but not "is Munich in February".
    private bool IsVersion(SentenceWords words, Referent referent)
    {
        var isAltered = words.IsAny(referent.End, "with without minus plus")
            || (referent.Sense == ReferentSense.Plain && words.IsAny(referent.End, "on in for"));
        return isAltered
            && (words.IsAny(referent.End + 1, "a our better fewer more less no") || words.IsNoun(referent.End + 1))
            && !loaded.HasPast(words, referent.End, words.End);
    }
}
