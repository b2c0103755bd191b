using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Comparisons that need no cue but the grammar around the referent: "our X", "an X of", "this is X", "he is no X".</summary>
internal sealed class BareReferent(ReferentFinder finder, FollowingReferent following, LoadedWords loaded)
{
    private const int PrecedentReach = 12;

    /// <summary>The analogy that the words around a listed referent draw, or null ("the 1958 surrender of the fort" is none).</summary>
    public Analogy? Find(SentenceWords words, Referent referent)
    {
        if (referent.IsNeutral || finder.IsMention(words, referent))
        {
            return null;
        }

        if (referent.Entry is null)
        {
            return FindDated(words, referent);
        }

        return FindQuoted(words, referent) ?? referent.Sense switch
        {
            ReferentSense.Recurrence => new Analogy(referent.First, referent.End, referent, "recurrence"),
            ReferentSense.Figure => new Analogy(referent.First, referent.End, referent, "epithet"),
            ReferentSense.Common => FindAltered(words, referent),
            ReferentSense.Name => FindNamed(words, referent),
            ReferentSense.Group => FindLabel(words, referent) ?? FindRejected(words, referent) ?? FindMeasure(words, referent) ?? FindOwned(words, referent),
            ReferentSense.Country when words.IsAny(referent.First - 1, "a an") && loaded.HasAverting(words, words.First, referent.First) => new Analogy(referent.First - 1, referent.End, referent, "epithet"),
            ReferentSense.Country when words.IsWord(referent.End) || words.IsPossessive(referent.End) => null,
            ReferentSense.Epithet => FindEpithet(words, referent),
            ReferentSense.Person when words.IsPossessive(referent.First - 1) && words.IsNoun(referent.End) && referent.First - 2 >= words.First && !Owns(words[referent.First - 2], referent.Where) && !loaded.HasPast(words, words.First, words.End) => new Analogy(referent.First, referent.End, referent, "epithet"),
            _ when following.OnlyDescribes(words, referent.End) || words.IsHyphen(referent.First - 1) || words.IsHyphen(referent.End) => null,
            _ => FindRemembered(words, referent) ?? FindPrecedent(words, referent) ?? FindRoute(words, referent) ?? FindRejected(words, referent) ?? FindMeasure(words, referent) ?? FindOwned(words, referent) ?? FindInstance(words, referent) ?? FindIdentity(words, referent),
        };
    }

    private bool IsBleak(SentenceWords words) =>
        loaded.HasHarm(words, words.First, words.End) || loaded.Bleakness(words, words.First, words.End) is not null;

    /// <summary>"Are the crackdowns of the nineties, with tablets", but not "was the massacre of 1994".</summary>
    private static Analogy? FindDated(SentenceWords words, Referent referent)
    {
        var copula = words.Is(referent.First - 1, "the") ? referent.First - 2 : referent.First - 1;
        var tail = words.Is(referent.End, ",") ? referent.End + 1 : referent.End;
        return words.IsCopula(copula) && words.IsAny(tail, "with without minus plus") ? new Analogy(copula, referent.End, referent, "comparison")
            : words.Is(referent.First - 1, "own") ? new Analogy(referent.First - 1, referent.End, referent, "epithet")
            : null;
    }

