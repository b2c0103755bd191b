using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Completes what is said in quotation marks: a quotation of several sentences belongs as a whole to the one who speaks any of
/// it, and one without a speaker of its own, right behind ("..., she said. \"And ...\"", or a paragraph that is nothing else), to
/// the one who spoke last. A block quote belongs to whoever the sentence before it, ending in a colon, has speak.
/// </summary>
internal sealed class RunOnQuotations(ArticleFacts facts, QuoteMap quotes)
{
    private readonly AttributionDraft?[] _owners = new AttributionDraft?[facts.Quotations.Length];

    /// <summary>Extends the content of drafts.</summary>
    /// <param name="drafts">Of the whole article, in the order of their cues.</param>
    public void Complete(List<AttributionDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            TakeOwn(draft);
        }

        var next = 0;
        AttributionDraft? speaker = null;
        AttributionDraft? quoted = null;
        for (var i = 0; i < _owners.Length; i++)
        {
            var quotation = facts.Quotations[i];
            if (quotation.Outer is not null || quotation.IsPhrase)
            {
                continue;
            }

            var first = facts.FindToken(quotation.Span.Start);
            for (; next < drafts.Count && drafts[next].CueRange.First < first; next++)
            {
                speaker = IsSpeaker(drafts[next]) ? drafts[next] : speaker;
                quoted = speaker == drafts[next] && speaker.Quotation is not null ? speaker : quoted;
            }

            // Whoever was quoted last goes on, also where somebody else was paraphrased in between.
            var last = quoted is not null && speaker is not null && quoted.Sentence.Block == speaker.Sentence.Block ? quoted : speaker;
            _owners[i] ??= last is not null && RunsOn(quotation, first, last, drafts, next) ? last : null;
            if (_owners[i] is { } owner)
            {
                owner.Quotation ??= quotation;
                AddSentences(owner, quotation, first);
            }
        }

        TakeParagraphs(drafts);
    }

    // "The mayor wrote:" before a paragraph without marks: the whole of it is written by the mayor, whoever it quotes.
    private void TakeParagraphs(List<AttributionDraft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var next = draft.Sentence.Index + 1;
            var isLast = i + 1 == drafts.Count || drafts[i + 1].Sentence != draft.Sentence;
            if (!isLast || draft.Content.Count > 0 || !draft.Cue.IsSpeech || next >= facts.Sentences.Length || !EndsInColon(draft.Sentence) || !IsParagraphBehind(draft.Sentence, facts.Sentences[next]))
            {
                continue;
            }

            var block = facts.Sentences[next].Block;
            for (; next < facts.Sentences.Length && facts.Sentences[next].Block == block; next++)
            {
                draft.Content.Add(new TokenRange(facts.Sentences[next].FirstToken, facts.Sentences[next].EndToken));
            }

            var end = i + 1;
            while (end < drafts.Count && drafts[end].Sentence.Block == block)
            {
                end++;
            }

            drafts.RemoveRange(i + 1, end - i - 1);
        }
    }

    private static bool IsParagraphBehind(Sentence speaker, Sentence next) => next.Block != speaker.Block && next.Block.Kind == BlockKind.Paragraph;

    private void TakeOwn(AttributionDraft draft)
    {
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var content = draft.Content[i];
            for (var token = content.First; token < content.End; token++)
            {
                if (quotes.At(token) is var index and >= 0)
                {
                    _owners[index] ??= draft;
                    draft.Quotation ??= _owners[index] == draft ? facts.Quotations[index] : null;
                }
            }
        }
    }

    private static bool IsSpeaker(AttributionDraft draft) => draft.Source is not null && draft.Cue.Takes(CueComplements.Clause) && draft.Cue.Class is CueClass.Verb or CueClass.Preposition;

    private bool RunsOn(Quotation quotation, int first, AttributionDraft speaker, List<AttributionDraft> drafts, int next)
    {
        if (facts.SentenceAt(facts.Tokens[Math.Min(first, facts.Tokens.Length - 1)].Start) is not { } sentence || sentence.FirstToken != first)
        {
            return false;
        }

        var isInSentence = next < drafts.Count && drafts[next].CueRange.First < sentence.EndToken;
        if (isInSentence)
        {
            return false;
        }

        if (speaker.Content.Count == 0 && speaker.Sentence.Index == sentence.Index - 1)
        {
            return true;
        }

        if (quotation.Span.Start == quotation.Content[0].Start)
        {
            return sentence.Index > 0 && EndsInColon(facts.Sentences[sentence.Index - 1]) && speaker.Sentence.Index == sentence.Index - 1;
        }

        return speaker.Sentence.Block == sentence.Block || (IsNextBlock(speaker.Sentence, sentence) && IsQuoteOnly(sentence, quotation));
    }

    // The speaker's paragraph is the one right before, and the quotation begins its own.
    private bool IsNextBlock(Sentence speaker, Sentence quoted)
    {
        var isFirst = quoted.Index > 0 && facts.Sentences[quoted.Index - 1].Block != quoted.Block;
        return isFirst && facts.Sentences[quoted.Index - 1].Block == speaker.Block && (HasQuotation(speaker) || EndsInColon(speaker));
    }

    private bool HasQuotation(Sentence speaker)
    {
        for (var token = speaker.FirstToken; token < speaker.EndToken; token++)
        {
            if (quotes.At(token) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuoteOnly(Sentence sentence, Quotation quotation) => sentence.Block.Span.End <= quotation.Span.End + 1;

    private bool EndsInColon(Sentence sentence) => facts.Article.Text[sentence.Span.End - 1] == ':';

    private void AddSentences(AttributionDraft draft, Quotation quotation, int first)
    {
        var end = facts.FindToken(quotation.Span.End);
        if (end < facts.Tokens.Length && facts.Tokens[end].Start < quotation.Span.End)
        {
            end++;
        }

        var at = facts.SentenceAt(facts.Tokens[first].Start)?.Index ?? facts.Sentences.Length;
        for (; at < facts.Sentences.Length && facts.Sentences[at].FirstToken < end; at++)
        {
            var sentence = facts.Sentences[at];
            Merge(draft.Content, new TokenRange(Math.Max(first, sentence.FirstToken), Math.Min(end, sentence.EndToken)));
        }
    }

    private static void Merge(ValueList<TokenRange> content, TokenRange added)
    {
        for (var i = content.Count - 1; i >= 0; i--)
        {
            if (content[i].First < added.End && added.First < content[i].End)
            {
                added = new TokenRange(Math.Min(added.First, content[i].First), Math.Max(added.End, content[i].End));
                content.RemoveRange(i, 1);
            }
        }

        if (!added.IsEmpty)
        {
            content.Add(added);
        }
    }
}
