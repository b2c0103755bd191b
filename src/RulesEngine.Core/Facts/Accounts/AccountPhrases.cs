using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Puts the account words of one sentence together to the phrases that an editor would read as one account.</summary>
internal sealed class AccountPhrases(ArticleFacts facts, Sentence sentence, AccountWords words)
{
    // "a video that was uploaded late on Sunday to YouTube": words between a noun and its platform.
    private const int ReachToPlatform = 8;

    private readonly PhraseEdges _edges = new(facts, sentence, words);
    private readonly AccountNames _names = new(facts, sentence, words);
    private readonly List<Phrase> _phrases = [];

    /// <summary>Appends the accounts of the sentence, in the order of the text.</summary>
    public void AddTo(ImmutableArray<Account>.Builder accounts, List<AccountWord> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            i = Join(found, i);
        }

        var end = sentence.FirstToken;
        for (var i = 0; i < _phrases.Count; i++)
        {
            var phrase = Between(end, _phrases[i], i + 1 < _phrases.Count ? _phrases[i + 1].First : sentence.EndToken);
            if (phrase.Handle is null || words.Fits(phrase.Handle, phrase.Platform))
            {
                accounts.Add(AccountRoles.ToAccount(facts, sentence, words, phrase));
                end = phrase.End;
            }
        }
    }

    // Widened, but not into its neighbours.
    private Phrase Between(int from, Phrase phrase, int to)
    {
        var widened = _names.Widen(phrase);
        if (widened.First < from)
        {
            widened = widened with { First = phrase.First, Start = null };
        }

        return widened.End > to ? widened with { End = phrase.End, Handle = phrase.Handle, HandleEnd = phrase.HandleEnd } : widened;
    }

    // Reads one phrase and returns the index of its last word.
    private int Join(List<AccountWord> found, int index)
    {
        var word = found[index];
        if (word.Kind == AccountWordKind.Handle)
        {
            AddHandle(word);
            return index;
        }

        if (word.IsPlatform)
        {
            return JoinPlatform(found, index);
        }

        if (PlatformAfter(found, index) is { } platform)
        {
            Add(new Phrase(word.First, found[platform].End, word.Platform ?? found[platform].Platform, word.Entry));
            return platform;
        }

        if (PlatformOfClause(found, index) is { } place)
        {
            Add(new Phrase(word.First, word.End, found[place].Platform, word.Entry));
            return place;
        }

        if (PlaceAfter(found, index) is { } forum)
        {
            Add(new Phrase(word.First, found[forum].End, null, word.Entry));
            return forum;
        }

        if (word.Entry!["alone"] == "yes" || IsPoster(word) || (word.Entry["place"] == "named" && _edges.IsNamed(word.End)))
        {
            Add(new Phrase(word.First, word.End, word.Platform, word.Entry));
        }
        else if (word.IsPlace && _edges.PostingBefore(word) is { } verb)
        {
            Add(new Phrase(verb, word.End, null, null));
        }

        return index;
    }

    private int JoinPlatform(List<AccountWord> found, int index)
    {
        index = LastOfPlatform(found, index);
        var platform = found[index];
        var next = index + 1;
        if (next < found.Count && found[next].IsNoun && _edges.AreAdjacent(platform.End, found[next].First, 2))
        {
            // "Facebook live video post": the last noun is the head.
            while (next + 1 < found.Count && found[next + 1].IsNoun && found[next + 1].First == found[next].End)
            {
                next++;
            }

            Add(new Phrase(platform.First, found[next].End, platform.Platform ?? found[next].Platform, found[next].Entry));
            return next;
        }

        if (_phrases.Count > 0 && _edges.IsOn(_phrases[^1].End, platform.First))
        {
            _phrases[^1] = _phrases[^1] with { End = platform.End, Platform = platform.Platform ?? _phrases[^1].Platform };
        }
        else if (_edges.PostingVerbBefore(platform.First) is { } verb)
        {
            Add(new Phrase(verb, platform.End, platform.Platform, null));
        }

        return index;
    }

    // "the microblogging site Weibo" is one platform.
    private static int LastOfPlatform(List<AccountWord> found, int index)
    {
        while (index + 1 < found.Count && found[index + 1].IsPlatform && found[index + 1].First == found[index].End)
        {
            index++;
        }

        return index;
    }

    // "a user on X", "a picture posted to Reddit": the platform follows its noun after a preposition.
    private int? PlatformAfter(List<AccountWord> found, int index)
    {
        var next = index + 1;
        if (next < found.Count && found[next].IsNoun && found[next].First == found[index].End)
        {
            next++;
        }

        if (next >= found.Count || !found[next].IsPlatform || found[next].First - found[index].End > ReachToPlatform)
        {
            return null;
        }

        next = LastOfPlatform(found, next);

        // "a page on YouTube users' habits" names the users, not the page.
        var takenByNoun = next + 1 < found.Count && found[next + 1].IsNoun && !(found[next + 1].Entry!["class"] == "account" && found[next + 1].Entry!["number"] == "many") && _edges.AreAdjacent(found[next].End, found[next + 1].First, 1);
        return !takenByNoun && _edges.IsPlaceOf(found[index], found[next]) ? next : null;
    }

    // "uploaded on Sunday to TikTok by a user who …".
    private bool IsPoster(AccountWord word) =>
        word.Entry!["class"] == "user" && word.Entry["number"] == "one" && _phrases.Count > 0 && _phrases[^1].IsPosting && _edges.IsBy(_phrases[^1].End, word.First);

    // "a message in a group of parents", "a member of the forum": where no platform is named.
    private int? PlaceAfter(List<AccountWord> found, int index)
    {
        var next = index + 1;
        return next < found.Count && found[next].IsPlace && _edges.IsIn(found[index], found[next]) ? next : null;
    }

    // "An account in the name of the minister, with a blue tick, announced on X": the subject posts, however far the platform is.
    private int? PlatformOfClause(List<AccountWord> found, int index)
    {
        var next = index + 1;
        return found[index].Entry!["class"] == "account"
            && found[index].Entry!["number"] == "one"
            && found[index].First - sentence.FirstToken is 1 or 2
            && next < found.Count
            && found[next].IsPlatform
            && _edges.PostingVerbBefore(found[next].First) is not null
            ? next
            : null;
    }

    private void AddHandle(AccountWord word)
    {
        var start = facts.Tokens[word.First].Start;
        var span = HandleScanner.FindNext(facts.Article.Text, start, sentence.Span.End);
        if (span is not { } handle)
        {
            return;
        }

        var name = facts.Article.Text[(handle.Start + 1)..handle.End];
        if (_phrases.Count > 0 && _edges.Names(_phrases[^1], word.First))
        {
            _phrases[^1] = _phrases[^1] with { End = word.End, Handle = name, HandleEnd = handle.End };
            return;
        }

        Add(new Phrase(word.First, word.End, null, null) { Handle = name, HandleEnd = handle.End });
    }

    private void Add(Phrase phrase)
    {
        // "posted on X by user @name": the account is who posted; "the @name Instagram account" is one phrase.
        if (_phrases.Count > 0 && _phrases[^1] is var last)
        {
            if (last.IsPosting && !phrase.IsPosting && _edges.IsBy(last.End, phrase.First))
            {
                _phrases[^1] = phrase with { Platform = phrase.Platform ?? last.Platform, PostedFrom = last.First };
                return;
            }

            if (last.Handle is not null && phrase.Handle is null && (last.End == phrase.First || (!phrase.IsPosting && _edges.IsApposition(last.End, phrase.First))))
            {
                _phrases[^1] = last with { End = phrase.End, Platform = phrase.Platform ?? last.Platform, Noun = phrase.Noun, HandleEnd = null };
                return;
            }
        }

        _phrases.Add(phrase);
    }
}

/// <summary>One account phrase of a sentence, in tokens; <paramref name="End"/> is exclusive.</summary>
internal sealed record Phrase(int First, int End, string? Platform, LexiconEntry? Noun)
{
    /// <summary>Without the @; null where the phrase names none.</summary>
    public string? Handle { get; init; }

    /// <summary>Where the handle ends, in code units: tokens may hold more than the handle.</summary>
    public int? HandleEnd { get; init; }

    /// <summary>Where the words begin, in code units, if the phrase starts before its first token's own start; null otherwise.</summary>
    public int? Start { get; init; }

    /// <summary>True for what is posted ("a tweet", "posted on X"), false for who posts.</summary>
    public bool IsPosting => Handle is null && (Noun is null || Noun["class"] == "post");

    /// <summary>First token of "posted on X" in "posted on X by …"; null where there is none.</summary>
    public int? PostedFrom { get; init; }

    /// <summary>True for the name and handle under a post that the article shows.</summary>
    public bool IsCredit { get; init; }
}
