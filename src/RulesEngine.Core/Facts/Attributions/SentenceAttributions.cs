using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Reads the sentences of an article from left to right and collects their attributions. Those in what somebody says are left
/// out: the outermost one counts, as in PolNeAR.
/// </summary>
internal sealed class SentenceAttributions
{
    private readonly SentenceChunks _chunks;
    private readonly ChunkReader _reader;
    private readonly Subjects _subjects;
    private readonly VerbCues _verbs;
    private readonly ClauseCues _clauses;
    private readonly AdjectiveCues _adjectives;
    private readonly NounCues _nouns;
    private readonly PhraseCues _marks;
    private readonly SourceClassifier _sources;
    private readonly List<AttributionDraft> _found = [];
    private TokenRange? _subject;
    private TokenRange? _mainSubject;
    private int _covered;
    private int _leftEdge;
    private TokenRange _trailing;

    public SentenceAttributions(ArticleFacts facts, ArticleCues cues, WordClasses words, SourceClassifier sources, QuoteMap quotes)
    {
        _chunks = new SentenceChunks(facts);
        _sources = sources;
        _reader = new ChunkReader(facts, cues, words, quotes);
        var phrases = new NounPhrases(_chunks);
        _subjects = new Subjects(_chunks, cues, words, phrases);
        var contents = new Contents(_chunks, cues);
        var drafts = new CueDrafts(_chunks, contents);
        var left = new LeftContents(_chunks, phrases, sources.CanSpeak);
        var right = new RightContents(_chunks);
        _clauses = new ClauseCues(_chunks, cues, quotes, contents, drafts, left, right, sources.IsWritten);
        var complements = new ComplementCues(_chunks, cues, phrases, contents, drafts, left, right, sources.CanSpeak);
        var passives = new PassiveCues(_chunks, phrases, contents, drafts, complements, sources.CanSpeak);
        _adjectives = new AdjectiveCues(_chunks, cues, contents, drafts, complements, right);
        _verbs = new VerbCues(_chunks, cues, _clauses, complements, passives, _adjectives, drafts, sources.CanSpeak);
        _nouns = new NounCues(_chunks, cues, words, phrases, contents, sources.CanSpeak);
        _marks = new PhraseCues(_chunks, cues, phrases, contents, sources, quotes);
    }

    /// <summary>The attributions of a stretch of a sentence, in the order of their cues; the list is used again for the next sentence.</summary>
    public List<AttributionDraft> Read(Sentence sentence, TokenRange range)
    {
        _found.Clear();
        _reader.Read(sentence, range, _chunks.Chunks);
        _subject = null;
        _mainSubject = null;
        _covered = 0;
        _leftEdge = SkipDateline(sentence);
        _trailing = default;
        ReadTrailing(sentence);
        for (var i = 0; i < _chunks.Count; i++)
        {
            if (i >= _covered && !(i >= _trailing.First && i < _trailing.End))
            {
                ReadChunk(sentence, i);
            }
        }

        _found.Sort((left, right) => left.CueRange.First.CompareTo(right.CueRange.First));
        return _found;
    }

    // "The plan, which critics call a mistake, is dead, he said": one attribution, found from its end.
    private void ReadTrailing(Sentence sentence)
    {
        for (var i = 0; i < _chunks.Count; i++)
        {
            if (_marks.FindTrailing(sentence, i) is { } phrase)
            {
                _found.Add(phrase);
                _trailing = new TokenRange(0, _chunks.Count);
                return;
            }
        }

        for (var i = 0; i < _chunks.Count; i++)
        {
            var draft = _clauses.CanTrail(sentence, i) ? _clauses.FindTrailing(sentence, i, _subjects.Before(i), _leftEdge) : null;
            if (draft is not null)
            {
                _found.Add(draft);
                _subject = draft.Source is { } source ? new TokenRange(ChunkAfter(source.First), ChunkAfter(source.End)) : null;
                _trailing = new TokenRange(0, ChunkAfter(EndOf(draft)));
                _leftEdge = SkipMarks(_trailing.End);
                return;
            }
        }
    }

