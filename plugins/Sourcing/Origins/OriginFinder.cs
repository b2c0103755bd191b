using System.Collections.Immutable;
using RulesEngine.Plugins.Sourcing.Denials;
using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>Finds the single account that the claim of an article rests on.</summary>
internal sealed class OriginFinder(ILexicons lexicons)
{
    // Signs, beside what the weight of a statement says: an account that claims needs one that its claim is not established, a post
    // without a poster two, and what is merely shown nearly all of them.
    private const int EnoughOfAccount = 3;
    private const int EnoughOfPost = 4;
    private const int EnoughOfShown = 5;
    private const int ManyRumourWords = 3;

    // In tokens, to the verb of several accounts and to what a post led to.
    private const int ReachToEcho = 5;

    private readonly OriginWords _words = OriginWords.For(lexicons);
    private readonly DenialFinder _denials = DenialFinder.For(lexicons);
    private readonly DenialWords _denialWords = DenialFinder.For(lexicons).Words;

    /// <summary>Null where the article names no account as origin, names several that do not depend on each other, or backs the claim.</summary>
    public Origin? Find(ArticleFacts facts)
    {
        var officials = new Officials(facts, _denialWords.Voices);
        var holders = new AccountHolders(facts, _words);
        var statement = new OriginStatement(facts, _words, holders, new Posters(facts, _words, officials));
        Account? best = null;
        var bestWeight = 0;
        var signs = CountSigns(facts);
        foreach (var account in facts.Accounts)
        {
            if (account.Role == AccountRole.Embedded)
            {
                continue;
            }

            var weight = Weigh(facts, statement, holders, account, signs);
            if (weight >= Enough(statement, holders, account) && weight > bestWeight)
            {
                best = account;
                bestWeight = weight;
            }
        }

        if (best is null || HasSeveral(facts, statement, holders, best) || IsCorroborated(facts, officials))
        {
            return null;
        }

        var echoes = facts.Accounts.Where(account => account.Role == AccountRole.Echoing && account != best && !IsSame(account, best)).ToImmutableArray();
        var first = facts.Accounts.FirstOrDefault(account => account != best && account.Role != AccountRole.Embedded && IsSame(account, best) && account.Span.Start < best.Span.Start);
        return new Origin(best, best.Handle is { } handle ? handle : facts.Article.GetText(best.Span), first, echoes);
    }

    private static int Enough(OriginStatement statement, AccountHolders holders, Account account) => statement.Weigh(account) switch
    {
        OriginStatement.Stated => EnoughOfAccount,
        OriginStatement.Claimed => holders.IsHolder(account) || statement.HasPoster(account) ? EnoughOfAccount : EnoughOfPost,
        _ => holders.IsHolder(account) && holders.IsUnproven(account) ? EnoughOfPost : EnoughOfShown,
    };

    private static int Weigh(ArticleFacts facts, OriginStatement statement, AccountHolders holders, Account account, int signs)
    {
        var weight = statement.Weigh(account);
        if (weight == 0 || account.Role == AccountRole.Echoing && weight < OriginStatement.Claimed)
        {
            return 0;
        }

        var isUnproven = holders.IsUnproven(account);
        if (!isUnproven && !statement.IsStrangersOwn(account) && (holders.IsOwn(account) || holders.IsNamedInFull(account)))
        {
            return 0;
        }

        // What the article comes to late is a reaction or an aside.
        var isProminent = IsProminent(facts, account);
        if (account.Sentence.Index > Math.Max(5, facts.Sentences.Length / 3) && !isUnproven && weight < OriginStatement.Stated && holders.NounOf(account)?["posts"] != "yes")
        {
            return 0;
        }

        weight += isUnproven ? 1 : 0;
        weight += statement.IsRumour(account.Sentence) ? 1 : 0;
        weight += signs;
        weight += isProminent ? 1 : 0;
        return weight;
    }

    // In the headline, or in the first quarter of the sentences.
    private static bool IsProminent(ArticleFacts facts, Account account) => account.Sentence.Index <= Math.Max(3, facts.Sentences.Length / 4);

    // Rumour words, a denial, a post that spread, and nobody who would confirm it: one each.
    private int CountSigns(ArticleFacts facts)
    {
        var spread = 0;
        var silent = 0;
        foreach (var sentence in facts.Sentences)
        {
            for (var i = sentence.FirstToken; sentence.Block.IsArticleText && i < sentence.EndToken; i++)
            {
                if (_words.Signs.MatchAt(facts, i, sentence.EndToken) is { } sign)
                {
                    spread = sign.Entry["sign"] == "spread" || (sign.Entry["sign"] == "counted" && i > sentence.FirstToken && facts.Tags[i - 1] == PennTag.CD) ? 1 : spread;
                    silent = sign.Entry["sign"] == "silent" ? 1 : silent;
                }
            }
        }

        return spread + silent + (CountRumourWords(facts) >= ManyRumourWords ? 1 : 0) + (_denials.Find(facts).IsEmpty ? 0 : 1);
    }

