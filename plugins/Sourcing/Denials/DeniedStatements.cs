using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>
/// Finds denials without a denying word: an official says that something did not happen ("no gate was locked", "had not been
/// targeted") where a claim or a denial of the same matter stands close by.
/// </summary>
internal sealed class DeniedStatements(ArticleFacts facts, DenialWords words, Speakers speakers, Story story)
{
    // In sentences.
    private const int ReachOfDenial = 3;

    // In tokens: a pronoun, an auxiliary and an adverb.
    private const int ReachToSubject = 3;

    private readonly Reading _reading = new(facts);
    private readonly Negations _negations = new(facts, words);
    private readonly Disputes _disputes = new(facts, words, story);
    private readonly List<Denial> _statements = [];

    /// <summary>Adds what is found; sentences that already deny are left alone.</summary>
    public void AddTo(List<Denial> denials)
    {
        var known = denials.FindAll(denial => denial.Denier.IsOfficial);

        // Headlines last: what they sum up is found by then.
        AddTo(denials, known, inHeadlines: false);
        AddTo(denials, known, inHeadlines: true);
        denials.AddRange(_statements);
    }

    private void AddTo(List<Denial> denials, List<Denial> known, bool inHeadlines)
    {
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText || (sentence.Block.Kind == BlockKind.Headline) != inHeadlines || known.Exists(denial => denial.Sentence.Index == sentence.Index))
            {
                continue;
            }