    private void ReadChunk(Sentence sentence, int i)
    {
        switch (_chunks[i].Kind)
        {
            case ChunkKind.Verb:
                var subject = FindSubject(i);
                var draft = _marks.Find(sentence, i, _leftEdge) ?? _verbs.Find(sentence, i, subject, _leftEdge);
                Convey(draft, i);
                Add(draft);
                if (_chunks[i].Form == VerbForm.Finite || (draft?.Source is not null && _chunks[i].Form == VerbForm.Participle))
                {
                    // "He looked up, furrowed his brow and said": a verb without one of its own shares it.
                    _subject = subject ?? _subject;
                    _mainSubject = subject is { } range && _chunks.Is(range.First, ChunkKind.Question) ? _mainSubject : subject;
                }

                break;
            case ChunkKind.Adjective:
                Add(_adjectives.FindBareAdjective(sentence, i, FindDescribed(i)));
                break;
            case ChunkKind.Noun:
                Add(_nouns.Find(sentence, i, _chunks.Is(i - 1, ChunkKind.Verb) ? _subject : null));
                break;
            default:
                Add(_marks.Find(sentence, i, _leftEdge));
                break;
        }
    }

    // "[voters] angry at the ruling"; ", confident that": the subject of the sentence.
    private TokenRange? FindDescribed(int adjective)
    {
        var before = _chunks.Is(adjective - 1, ChunkKind.Adverb) ? adjective - 2 : adjective - 1;
        return _chunks.Is(before, ChunkKind.Noun) ? _subjects.Before(before + 1)
            : _chunks.Is(before, ChunkKind.Comma) ? _mainSubject
            : null;
    }

    // "She issued a statement on Friday saying": who issues it says it.
    private void Convey(AttributionDraft? draft, int gerund)
    {
        if (draft?.Source is null || _chunks[gerund].Form != VerbForm.Gerund || _subject is not { } subject)
        {
            return;
        }

        var noun = gerund - 1;
        while (noun > 1 && (_chunks[noun].IsTime || (_chunks.Is(noun, ChunkKind.Noun) && _chunks.Is(noun - 1, ChunkKind.Preposition))))
        {
            noun -= _chunks[noun].IsTime ? 1 : 2;
        }

        var verb = _chunks.Is(noun - 1, ChunkKind.Adverb) ? noun - 2 : noun - 1;
        if (!_chunks.Is(noun, ChunkKind.Noun) || !_chunks.IsFinite(verb) || subject.End > verb || _chunks.StartsWith(subject.First, "there"))
        {
            return;
        }

        var isLent = verb == noun - 1 && noun == gerund - 1 && _verbs.Lends(verb) && !_chunks.IsName(noun) && _chunks.Facts.Tags[_chunks[noun].First] != PennTag.PRPS;
        if (isLent || _sources.IsWritten(_chunks[noun].Head))
        {
            draft.Source = new TokenRange(_chunks[subject.First].First, _chunks[subject.End - 1].End);
            draft.CueRange = draft.CueRange with { First = _chunks[verb].First };
        }
    }

