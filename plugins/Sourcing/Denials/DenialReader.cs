using System.Collections.Immutable;
using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Reads the candidates of one article and keeps what denies.</summary>
internal sealed class DenialReader
{
    // Characters; beyond that a marked clause hides what it marks.
    private const int LongestSpan = 160;

    private readonly ArticleFacts _facts;
    private readonly Reading _reading;
    private readonly DenialWords _words;
    private readonly Speakers _speakers;
    private readonly DenyingVerbs _verbs;
    private readonly List<Denial> _denials = [];

    public DenialReader(ArticleFacts facts, DenialWords words)
    {
        _facts = facts;
        _words = words;
        _reading = new Reading(facts);
        _speakers = new Speakers(facts, words.Voices, new Officials(facts, words.Voices));
        _verbs = new DenyingVerbs(facts, words, _speakers);
    }

    /// <summary>One denial a sentence at most; an official one before another.</summary>
    public ImmutableArray<Denial> Read(List<Candidate> candidates)
    {
        var undone = -1;
        foreach (var candidate in candidates)
        {
            // "did not deny that he had called it a hoax": what follows is not denied either.
            if (candidate.Class == "denies" && _verbs.IsBroken(candidate))
            {
                undone = candidate.Sentence.Index;
                continue;
            }

            if (undone == candidate.Sentence.Index)
            {
                continue;
            }

            var last = _denials.Count > 0 ? _denials[^1] : null;
            var isKnown = last is not null && last.Sentence.Index == candidate.Sentence.Index;
            if (isKnown && last!.Denier.IsOfficial)
            {
                continue;
            }

            if (DenierOf(candidate) is { } denier)
            {
                var denial = new Denial(candidate.Sentence, SpanOf(candidate, denier), candidate.Match.Span, denier);
                if (!isKnown)
                {
                    _denials.Add(denial);
                }
                else if (denier.IsOfficial)
                {
                    _denials[^1] = denial;
                }
            }
        }

        new DeniedStatements(_facts, _words, _speakers).AddTo(_denials);
        return [.. _denials.OrderBy(denial => denial.Sentence.Index)];
    }

    private Voice? DenierOf(Candidate candidate) => candidate.Class switch
    {
        Candidate.Idiom => SpeakerOfIdiom(candidate),
        "calls" => CallsFalse(candidate) ? _speakers.SubjectOf(candidate.Sentence, candidate.Match.FirstToken) ?? _speakers.SpeakerOf(candidate.Sentence, candidate.Match.FirstToken) : null,
        "noun" => _verbs.DenierOfNoun(candidate),
        _ => _verbs.DenierOf(candidate),
    };

    private Voice? SpeakerOfIdiom(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        for (var i = first - 1; i >= candidate.Sentence.FirstToken && i >= first - 4; i--)
        {
            if (_reading.IsAny(i, "if", "whether", "hope", "hopes", "hoped", "hoping", "may", "might", "could", "appears", "seems") || (i == first - 1 && _reading.IsAny(i, "not", "n't")))
            {
                return null;
            }
        }

        return (candidate.Match.Entry["predicate"] != "yes" || IsPredicate(candidate))
            && _speakers.SpeakerOf(candidate.Sentence, first) is { } speaker
            && candidate.Match.Entry["weak"] switch
            {
                "yes" => AnswersClaim(candidate, speaker),
                "evidence" => AnswersClaim(candidate, speaker) || _denials.Exists(denial => denial.Denier.IsOfficial),
                _ => true,
            }
            ? speaker
            : null;
    }

