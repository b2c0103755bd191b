using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Finds the subject of a verb by the tags before it. One instance an article.</summary>
internal sealed class Subjects(ArticleFacts facts)
{
    private const int LongestSource = 12;

    /// <summary>The name or pronoun that opens a sentence, or null.</summary>
    public TextSpan? Opening(Sentence sentence)
    {
        var end = sentence.FirstToken;
        while (end < sentence.EndToken && facts.Tags[end] is PennTag.NNP or PennTag.NNPS or PennTag.PRP or PennTag.POS || (end == sentence.FirstToken && facts.Tags[end] is PennTag.DT))
        {
            end++;
        }

        return end > sentence.FirstToken && facts.Tags[end - 1] is PennTag.NNP or PennTag.NNPS or PennTag.PRP ? new TextSpan(facts.Tokens[sentence.FirstToken].Start, facts.Tokens[end - 1].End) : null;
    }

    /// <summary>The subject that stands before a verb, or null.</summary>
    /// <param name="cue">Token of the verb.</param>
    /// <param name="first">First token of its sentence.</param>
    public TextSpan? Before(int cue, int first)
    {
        var start = cue;
        while (start > first && cue - start < LongestSource && facts.Tags[start - 1] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.DT or PennTag.JJ or PennTag.PRP or PennTag.PRPS or PennTag.POS or PennTag.CD or PennTag.RB or PennTag.HYPH)
        {
            start--;
        }

        return start < cue && facts.Tags[cue - 1] is not (PennTag.RB or PennTag.DT) ? new TextSpan(facts.Tokens[start].Start, facts.Tokens[cue - 1].End)
            : Is(cue - 1, "and") || Is(cue - 1, "as") ? Subject(first, cue)
            : start < cue - 1 ? new TextSpan(facts.Tokens[start].Start, facts.Tokens[cue - 1].End)
            : Apposition(cue, first) ?? (Is(cue - 1, ",") ? Subject(first, cue) : null);
    }

    // "Maria Lopez posted a picture and wrote", "the paper quotes them as saying": the subject of the sentence's first verb.
    private TextSpan? Subject(int first, int cue)
    {
        for (var i = first + 1; i < cue - 1; i++)
        {
            if (facts.Tags[i] is PennTag.VBD or PennTag.VBZ or PennTag.VBP)
            {
                return Before(i, first);
            }
        }

        return null;
    }

    // "The rapporteur, Anneliese Brandt, told": the words between the commas.
    private TextSpan? Apposition(int cue, int first)
    {
        if (cue - 1 <= first || facts.Article.Text[facts.Tokens[cue - 1].Start] != ',')
        {
            return null;
        }

        for (var i = cue - 2; i >= first && cue - i < LongestSource; i--)
        {
            if (facts.Article.Text[facts.Tokens[i].Start] == ',')
            {
                return new TextSpan(facts.Tokens[i + 1].Start, facts.Tokens[cue - 2].End);
            }
        }

        return null;
    }

    private bool Is(int token, string word) => token >= 0 && token < facts.Tokens.Length && facts.Article.AsSpan(facts.Tokens[token].Span).Equals(word, StringComparison.OrdinalIgnoreCase);
}
