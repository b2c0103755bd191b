using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>Tells whose an account is, by the words of its mention and beside it: somebody's own, or nobody knows.</summary>
internal sealed class AccountHolders(ArticleFacts facts, OriginWords words)
{
    private readonly Reading _reading = new(facts);

    /// <summary>True for who posts, false for what is posted.</summary>
    public bool IsHolder(Account account) => NounOf(account) is { } noun ? noun["class"] != "post" : account.Handle is not null;

    /// <summary>True where the account mention itself says that somebody speaks for himself: "her own page", "the official account".</summary>
    public bool IsOwn(Account account)
    {
        var (first, end) = Tokens(account);
        if (_reading.FirstMatch(words.Own, Math.Max(account.Sentence.FirstToken, first - 2), end) is not null)
        {
            return true;
        }

        // "posted on his Facebook page", "his initial tweet"; "Clinton's Twitter account", but not "the village's WhatsApp group".
        if (NounOf(first, end) is not { } noun || noun["class"] == "user" || noun["place"] is "group" or "members")
        {
            return false;
        }

        if (noun["class"] == "post")
        {
            return _reading.IsAny(first, "his her its my our");
        }

        for (var i = first; i < end; i++)
        {
            if (_reading.IsAny(i, "his her their its 's ’s my our"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the handle of somebody whom the article names in full: he posts for himself.</summary>
    public bool IsNamedInFull(Account account)
    {
        if (account.Handle is not { } handle)
        {
            return false;
        }

        var tokens = facts.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Length > 2
                && tokens[i + 1].Length > 2
                && _reading.IsCapitalised(i)
                && _reading.IsCapitalised(i + 1)
                && handle.AsSpan().IndexOf(_reading[i], StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && handle.AsSpan(at + tokens[i].Length).StartsWith(_reading[i + 1], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where nobody knows, or everybody doubts, who runs the account.</summary>
    public bool IsUnproven(Account account)
    {
        var (first, end) = Tokens(account);
        return _reading.FirstMatch(words.Unproven, Math.Max(account.Sentence.FirstToken, first - 5), Math.Min(account.Sentence.EndToken, end + 10)) is not null;
    }

    /// <summary>Class and number of the noun in an account mention; null for a bare handle or platform.</summary>
    public LexiconEntry? NounOf(Account account)
    {
        var (first, end) = Tokens(account);
        return NounOf(first, end);
    }

    /// <summary>As the other one, for the tokens of a mention.</summary>
    public LexiconEntry? NounOf(int first, int end)
    {
        LexiconEntry? found = null;
        for (var i = first; i < end; i++)
        {
            if (words.Nouns.MatchAt(facts, i, end) is { } noun && (found is null || found["class"] == "post" || noun.Entry["class"] != "post"))
            {
                found = noun.Entry;
            }
        }

        return found;
    }

    /// <summary>The tokens of an account mention.</summary>
    public (int First, int End) Tokens(Account account) => (facts.FindToken(account.Span.Start), facts.FindToken(account.Span.End - 1) + 1);
}
