using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Who holds what office, read once from the names of an article and the offices that stand before and behind them.</summary>
internal sealed class OfficeHolders
{
    // In tokens: "head of communications at the bank, Siri Aas".
    private const int ReachOfOffice = 9;
    private const int ReachOfDescription = 5;

    private readonly Reading _reading;
    private readonly VoiceWords _words;
    private readonly Dictionary<string, string> _kindBySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public OfficeHolders(Reading reading, VoiceWords words)
    {
        _reading = reading;
        _words = words;
        _lookup = _kindBySurname.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var sentence in reading.Facts.Sentences)
        {
            if (sentence.Block.IsArticleText)
            {
                ReadNames(sentence);
            }
        }
    }

    /// <summary>The kind of the office that the article gives to a surname; null for a name that it has not met.</summary>
    public string? KindOf(ReadOnlySpan<char> surname) => _lookup.TryGetValue(surname, out var kind) ? kind : null;

    // Runs of capitalised words, with the office that stands before or behind them.
    private void ReadNames(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!_reading.IsCapitalised(i) || _reading.IsFunctionWord(i))
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

    // "the payments group Orbis": the word before says what a single name is.
    private string? KindOfFirm(Sentence sentence, int name) =>
        !_reading.IsCapitalised(name - 1) && _words.Bodies.MatchAt(_reading.Facts, name - 1, name) is { } body && body.Entry["person"] != "yes" && name - 1 > sentence.FirstToken
            ? body.Entry["kind"]
            : null;

    // "Al-Thawabta".
    private bool IsHyphen(int token, int end) => _reading.Is(token, "-") && token + 1 < end && _reading.IsCapitalised(token + 1);

    private bool IsInitial(int token, int end) => _reading.Is(token, ".") && token + 1 < end && _reading.IsCapitalised(token + 1) && _reading[token - 1].Length == 1;

    private void AddName(Sentence sentence, int first, int end)
    {
        if (end - first == 1 && first > sentence.FirstToken && KindOfFirm(sentence, first) is { } firm)
        {
            _kindBySurname.TryAdd(_reading[first].ToString(), firm);
            return;
        }

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

    // "Not true, his rep tells us. “He was at home,” Dana Wills said.": the next speaker of the paragraph is the one without a name; so is
    // the one of the paragraph behind the lede.
    private string? OfficeOfUnnamed(Sentence sentence, int first, int end)
    {
        var facts = _reading.Facts;
        if (sentence.Index == 0
            || facts.Sentences[sentence.Index - 1] is not { } before
            || !(ReferenceEquals(before.Block, sentence.Block) || (before.Block == facts.Article.Lede && !IsDescribed(sentence, first, end)))
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
                && (IsSpeech(after, before.EndToken) || facts.Tags[after] == PennTag.VBD || (_reading.IsAny(after, "has have") && after + 1 < before.EndToken && facts.Tags[after + 1] == PennTag.VBN)))
            {
                return office.Entry["kind"];
            }
        }

        return null;
    }

    // "said Ann Price, a neighbour": what somebody is stands beside the name.
    private bool IsDescribed(Sentence sentence, int first, int end)
    {
        for (var i = Math.Max(sentence.FirstToken, first - ReachOfDescription); i < sentence.EndToken && i < end + ReachOfDescription; i++)
        {
            if ((i < first || i >= end) && _words.UnofficialMarks.MatchAt(_reading.Facts, i, sentence.EndToken) is not null)
            {
                return true;
            }
        }

        return false;
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
                && !_words.IsUnofficial(_reading, match.FirstToken, from))
            {
                return match.Entry["kind"];
            }
        }

        return null;
    }

    // "head of communications, Siri Aas": what the office is of stands between, and a comma.
    private bool IsBeside(int after, int name)
    {
        var isOf = after < name && name > 0 && _reading.Is(name - 1, ",") && (_reading.IsAny(after, "of for") || _reading.Is(after - 1, "of"));
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
        if (end >= sentence.EndToken || !_reading.IsAny(end, ", ( – —"))
        {
            return null;
        }

        if (end + 2 < sentence.EndToken && _reading.Is(end + 1, "who"))
        {
            return OfficeOfVerb(sentence, end + 2);
        }

        for (var i = end + 1; i < sentence.EndToken && i < end + 9; i++)
        {
            if (_reading.IsAny(i, ", ) ; who said which"))
            {
                return null;
            }

            if (_words.Bodies.MatchAt(_reading.Facts, i, sentence.EndToken) is { } match && match.Entry["person"] == "yes" && !_words.IsUnofficial(_reading, match.FirstToken, end))
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

        for (var i = match.FirstToken + match.TokenCount; i < sentence.EndToken && i < verb + ReachOfOffice && !_reading.IsAny(i, ", ;"); i++)
        {
            if (_words.Bodies.MatchAt(_reading.Facts, i, sentence.EndToken) is { } body)
            {
                return body.Entry["kind"];
            }
        }

        return null;
    }
}
