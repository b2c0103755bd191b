using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>What joins the parts of an account phrase: prepositions, verbs of posting, commas.</summary>
internal sealed class PhraseEdges(ArticleFacts facts, Sentence sentence, AccountWords words)
{
    private const int ReachToVerb = 6;

    /// <summary>True where at most <paramref name="most"/> plain words stand between two tokens.</summary>
    public bool AreAdjacent(int end, int first, int most)
    {
        if (first < end || first - end > most)
        {
            return false;
        }

        for (var i = end; i < first; i++)
        {
            if (facts.Tokens[i].Kind != TokenKind.Word || Smallwords.Has(Word(i)) || words.VerbAt(facts, i, first) is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where only "on", "to" … and an article stand between.</summary>
    public bool IsOn(int end, int first)
    {
        var at = end;
        if (at < first && Smallwords.IsPlacePreposition(Word(at)))
        {
            at++;
            if (at < first && Smallwords.IsDeterminer(Word(at)))
            {
                at++;
            }

            return at == first;
        }

        return false;
    }

    /// <summary>True where the platform is the place of the noun: "a user on X", "a video posted to YouTube", "a user of Telegram".</summary>
    public bool IsPlaceOf(AccountWord noun, AccountWord platform)
    {
        var preposition = platform.First - 1;
        if (preposition > noun.First && Smallwords.IsDeterminer(Word(preposition)))
        {
            preposition--;
        }

        if (preposition < noun.End || !Smallwords.IsPlacePreposition(Word(preposition)))
        {
            return false;
        }

        if (preposition == noun.End)
        {
            return true;
        }

        // Between them only the posting itself: "posted", "that was uploaded on Tuesday".
        for (var i = noun.End; i < preposition; i++)
        {
            if (words.VerbAt(facts, i, preposition) is { Role: "posting" or "echoing" })
            {
                return true;
            }

            if (facts.Tokens[i].Kind == TokenKind.Punctuation && Word(i) is not ",")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>First token of a posting verb whose place the platform is ("posted last week on Reddit"), or null.</summary>
    public int? PostingVerbBefore(int platform)
    {
        var at = platform - 1;
        if (at > sentence.FirstToken && Smallwords.IsDeterminer(Word(at)))
        {
            at--;
        }

        if (at <= sentence.FirstToken || !Smallwords.IsPlacePreposition(Word(at)))
        {
            return null;
        }

        for (var i = at - 1; i >= sentence.FirstToken && i >= at - ReachToVerb; i--)
        {
            if (facts.Tokens[i].Kind == TokenKind.Punctuation)
            {
                return null;
            }

            if (words.VerbAt(facts, i, at) is { } verb && (verb.Role != "saying" || i == at - 1))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>True where a handle names the phrase before it: "user @name", "an account, @name,", "the X profile of @name".</summary>
    public bool Names(Phrase phrase, int handle)
    {
        if (phrase.Handle is not null || (phrase.Noun is null && phrase.PostedFrom is null))
        {
            return false;
        }

        if (phrase.Noun is not null && phrase.Noun["class"] == "post")
        {
            return false;
        }

        for (var i = phrase.End; i < handle; i++)
        {
            if (i - phrase.End > 3 || !(facts.Tokens[i].Kind == TokenKind.Punctuation || Smallwords.IsNaming(Word(i))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where "by" and at most an article and two words stand between.</summary>
    public bool IsBy(int end, int first)
    {
        if (first <= end || first - end > 5)
        {
            return false;
        }

        for (var i = end; i < first; i++)
        {
            if (Smallwords.Equal(Word(i), "by"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a comma and an article stand between: "@name, the Twitter account …".</summary>
    public bool IsApposition(int end, int first) =>
        first > end && first - end <= 4 && Smallwords.Equal(Word(end), ",") && end + 1 < first && Smallwords.IsDeterminer(Word(end + 1));

    private ReadOnlySpan<char> Word(int token) => facts.Article.AsSpan(facts.Tokens[token].Span);
}