    // "is fake", "as 100 per cent fake", "\"Fake.": after a verb of being, "as" or a mark that opens; not before a noun that it labels.
    private bool IsPredicate(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        for (var i = candidate.Match.FirstToken - 1; i >= sentence.FirstToken && i >= candidate.Match.FirstToken - 6; i--)
        {
            if (_reading.IsAny(i, "is", "are", "was", "were", "been", "be", "being", "'s", "’s", "as", "it", "them", "'re", "’re") || (i == candidate.Match.FirstToken - 1 && _reading.IsQuote(i)) || _reading.Is(i, ":"))
            {
                return !LabelsNoun(candidate);
            }

            if (_reading.IsAny(i, "the", "this", "that", "these", "those", "his", "her", "their", "by", "of", "about"))
            {
                return false;
            }
        }

        return candidate.Match.FirstToken == sentence.FirstToken && !LabelsNoun(candidate);
    }

    // "false statements", "the hoax report": the next word is a noun.
    private bool LabelsNoun(Candidate candidate) =>
        candidate.End < candidate.Sentence.EndToken
        && (_facts.Tags[candidate.End] is PennTag.NN or PennTag.NNS || _words.Claims.MatchAt(_facts, candidate.End, candidate.Sentence.EndToken) is not null);

    // An opinion ("ridiculous") denies where a claim stands beside it, or where the same speaker has just denied.
    private bool AnswersClaim(Candidate candidate, Voice speaker)
    {
        var sentence = candidate.Sentence;
        return HasClaim(sentence.FirstToken, sentence.EndToken)
            || (_denials.Count > 0 && _denials[^1].Sentence.Index >= sentence.Index - 2 && _denials[^1].Denier.IsOfficial == speaker.IsOfficial);
    }

    private bool HasClaim(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_words.Claims.MatchAt(_facts, i, end) is { } claim && (claim.Entry["weak"].Length == 0 || (i > first && _reading.IsAny(i - 1, "those", "these", "such"))))
            {
                return true;
            }
        }

        return false;
    }

    private bool CallsFalse(Candidate candidate)
    {
        var end = Math.Min(candidate.Sentence.EndToken, candidate.End + 16);
        var isNegated = candidate.Match.FirstToken > candidate.Sentence.FirstToken && _reading.IsAny(candidate.Match.FirstToken - 1, "not", "n't", "never");
        return !isNegated
            && _reading.FirstMatch(_words.Idioms, candidate.End, end) is { } idiom
            && (idiom.Entry["weak"].Length == 0 || HasClaim(candidate.Sentence.FirstToken, candidate.Sentence.EndToken) || _denials.Count > 0);
    }

    // From the denier, where he stands before the cue, to the end of the clause.
    private TextSpan SpanOf(Candidate candidate, Voice denier)
    {
        var sentence = candidate.Sentence;
        var start = sentence.Span.Contains(denier.Span) && denier.Span.Start < candidate.Match.Span.Start ? denier.Span.Start : ClauseStart(candidate);
        var last = candidate.End;
        while (last < sentence.EndToken && !EndsClause(last, sentence.EndToken))
        {
            last++;
        }

        return new TextSpan(start, Math.Max(candidate.Match.Span.End, _facts.Tokens[Shorten(candidate, start, last) - 1].End));
    }

    // A clause that runs on is cut at its next joint after what is denied.
    private int Shorten(Candidate candidate, int start, int last)
    {
        var end = last;
        while (end > candidate.End + 3 && _facts.Tokens[end - 1].End - start > LongestSpan)
        {
            end--;
            while (end > candidate.End + 3 && !_reading.IsAny(end, ",", "that", "which", "who", "in", "after", "and", "—", "–", ";"))
            {
                end--;
            }
        }

        return end;
    }

    private int ClauseStart(Candidate candidate)
    {
        var first = candidate.Match.FirstToken;
        while (first > candidate.Sentence.FirstToken && !EndsClause(first - 1, candidate.Sentence.EndToken))
        {
            first--;
        }

        return _facts.Tokens[first].Start;
    }

    private bool EndsClause(int token, int end) =>
        _reading.Is(token, ";")
        || (_reading.Is(token, ",") && token + 1 < end && _reading.IsAny(token + 1, "but", "while", "although", "which", "and", "after", "when", "as"));
}
