using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Tells words that call something false from labels in passing, opinions and figures of speech.</summary>
internal sealed class DenyingIdioms(ArticleFacts facts, DenialWords words, Speakers speakers, Story story)
{
    // In tokens, to the left.
    private const int ReachOfDoubt = 4;
    private const int ReachOfBeing = 6;

    private readonly Reading _reading = new(facts);

    /// <summary>Who says it; null where it denies nothing.</summary>
    /// <param name="candidate">The words.</param>
    /// <param name="known">The denials that have been found so far.</param>
    public Voice? DenierOf(Candidate candidate, List<Denial> known)
    {
        var entry = candidate.Match.Entry;
        return !IsDoubtful(candidate, ofNegation: entry["weak"] == "negated")
            && (entry["predicate"] != "yes" || IsPredicate(candidate))
            && (speakers.SpeakerOf(candidate.Sentence, candidate.Match.FirstToken) ?? Actor(candidate)) is { } speaker
            && Counts(candidate, entry["weak"], speaker, known)
            ? speaker
            : null;
    }

    // "The fire brigade found no trace of it": what a body does not find, in a story about a rumour, it need not say.
    private Voice? Actor(Candidate candidate) =>
        story.IsExamined && candidate.Match.Entry["weak"] is "" or "evidence" or "negated" ? speakers.Actor(candidate.Sentence) : null;

    /// <summary>True where a verb ("called", "described") has words for falsehood after it.</summary>
    public bool CallsFalse(Candidate candidate, List<Denial> known)
    {
        var sentence = candidate.Sentence;
        var end = Math.Min(sentence.EndToken, candidate.End + 16);
        var isNegated = candidate.Match.FirstToken > sentence.FirstToken && _reading.IsAny(candidate.Match.FirstToken - 1, "not n't never");
        return !isNegated
            && _reading.FirstMatch(words.Idioms, candidate.End, end) is { } idiom
            && idiom.Entry["weak"] switch
            {
                "" => true,
                "yes" => (story.IsExamined && Quotes.IsInside(facts.Article, sentence.Block, idiom.Span.Start)) || story.HasClaim(sentence) || HasThingShown(candidate.End, idiom.FirstToken) || TakesUpClaim(candidate) || known.Exists(denial => Math.Abs(denial.Sentence.Index - sentence.Index) <= 2),
                _ => false,
            };
    }

    // "called that “a fairy tale”": what the sentence before relays.
    private bool TakesUpClaim(Candidate candidate) =>
        candidate.End < candidate.Sentence.EndToken
        && _reading.IsAny(candidate.End, "this that it them these")
        && candidate.Sentence.Index > 0
        && (story.HasClaim(facts.Sentences[candidate.Sentence.Index - 1]) || story.FollowsRumour(candidate.Sentence));

    private bool Counts(Candidate candidate, string weak, Voice speaker, List<Denial> known) => weak switch
    {
        "yes" => AnswersClaim(candidate, speaker, known),
        "evidence" => story.IsExamined || AnswersClaim(candidate, speaker, known) || known.Exists(denial => denial.Denier.IsOfficial),
        "negated" => IsNegated(candidate),
        "provenance" => (story.IsExamined || known.Count > 0 || story.IsOfRumour(candidate.Sentence) || story.FollowsRumour(candidate.Sentence)) && ShowsSomething(candidate) && !IsBeforeHour(candidate),
        "answer" => IsWholeQuotation(candidate) && HasMatterBefore(candidate),
        "never" => false,
        _ => true,
    };

    private bool IsDoubtful(Candidate candidate, bool ofNegation)
    {
        var first = candidate.Match.FirstToken;
        for (var i = first - 1; i >= candidate.Sentence.FirstToken && i >= first - ReachOfDoubt; i--)
        {
            if (_reading.IsAny(i, "if whether hope hopes hoped hoping may might could appears seems") || (i == first - 1 && _reading.IsAny(i, ofNegation ? "almost virtually" : "not n't almost virtually")))
            {
                return true;
            }
        }

        return false;
    }

    // "is fake", "as 100 per cent fake", "\"Fake.": after a verb of being, "as" or a mark that opens; not before a noun that it labels.
    private bool IsPredicate(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        for (var i = candidate.Match.FirstToken - 1; i >= sentence.FirstToken && i >= candidate.Match.FirstToken - ReachOfBeing; i--)
        {
            if (_reading.IsAny(i, "is are was were been be being 's ’s as it them 're ’re") || (i == candidate.Match.FirstToken - 1 && (_reading.IsQuote(i) || IsMarkInHeadline(sentence, i)) && !IsQuotedTerm(sentence, i)) || _reading.Is(i, ":"))
            {
                return !LabelsNoun(candidate) || IsSaidOfPronoun(sentence, i);
            }

            if (_reading.IsAny(i, "the this that these those his her their by of about"))
            {
                // "was “the purest nonsense”".
                return i - 2 > sentence.FirstToken && _reading.Is(i, "the") && _reading.IsQuote(i - 1) && _reading.IsAny(i - 2, "is are was were as") && !LabelsNoun(candidate);
            }
        }

        return candidate.Match.FirstToken == sentence.FirstToken && !LabelsNoun(candidate);
    }