    private int CountRumourWords(ArticleFacts facts)
    {
        var count = 0;
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText)
            {
                continue;
            }

            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_words.Rumours.MatchAt(facts, i, sentence.EndToken) is not null)
                {
                    count++;
                }
            }
        }

        return count;
    }

    // Two accounts that both bring the claim up, neither repeating the other.
    private bool HasSeveral(ArticleFacts facts, OriginStatement statement, AccountHolders holders, Account best)
    {
        var plainness = statement.Weigh(best);
        if (TellsOfSeveral(facts) || IsOneOfMany(facts, best))
        {
            return true;
        }

        foreach (var account in facts.Accounts)
        {
            if (account.Role == AccountRole.Posting && statement.IsManyClaiming(account))
            {
                return true;
            }

            if (account.Role == AccountRole.Posting
                && account.Handle is not null
                && account != best
                && !IsSame(account, best)
                && !(best.Handle is null && (account.Platform is null || best.Platform == account.Platform))
                && account.Sentence.Index != best.Sentence.Index
                && !holders.IsOwn(account)
                && statement.Weigh(account) is var other and >= OriginStatement.Claimed
                && other >= plainness)
            {
                return true;
            }
        }

        return false;
    }

    // "on the blog Dawn and other militant websites".
    private bool IsOneOfMany(ArticleFacts facts, Account best)
    {
        var reading = new Reading(facts);
        var end = best.Sentence.EndToken;
        for (var i = facts.FindToken(best.Span.End - 1) + 1; i + 2 < end && i <= facts.FindToken(best.Span.End - 1) + 4; i++)
        {
            if (reading.Is(i, "and") && reading.IsAny(i + 1, "other others several"))
            {
                return reading.FirstMatch(_words.Many, i + 1, Math.Min(end, i + 6)) is not null;
            }
        }

        return false;
    }

    private bool TellsOfSeveral(ArticleFacts facts)
    {
        var reading = new Reading(facts);
        foreach (var sentence in facts.Sentences)
        {
            for (var i = sentence.FirstToken; sentence.Block.IsArticleText && i < sentence.EndToken; i++)
            {
                // Not "a 30-second clip".
                if (_words.Several.MatchAt(facts, i, sentence.EndToken) is { } several
                    && several.Entry["after"].Length == 0
                    && !(i > sentence.FirstToken && reading.Is(i - 1, "-"))
                    && !AreEchoes(facts, sentence, several))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "several accounts have since reposted it".
    private bool AreEchoes(ArticleFacts facts, Sentence sentence, PhraseMatch several)
    {
        var after = several.FirstToken + several.TokenCount;
        for (var i = after; i < sentence.EndToken && i < after + ReachToEcho; i++)
        {
            if (_words.Verbs.MatchAt(facts, i, sentence.EndToken) is { } verb)
            {
                return verb.Entry["role"] == "echoing";
            }
        }

        return false;
    }

    private static bool IsSame(Account one, Account other) =>
        one.Handle is not null && string.Equals(one.Handle, other.Handle, StringComparison.OrdinalIgnoreCase);

    // Somebody with a name or an office, not on social media, supports the claim; a denial or a debunking is no support.
    private bool IsCorroborated(ArticleFacts facts, Officials officials)
    {
        var reading = new Reading(facts);
        var speakers = new Speakers(facts, _denialWords.Voices, officials);
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText
                || sentence.Block.Kind == BlockKind.Embed
                || reading.FirstMatch(_words.Corroboration, sentence.FirstToken, sentence.EndToken) is null
                || reading.FirstMatch(_denialWords.Idioms, sentence.FirstToken, sentence.EndToken) is not null)
            {
                continue;
            }

            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_words.Corroboration.MatchAt(facts, i, sentence.EndToken) is { } cue
                    && !IsDoubted(reading, sentence, cue)
                    && (cue.Entry["witness"] == "led" ? LedOffice(facts, reading, sentence, cue) : Supports(speakers.SubjectOf(sentence, i), cue) || Supports(speakers.SpeakerOf(sentence, i), cue)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "leads police to the missing plane", not "led police to deny it".
    private bool LedOffice(ArticleFacts facts, Reading reading, Sentence sentence, PhraseMatch cue)
    {
        var after = cue.FirstToken + cue.TokenCount;
        for (var i = after; i + 1 < sentence.EndToken && i <= after + ReachToEcho; i++)
        {
            if (reading.Is(i, "to"))
            {
                return facts.Tags[i + 1] != PennTag.VB && reading.FirstMatch(_denialWords.Voices.Bodies, after, i) is not null;
            }
        }

        return false;
    }

    private static bool Supports(Voice? voice, PhraseMatch cue) => voice is not null && (voice.IsOfficial || cue.Entry["witness"] == "yes");

    private static bool IsDoubted(Reading reading, Sentence sentence, PhraseMatch cue)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (reading.IsAny(i, "not n't never no nothing nor neither cannot fake hoax if until nobody none alive unconfirmed yet denied"))
            {
                return true;
            }
        }

        var after = cue.FirstToken + cue.TokenCount;
        return (cue.FirstToken > sentence.FirstToken && reading.IsAny(cue.FirstToken - 1, "to be")) || (after < sentence.EndToken && reading.Is(after, "?"));
    }
}