            var inDispute = story.IsExamined || (inHeadlines && known.Count > 0) || IsBeside(sentence, known) || IsBeside(sentence, _statements);
            if (_negations.Find(sentence, inDispute) is { } negation
                && IsSaid(sentence, negation)
                && !IsConceded(sentence, negation)
                && (_negations.IsOfNow(sentence, negation) || (known.Count > 0 && story.IsOpening(sentence)))
                && speakers.SpeakerOf(sentence, negation) is { IsOfficial: true } speaker
                && (!speaker.IsAssumed || IsOfItself(sentence, negation))
                && (story.IsExamined || speaker.Kind != Voice.Court)
                && Answers(sentence, negation, speaker, known))
            {
                denials.RemoveAll(denial => denial.Sentence.Index == sentence.Index);
                _statements.Add(new Denial(sentence, Span(sentence, negation), facts.Tokens[negation].Span, speaker));
            }
        }
    }

    private static bool IsBeside(Sentence sentence, List<Denial> denials) => denials.Exists(denial => Distance(denial, sentence) <= 1);

    private static int Distance(Denial denial, Sentence sentence) => Math.Abs(denial.Sentence.Index - sentence.Index);

    // In quotation marks, after the verb that reports it, or before ", the ministry said".
    private bool IsSaid(Sentence sentence, int negation)
    {
        if (IsQuoted(sentence, negation))
        {
            return true;
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (speakers.SpeechVerbAt(sentence, i) is { } verb
                && (i < negation ? verb.Entry["reports"] != "others" : (i > negation + 3 || verb.TokenCount > 1) && verb.Entry["reports"] == "before"))
            {
                return true;
            }
        }

        return sentence.Block.Kind == BlockKind.Headline;
    }

    // "admitted that he had not read it", "“We were not told,” she complained".
    private bool IsConceded(Sentence sentence, int negation)
    {
        PhraseMatch? governing = null;
        for (var i = sentence.FirstToken; i < sentence.EndToken && (i < negation || governing is null); i++)
        {
            governing = speakers.SpeechVerbAt(sentence, i) ?? governing;
        }

        return governing?.Entry["answers"] == "no";
    }

    private bool IsQuoted(Sentence sentence, int token) => Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[token].Start);

    private TextSpan Span(Sentence sentence, int negation)
    {
        var first = negation;
        while (first > sentence.FirstToken && !_reading.IsQuote(first - 1) && !_reading.IsAny(first - 1, "; that but"))
        {
            first--;
        }

        var end = negation + 1;
        while (end < sentence.EndToken && !_reading.IsQuote(end) && !_reading.IsAny(end, ";"))
        {
            end++;
        }

        return _reading.Span(first, end);
    }

    // By its own words, beside a denial, in an article about a rumour, or beside words for a claim.
    private bool Answers(Sentence sentence, int negation, Voice speaker, List<Denial> known) =>
        IsInsisted(sentence, negation)
        || _negations.IsElliptic(sentence, negation)
        || IsForClient(sentence, negation)
        || IsOfSelf(sentence, negation)
        || (IsOfClaim(sentence, negation) && (story.IsExamined || known.Exists(denial => Distance(denial, sentence) <= ReachOfDenial) || (sentence.Index > 0 && HasClaim(facts.Sentences[sentence.Index - 1]))))
        || (sentence.Block.Kind == BlockKind.Headline && known.Count + _statements.Count > 0)
        || ContinuesDenial(sentence, negation, speaker, known)
        || (story.IsExamined && (story.IsAbout(sentence) || (_negations.IsPast(sentence, negation) && _negations.HasPastVerb(sentence, negation) && _disputes.IsBody(speaker))))
        || (_negations.IsPast(sentence, negation) && _disputes.IsAnswered(sentence, negation, speaker, known.Count > 0))
        || (_negations.IsPast(sentence, negation) && (HasClaim(sentence) || (sentence.Index > 0 && HasClaim(facts.Sentences[sentence.Index - 1])) || IsAfterConfirming(sentence, negation)));

    // "repeatedly insisted that the sale was not a response to …": nobody insists unless somebody else says the opposite.
    private bool IsInsisted(Sentence sentence, int negation) =>
        _reading.FirstMatch(words.Insisting, sentence.FirstToken, negation) is { } verb
        && (verb.Entry["weak"].Length == 0 || (_negations.IsPast(sentence, negation) && _negations.HasPastVerb(sentence, negation)))
        && !(_reading[verb.FirstToken].EndsWith("ed", StringComparison.Ordinal) && verb.FirstToken > sentence.FirstToken && _reading.IsAny(verb.FirstToken - 1, "is are was were be been now"));

    // "Burberry says it did not": only a firm or a club is "it".
    private bool IsOfItself(Sentence sentence, int negation)
    {
        for (var i = negation - 1; i > sentence.FirstToken && i >= negation - ReachToSubject; i--)
        {
            if (_reading.Is(i, "it"))
            {
                return _negations.IsPast(sentence, negation);
            }
        }

        return false;
    }

    // "those are not figures", "that was not a tank": what was claimed or shown is not what it is said to be.
    private bool IsOfClaim(Sentence sentence, int negation) =>
        negation - 2 >= sentence.FirstToken
        && _reading.IsAny(negation - 1, "is are was were 's ’s")
        && _reading.IsAny(negation - 2, "this that these those");

    // "his client never laid a hand on …".
    private bool IsForClient(Sentence sentence, int negation)
    {
        for (var i = sentence.FirstToken; _negations.IsPast(sentence, negation) && i < negation; i++)
        {
            if (_reading.IsAny(i, "client clients"))
            {
                return true;
            }
        }

        return false;
    }

    // "it had never paid an armed group": who says of himself that he did not do it, and makes the headline or the lede with it,
    // answers somebody.
    private bool IsOfSelf(Sentence sentence, int negation)
    {
        if (!_negations.IsPast(sentence, negation) || !story.IsOpening(sentence))
        {
            return false;
        }

        for (var i = negation - 1; i >= sentence.FirstToken && i >= negation - ReachToSubject; i--)
        {
            if (_reading.IsAny(i, "he she it they i we"))
            {
                return true;
            }
        }

        return false;
    }

    private bool ContinuesDenial(Sentence sentence, int negation, Voice speaker, List<Denial> known)
    {
        var isQuoted = IsQuoted(sentence, negation);
        var isPast = _negations.IsPast(sentence, negation);
        foreach (var denial in known)
        {
            var distance = Distance(denial, sentence);
            var isSame = IsSameName(denial.Denier, speaker);
            if ((distance <= 1 && (isSame || isQuoted || story.IsAbout(sentence))) || (isSame && distance <= ReachOfDenial && (isPast || isQuoted)) || (isPast && (isSame ? isQuoted : IsOfSameMatter(denial, sentence, speaker, isQuoted))))
            {
                return true;
            }
        }

        return _statements.Exists(denial => Distance(denial, sentence) <= (isQuoted ? 2 : 1) && IsSameName(denial.Denier, speaker));
    }

    private bool IsOfSameMatter(Denial denial, Sentence sentence, Voice speaker, bool isQuoted) =>
        (denial.Denier.Kind == speaker.Kind && (Distance(denial, sentence) <= ReachOfDenial || (isQuoted && story.IsOpening(denial.Sentence))))
        || (story.IsOpening(denial.Sentence) && story.IsAbout(sentence));

    // "Gov. Ana Holt", later "Holt" or "the governor".
    private bool IsSameName(Voice one, Voice other) =>
        LastWord(one.Span).SequenceEqual(LastWord(other.Span)) || (one.Kind == other.Kind && (IsOfficeAlone(one) || IsOfficeAlone(other)));

    private bool IsOfficeAlone(Voice voice)
    {
        var first = facts.FindToken(voice.Span.Start);
        var last = facts.FindToken(voice.Span.End - 1);
        return _reading.Is(first, "the") && words.Voices.Bodies.MatchAt(facts, last, last + 1) is { } office && office.Entry["person"] == "yes";
    }

    private ReadOnlySpan<char> LastWord(TextSpan span) => _reading[facts.FindToken(span.End - 1)];

    // "could not confirm the deaths and said leaders had not been targeted".
    private bool IsAfterConfirming(Sentence sentence, int negation)
    {
        if (_reading.FirstMatch(words.Voices.Speech, sentence.FirstToken, negation) is null)
        {
            return false;
        }

        for (var i = sentence.FirstToken; i < negation; i++)
        {
            if (_reading.Is(i, "confirm"))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasClaim(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (words.Claims.MatchAt(facts, i, sentence.EndToken) is { } claim && claim.Entry["weak"].Length == 0 && claim.Entry["answered"] != "no")
            {
                return true;
            }
        }

        return false;
    }
}
