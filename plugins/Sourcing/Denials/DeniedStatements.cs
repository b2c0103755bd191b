using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>
/// Finds denials without a denying word: an official says that something did not happen ("no gate was locked", "had not been
/// targeted") where a claim or a denial of the same matter stands close by.
/// </summary>
internal sealed class DeniedStatements(ArticleFacts facts, DenialWords words, Speakers speakers)
{
    private const int ReachOfDenial = 3;

    // Words for rumours: at least so many, and one in so many sentences.
    private const int FewestRumourWords = 4;
    private const int SentencesOfRumour = 3;

    // In sentences.
    private const int LongestOfPost = 25;
    private const int OpeningSentences = 4;

    private readonly Reading _reading = new(facts);
    private bool _isExamined;
    private HashSet<string>? _story;

    /// <summary>Adds what is found; sentences that already deny are left alone.</summary>
    public void AddTo(List<Denial> denials)
    {
        _isExamined = IsExamined();
        var known = denials.ToArray();
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText || Array.Exists(known, denial => denial.Sentence.Index == sentence.Index && denial.Denier.IsOfficial))
            {
                continue;
            }

            if (Negation(sentence) is { } negation
                && IsSaid(sentence, negation)
                && speakers.SpeakerOf(sentence, negation) is { IsOfficial: true } speaker
                && AnswersClaim(sentence, negation, speaker, known))
            {
                denials.RemoveAll(denial => denial.Sentence.Index == sentence.Index);
                denials.Add(new Denial(sentence, Span(sentence, negation), facts.Tokens[negation].Span, speaker));
            }
        }
    }

    // In quotation marks, after the verb that reports it, or before ", the ministry said".
    private bool IsSaid(Sentence sentence, int negation)
    {
        if (Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[negation].Start))
        {
            return true;
        }

        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (speakers.SpeechVerbAt(sentence, i) is not null && (i < negation ? !_reading.IsAny(i, "reported") : i > negation + 3 && _reading.IsAny(i, "said", "says", "told", "added", "insisted", "stated")))
            {
                return true;
            }
        }

        return sentence.Block.Kind == BlockKind.Headline;
    }

    private TextSpan Span(Sentence sentence, int negation)
    {
        var first = negation;
        while (first > sentence.FirstToken && !_reading.IsQuote(first - 1) && !_reading.IsAny(first - 1, ";", "that", "but"))
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

    // After a denial of the same speaker, or beside words for a claim; what is said of the present needs the claim in its own sentence.
    private bool AnswersClaim(Sentence sentence, int negation, Voice speaker, Denial[] known)
    {
        if (!IsOfNow(sentence, negation))
        {
            return false;
        }

        var isQuoted = Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[negation].Start);
        var isPast = IsPast(sentence, negation);
        foreach (var denial in known)
        {
            var distance = Math.Abs(denial.Sentence.Index - sentence.Index);
            if (denial.Denier.IsOfficial && (distance <= 1 || (isPast && (IsSameName(denial.Denier, speaker) ? isQuoted || distance <= ReachOfDenial : denial.Denier.Kind == speaker.Kind && (distance <= ReachOfDenial || (isQuoted && OpensStory(denial)))))))
            {
                return true;
            }
        }

        return (_isExamined && IsOfNow(sentence, negation) && IsOfStory(sentence))
            || (isPast && HasClaim(sentence))
            || (isPast && sentence.Index > 0 && HasClaim(facts.Sentences[sentence.Index - 1]))
            || (isPast && _reading.FirstMatch(words.Voices.Speech, sentence.FirstToken, negation) is not null && IsAboutConfirming(sentence, negation));
    }

    // An article about a rumour: what somebody in office says is not so answers it.
    private bool IsExamined()
    {
        var count = 0;
        var sentences = 0;
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText || sentence.Block.Kind == BlockKind.Embed)
            {
                continue;
            }

            sentences++;
            if (_reading.FirstMatch(words.Rumours, sentence.FirstToken, sentence.EndToken) is not null)
            {
                count++;
            }
        }

        return (count >= FewestRumourWords && count * SentencesOfRumour >= sentences) || (count > 0 && sentences <= LongestOfPost && OpensWithPost());
    }

    // A short article that soon brings up what somebody posted.
    private bool OpensWithPost()
    {
        foreach (var account in facts.Accounts)
        {
            if (account.Role == AccountRole.Posting && account.Sentence.Index <= OpeningSentences)
            {
                return true;
            }
        }

        return false;
    }

    // A word of the headline, of the lede or of a sentence about the rumour stands in it.
    private bool IsOfStory(Sentence sentence)
    {
        _story ??= StoryWords();
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (StemOf(i) is { } stem && _story.Contains(stem))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string> StoryWords()
    {
        var story = new HashSet<string>(StringComparer.Ordinal);
        var lede = facts.Article.Lede;
        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block == lede || sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek || (sentence.Block.IsArticleText && _reading.FirstMatch(words.Rumours, sentence.FirstToken, sentence.EndToken) is not null))
            {
                for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
                {
                    if (StemOf(i) is { } stem)
                    {
                        story.Add(stem);
                    }
                }
            }
        }

        return story;
    }

    // "poison" for "poisoned" and "poisoning"; null for what is no noun, and for names: they are in every sentence.
    private string? StemOf(int token) =>
        facts.Tokens[token] is { Kind: TokenKind.Word, Length: > 3 } && facts.Tags[token] is PennTag.NN or PennTag.NNS or PennTag.VBN or PennTag.VBG or PennTag.JJ
            ? _reading[token][..Math.Min(5, facts.Tokens[token].Length)].ToString().ToLowerInvariant()
            : null;

    private bool IsOfNow(Sentence sentence, int negation)
    {
        for (var i = Math.Max(sentence.FirstToken, negation - 3); i < negation; i++)
        {
            if (_reading.IsAny(i, "will", "would", "'ll", "’ll", "'d", "should", "must"))
            {
                return false;
            }
        }

        // "has not resolved it yet" says what is still to come.
        for (var i = negation + 1; i < sentence.EndToken && i < negation + 7; i++)
        {
            if (_reading.Is(i, "yet"))
            {
                return false;
            }
        }

        return true;
    }

    // A denial in the headline or the lede is what the story is about.
    private bool OpensStory(Denial denial) => denial.Sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek || denial.Sentence.Block == facts.Article.Lede;

    private bool IsPast(Sentence sentence, int negation)
    {
        if (!IsOfNow(sentence, negation))
        {
            return false;
        }

        return _reading.IsAny(negation, "no", "never", "neither", "nobody")
            || negation == sentence.FirstToken
            || _reading.IsQuote(negation - 1)
            || _reading.IsAny(negation - 1, "did", "was", "were", "had", "has", "have");
    }

    private bool IsSameName(Voice one, Voice other) => LastWord(one.Span).SequenceEqual(LastWord(other.Span));

    private ReadOnlySpan<char> LastWord(TextSpan span) => _reading[facts.FindToken(span.End - 1)];

    // "could not confirm the deaths and said leaders had not been targeted".
    private bool IsAboutConfirming(Sentence sentence, int negation)
    {
        for (var i = sentence.FirstToken; i < negation; i++)
        {
            if (_reading.IsAny(i, "confirm"))
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
            if (words.Claims.MatchAt(facts, i, sentence.EndToken) is { } claim && claim.Entry["weak"].Length == 0 && !_reading.IsAny(i, "report", "news", "criticism", "warning"))
            {
                return true;
            }
        }

        return false;
    }

    // The first negation that states a fact: "did not", "no … was", "there is no", "never", "neither … nor".
    private int? Negation(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_reading.IsAny(i, "not", "n't", "n’t", "never", "neither", "nobody") && IsFactual(sentence, i))
            {
                return i;
            }

            if (_isExamined && IsPlainNothing(sentence, i))
            {
                return HasNonDenial(sentence, i) ? null : i;
            }

            if (i + 1 < sentence.EndToken && i > sentence.FirstToken && _reading.IsQuote(i - 1) && _reading.IsQuote(i + 1))
            {
                continue;
            }

            if (_reading.Is(i, "no") && (IsSubject(sentence, i) || (i > sentence.FirstToken && _reading.IsAny(i - 1, "is", "was", "are", "were", "'s", "’s", "had", "has", "been", ":", "\"", "“"))))
            {
                return HasNonDenial(sentence, i) ? null : i;
            }
        }

        return null;
    }

    // "found nothing", "none of this", "employs nobody", "a nail cannot", "logged no balloon", "at no point": in an article about a rumour.
    private bool IsPlainNothing(Sentence sentence, int token)
    {
        if (_reading.IsAny(token, "nothing", "none", "nobody", "nowhere"))
        {
            return true;
        }

        if (_reading.IsAny(token, "cannot") || (token > sentence.FirstToken && _reading.Is(token - 1, "ca") && _reading.IsAny(token, "n't", "n’t")))
        {
            return !_reading.IsAny(token - 1, "we", "i", "you") && !(token > sentence.FirstToken + 1 && _reading.IsAny(token - 2, "we", "i", "you"));
        }

        return _reading.Is(token, "no")
            && token > sentence.FirstToken
            && (_reading.Is(token - 1, "at") || facts.Tags[token - 1] is PennTag.VBD or PennTag.VBN or PennTag.VBZ or PennTag.VBP);
    }

    // "No gate was locked": the noun phrase opens the statement.
    private bool IsSubject(Sentence sentence, int no)
    {
        if (no > sentence.FirstToken && !_reading.IsQuote(no - 1) && !_reading.IsAny(no - 1, "that", ":", ",", "said", "says", "saying", "insisted", "insists", "stated"))
        {
            return false;
        }

        for (var i = no + 2; i < sentence.EndToken && i < no + 9; i++)
        {
            if (_reading.IsAny(i, "was", "were", "is", "has", "have", "had", "met", "took", "ever", ",", ".") || _reading[i].EndsWith("ed", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFactual(Sentence sentence, int negation)
    {
        for (var i = negation - 1; i >= sentence.FirstToken && i >= negation - 8 && !_reading.Is(i, ","); i--)
        {
            if (_reading.IsAny(i, "if", "whether", "unless", "hope", "hopes", "hoped", "hoping", "wish"))
            {
                return false;
            }
        }

        if (_reading.IsAny(negation, "never", "neither", "nobody"))
        {
            return !HasNonDenial(sentence, negation);
        }

        var before = negation - 1;
        while (before > sentence.FirstToken && _reading[before].EndsWith("ly", StringComparison.Ordinal))
        {
            before--;
        }

        var isFragment = negation == sentence.FirstToken || _reading.IsQuote(before);
        return (isFragment || _reading.IsAny(before, "did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "'re", "’re", "'s", "’s", "and", "am", "'m", "’m")) && !HasNonDenial(sentence, negation);
    }

    private bool HasNonDenial(Sentence sentence, int negation)
    {
        for (var i = negation + 1; i < sentence.EndToken && i <= negation + 3; i++)
        {
            if (words.NonDenials.MatchAt(facts, i, sentence.EndToken) is not null)
            {
                return true;
            }

            // Only adverbs and auxiliaries may stand between.
            if (!_reading[i].EndsWith("ly", StringComparison.Ordinal) && !_reading.IsAny(i, "been", "yet", "even", "be", "a", "the", "any"))
            {
                return false;
            }
        }

        return false;
    }
}
