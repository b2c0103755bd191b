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
    private readonly DenyingNouns _nouns;
    private readonly DenyingIdioms _idioms;
    private readonly Story _story;
    private readonly List<Denial> _denials = [];

    public DenialReader(ArticleFacts facts, DenialWords words)
    {
        _facts = facts;
        _words = words;
        _reading = new Reading(facts);
        _speakers = new Speakers(facts, words.Voices, new Officials(facts, words.Voices));
        _story = new Story(facts, words);
        _verbs = new DenyingVerbs(facts, words, _speakers, _story);
        _nouns = new DenyingNouns(facts, words, _speakers);
        _idioms = new DenyingIdioms(facts, words, _speakers, _story);
    }

    /// <summary>One denial a sentence at most; an official one before another.</summary>
    public ImmutableArray<Denial> Read(List<Candidate> candidates)
    {
        // What denies by itself first: an opinion counts beside it, whether it stands before or after.
        var standing = WithoutUndone(candidates);
        AddAll(standing, isWeak: false);
        AddAll(standing, isWeak: true);
        new DeniedStatements(_facts, _words, _speakers, _story).AddTo(_denials);
        return [.. _denials.OrderBy(denial => denial.Sentence.Index)];
    }

    // "did not deny that he had called it a hoax": what follows is not denied either.
    private List<Candidate> WithoutUndone(List<Candidate> candidates)
    {
        var standing = new List<Candidate>(candidates.Count);
        var undone = -1;
        foreach (var candidate in candidates)
        {
            if (candidate.Class == "denies" && _verbs.IsBroken(candidate))
            {
                undone = candidate.Sentence.Index;
            }
            else if (undone != candidate.Sentence.Index)
            {
                standing.Add(candidate);
            }
        }

        return standing;
    }

    private void AddAll(List<Candidate> candidates, bool isWeak)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.IsWeak == isWeak)
            {
                Add(candidate);
            }
        }
    }

    private void Add(Candidate candidate)
    {
        var known = _denials.FindIndex(denial => denial.Sentence.Index == candidate.Sentence.Index);
        if ((known >= 0 && _denials[known].Denier.IsOfficial) || DenierOf(candidate) is not { } denier)
        {
            return;
        }

        var denial = new Denial(candidate.Sentence, SpanOf(candidate, denier), candidate.Match.Span, denier);
        if (known < 0)
        {
            _denials.Add(denial);
        }
        else if (denier.IsOfficial)
        {
            _denials[known] = denial;
        }
    }

    private Voice? DenierOf(Candidate candidate) => candidate.Class switch
    {
        Candidate.Idiom => _idioms.DenierOf(candidate, _denials),
        "calls" => _idioms.CallsFalse(candidate, _denials) ? _verbs.CallerOf(candidate) : null,
        "noun" => _nouns.DenierOf(candidate),
        _ => _verbs.DenierOf(candidate),
    };

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
            while (end > candidate.End + 3 && !_reading.IsAny(end, ", that which who in after and — – ;"))
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
        || (_reading.Is(token, ",") && token + 1 < end && _reading.IsAny(token + 1, "but while although which and after when as"));
}
