using System.Collections.Immutable;
using RulesEngine.Plugins.Sourcing.Denials;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>Finds the single account that the claim of an article rests on.</summary>
internal sealed class OriginFinder(ILexicons lexicons)
{
    // An account that claims needs one sign beside it that the claim is not established; a post without one needs them all.
    private const int EnoughOfAccount = 3;
    private const int EnoughOfPost = 5;

    private readonly OriginWords _words = OriginWords.For(lexicons);
    private readonly DenialWords _denialWords = DenialFinder.For(lexicons).Words;

    /// <summary>Null where the article names no account as origin, names several that do not depend on each other, or backs the claim.</summary>
    public Origin? Find(ArticleFacts facts)
    {
        var statement = new OriginStatement(facts, _words);
        Account? best = null;
        var bestWeight = 0;
        var rumours = CountRumourWords(facts);
        foreach (var account in facts.Accounts)
        {
            if (account.Role == AccountRole.Embedded)
            {
                continue;
            }

            var weight = Weigh(facts, statement, account, rumours);
            if (weight >= (statement.IsHolder(account) || statement.Weigh(account) == OriginStatement.Stated ? EnoughOfAccount : EnoughOfPost) && weight > bestWeight)
            {
                best = account;
                bestWeight = weight;
            }
        }

        if (best is null || HasSeveral(facts, statement, best) || IsCorroborated(facts))
        {
            return null;
        }

        var echoes = facts.Accounts.Where(account => account.Role == AccountRole.Echoing && account != best && !IsSame(account, best)).ToImmutableArray();
        var first = facts.Accounts.FirstOrDefault(account => account != best && account.Role != AccountRole.Embedded && IsSame(account, best) && account.Span.Start < best.Span.Start);
        return new Origin(best, best.Handle is { } handle ? handle : facts.Article.GetText(best.Span), first, echoes);
    }

    private static int Weigh(ArticleFacts facts, OriginStatement statement, Account account, int rumours)
    {
        var weight = statement.Weigh(account);
        if (weight == 0 || account.Role == AccountRole.Echoing && weight < OriginStatement.Claimed)
        {
            return 0;
        }

        var isUnproven = statement.IsUnproven(account);
        if (!isUnproven && (statement.IsOwn(account) || statement.IsNamedInFull(account)))
        {
            return 0;
        }

        weight += isUnproven ? 1 : 0;
        weight += statement.IsRumour(account.Sentence) ? 1 : 0;
        weight += rumours >= 3 ? 1 : 0;
        weight += IsProminent(facts, account) ? 1 : 0;
        return weight;
    }

    // In the headline, or in the first quarter of the sentences.
    private static bool IsProminent(ArticleFacts facts, Account account) => account.Sentence.Index <= Math.Max(3, facts.Sentences.Length / 4);

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
    private bool HasSeveral(ArticleFacts facts, OriginStatement statement, Account best)
    {
        var plainness = statement.Weigh(best);
        if (TellsOfSeveral(facts))
        {
            return true;
        }

        foreach (var account in facts.Accounts)
        {
            if (account.Role == AccountRole.Posting
                && account.Handle is not null
                && account != best
                && !IsSame(account, best)
                && !(best.Handle is null && best.Platform == account.Platform)
                && account.Sentence.Index != best.Sentence.Index
                && !statement.IsOwn(account)
                && statement.Weigh(account) is var other and >= OriginStatement.Claimed
                && other >= plainness)
            {
                return true;
            }
        }

        return false;
    }

    private bool TellsOfSeveral(ArticleFacts facts)
    {
        var reading = new Reading(facts);
        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block.IsArticleText && reading.FirstMatch(_words.Several, sentence.FirstToken, sentence.EndToken) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(Account one, Account other) =>
        one.Handle is not null && string.Equals(one.Handle, other.Handle, StringComparison.OrdinalIgnoreCase);

    // Somebody with a name or an office, not on social media, supports the claim; a denial or a debunking is no support.
    private bool IsCorroborated(ArticleFacts facts)
    {
        var reading = new Reading(facts);
        var speakers = new Denials.Speakers(facts, _denialWords, new Officials(facts, _denialWords));
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText
                || sentence.Block.Kind == BlockKind.Embed
                || reading.FirstMatch(_words.Corroboration, sentence.FirstToken, sentence.EndToken) is not { } cue
                || reading.FirstMatch(_denialWords.Idioms, sentence.FirstToken, sentence.EndToken) is not null
                || IsDoubted(reading, sentence, cue))
            {
                continue;
            }

            if (speakers.SubjectOf(sentence, cue.FirstToken) is { IsOfficial: true })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDoubted(Reading reading, Sentence sentence, PhraseMatch cue)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (reading.IsAny(i, "not", "n't", "never", "no", "nor", "neither", "cannot", "fake", "hoax", "if", "until", "nobody", "none", "alive", "unconfirmed", "yet", "denied"))
            {
                return true;
            }
        }

        return cue.FirstToken > sentence.FirstToken && reading.IsAny(cue.FirstToken - 1, "to", "be");
    }
}
