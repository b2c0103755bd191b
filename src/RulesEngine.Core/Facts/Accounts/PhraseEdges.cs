using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>What joins the parts of an account phrase: prepositions, verbs of posting, commas.</summary>
internal sealed class PhraseEdges(ArticleFacts facts, Sentence sentence, AccountWords words)
{
    private const int ReachToVerb = 6;
    private const int ReachToArticle = 4;

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
        var preposition = PlacePreposition(platform.First);
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
        var at = PlacePreposition(platform);
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

    // Before a platform: "on Reddit", "on the Chinese microblogging site Weibo", "to her private Instagram".
    private int PlacePreposition(int platform)
    {
        var at = platform - 1;
        while (at > sentence.FirstToken && at >= platform - ReachToArticle && (Word(at) is "-" || (facts.Tokens[at].Kind == TokenKind.Word && !Smallwords.Has(Word(at)))))
        {
            at--;
        }

        return at < sentence.FirstToken ? sentence.FirstToken
            : at > sentence.FirstToken && Smallwords.IsDeterminer(Word(at)) ? at - 1
            : at == platform - 1 ? at
            : sentence.FirstToken;
    }

    /// <summary>True where a name follows: "a page called “Free Fuel”".</summary>
    public bool IsNamed(int end)
    {
        if (end + 1 >= sentence.EndToken || !Smallwords.IsNamingStart(Word(end)))
        {
            return false;
        }

        var name = end + 1;
        while (name + 1 < sentence.EndToken && Smallwords.IsNaming(Word(name)))
        {
            name++;
        }

        return Word(name) is "\"" or "“" or "‘" or "'" || char.IsUpper(Word(name)[0]);
    }

    /// <summary>True where the noun is posted or posts in the place: "a message in a parents' group", "a member of the forum".</summary>
    public bool IsIn(AccountWord noun, AccountWord place) =>
        PrepositionBefore(place.First) is var preposition
        && preposition == noun.End
        && (noun.Entry!["class"] == "user" ? place.Entry!["place"] == "members" && Word(preposition) is "of" : noun.Entry["place"] == "posted" && Word(preposition) is "on" or "in");

    /// <summary>The verb of posting before a place without a platform ("shared in a group of parents", "explained on the forum"), or null.</summary>
    public int? PostingBefore(AccountWord place)
    {
        var preposition = PrepositionBefore(place.First);
        for (var i = preposition - 1; i >= sentence.FirstToken && i >= preposition - 2; i--)
        {
            if (words.VerbAt(facts, i, preposition) is { } verb && (verb.Role != "saying" || (i == preposition - 1 && Word(preposition) is "on" && place.Entry!["place"] == "members")))
            {
                return i;
            }
        }

        return null;
    }

    // Before the article of the noun; the start of the sentence where there is neither.
    private int PrepositionBefore(int noun)
    {
        for (var i = noun - 1; i > sentence.FirstToken && i >= noun - ReachToVerb + 2; i--)
        {
            if (Smallwords.IsDeterminer(Word(i)))
            {
                return Word(i - 1) is "on" or "in" or "to" or "of" ? i - 1 : sentence.FirstToken;
            }

            if (facts.Tokens[i].Kind == TokenKind.Punctuation && Word(i) is not ("-" or "'" or "/"))
            {
                break;
            }
        }

        return sentence.FirstToken;
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
