using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>
/// Tells who speaks for more than himself: by the words of the mention, by the office that stands beside the name anywhere in
/// the article, or because the name is no person's.
/// </summary>
internal sealed class Officials
{
    private const int ReachOfOffice = 9;

    private readonly Reading _reading;
    private readonly VoiceWords _words;
    private readonly Dictionary<string, string> _kindBySurname = new(StringComparer.Ordinal);

    public Officials(ArticleFacts facts, VoiceWords words)
    {
        _reading = new Reading(facts);
        _words = words;
        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block.IsArticleText)
            {
                ReadNames(sentence);
            }
        }
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
            if (_reading.IsCapitalised(i) && !IsGrammar(i))
            {
                return KindOfName(first, i) is { } kind
                    ? new Voice(Trim(first, end), kind)
                    : new Voice(Trim(first, end), "organisation") { IsAssumed = true };
            }
        }

        return null;
    }

    // Without the time and the small words at its ends: "the ministry on Thursday", "In June the company".
    private TextSpan Trim(int first, int end)
    {
        while (end - first > 1 && (IsTime(first) || _reading.IsAny(first, "in", "on", "at", "as", "by", "after", "but", "and", "however", "recently", ",", "since", "then", "yet", "so", "late", "early", "\"", "”", "“", "(")))
        {
            first++;
        }

        while (end - first > 1 && (IsTime(end - 1) || _reading.IsAny(end - 1, "in", "on", "at", "as", "late", "early", ",", "and", "has", "repeated", "(", "\"", "”", "“")))
        {
            end--;
        }

        return _reading.Span(first, end);
    }

    private bool IsTime(int token)
    {
        var at = _reading.Facts.Tokens[token].Start;
        foreach (var time in _reading.Facts.Times)
        {
            if (time.Span.Start > at)
            {
                return false;
            }

            if (time.Span.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    // "Dan Olsen, who played for the club": what a relative clause tells is no office.
    private int EndOfMention(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (_reading.IsAny(i, "who", "which", "whom", "whose", "where"))
            {
                return i;
            }
        }

        return end;
    }

    // "military analysts", "the researcher at the institute".
    private bool IsPrivateVoice(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.UnofficialMarks.MatchAt(_reading.Facts, i, end) is { } mark && mark.Entry["whole"] == "yes" && !IsInName(i, first, end))
            {
                return !IsSpokenFor(i, first, end);
            }
        }

        return false;
    }

    // "the actor's agent", "a lawyer for the witness".
    private bool IsSpokenFor(int token, int first, int end)
    {
        if (token + 1 < end && _reading.IsAny(token + 1, "'s", "’s", "'", "’"))
        {
            return true;
        }

        for (var i = first; i < token; i++)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, token) is { } office && office.Entry["person"] == "yes" && i + office.TokenCount < token && _reading.IsAny(i + office.TokenCount, "for", "of", "to"))
            {
                return true;
            }
        }

        return false;
    }

    // "Post Office", "Media Authority".
    private bool IsInName(int token, int first, int end) =>
        _reading.IsCapitalised(token) && ((token + 1 < end && _reading.IsCapitalised(token + 1)) || (token > first && _reading.IsCapitalised(token - 1) && !IsGrammar(token - 1)));

    // A body or an office in the words themselves, or a country that stands for its government.
    private string? Body(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, end) is { } match && !IsUnofficial(match.FirstToken, first))
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

    private bool IsHeadOf(int after, int end) => after == end || _reading.IsAny(after, ",", "and", "(", "has", "also", "on", "late", "early");

    // Capitals throughout say nothing about a word.
    private bool IsHeadlineWord(int token) =>
        (token > 0 && _reading.IsAcronym(token - 1) && _reading[token - 1].Length > 3) || (token + 1 < _reading.Facts.Tokens.Length && _reading.IsAcronym(token + 1) && _reading[token + 1].Length > 3);

    private bool IsUnofficial(int token, int first)
    {
        for (var i = Math.Max(first, token - 2); i < token + 2 && i < _reading.Facts.Tokens.Length; i++)
        {
            if (_words.UnofficialMarks.MatchAt(_reading.Facts, i, _reading.Facts.Tokens.Length) is { } mark && mark.Entry["whole"] != "yes")
            {
                return true;
            }
        }

        return false;
    }

    // Null for one capitalised word that is nobody's surname in this article: a firm, a club, a band.
    private string? KindOfName(int first, int last)
    {
        if (_reading.FirstMatch(_words.Outlets, first, last + 1) is not null)
        {
            return Voice.Person;
        }

        if (_kindBySurname.TryGetValue(_reading[last].ToString(), out var kind))
        {
            return kind;
        }

        return last > first && _reading.IsCapitalised(last - 1) && !IsGrammar(last - 1) ? Voice.Person : null;
    }

    // Runs of capitalised words, with the office that stands before or behind them.
    private void ReadNames(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!_reading.IsCapitalised(i) || IsGrammar(i))
            {
                continue;
            }

            var end = i + 1;
            while (end < sentence.EndToken && (_reading.IsCapitalised(end) || IsInitial(end, sentence.EndToken) || IsHyphen(end, sentence.EndToken)))
            {
                end++;
            }

            AddName(sentence, i, end);
            i = end - 1;
        }
    }

    // "Al-Thawabta".
    private bool IsHyphen(int token, int end) => _reading.Is(token, "-") && token + 1 < end && _reading.IsCapitalised(token + 1);

    private bool IsInitial(int token, int end) => _reading.Is(token, ".") && token + 1 < end && _reading.IsCapitalised(token + 1) && _reading[token - 1].Length == 1;

    private void AddName(Sentence sentence, int first, int end)
    {
        var surname = _reading[end - 1].ToString();
        var office = Office(Math.Max(sentence.FirstToken, first - ReachOfOffice), first, end) ?? OfficeBehind(sentence, end);
        if (office is not null)
        {
            _kindBySurname[surname] = office;
        }
        else if (end - first >= 2 && !_kindBySurname.ContainsKey(surname) && !HasBody(first, end))
        {
            _kindBySurname[surname] = OfficeOfUnnamed(sentence, first, end) ?? Voice.Person;
        }
    }

    // "Not true, his rep tells us. “He was at home,” Dana Wills said.": the next speaker of the paragraph is the one without a name.
    private string? OfficeOfUnnamed(Sentence sentence, int first, int end)
    {
        var facts = _reading.Facts;
        if (sentence.Index == 0
            || facts.Sentences[sentence.Index - 1] is not { } before
            || !ReferenceEquals(before.Block, sentence.Block)
            || !_reading.IsQuote(sentence.FirstToken)
            || !(IsSpeech(first - 1, sentence.EndToken) || (end < sentence.EndToken && IsSpeech(end, sentence.EndToken))))
        {
            return null;
        }

        for (var i = before.FirstToken; i < before.EndToken; i++)
        {
            if (_words.Bodies.MatchAt(facts, i, before.EndToken) is { } office
                && office.Entry["person"] == "yes"
                && i + office.TokenCount is var after
                && after < before.EndToken
                && IsSpeech(after, before.EndToken))
            {
                return office.Entry["kind"];
            }
        }

        return null;
    }

    private bool IsSpeech(int token, int end) => _words.Speech.MatchAt(_reading.Facts, token, end) is not null;

    private bool HasBody(int first, int end) => _reading.FirstMatch(_words.Bodies, first, end) is not null || _reading.IsAcronym(end - 1);

    // "ministry spokeswoman Dorota Lis", "Captain Mavros", "his agent, Mark Steinberg".
    private string? Office(int from, int first, int end)
    {
        for (var i = end - 2; i >= from; i--)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, end - 1) is { } match
                && match.Entry["person"] == "yes"
                && IsBeside(match.FirstToken + match.TokenCount, first)
                && !IsUnofficial(match.FirstToken, from))
            {
                return match.Entry["kind"];
            }
        }

        return null;
    }

    // "head of communications, Siri Aas": what the office is of stands between, and a comma.
    private bool IsBeside(int after, int name)
    {
        var isOf = after < name && name > 0 && _reading.Is(name - 1, ",") && (_reading.IsAny(after, "of", "for") || _reading.Is(after - 1, "of"));
        for (var i = after; i < name; i++)
        {
            if (isOf && i < name - 1 && _reading.Facts.Tokens[i].Kind == TokenKind.Word && _reading.Facts.Tags[i] is not (PennTag.VBD or PennTag.VBZ))
            {
                continue;
            }

            if (!_reading.Is(i, ",") && !_reading.Is(i, ".") && !_reading.IsCapitalised(i))
            {
                return false;
            }
        }

        return true;
    }

    // "Ty Votaw, the executive vice president of the PGA Tour": an office before the next mark.
    private string? OfficeBehind(Sentence sentence, int end)
    {
        if (end >= sentence.EndToken || !_reading.IsAny(end, ",", "(", "–", "—"))
        {
            return null;
        }

        if (end + 2 < sentence.EndToken && _reading.Is(end + 1, "who"))
        {
            return OfficeOfVerb(sentence, end + 2);
        }

        for (var i = end + 1; i < sentence.EndToken && i < end + 9; i++)
        {
            if (_reading.IsAny(i, ",", ")", ";", "who", "said", "which"))
            {
                return null;
            }

            if (_words.Bodies.MatchAt(_reading.Facts, i, sentence.EndToken) is { } match && match.Entry["person"] == "yes" && !IsUnofficial(match.FirstToken, end))
            {
                return match.Entry["kind"];
            }
        }

        return null;
    }

    // "Petra Holm, who runs the water authority".
    private string? OfficeOfVerb(Sentence sentence, int verb)
    {
        if (_words.OfficeVerbs.MatchAt(_reading.Facts, verb, sentence.EndToken) is not { } match)
        {
            return null;
        }

        for (var i = match.FirstToken + match.TokenCount; i < sentence.EndToken && i < verb + ReachOfOffice && !_reading.IsAny(i, ",", ";"); i++)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, sentence.EndToken) is { } body)
            {
                return body.Entry["kind"];
            }
        }

        return null;
    }

    private bool IsGrammar(int token) =>
        _reading.IsAny(token, "The", "A", "An", "But", "And", "In", "On", "At", "He", "She", "It", "They", "We", "I", "However", "This", "That", "As", "If", "When", "While", "After", "Before", "Both", "Mr", "Mrs", "Ms", "Dr", "For", "His", "Her", "Their", "Its");
}
