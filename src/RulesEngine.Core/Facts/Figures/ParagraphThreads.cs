using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// What a paragraph goes on about: a poll named before, whose numbers it gives one after the other. One instance an article;
/// works out a sentence when a figure in it asks.
/// </summary>
internal sealed class ParagraphThreads(ArticleFacts facts, SourcingLexicons lexicons)
{
    private const int MostBlocksBack = 16;
    private readonly Pieces _pieces = new(facts);

    /// <summary>The poll that carries a figure, or null.</summary>
    public FigureSource? Find(Sentence sentence, FigureCandidate figure)
    {
        var isShare = figure.Kind is FigureKind.Percentage or FigureKind.Ratio or FigureKind.Votes || figure.Number.Form == NumberForm.Fraction;
        if ((!isShare && PollIn(sentence) is null) || SpeaksOfThePast(sentence))
        {
            return null;
        }

        var blocks = 0;
        for (var i = sentence.Index; i >= 0; i--)
        {
            var earlier = facts.Sentences[i];
            if (!ReferenceEquals(earlier.Block, sentence.Block) && (i == sentence.Index - 1 || !ReferenceEquals(earlier.Block, facts.Sentences[i + 1].Block)))
            {
                blocks++;
                if (blocks > MostBlocksBack || !Continues(sentence.Block, i + 1))
                {
                    return null;
                }
            }

            if (PollIn(earlier) is { } span)
            {
                return new FigureSource(FigureStatus.Sourced, "a number of the poll that the text goes on about", null, span);
            }
        }

        return null;
    }

    private bool SpeaksOfThePast(Sentence sentence)
    {
        foreach (var time in facts.Times)
        {
            if (sentence.Span.Contains(time.Span) && time.Kind == TimeKind.Year)
            {
                return true;
            }
        }

        return false;
    }

    private bool Continues(Block block, int firstSentence)
    {
        var talk = 0;
        for (var i = firstSentence; i < facts.Sentences.Length && (ReferenceEquals(facts.Sentences[i].Block, block) || i == firstSentence); i++)
        {
            _pieces.Read(facts.Sentences[i]);
            for (var p = 0; p < _pieces.Count; p++)
            {
                talk += lexicons.PollTalk.TryMatch(_pieces, p, out _, out _) ? 1 : 0;
            }
        }

        return talk >= 2;
    }

    private TextSpan? PollIn(Sentence sentence)
    {
        _pieces.Read(sentence);
        for (var p = 0; p < _pieces.Count; p++)
        {
            if (lexicons.Documents.TryMatch(_pieces, p, out var kind, out _) && kind == "poll")
            {
                return _pieces[p].Span;
            }
        }

        return null;
    }
}
