using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Finds the words that are the subject of a verb, and the verbs of speech, by the words that stand around them.</summary>
internal sealed class Subjects(ArticleFacts facts, VoiceWords words)
{
    private const int Reach = 30;

    private readonly Reading _reading = new(facts);

    /// <summary>The tokens of the subject of the verb at a token; an empty range where it has none.</summary>
    public (int First, int End) Of(Sentence sentence, int verb)
    {
        var end = SkipAuxiliaries(sentence, verb);
        if (end <= sentence.FirstToken)
        {
            return (verb, verb);
        }

        var overCommas = _reading.IsAny(end - 1, ", who )");
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
            end = _reading.Is(first - 2, ",") ? first - 2 : first - 1;
            first = end;
            while (first > sentence.FirstToken && end - first < Reach && !IsBoundary(first - 1, overCommas: false))
            {
                first--;
            }
        }

        return (first, end);
    }

    /// <summary>A verb of speech at a token; null for the nouns that look like one ("reports", "claims").</summary>
    public PhraseMatch? SpeechVerbAt(Sentence sentence, int token) =>
        words.Speech.MatchAt(facts, token, sentence.EndToken) is { } match
        && (match.TokenCount > 1 || facts.Tags[token] is PennTag.VB or PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBN or PennTag.VBG || _reading.IsAny(token, "said told wrote added tweeted"))
            ? match
            : null;

    /// <summary>True for "Sanders was declared the winner": somebody else declares.</summary>
    public bool IsPassive(Sentence sentence, int verb) =>
        verb > sentence.FirstToken && facts.Tags[verb] is PennTag.VBN && _reading.IsAny(verb - 1, "was were been being is are");

    /// <summary>The first verb of a sentence, or its end.</summary>
    public int FirstVerb(Sentence sentence)
    {
        var verb = sentence.FirstToken;
        while (verb < sentence.EndToken && facts.Tags[verb] is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VB or PennTag.VBN or PennTag.MD))
        {
            verb++;
        }

        return verb;
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
            if (!isAdverb && !_reading.IsAny(end - 1, "has have had also then later again since been always even still soon ever now just did does do both all to quick took too is are"))
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
        || _reading.IsAny(token, "; : — – but that which while although though because when where if whether who as")
        || (_reading.Is(token, ",") && !overCommas)
        || (_reading.Is(token, "and") && token > 0 && _reading.Is(token - 1, ","));
}
