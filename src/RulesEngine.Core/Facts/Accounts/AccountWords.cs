using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>What the words of an article say about accounts: platforms, nouns, verbs.</summary>
internal sealed class AccountWords(ILexicons lexicons)
{
    private const int ReachToAgent = 4;
    private const int ReachToArticle = 4;

    private readonly PhraseMatcher _platforms = PhraseMatcher.Create(lexicons["platforms"]);
    private readonly PhraseMatcher _nouns = PhraseMatcher.Create(lexicons["account-nouns"]);
    private readonly PhraseMatcher _verbs = PhraseMatcher.Create(lexicons["account-verbs"]);
    private readonly Dictionary<string, int> _limits = ReadLimits(lexicons["platforms"]);

    /// <summary>The platform or noun that starts at a token, or null.</summary>
    public AccountWord? WordAt(ArticleFacts facts, int token, int end)
    {
        var found = _nouns.MatchAt(facts, token, end);
        if (_platforms.MatchAt(facts, token, end) is { } platform && HasItsCapital(facts, platform))
        {
            return found?.Entry["agent"] == "article" && IsBehindArticle(facts, token, end)
                ? Make(AccountWordKind.Noun, found.Value)
                : Make(AccountWordKind.Platform, platform);
        }

        return found is { } noun && Counts(facts, noun, end) ? Make(AccountWordKind.Noun, noun) : null;
    }

    private static bool Counts(ArticleFacts facts, PhraseMatch noun, int end) => noun.Entry["agent"] switch
    {
        "yes" => HasAgent(facts, noun.FirstToken + noun.TokenCount, end),
        "article" => false,
        _ => true,
    };

    // "a TikTok by a fan", "on a personal Tumblr", not "a TikTok user": the platform stands for what is posted there.
    private static bool IsBehindArticle(ArticleFacts facts, int token, int end)
    {
        if (token + 1 < end && facts.Tags[token + 1] is PennTag.NN or PennTag.NNS or PennTag.NNP)
        {
            return false;
        }

        var i = token - 1;
        while (i >= 0 && i >= token - ReachToArticle && facts.Tags[i] is PennTag.JJ or PennTag.VBN or PennTag.HYPH or PennTag.RB)
        {
            i--;
        }

        return i >= 0 && facts.Article.AsSpan(facts.Tokens[i].Span) is "a" or "A" or "an" or "An";
    }

    // "tweeted on Tuesday by a man".
    private static bool HasAgent(ArticleFacts facts, int after, int end)
    {
        for (var i = after; i < end && i < after + ReachToAgent && facts.Tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (Smallwords.Equal(facts.Article.AsSpan(facts.Tokens[i].Span), "by"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a verb that starts at a token has an account do, or null.</summary>
    public AccountVerb? VerbAt(ArticleFacts facts, int token, int end) =>
        _verbs.MatchAt(facts, token, end) is { } verb
            ? new AccountVerb(verb.FirstToken, verb.FirstToken + verb.TokenCount, verb.Entry["role"])
            : null;

    /// <summary>True where the handle is not longer than its platform allows.</summary>
    public bool Fits(string handle, string? platform) =>
        platform is null || !_limits.TryGetValue(platform, out var limit) || handle.Length <= limit;

    private static Dictionary<string, int> ReadLimits(Lexicon platforms)
    {
        var limits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in platforms.Entries)
        {
            if (int.TryParse(entry["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            {
                limits[entry["platform"]] = limit;
            }
        }

        return limits;
    }

    private static AccountWord Make(AccountWordKind kind, PhraseMatch match) =>
        new(kind, match.FirstToken, match.FirstToken + match.TokenCount, match.Entry);

    private static bool HasItsCapital(ArticleFacts facts, PhraseMatch match) =>
        match.Entry["case"] != "exact"
        || (facts.Article.AsSpan(match.Span).SequenceEqual(match.Entry.Term) && !FollowsName(facts, match.FirstToken));

    // "Malcolm X", "Generation X".
    private static bool FollowsName(ArticleFacts facts, int token)
    {
        var tokens = facts.Tokens;
        return token > 0
            && facts.Article.Text is var text
            && tokens[token].Start - tokens[token - 1].End == 1
            && char.IsUpper(text[tokens[token - 1].Start])
            && tokens[token - 1].Length > 2
            && facts.SentenceAt(tokens[token].Start) is { } sentence
            && token - 1 > sentence.FirstToken;
    }
}

/// <summary>What a word is to an account.</summary>
internal enum AccountWordKind
{
    /// <summary>A place where anybody can post.</summary>
    Platform,

    /// <summary>Who posts, or what is posted.</summary>
    Noun,

    /// <summary>An @handle.</summary>
    Handle,
}

/// <summary>A word of an account phrase; <paramref name="End"/> is exclusive. A handle has no line in a lexicon.</summary>
internal sealed record AccountWord(AccountWordKind Kind, int First, int End, LexiconEntry? Entry)
{
    public bool IsNoun => Kind == AccountWordKind.Noun;

    /// <summary>True for what somebody may post in: a forum, a group, a page.</summary>
    public bool IsPlace => IsNoun && Entry!["place"] is "post" or "group" or "named" or "members";

    public bool IsPlatform => Kind == AccountWordKind.Platform;

    public string? Platform => Entry?["platform"] is { Length: > 0 } platform ? platform : null;
}

/// <summary>A verb of an account phrase: posting, saying or echoing; <paramref name="End"/> is exclusive.</summary>
internal readonly record struct AccountVerb(int First, int End, string Role);
