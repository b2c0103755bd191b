using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>
/// Tells who speaks for more than himself: by the words of the mention, by the office that stands beside the name anywhere in
/// the article, or because the name is no person's.
/// </summary>
internal sealed class Officials
{
    private readonly Reading _reading;

    private readonly VoiceWords _words;

    private readonly OfficeHolders _holders;

    public Officials(ArticleFacts facts, VoiceWords words)
    {
        _reading = new Reading(facts);
        _words = words;
        _holders = new OfficeHolders(_reading, words);
    }

    /// <summary>The denier that the tokens name; null where they name nobody.</summary>
    public Voice? Judge(int first, int end)
    {
        end = EndOfMention(first, end);
        if (IsPrivateVoice(first, end))
        {
            return new Voice(Trim(first, end), Voice.Person);
        }

        if (Body(first, end) is { } body)
        {
            return new Voice(Trim(first, end), body);
        }

        for (var i = end - 1; i >= first; i--)
        {
            if (_reading.IsCapitalised(i) && !_reading.IsFunctionWord(i))
            {
                return KindOfName(first, i) is { } kind
                    ? new Voice(Trim(first, end), kind)
                    : new Voice(Trim(first, end), "organisation") { IsAssumed = true };
            }
        }

        // "a former minister": the office that is taken away leaves a person.
        return _reading.FirstMatch(_words.Bodies, first, end) is { } office && office.Entry["person"] == "yes" ? new Voice(Trim(first, end), Voice.Person) : null;
    }

    // Without the time and the small words at its ends: "the ministry on Thursday", "In June the company".
    private TextSpan Trim(int first, int end)
    {
        while (end - first > 1 && (_reading.IsTime(first) || _reading.IsAny(first, "in on at as by after but and however recently , since then yet so late early \" ” “ (")))
        {
            first++;
        }

        while (end - first > 1 && (_reading.IsTime(end - 1) || _reading.IsAny(end - 1, "in on at as late early , and has repeated ( \" ” “")))
        {
            end--;
        }

        return _reading.Span(first, end);
    }

    // "Dan Olsen, who played for the club": what a relative clause tells is no office.
    private int EndOfMention(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (_reading.IsAny(i, "who which whom whose where"))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>True for "military analysts", "the researcher at the institute", "the editorial board".</summary>
    public bool IsPrivateVoice(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.UnofficialMarks.MatchAt(_reading.Facts, i, end) is { } mark && mark.Entry["whole"] == "yes" && !IsInName(i, first, end) && !IsInBody(i, mark, end))
            {
                return !IsSpokenFor(i, first, end);
            }
        }

        return false;
    }

    // "the actor's agent", "a lawyer for the witness".
    private bool IsSpokenFor(int token, int first, int end)
    {
        if (token + 1 < end && _reading.IsAny(token + 1, "'s ’s ' ’"))
        {
            return true;
        }

        for (var i = first; i < token; i++)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, token) is { } office && office.Entry["person"] == "yes" && i + office.TokenCount < token && _reading.IsAny(i + office.TokenCount, "for of to"))
            {
                return true;
            }
        }

        return false;
    }

    // "the cabinet's media centre".
    private bool IsInBody(int token, PhraseMatch mark, int end) =>
        _words.Bodies.MatchAt(_reading.Facts, token, end) is { } body && body.TokenCount > mark.TokenCount;

    // "Post Office", "Media Authority".
    private bool IsInName(int token, int first, int end) =>
        _reading.IsCapitalised(token) && ((token + 1 < end && _reading.IsCapitalised(token + 1)) || (token > first && _reading.IsCapitalised(token - 1) && !_reading.IsFunctionWord(token - 1)));

    // A body or an office in the words themselves, or a country that stands for its government.
    private string? Body(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, end) is { } match && !_words.IsUnofficial(_reading, match.FirstToken, first))
            {
                return match.Entry["kind"];
            }
        }

        for (var i = first; i < end; i++)
        {
            if (_reading.IsCapitalised(i)
                && _words.Governments.MatchAt(_reading.Facts, i, end) is { } place
                && IsHeadOf(place.FirstToken + place.TokenCount, end))
            {
                return "government";
            }

            if (_reading.IsAcronym(i) && !IsHeadlineWord(i))
            {
                return "organisation";
            }
        }

        return null;
    }

    private bool IsHeadOf(int after, int end) => after == end || _reading.IsAny(after, ", and ( has also on late early");

    // Capitals throughout say nothing about a word.
    private bool IsHeadlineWord(int token) =>
        (token > 0 && _reading.IsAcronym(token - 1) && _reading[token - 1].Length > 3) || (token + 1 < _reading.Facts.Tokens.Length && _reading.IsAcronym(token + 1) && _reading[token + 1].Length > 3);

    // Null for one capitalised word that is nobody's surname in this article: a firm, a club, a band.
    private string? KindOfName(int first, int last)
    {
        if (_reading.FirstMatch(_words.Outlets, first, last + 1) is not null)
        {
            return Voice.Person;
        }

        if (_holders.KindOf(_reading[last]) is { } kind)
        {
            return kind;
        }

        return last > first && _reading.IsCapitalised(last - 1) && !_reading.IsFunctionWord(last - 1) ? Voice.Person : null;
    }
}