    /// <summary>The nurses whispered "Gaza": a name alone in quotation marks, in a bleak sentence.</summary>
    private Analogy? FindQuoted(SentenceWords words, Referent referent)
    {
        var end = words.IsQuoteMark(referent.End) ? referent.End : referent.End + 1;
        return words.IsQuoteMark(referent.First - 1)
            && words.IsQuoteMark(end)
            && (words.IsVerb(referent.First - 2) || words.Is(referent.First - 2, ":") || !words.IsCapitalised(referent.First))
            && (end == referent.End || words.IsPunctuation(referent.End))
            && referent.Sense is not (ReferentSense.Common or ReferentSense.Epithet)
            && (referent.Sense is ReferentSense.Plain or ReferentSense.Person || IsBleak(words))
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

    /// <summary>"Remember Watergate?", said to somebody of today.</summary>
    private static Analogy? FindRemembered(SentenceWords words, Referent referent)
    {
        var verb = words.Is(referent.First - 1, "the") ? referent.First - 2 : referent.First - 1;
        return words.Is(verb, "remember") && words.IsCapitalised(verb) && (referent.End == words.End || words.IsPunctuation(referent.End))
            ? new Analogy(verb, referent.End, referent, "comparison")
            : null;
    }

    /// <summary>"Vukovar began with logs across a road, too."</summary>
    private static Analogy? FindPrecedent(SentenceWords words, Referent referent)
    {
        var first = words.IsQuoteMark(words.First) ? words.First + 1 : words.First;
        if (referent.First != first || !words.IsWord(referent.End) || words.Facts.Tags[referent.End] != PennTag.VBD)
        {
            return null;
        }

        for (var i = referent.End; i < Math.Min(words.End, referent.End + PrecedentReach); i++)
        {
            if ((words.Is(i, "too") || (words.Is(i, "as") && words.Is(i + 1, "well"))) && (words.IsPunctuation(i + 1) || words.IsPunctuation(i + 2)))
            {
                return new Analogy(referent.First, i + 1, referent, "comparison");
            }
        }

        return null;
    }

    /// <summary>"From Tahrir to Rabaa: …".</summary>
    private static Analogy? FindRoute(SentenceWords words, Referent referent)
    {
        var from = words.Is(referent.First - 1, "to") && words.Is(referent.First - 3, "from") ? referent.First - 3 : -1;
        return from == words.First && referent.Sense == ReferentSense.Plain && words.IsCapitalised(from + 1) && words.Is(referent.End, ":")
            ? new Analogy(from, referent.End, referent, "comparison")
            : null;
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
    private Analogy? FindOwned(SentenceWords words, Referent referent)
    {
        var before = words.Is(referent.First - 1, "own") ? referent.First - 2 : referent.First - 1;
        if (words.IsAny(before, "our my your")
            || (words.IsAny(before, "his her their its") && (referent.Sense is ReferentSense.Place or ReferentSense.Plain || before < referent.First - 1)))
        {
            return new Analogy(before, referent.End, referent, "epithet");
        }

        var isPossession = words.IsPossessive(before)
            && before > words.First
            && (before < referent.First - 1 || referent.Sense is ReferentSense.Plain || (referent.Sense == ReferentSense.Place && words.IsPunctuation(referent.End) && IsBleak(words)))
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
        var before = ArticleOf(words, referent);
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

    // The place of the article in "a Srebrenica", "a slow Srebrenica", "a 'cultural Godhra'", "a self-made Ceaușescu". "A young Stalin" is
    // Stalin himself.
    private int ArticleOf(SentenceWords words, Referent referent)
    {
        var adjective = referent.First - 1;
        if (!words.IsWord(adjective)
            || words.IsCapitalised(adjective)
            || finder.IsPortrait(words, adjective)
            || words.Facts.Tags[adjective] is not (PennTag.JJ or PennTag.VBN))
        {
            return adjective;
        }

        var before = words.IsHyphen(adjective - 1) ? adjective - 3 : adjective - 1;
        before = words.IsQuoteMark(before) ? before - 1 : before;
        return words.IsAny(before, "a an") && (referent.Sense == ReferentSense.Plain || IsApplied(words, before)) ? before : adjective;
    }

    // ", a provincial Stalin", "is a tropical Hitler": said of somebody who was named before.
    private static bool IsApplied(SentenceWords words, int article) =>
        words.IsCopula(article - 1) || words.IsAny(article - 1, ", as — –") || words.IsQuoteMark(article - 1);

    /// <summary>"This is Watergate", "the outage was Dien Bien Phu: encircled, outgunned".</summary>
    private Analogy? FindIdentity(SentenceWords words, Referent referent)
    {
        var copula = words.IsAny(referent.First - 1, "pure the") ? referent.First - 2 : referent.First - 1;
        if (words.Is(referent.First - 1, "pure") && (referent.Sense is ReferentSense.Plain or ReferentSense.Person))
        {
            return new Analogy(words.IsCopula(copula) ? copula : referent.First - 1, referent.End, referent, "comparison");
        }

        if ((words.IsQuoteMark(referent.First - 1) || words.IsAny(referent.First - 1, ": — –")) && referent.Sense == ReferentSense.Plain && words.IsAny(referent.End, "with without minus plus for"))
        {
            return new Analogy(referent.First, referent.End, referent, "comparison");
        }

        if (referent.Sense is not (ReferentSense.Plain or ReferentSense.Person or ReferentSense.Place) || !words.IsCopula(copula))
        {
            return null;
        }

        var isClause = words.IsAny(copula - 1, "this that it he she") && (words.IsPunctuation(referent.End) || referent.End == words.End);
        var isByword = referent.Sense == ReferentSense.Plain
            && (words.IsAny(referent.End, ": with by of without minus plus") || IsTransposed(words, copula, referent.End));
        return (referent.Sense != ReferentSense.Place && isClause) || isByword || IsFeared(words, copula, referent) || IsVersion(words, referent)
            ? new Analogy(copula, referent.End, referent, "comparison")
            : null;
    }

    /// <summary>"Are Nazis", "were 'Nazi remnants'": people of today by the name of those, but not "his parents were Nazis".</summary>
    private Analogy? FindLabel(SentenceWords words, Referent referent)
    {
        var isQuoted = words.IsQuoteMark(referent.First - 1);
        var copula = isQuoted ? referent.First - 2 : referent.First - 1;
        return words.IsCopula(copula)
            && (isQuoted || words.IsAny(copula, "is are 's ’s 're ’re"))
            && (isQuoted || words.IsAny(copula - 1, "they you we these those"))
            && !loaded.HasPast(words, words.First, words.End)
                ? new Analogy(copula, words.NounsEnd(referent.End), referent, "epithet")
                : null;
    }

    /// <summary>"The squad is a GAL with better cars": an everyday name, as one of a kind in a bleak sentence.</summary>
    private Analogy? FindNamed(SentenceWords words, Referent referent) =>
        words.IsAny(referent.First - 1, "a an")
        && words.IsAny(referent.End, "for of in with without")
        && IsBleak(words)
        && !loaded.HasBright(words, words.First, words.End)
            ? new Analogy(referent.First - 1, referent.End, referent, "epithet")
            : null;

    /// <summary>"Is martial law by decree", but not "there is martial law on the border".</summary>
    private Analogy? FindAltered(SentenceWords words, Referent referent)
    {
        var copula = words.Is(referent.First - 1, "the") ? referent.First - 2 : referent.First - 1;
        return words.IsCopula(copula) && !words.Is(copula - 1, "there") && words.IsAny(referent.End, "with without minus plus by") && !loaded.HasPast(words, words.First, words.End)
            ? new Analogy(copula, referent.End, referent, "comparison")
            : null;
    }

    // "It is Lockerbie over our own fields", "was the Anglo Leasing affair poured into smaller cups", but not "it was Watergate that".
    private bool IsTransposed(SentenceWords words, int copula, int end)
    {
        var isTail = words.IsAny(end, "over above under behind across inside through beneath along into among")
            || (words.IsWord(end) && words.Facts.Tags[end] == PennTag.VBN && words.IsPreposition(end + 1))
            || (words.IsAny(copula - 1, "this that it") && words.IsPreposition(end));
        return isTail && !words.IsCapitalised(end + 1) && !words.IsAny(end, "that at since during until after before") && !loaded.HasPast(words, end, words.End);
    }

    // "The tunnel fire could have been Kaprun."
    private static bool IsFeared(SentenceWords words, int copula, Referent referent) =>
        words.Is(copula, "been")
        && words.IsAny(copula - 1, "have")
        && words.IsAny(copula - 2, "could might would")
        && (referent.End == words.End || words.IsPunctuation(referent.End));

    // "Was Saigon with smartphones", "is Smoot-Hawley on a phone", "are Somoza's Guard in rubber boots", but not "is Munich in February".
    private bool IsVersion(SentenceWords words, Referent referent)
    {
        var tail = TailOf(words, referent.End);
        var isAltered = words.IsAny(tail, "with without minus plus")
            || (referent.Sense == ReferentSense.Plain && words.IsAny(tail, "on in for"))
            || (tail > referent.End + 1 && words.IsAny(tail, "on in"));
        return isAltered
            && !words.IsCapitalised(tail + 1)
            && (words.IsAny(tail + 1, "a our better fewer more less no") || words.IsNoun(tail + 1) || (words.IsWord(tail + 1) && words.IsNoun(tail + 2)))
            && !words.IsAny(tail + 1, "the this that which whom whose his her their its")
            && !loaded.HasPast(words, referent.End, words.End);
    }

    // Just after "'s Guard"; a comma may stand before the tail.
    private static int TailOf(SentenceWords words, int end)
    {
        var tail = end;
        if (words.IsPossessive(end))
        {
            tail++;
            while (tail < end + 4 && words.IsWord(tail) && !words.IsPreposition(tail) && !words.IsVerb(tail))
            {
                tail++;
            }
        }

        return words.Is(tail, ",") && words.IsAny(tail + 1, "with without minus plus") ? tail + 1 : tail;
    }
}
