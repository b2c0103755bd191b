using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Finds who does what a verb says, and who says a sentence, also where no attribution was found for it.</summary>
internal sealed class Speakers
{
    // In tokens, of the words before a colon that name who speaks.
    private const int ReachOfLabel = 8;

    private readonly ArticleFacts _facts;
    private readonly VoiceWords _words;
    private readonly Officials _officials;
    private readonly Reading _reading;
    private readonly Subjects _subjects;
    private readonly Antecedents _antecedents;

    public Speakers(ArticleFacts facts, VoiceWords words, Officials officials)
    {
        _facts = facts;
        _words = words;
        _officials = officials;
        _reading = new Reading(facts);
        _subjects = new Subjects(facts, words);
        _antecedents = new Antecedents(facts, words, officials, _subjects, this);
    }

    /// <summary>A verb of speech at a token; null for the nouns that look like one ("reports", "claims").</summary>
    public PhraseMatch? SpeechVerbAt(Sentence sentence, int token) => _subjects.SpeechVerbAt(sentence, token);

    /// <summary>Who does what the verb at a token says; null where nobody is named.</summary>
    public Voice? SubjectOf(Sentence sentence, int verb) =>
        _subjects.Of(sentence, verb) is var (first, end) && end > first ? Resolve(sentence, first, end) : null;

    /// <summary>The body or office that opens a sentence and does what its first verb says; null where there is none.</summary>
    public Voice? Actor(Sentence sentence)
    {
        var verb = _subjects.FirstVerb(sentence);
        return verb > sentence.FirstToken && verb < sentence.EndToken && _officials.Judge(sentence.FirstToken, verb) is { IsOfficial: true, IsAssumed: false } actor ? actor : null;
    }

    /// <summary>Who says what stands at a token; null where nobody can be found.</summary>
    public Voice? SpeakerOf(Sentence sentence, int token)
    {
        var speaker = FromAttribution(sentence, token) ?? FromSpeechVerb(sentence, token) ?? FromColon(sentence, token) ?? FromNeighbours(sentence, token);
        return speaker is { IsOfficial: false } ? Mouthpiece(sentence) ?? speaker : speaker;
    }

    // "said through his lawyer that": who speaks for somebody.
    private Voice? Mouthpiece(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i + 2 < sentence.EndToken; i++)
        {
            if ((_reading.IsAny(i, "through via") || (_reading.Is(i, "by") && i > sentence.FirstToken && _reading.IsAny(i - 1, "read out issued released sent relayed")))
                && _reading.IsAny(i + 1, "his her their its a an")
                && !Quotes.IsInside(_facts.Article, sentence.Block, _facts.Tokens[i].Start)
                && _reading.FirstMatch(_words.Bodies, i + 2, Math.Min(sentence.EndToken, i + 4)) is { } office
                && office.Entry["kind"] == "spokesperson")
            {
                return new Voice(_reading.Span(i + 1, office.FirstToken + office.TokenCount), "spokesperson");
            }
        }

