using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Tells what the text has an account do.</summary>
internal static class AccountRoles
{
    private const int Reach = 7;

    /// <summary>The fact for a phrase.</summary>
    public static Account ToAccount(ArticleFacts facts, Sentence sentence, AccountWords words, Phrase phrase)
    {
        var tokens = facts.Tokens;
        var start = phrase.Start ?? tokens[phrase.First].Start;
        var isBareHandle = phrase.HandleEnd is not null && phrase.End - 1 >= phrase.First && tokens[phrase.End - 1].End >= phrase.HandleEnd;
        var end = isBareHandle ? phrase.HandleEnd!.Value : tokens[phrase.End - 1].End;
        return new Account(new TextSpan(start, end), phrase.Handle, phrase.Platform ?? PlatformOf(facts, sentence, phrase), RoleOf(facts, sentence, words, phrase), sentence);
    }

    private static AccountRole RoleOf(ArticleFacts facts, Sentence sentence, AccountWords words, Phrase phrase)
    {
        if (sentence.Block.Kind == BlockKind.Embed || sentence.Block.Within.HasFlag(BlockContainers.Embed) || phrase.IsCredit)
        {
            return AccountRole.Embedded;
        }

        var nearest = NearestVerb(facts, sentence, words, phrase);
        return nearest switch
        {
            "echoing" => AccountRole.Echoing,
            "posting" or "saying" => AccountRole.Posting,
            _ => phrase.Noun is null && phrase.Handle is null ? AccountRole.Posting : AccountRole.Mentioned,
        };
    }

    // The verb that follows ("a user claimed"), else the one that leads to it ("posted by a user").
    private static string? NearestVerb(ArticleFacts facts, Sentence sentence, AccountWords words, Phrase phrase)
    {
        for (var i = phrase.End; i < sentence.EndToken && i < phrase.End + Reach; i++)
        {
            if (words.VerbAt(facts, i, sentence.EndToken) is { } verb)
            {
                return verb.Role == "echoing" && phrase.IsPosting && IsPassive(facts, i, phrase.End) ? "posting" : verb.Role;
            }
        }

        for (var i = phrase.First - 1; i >= sentence.FirstToken && i >= phrase.First - Reach; i--)
        {
            if (words.VerbAt(facts, i, phrase.First) is { } verb)
            {
                return verb.Role;
            }
        }

        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (words.VerbAt(facts, i, phrase.End) is { Role: not "saying" } verb)
            {
                return verb.Role;
            }
        }

        return null;
    }

    // "The tweet has been shared 38,000 times": others echo what is posted.
    private static bool IsPassive(ArticleFacts facts, int verb, int from)
    {
        for (var i = verb - 1; i >= from && i >= verb - 3; i--)
        {
            if (facts.Article.AsSpan(facts.Tokens[i].Span) is "was" or "were" or "been" or "is" or "being")
            {
                return true;
            }
        }

        return false;
    }

    // "tweeted @name", "@name, on X": the only platform of the sentence is the handle's.
    private static string? PlatformOf(ArticleFacts facts, Sentence sentence, Phrase phrase)
    {
        if (phrase.Handle is null)
        {
            return null;
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = facts.Article.AsSpan(facts.Tokens[i].Span);
            if (word.StartsWith("tweet", StringComparison.OrdinalIgnoreCase) || word.StartsWith("retweet", StringComparison.OrdinalIgnoreCase))
            {
                return "Twitter";
            }
        }

        return null;
    }
}
