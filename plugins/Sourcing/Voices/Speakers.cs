using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Finds who does what a verb says, and who says a sentence, also where no attribution was found for it.</summary>
internal sealed class Speakers(ArticleFacts facts, VoiceWords words, Officials officials)
{
    private const int Reach = 30;

    private readonly Reading _reading = new(facts);

    /// <summary>Who does what the verb at a token says; null where nobody is named.</summary>
    public Voice? SubjectOf(Sentence sentence, int verb)
    {
        var end = SkipAuxiliaries(sentence, verb);
        if (end <= sentence.FirstToken)
        {
            return null;
        }

        var overCommas = _reading.IsAny(end - 1, ",", "who", ")");
        if (overCommas)
        {
            end -= _reading.Is(end - 1, "who") && end - 2 >= sentence.FirstToken && _reading.Is(end - 2, ",") ? 2 : 1;
        }

        var first = end;
        while (first > sentence.FirstToken && end - first < Reach && !IsBoundary(first - 1, overCommas))
        {
            first--;
        }

        // "A commander who goes by the name Bars called it a lie": the clause tells of whom stands before it.
        if (first - 1 > sentence.FirstToken && first < end && _reading.Is(first - 1, "who"))
        {
            end = first - 1;
            first = end;
            while (first > sentence.FirstToken && end - first < Reach && !IsBoundary(first - 1, overCommas: false))
            {
                first--;
            }
        }

        return first == end ? null : Resolve(sentence, first, end);
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
            if ((_reading.IsAny(i, "through", "via") || (_reading.Is(i, "by") && i > sentence.FirstToken && _reading.IsAny(i - 1, "read", "out", "issued", "released", "sent", "relayed")))
                && _reading.IsAny(i + 1, "his", "her", "their", "its", "a", "an")
                && !Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[i].Start)
                && _reading.FirstMatch(words.Bodies, i + 2, Math.Min(sentence.EndToken, i + 4)) is { } office
                && office.Entry["kind"] == "spokesperson")
            {
                return new Voice(_reading.Span(i + 1, office.FirstToken + office.TokenCount), "spokesperson");
            }
        }

        return null;
    }

    // "Army: no tanks, no movement".
    private Voice? FromColon(Sentence sentence, int token)
    {
        for (var i = sentence.FirstToken + 1; i < token && i <= sentence.FirstToken + 8; i++)
        {
            if (_reading.Is(i, ":"))
            {
                return officials.Judge(sentence.FirstToken, i);
            }
        }

        return null;
    }

    /// <summary>Who is named after "by" or "from" at a token; null where there is nobody.</summary>
    public Voice? AgentAfter(Sentence sentence, int after)
    {
        if (after >= sentence.EndToken || !_reading.IsAny(after, "by", "from"))
        {
            return null;
        }

        var end = after + 1;
        while (end < sentence.EndToken && end - after < 12 && facts.Tokens[end].Kind != TokenKind.Punctuation)
        {
            end++;
        }

        return end == after + 1 ? null : Resolve(sentence, after + 1, end);
    }

    private Voice? FromAttribution(Sentence sentence, int token)
    {
        var at = facts.Tokens[token].Start;
        foreach (var attribution in facts.Attributions)
        {
            if (attribution.Source is null || attribution.Sentence.Index > sentence.Index + 3)
            {
                continue;
            }

            foreach (var content in attribution.Content)
            {
                if (content.Contains(at))
                {
                    return FromSource(attribution.Source, attribution.Sentence);
                }
            }
        }

        return null;
    }

    private bool IsPronoun(int token) => _reading.IsAny(token, "he", "she", "it", "they", "we", "who");

    private Voice? FromSource(Source source, Sentence sentence)
    {
        if (source.Antecedent is null && IsPronoun(facts.FindToken(source.Span.Start)))
        {
            return null;
        }

        if (source.Antecedent is { } far && !sentence.Block.Span.Contains(far) && IsPronoun(facts.FindToken(source.Span.Start)) && InBlockBefore(sentence) is { } near)
        {
            return near;
        }

        var span = source.Antecedent ?? source.Span;
        var judged = officials.Judge(facts.FindToken(span.Start), facts.FindToken(span.End - 1) + 1);
        if (judged is { IsOfficial: true })
        {
            return judged;
        }

        // "Obama" where an earlier mention of his, in a headline say, names no office.
        if (source.Antecedent is not null && !IsPronoun(facts.FindToken(source.Span.Start)) && officials.Judge(facts.FindToken(source.Span.Start), facts.FindToken(source.Span.End - 1) + 1) is { IsOfficial: true, IsAssumed: false } shorter)
        {
            return shorter;
        }

        return officials.IsPrivateVoice(facts.FindToken(span.Start), facts.FindToken(span.End - 1) + 1) ? judged : source.Kind switch
        {
            SourceKind.Organisation => new Voice(span, "organisation"),
            SourceKind.Office => new Voice(span, "government"),
            _ => judged ?? new Voice(span, Voice.Person),
        };
    }

    private Voice? FromSpeechVerb(Sentence sentence, int token)
    {
        Voice? found = null;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (SpeechVerbAt(sentence, i) is not { } verb || Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[i].Start))
            {
                continue;
            }

            var speaker = _reading.Is(i, "according") ? null : SubjectOf(sentence, i);
            speaker ??= After(sentence, i + verb.TokenCount);
            if (speaker is not null && (found is null || i < token))
            {
                found = speaker;
            }

            i += verb.TokenCount - 1;
        }

        return found;
    }

    /// <summary>A verb of speech at a token; null for the nouns that look like one ("reports", "claims").</summary>
    public PhraseMatch? SpeechVerbAt(Sentence sentence, int token) =>
        words.Speech.MatchAt(facts, token, sentence.EndToken) is { } match
        && (match.TokenCount > 1 || facts.Tags[token] is PennTag.VB or PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBN or PennTag.VBG || _reading.IsAny(token, "said", "told", "wrote", "added", "tweeted"))
            ? match
            : null;

    // "said Chris Hamele", "according to the ministry".
    private Voice? After(Sentence sentence, int first)
    {
        var end = first;
        while (end < sentence.EndToken && end - first < 12 && !_reading.IsQuote(end) && !_reading.IsAny(end, ".", ";", ":", "that") && !(end > first + 1 && facts.Tags[end] is PennTag.VBD or PennTag.VBZ))
        {
            end++;
        }

        if (end > first && _reading.IsAny(first, "him", "her", "them", "it") && _reading.Is(first - 1, "to"))
        {
            return Antecedent(sentence);
        }

        return end == first ? null : officials.Judge(first, end);
    }

    // Words in quotation marks without a speaker of their own belong to the one beside them in the paragraph.
    private Voice? FromNeighbours(Sentence sentence, int token)
    {
        if (!Quotes.IsInside(facts.Article, sentence.Block, facts.Tokens[token].Start))
        {
            return null;
        }

        for (var distance = 1; distance <= 3; distance++)
        {
            foreach (var index in (ReadOnlySpan<int>)[sentence.Index - distance, sentence.Index + distance])
            {
                if (index >= 0 && index < facts.Sentences.Length && IsNear(sentence, facts.Sentences[index]) && FromSpeechVerb(facts.Sentences[index], int.MaxValue) is { } speaker)
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

        var before = facts.Sentences[FirstSentenceOfBlock(sentence) is var first and > 0 ? first - 1 : 0];
        return before.Block.IsArticleText ? officials.Judge(before.FirstToken, Math.Min(before.EndToken, before.FirstToken + 6)) : null;
    }

    private int FirstOfBlock(Sentence sentence) => facts.Sentences[FirstSentenceOfBlock(sentence)].FirstToken;

    private int FirstSentenceOfBlock(Sentence sentence)
    {
        var index = sentence.Index;
        while (index > 0 && ReferenceEquals(facts.Sentences[index - 1].Block, sentence.Block))
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
            return (_reading.Is(end - 1, "it") ? Opener(sentence) : null) ?? Antecedent(sentence);
        }

        return officials.Judge(first, end);
    }

    // "His agent had had breakfast with him. “He is well,” she said.": somebody of the paragraph goes before who is named farther back.
    private Voice? InBlockBefore(Sentence sentence)
    {
        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - 2 && ReferenceEquals(facts.Sentences[index].Block, sentence.Block); index--)
        {
            var before = facts.Sentences[index];
            if (_reading.IsQuote(before.FirstToken) || Quotes.IsInside(facts.Article, before.Block, before.Span.Start))
            {
                continue;
            }

            if ((FromSpeechVerb(before, int.MaxValue) ?? Opener(facts.Sentences[index + 1])) is { IsOfficial: true, IsAssumed: false } official)
            {
                return official;
            }
        }

        return null;
    }

    // "The embassy put out a notice. It denied …": the body that opens the sentence before, where that reports nobody's words.
    private Voice? Opener(Sentence sentence)
    {
        var before = sentence.Index > 0 ? facts.Sentences[sentence.Index - 1] : sentence;
        if (before == sentence || !ReferenceEquals(before.Block, sentence.Block) || _reading.FirstMatch(words.Speech, before.FirstToken, before.EndToken) is not null)
        {
            return null;
        }

        var verb = before.FirstToken;
        while (verb < before.EndToken && facts.Tags[verb] is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VB or PennTag.VBN or PennTag.MD))
        {
            verb++;
        }

        return verb > before.FirstToken && verb < before.EndToken && officials.Judge(before.FirstToken, verb) is { IsOfficial: true } opener ? opener : null;
    }

    // The nearest speaker or subject before a pronoun.
    private Voice? Antecedent(Sentence sentence)
    {
        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - 3; index--)
        {
            var earlier = facts.Sentences[index];
            for (var i = earlier.EndToken - 1; i >= earlier.FirstToken; i--)
            {
                if (words.Speech.MatchAt(facts, i, earlier.EndToken) is null && words.Denying.MatchAt(facts, i, earlier.EndToken) is null)
                {
                    continue;
                }

                if ((SubjectOf(earlier, i) ?? After(earlier, i + 1)) is { } subject)
                {
                    return subject;
                }
            }

            if (ReferenceEquals(earlier.Block, sentence.Block) && Opener(facts.Sentences[index + 1]) is { IsAssumed: false } opener)
            {
                return opener;
            }
        }

        return null;
    }

    private int SkipAuxiliaries(Sentence sentence, int verb)
    {
        var end = verb;
        while (end > sentence.FirstToken)
        {
            var word = _reading[end - 1];
            if (IsQuotedAdverb(sentence, end))
            {
                end -= 3;
                continue;
            }

            var isAdverb = word.Length > 4 && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && char.IsLower(word[0]);
            if (!isAdverb && !_reading.IsAny(end - 1, "has", "have", "had", "also", "then", "later", "again", "since", "been", "always", "even", "still", "soon", "ever", "now", "just", "did", "does", "do", "both", "all", "to", "quick", "took", "too", "is", "are"))
            {
                break;
            }

            end--;
        }

        return end;
    }

    // "“categorically” denies".
    private bool IsQuotedAdverb(Sentence sentence, int end) =>
        end - 3 > sentence.FirstToken && _reading.IsQuote(end - 1) && _reading.IsQuote(end - 3) && _reading[end - 2].EndsWith("ly", StringComparison.Ordinal);

    private bool IsBoundary(int token, bool overCommas) =>
        _reading.IsQuote(token)
        || _reading.IsAny(token, ";", ":", "—", "–", "but", "that", "which", "while", "although", "though", "because", "when", "where", "if", "whether", "who", "as")
        || (_reading.Is(token, ",") && !overCommas)
        || (_reading.Is(token, "and") && token > 0 && _reading.Is(token - 1, ","));
}