    // A verb without a subject of its own ("and said", "saying", "to say") shares that of the verb before it.
    private TokenRange? FindSubject(int verb)
    {
        if (_chunks.Is(_chunks.Is(verb - 1, ChunkKind.Adverb) ? verb - 2 : verb - 1, ChunkKind.Coordinator) || _chunks[verb].Form == VerbForm.Infinitive && verb > 1)
        {
            return _subject ?? (_chunks[verb].Form == VerbForm.Infinitive ? _subjects.Before(verb) : null);
        }

        if (_subject is null && _chunks[verb].Form == VerbForm.Gerund && (verb == 0 || _chunks[verb - 1].Kind is ChunkKind.Preposition or ChunkKind.Subordinator))
        {
            return FollowingSubject(verb);
        }

        // "won, with Roe saying that": a subject of its own.
        if (_chunks[verb].Form == VerbForm.Gerund && _subjects.Before(verb) is { } absolute && _chunks.StartsWith(absolute.First - 1, "with"))
        {
            return absolute;
        }

        // "Roe on defense, attacking critics", "Spending the week bickering over it, Roe": no verb before has a subject.
        if (_subject is null && _chunks[verb].Form == VerbForm.Gerund)
        {
            return _chunks.Is(verb - 1, ChunkKind.Comma) && _chunks.IsName(0) ? new TokenRange(0, 1)
                : _chunks[0].Kind is ChunkKind.Subordinator or ChunkKind.Preposition || _chunks.IsVerb(0, VerbForm.Gerund) ? FollowingSubject(verb) ?? _subjects.Before(verb)
                : _subjects.Before(verb);
        }

        if (_chunks[verb].Form is VerbForm.Gerund or VerbForm.Participle && (!_chunks.Is(verb - 1, ChunkKind.Noun) || (_subject is not null && !_sources.CanSpeak(_chunks[verb - 1].Head))))
        {
            return _chunks.Is(verb - 1, ChunkKind.Comma) || _chunks.Is(verb - 1, ChunkKind.Quotation) ? _mainSubject ?? _subject : _subject;
        }

        return _subjects.Before(verb) ?? (_chunks.Is(verb - 1, ChunkKind.Comma) && FollowsCoordinator(verb) ? _subject : null);
    }

    // "and, despite its name, will focus on": an aside parts the verb from what joins it to the one before.
    private bool FollowsCoordinator(int verb)
    {
        for (var i = verb - 2; i > 0 && verb - i < 8; i--)
        {
            if (_chunks.Is(i, ChunkKind.Coordinator))
            {
                return !_chunks.Is(i + 1, ChunkKind.Noun);
            }

            if (_chunks[i].Kind is not ChunkKind.Noun and not ChunkKind.Preposition and not ChunkKind.Adverb and not ChunkKind.Subordinator and not ChunkKind.Comma)
            {
                return false;
            }
        }

        return false;
    }

    // "After arguing that it was over, Roe lost": the one who argued is the subject of the main clause.
    private TokenRange? FollowingSubject(int verb)
    {
        for (var i = verb + 1; i + 2 < _chunks.Count; i++)
        {
            if (_chunks.Is(i, ChunkKind.Comma) && _chunks.IsClauseStart(i + 1))
            {
                var end = i + 1;
                while (!_chunks.IsFinite(end))
                {
                    end++;
                }

                return _subjects.Before(end);
            }
        }

        return null;
    }

    private void Add(AttributionDraft? draft)
    {
        if (draft is null)
        {
            return;
        }

        _found.Add(draft);
        _covered = Math.Max(_covered, ChunkAfter(EndOf(draft)));
        _leftEdge = SkipMarks(_covered);
    }

    private static int EndOf(AttributionDraft draft)
    {
        var end = Math.Max(draft.CueRange.End, draft.Source?.End ?? 0);
        for (var i = 0; i < draft.Content.Count; i++)
        {
            end = Math.Max(end, draft.Content[i].End);
        }

        return end;
    }

    private int ChunkAfter(int token)
    {
        var chunk = 0;
        while (chunk < _chunks.Count && _chunks[chunk].First < token)
        {
            chunk++;
        }

        return chunk;
    }

    private int SkipDateline(Sentence sentence) =>
        _chunks.Facts.Article.Dateline is { } dateline && sentence.Span.Contains(dateline) ? AfterDash(ChunkAfter(_chunks.Facts.FindToken(dateline.End))) : 0;

    private int AfterDash(int chunk) => _chunks.Is(chunk, ChunkKind.Dash) ? chunk + 1 : chunk;

    private int SkipMarks(int chunk)
    {
        while (chunk < _chunks.Count && _chunks[chunk].Kind is (ChunkKind.Comma or ChunkKind.Semicolon or ChunkKind.Coordinator))
        {
            chunk++;
        }

        return chunk;
    }
}
