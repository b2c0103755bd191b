using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Finds whom a pronoun means that speaks: somebody of the paragraph, else the nearest speaker before.</summary>
internal sealed class Antecedents(ArticleFacts facts, VoiceWords words, Officials officials, Subjects subjects, Speakers speakers)
{
    // In sentences.
    private const int Reach = 3;
    private const int ReachInBlock = 2;

    // In tokens, of a subject that is a name.
    private const int ReachOfName = 6;

    private readonly Reading _reading = new(facts);

    /// <summary>The nearest speaker or subject before a pronoun of the sentence; null where there is nobody.</summary>
    public Voice? Nearest(Sentence sentence)
    {
        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - Reach; index--)
        {
            var earlier = facts.Sentences[index];
            for (var i = earlier.EndToken - 1; i >= earlier.FirstToken; i--)
            {
                if (words.Speech.MatchAt(facts, i, earlier.EndToken) is null && words.Denying.MatchAt(facts, i, earlier.EndToken) is null)
                {
                    continue;
                }

                if ((speakers.SubjectOf(earlier, i) ?? speakers.After(earlier, i + 1)) is { } subject)
                {
                    return subject;
                }
            }

            if (ReferenceEquals(earlier.Block, sentence.Block) && (Opener(facts.Sentences[index + 1]) ?? Named(earlier)) is { IsAssumed: false } opener)
            {
                return opener;
            }
        }

        return null;
    }

    // "Vendor Dora Hall was not convinced. “…,” she said": who opens the sentence with a name.
    private Voice? Named(Sentence sentence)
    {
        var verb = subjects.FirstVerb(sentence);
        return verb > sentence.FirstToken + 1
            && verb < sentence.EndToken
            && verb <= sentence.FirstToken + ReachOfName
            && _reading.IsCapitalised(verb - 1)
            && _reading.IsCapitalised(verb - 2)
            && officials.Judge(sentence.FirstToken, verb) is { IsOfficial: false } person ? person : null;
    }

    /// <summary>
    /// The official who speaks or acts in the sentences before, in the paragraph, or who opens one with a name: "His agent had had
    /// breakfast with him. “He is well,” she said."
    /// </summary>
    public Voice? InBlockBefore(Sentence sentence)
    {
        for (var index = sentence.Index - 1; index >= 0 && index >= sentence.Index - ReachInBlock && ReferenceEquals(facts.Sentences[index].Block, sentence.Block); index--)
        {
            var before = facts.Sentences[index];
            var isQuotation = _reading.IsQuote(before.FirstToken) || Quotes.IsInside(facts.Article, before.Block, before.Span.Start);
            if ((speakers.FromSpeechVerb(before, int.MaxValue) ?? (isQuotation ? null : Opener(facts.Sentences[index + 1]))) is { IsOfficial: true, IsAssumed: false } official)
            {
                return official;
            }

            if (!isQuotation && Named(before) is { } person)
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>The body that opens the sentence before, where that reports nobody's words: "The embassy put out a notice. It denied …".</summary>
    public Voice? Opener(Sentence sentence)
    {
        var before = sentence.Index > 0 ? facts.Sentences[sentence.Index - 1] : sentence;
        if (before == sentence || !ReferenceEquals(before.Block, sentence.Block) || _reading.FirstMatch(words.Speech, before.FirstToken, before.EndToken) is not null)
        {
            return null;
        }

        var verb = subjects.FirstVerb(before);
        return verb > before.FirstToken && verb < before.EndToken && officials.Judge(before.FirstToken, verb) is { IsOfficial: true } opener ? opener : null;
    }
}
