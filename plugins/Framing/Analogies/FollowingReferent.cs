using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Comparisons whose referent stands after the cue: "reminiscent of X", "another X", "called him X".</summary>
internal sealed class FollowingReferent(ReferentFinder finder, LoadedWords loaded)
{
    private const int StrongReach = 12;
    private const int LinkReach = 9;
    private const int NamingReach = 9;

    /// <summary>The analogy that a cue draws, or null.</summary>
    public Analogy? Find(SentenceWords words, FoundCue cue, List<Referent> referents)
    {
        if (StartOf(words, cue) is not { } start)
        {
            return null;
        }

        foreach (var referent in referents)
        {
            if (referent.First < start)
            {
                continue;
            }

            if (words.HasBarrier(start, referent.First))
            {
                return null;
            }

            if (!referent.IsNeutral && IsMeant(words, cue, start, referent) && !finder.IsMention(words, referent, isCompared: true) && !IsHistoryItself(words, cue, start, referent, referents))
            {
                return new Analogy(cue.First, referent.End, referent, KindOf(words, cue), cue.Cue.IsDrawnBySomebody);
            }
        }

        return null;
    }

    /// <summary>Index just after the cue and its link ("compared … to"); null where the link is missing.</summary>
    public static int? StartOf(SentenceWords words, FoundCue cue)
    {
        if (cue.Cue.Links.IsEmpty || cue.Cue.Pattern is CuePattern.Sight or CuePattern.Around)
        {
            return cue.End;
        }

        for (var i = cue.End; i < Math.Min(words.End, cue.End + LinkReach) && !words.IsBarrier(i); i++)
        {
            if (words.IsAny(i, cue.Cue.Links.AsSpan()))
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>True where a noun follows that the words before it only describe: "another Watergate figure".</summary>
    public bool OnlyDescribes(SentenceWords words, int end) => words.IsNoun(end) && loaded.EventAt(words, end) is null;

    private bool IsMeant(SentenceWords words, FoundCue cue, int start, Referent referent)
    {
        var gap = referent.First - start;
        return cue.Cue.Pattern switch
        {
            CuePattern.Strong => gap <= StrongReach && (IsBelievable(words, referent, gap) || IsLikenedTo(words, cue, referent, gap)) && !(cue.Cue.Kind == "recurrence" && words.IsPossessive(referent.End)),
            CuePattern.Echo => gap <= StrongReach && (IsBelievable(words, referent, gap) || (gap <= 1 && IsByword(words, referent))),
            CuePattern.Likeness or CuePattern.Weak => (gap <= 3 || (gap <= StrongReach && IsScene(words, start, referent.First))) && IsLiteralCompany(words, cue, referent),
            CuePattern.Memory => gap <= 4 && IsThing(words, cue.First - 1) && (IsName(referent) || referent.Sense is ReferentSense.Common or ReferentSense.Year || IsByword(words, referent)),
            CuePattern.Naming => gap <= NamingReach && IsComplement(words, cue, start, referent),
            CuePattern.Again => gap <= 2 && IsOneMore(words, start, referent),
            CuePattern.Successor => gap <= 1 && IsName(referent) && referent.Sense != ReferentSense.Group && IsOneMore(words, start, referent),
            CuePattern.Modern => gap <= 2 && referent.Sense is not (ReferentSense.Group or ReferentSense.Year or ReferentSense.Country) && (referent.Sense == ReferentSense.Epithet || !OnlyDescribes(words, referent.End)),
            CuePattern.Of => gap <= 4 && (referent.Sense is not (ReferentSense.Name or ReferentSense.Country) || (referent.Sense == ReferentSense.Country && words.IsAny(referent.First - 1, "a an"))) && !OnlyDescribes(words, referent.End),
            CuePattern.Thought => (gap == 0 || (gap == 1 && words.Is(start, "the"))) && (referent.Sense is ReferentSense.Plain or ReferentSense.Year || (referent.Sense == ReferentSense.Person && words.Is(cue.End - 1, ":"))) && !OnlyDescribes(words, referent.End),
            CuePattern.Revive => gap <= 5 && !HasPreposition(words, start, referent.First, except: "of") && IsRevived(words, referent),
            CuePattern.Sight => gap <= 1 && IsSeenIn(words, cue, referent),
            CuePattern.Around when words.Is(cue.First, "what") => gap == 0 && words.IsAny(referent.End, cue.Cue.Links.AsSpan()) && words.IsAny(referent.End + 1, "to for"),
            CuePattern.Around when words.Is(cue.First, "as") && IsMatched(words, cue, referent, gap) => true,
            CuePattern.Around => gap <= 2 && (IsName(referent) || referent.Sense == ReferentSense.Name) && words.IsAny(referent.End, cue.Cue.Links.AsSpan()),
            CuePattern.Unmatched => gap <= 2 && IsName(referent) && IsUnmatched(words, cue.First),
            CuePattern.Since => gap <= 6 && (referent.Sense is ReferentSense.Plain or ReferentSense.Person or ReferentSense.Group or ReferentSense.Place),
            _ => false,
        };
    }

    private bool IsBelievable(SentenceWords words, Referent referent, int gap) => referent.Sense switch
    {
        ReferentSense.Common => gap <= 3,
        ReferentSense.Country => false,
        ReferentSense.Year when gap is 3 or 4 && words.IsAny(referent.First - 1, "from of") => !loaded.HasBright(words, words.First, words.End),
        ReferentSense.Place or ReferentSense.Name or ReferentSense.Year => gap <= 3 && HasEvidence(words, referent),
        _ => true,
    };

    // "Likened to the court of the Borgias": an everyday name too, where somebody says that it is compared.
    private bool IsLikenedTo(SentenceWords words, FoundCue cue, Referent referent, int gap) =>
        referent.Sense == ReferentSense.Name && cue.Cue.IsDrawnBySomebody && gap <= 4 && !loaded.HasBright(words, words.First, words.End);

    // "Shades of Munich" and "a whiff of 1933", but not "echoes of Vietnam's cooking".
    private bool IsByword(SentenceWords words, Referent referent) =>
        referent.Sense is ReferentSense.Place or ReferentSense.Year
        && !words.IsPossessive(referent.End)
        && !OnlyDescribes(words, referent.End)
        && !loaded.HasBright(words, words.First, words.End);

    /// <summary>True for "they had not seen such a collapse since X", but not "nobody has lived there since X".</summary>
    public static bool IsUnmatched(SentenceWords words, int since)
    {
        var isMeasured = false;
        for (var i = since - 1; i >= Math.Max(words.First, since - LinkReach) && !words.IsBarrier(i); i--)
        {
            isMeasured |= words.IsAny(i, "such so like this comparable worse similar equal");
            if (isMeasured && words.IsAny(i, "not n't n’t no never nothing nobody rarely hardly"))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasEvidence(SentenceWords words, Referent referent) =>
        (loaded.HasHarm(words, words.First, referent.First) || loaded.HasHarm(words, referent.End, words.End) || loaded.Bleakness(words, words.First, words.End) is not null)
        && !loaded.HasBright(words, words.First, words.End);

    // "Disasters like Chernobyl" gives an example, and "Stalin, like Hitler," compares history with history.
    private static bool IsLiteralCompany(SentenceWords words, FoundCue cue, Referent referent) =>
        referent.Sense is ReferentSense.Plain or ReferentSense.Person or ReferentSense.Group or ReferentSense.Common
        && !(words.Is(cue.First, "like") && words.IsPluralNoun(cue.First - 1))
        && !words.IsAny(cue.First - 1, "would 'd");

    // "Stalin, like Hitler,", "the report compares Chernobyl with Fukushima", "Like Chernobyl, Fukushima was": history on both sides.
    private static bool IsHistoryItself(SentenceWords words, FoundCue cue, int start, Referent referent, List<Referent> referents)
    {
        var before = words.Is(cue.First - 1, ",") ? cue.First - 1 : cue.First;
        foreach (var other in referents)
        {
            var isBeside = other.End == before
                || (other.First >= cue.End && other.End < start)
                || (cue.First == words.First && words.Is(referent.End, ",") && other.First == referent.End + 1)
                || (other.End == before - 1 && words.IsCopula(before - 1) && cue.Cue.Pattern == CuePattern.Weak);
            if (isBeside && other != referent && !other.IsNeutral && (other.Sense is ReferentSense.Plain or ReferentSense.Person))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsThing(SentenceWords words, int index)
    {
        var noun = words.IsAny(index, "would may might must will not") ? index - 1 : index;
        return (words.IsNoun(noun) && !finder.Remembers(words, noun)) || words.IsAny(noun, "that which");
    }

    // "Is appeasing the strongman as Chamberlain appeased his", but not "the boy fled as Hitler invaded".
    private static bool IsMatched(SentenceWords words, FoundCue cue, Referent referent, int gap)
    {
        var isPresent = false;
        for (var i = words.First; i < cue.First; i++)
        {
            isPresent |= words.IsAny(i, "is are");
        }

        return isPresent && gap == 0 && referent.Sense is ReferentSense.Person or ReferentSense.Plain && words.IsWord(referent.End) && !words.IsCopula(referent.End) && words.Facts.Tags[referent.End] == PennTag.VBD;
    }

    private bool IsRevived(SentenceWords words, Referent referent) => referent.Sense switch
    {
        ReferentSense.Plain or ReferentSense.Group or ReferentSense.Epithet or ReferentSense.Common => true,
        ReferentSense.Place => HasEvidence(words, referent),
        ReferentSense.Year => !words.IsNoun(referent.End) && !loaded.HasBright(words, words.First, words.End),
        _ => false,
    };

    // "Called Hitler a monster" speaks of Hitler; "called him Hitler" and "was called a Hitler" liken somebody to him.
    private bool IsComplement(SentenceWords words, FoundCue cue, int start, Referent referent)
    {
        var isPassive = words.IsAny(cue.First - 1, "been was were is are being be");
        var objectStart = words.IsDeterminer(start) ? start + 1 : start;
        var hasObject = objectStart < referent.First && (words.IsAny(referent.First - 1, "a an") || !HasPreposition(words, start, referent.First));
        var isRelative = words.IsAny(cue.First - 2, "whom which") || words.IsAny(cue.First - 3, "whom which");
        return (isPassive || hasObject || isRelative)
            && (IsName(referent) || (referent.Sense == ReferentSense.Place && words.IsPossessive(referent.First - 1)))
            && !loaded.HasBright(words, words.First, cue.First)
            && !words.IsDeterminer(referent.End)
            && (referent.Sense == ReferentSense.Epithet || !words.IsNoun(referent.End) || (isPassive && referent.Sense == ReferentSense.Plain) || (hasObject && referent.Sense == ReferentSense.Person && words.IsAny(referent.First - 1, "a an")))
            && (!words.IsPossessive(referent.End) || ((hasObject || (isPassive && referent.Sense == ReferentSense.Plain)) && !loaded.HasPast(words, words.First, words.End)));
    }

    private bool IsOneMore(SentenceWords words, int start, Referent referent)
    {
        return !HasPreposition(words, start, referent.First) && referent.Sense switch
        {
            ReferentSense.Common or ReferentSense.Group => false,
            ReferentSense.Country => start == referent.First && !words.Is(start - 1, "new") && !words.IsPossessive(referent.End) && (!words.IsWord(referent.End) || words.IsPreposition(referent.End)),
            ReferentSense.Name => HasEvidence(words, referent) || loaded.HasAverting(words, words.First, referent.First),
            _ => !OnlyDescribes(words, referent.End),
        };
    }

    // "Like the owners who locked the doors on the weavers of Baldia", "like living under Stalin", "like those made after the Sewol".
    private static bool IsScene(SentenceWords words, int from, int to)
    {
        if (words.IsGerund(from) || words.IsAny(from, "those what"))
        {
            return true;
        }

        for (var i = from + 1; i < to; i++)
        {
            if (words.IsAny(i, "who that which"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPreposition(SentenceWords words, int from, int to, string except = "")
    {
        for (var i = from; i < to; i++)
        {
            if (words.IsPreposition(i) && !words.IsAny(i, except))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeenIn(SentenceWords words, FoundCue cue, Referent referent) =>
        words.IsAny(referent.End, cue.Cue.Links.AsSpan()) && words.IsDeterminer(referent.End + 1);

    private static bool IsName(Referent referent) =>
        referent.Sense is ReferentSense.Plain or ReferentSense.Person or ReferentSense.Group or ReferentSense.Epithet;

    // "This is not another Vietnam" draws the comparison in order to reject it.
    private static string KindOf(SentenceWords words, FoundCue cue)
    {
        for (var i = cue.First - 1; i >= cue.First - 2; i--)
        {
            if (words.IsAny(i, "not n't n’t hardly"))
            {
                return "contrast";
            }
        }

        return cue.Cue.Kind;
    }
}