        return null;
    }

    // "Army: no tanks, no movement", "The university's answer took eleven words: “No paper was sold …”".
    private Voice? FromColon(Sentence sentence, int token)
    {
        for (var i = sentence.FirstToken + 1; i < token; i++)
        {
            if (_reading.Is(i, ":") && (i <= sentence.FirstToken + ReachOfLabel || _reading.IsQuote(i + 1)))
            {
                return _officials.Judge(sentence.FirstToken, i <= sentence.FirstToken + ReachOfLabel ? i : _subjects.FirstVerb(sentence));
            }
        }

        return sentence.Block.Kind == BlockKind.Headline ? FromColonAfter(sentence, token) : null;
    }

    // "No plan to raise fares: minister".
    private Voice? FromColonAfter(Sentence sentence, int token)
    {
        for (var i = Math.Max(token + 1, sentence.EndToken - ReachOfLabel); i + 1 < sentence.EndToken; i++)
        {
            if (_reading.Is(i, ":"))
            {
                return _officials.Judge(i + 1, sentence.EndToken);
            }
        }

        return null;
    }

    /// <summary>Who is named after "by" or "from" at a token; null where there is nobody.</summary>
    public Voice? AgentAfter(Sentence sentence, int after)
    {
        if (after >= sentence.EndToken || !_reading.IsAny(after, "by from"))
        {
            return null;
        }

        var end = after + 1;
        while (end < sentence.EndToken && end - after < 12 && _facts.Tokens[end].Kind != TokenKind.Punctuation)
        {
            end++;
        }

        return end == after + 1 ? null : Resolve(sentence, after + 1, end);
    }

    private Voice? FromAttribution(Sentence sentence, int token)
    {
        var at = _facts.Tokens[token].Start;
        foreach (var attribution in _facts.Attributions)
        {
            if (attribution.Source is null || attribution.Sentence.Index > sentence.Index + 3)
            {
                continue;
            }

            for (var i = 0; i < attribution.Content.Length; i++)
            {
                var content = attribution.Content[i];
                if (content.Contains(at) && !IsHearer(attribution))
                {
                    return FromSource(attribution.Source, attribution.Sentence);
                }
            }
        }

        return null;
    }

    // "…, told reporters": who is told does not speak.
    private bool IsHearer(Attribution attribution) =>
        attribution.Source!.Span.Start > attribution.Cue.End && _reading.Is(_facts.FindToken(attribution.Cue.End - 1), "told");

    private bool IsPronoun(int token) => _reading.IsAny(token, "he she it they we who");

    private Voice? FromSource(Source source, Sentence sentence)
    {
        if (source.Antecedent is null && IsPronoun(_facts.FindToken(source.Span.Start)))
        {
            return null;
        }

        if (source.Antecedent is { } far && !sentence.Block.Span.Contains(far) && IsPronoun(_facts.FindToken(source.Span.Start)) && _antecedents.InBlockBefore(sentence) is { } near)
        {
            return near;
        }

        var span = source.Antecedent ?? source.Span;
        var judged = _officials.Judge(_facts.FindToken(span.Start), _facts.FindToken(span.End - 1) + 1);
        if (judged is { IsOfficial: true })
        {
            return judged;
        }

        // "Obama" where an earlier mention of his, in a headline say, names no office.
        if (source.Antecedent is not null && !IsPronoun(_facts.FindToken(source.Span.Start)) && _officials.Judge(_facts.FindToken(source.Span.Start), _facts.FindToken(source.Span.End - 1) + 1) is { IsOfficial: true, IsAssumed: false } shorter)
        {
            return shorter;
        }

        return _officials.IsPrivateVoice(_facts.FindToken(span.Start), _facts.FindToken(span.End - 1) + 1) ? judged : source.Kind switch
        {
            SourceKind.Organisation => new Voice(span, "organisation"),
            SourceKind.Office => judged ?? new Voice(span, "government"),
            _ => judged ?? new Voice(span, Voice.Person),
        };
    }

    /// <summary>The subject of the verb of speech that governs a token; null where there is none.</summary>
    public Voice? FromSpeechVerb(Sentence sentence, int token)
    {
        Voice? found = null;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_subjects.SpeechVerbAt(sentence, i) is not { } verb || Quotes.IsInside(_facts.Article, sentence.Block, _facts.Tokens[i].Start))
            {
                continue;
            }

            var speaker = _reading.Is(i, "according") || _subjects.IsPassive(sentence, i) ? null : SubjectOf(sentence, i);
            speaker ??= After(sentence, i + verb.TokenCount);
            if (speaker is not null && (found is null || i < token))
            {
                found = speaker;
            }

            i += verb.TokenCount - 1;
        }

        return found;
    }

    /// <summary>Who is named at a token: "said Chris Hamele", "according to the ministry"; null where nobody is.</summary>
    public Voice? After(Sentence sentence, int first)
    {
        var end = first;
        while (end < sentence.EndToken && end - first < 12 && !_reading.IsQuote(end) && !_reading.IsAny(end, ". ; : that") && !(end > first + 1 && _facts.Tags[end] is PennTag.VBD or PennTag.VBZ))
        {
            end++;
        }

        if (end > first && _reading.IsAny(first, "him her them it") && _reading.Is(first - 1, "to"))
        {
            return _antecedents.Nearest(sentence);
        }

        return end == first ? null : _officials.Judge(first, end);
    }

    // Words in quotation marks without a speaker of their own belong to the one beside them in the paragraph.
    private Voice? FromNeighbours(Sentence sentence, int token)
    {
        if (!Quotes.IsInside(_facts.Article, sentence.Block, _facts.Tokens[token].Start))
        {
            return null;
        }

        for (var distance = 1; distance <= 3; distance++)
        {
            foreach (var index in (ReadOnlySpan<int>)[sentence.Index - distance, sentence.Index + distance])
            {
                if (index >= 0 && index < _facts.Sentences.Length && IsNear(sentence, _facts.Sentences[index]) && FromSpeechVerb(_facts.Sentences[index], int.MaxValue) is { } speaker)
                {
                    return speaker;
                }
            }
        }

        return FromSentenceBefore(sentence);
    }

    // "The actor's representatives issued a statement." before a quotation that opens a paragraph.
    private Voice? FromSentenceBefore(Sentence sentence)
    {
        if (sentence.Index == 0 || !_reading.IsQuote(FirstOfBlock(sentence)))
        {
            return null;
        }

        var before = _facts.Sentences[FirstSentenceOfBlock(sentence) is var first and > 0 ? first - 1 : 0];
        return before.Block.IsArticleText ? _officials.Judge(before.FirstToken, Math.Min(before.EndToken, before.FirstToken + 6)) : null;
    }

    private int FirstOfBlock(Sentence sentence) => _facts.Sentences[FirstSentenceOfBlock(sentence)].FirstToken;

    private int FirstSentenceOfBlock(Sentence sentence)
    {
        var index = sentence.Index;
        while (index > 0 && ReferenceEquals(_facts.Sentences[index - 1].Block, sentence.Block))
        {
            index--;
        }

        return index;
    }

    // The same paragraph, or the one before.
    private static bool IsNear(Sentence sentence, Sentence other) =>
        ReferenceEquals(sentence.Block, other.Block) || (other.Index < sentence.Index && other.Index == sentence.Index - 1);

    private Voice? Resolve(Sentence sentence, int first, int end)
    {
        if (IsPronoun(end - 1))
        {
            return (_reading.Is(end - 1, "it") ? _antecedents.Opener(sentence) : null) ?? _antecedents.Nearest(sentence);
        }

        return _officials.Judge(first, end);
    }
}