    // "These are concocted stories": what is said of them is that they are false.
    private bool IsSaidOfPronoun(Sentence sentence, int verb) =>
        verb > sentence.FirstToken && _reading.IsAny(verb, "is are was were 's ’s 're ’re") && _reading.IsAny(verb - 1, "this that it these those they all");

    // "Tehran: talk of resignation 'a lie'".
    private bool IsMarkInHeadline(Sentence sentence, int token) => sentence.Block.Kind == BlockKind.Headline && _reading.Is(token, "'");

    // "charges of “slander”": a word in quotation marks inside somebody's sentence.
    private bool IsQuotedTerm(Sentence sentence, int quote) =>
        quote > sentence.FirstToken && _reading.IsAny(quote - 1, "and or of the a an with about by for in on");

    // "false statements", "the hoax report": the next word is a noun.
    private bool LabelsNoun(Candidate candidate) =>
        candidate.End < candidate.Sentence.EndToken
        && (facts.Tags[candidate.End] is PennTag.NN or PennTag.NNS || words.Claims.MatchAt(facts, candidate.End, candidate.Sentence.EndToken) is not null);

    // An opinion ("ridiculous") denies where it is said of a claim or of what was shown, or where the same speaker has just denied.
    private bool AnswersClaim(Candidate candidate, Voice speaker, List<Denial> known)
    {
        var sentence = candidate.Sentence;
        return story.HasClaim(sentence)
            || (IsWholeQuotation(candidate) && HasMatterBefore(candidate))
            || IsSaidOfThingShown(candidate)
            || (sentence.Block.Kind == BlockKind.Headline && HasThingShown(sentence.FirstToken, candidate.Match.FirstToken))
            || known.Exists(denial => denial.Sentence.Index <= sentence.Index && denial.Sentence.Index >= sentence.Index - 2 && denial.Denier.IsOfficial == speaker.IsOfficial);
    }

    // "the whole tale is invented", "that letter is a forgery"; in an article about a rumour, "this is mischief" too.
    private bool IsSaidOfThingShown(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        for (var i = first - 1; i > candidate.Sentence.FirstToken && i >= first - ReachOfBeing; i--)
        {
            if (_reading.IsAny(i, "is are was were 's ’s"))
            {
                return (story.IsExamined && _reading.IsAny(i - 1, "this that it these they"))
                    || (_reading.IsAny(i - 1, "this that these those") && candidate.Sentence.Index > 0 && story.HasClaim(facts.Sentences[candidate.Sentence.Index - 1]))
                    || HasThingShown(Math.Max(candidate.Sentence.FirstToken, i - 5), i);
            }
        }

        return false;
    }

    // "“Nonsense,” said the spokesman.": nothing else stands between the marks.
    private bool IsWholeQuotation(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        return candidate.Match.FirstToken > 0
            && _reading.IsQuote(candidate.Match.FirstToken - 1)
            && candidate.End + 1 < facts.Tokens.Length
            && _reading.IsAny(candidate.End, ", . ! ?")
            && _reading.IsQuote(candidate.End + 1)
            && sentence.FirstToken >= candidate.Match.FirstToken - 1;
    }

    // What it answers: a word for a claim in one of the two sentences before, or a question beside it.
    private bool HasMatterBefore(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        for (var i = candidate.End; i < sentence.EndToken; i++)
        {
            if (_reading.Is(i, "asked"))
            {
                return true;
            }
        }

        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - 2; index--)
        {
            if (_reading.FirstMatch(words.Claims, facts.Sentences[index].FirstToken, facts.Sentences[index].EndToken) is not null)
            {
                return true;
            }
        }

        return story.IsExamined;
    }

    // "the picture was taken at 7:12 p.m." says when, not that it shows something else.
    private bool IsBeforeHour(Candidate candidate) =>
        _reading.Is(candidate.End - 1, "at") && candidate.End < candidate.Sentence.EndToken && facts.Tags[candidate.End] == PennTag.CD;

    // "the picture was taken in 2011".
    private bool ShowsSomething(Candidate candidate)
    {
        for (var i = candidate.Sentence.FirstToken; i < candidate.Match.FirstToken; i++)
        {
            if (words.Claims.MatchAt(facts, i, candidate.Match.FirstToken) is { } claim && claim.Entry["weak"] == "shown")
            {
                return true;
            }
        }

        return false;
    }

    // "the letter", "this picture", "the tale".
    private bool HasThingShown(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Claims.MatchAt(facts, i, end) is { } claim && (claim.Entry["weak"] is "shown" or "" || i > first && _reading.IsAny(i - 1, "the this that these those")))
            {
                return true;
            }
        }

        return false;
    }

    // "has no employee of that name", "not working on any such proposal".
    private bool IsNegated(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        for (var i = first - 1; i >= candidate.Sentence.FirstToken && i >= first - ReachOfBeing && !_reading.IsQuote(i); i--)
        {
            if (_reading.IsAny(i, "no not n't n’t never without nor none nothing"))
            {
                return true;
            }
        }

        return false;
    }
}
