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
    private const int MostBlocksAhead = 6;
    private const int MostSentencesBack = 60;
    private const int OpeningSentences = 3;
    private readonly Pieces _pieces = new(facts);
    private readonly TextSpan?[] _polls = new TextSpan?[facts.Sentences.Length];
    private readonly bool[] _isRead = new bool[facts.Sentences.Length];
    private readonly Dictionary<int, bool> _goesOn = [];
    private TextSpan? _opening;
    private bool _isOpeningRead;

    /// <summary>The poll that carries a figure, or null.</summary>
    public FigureSource? Find(Sentence sentence, FigureCandidate figure)
    {
        var isShare = figure.Kind is FigureKind.Percentage or FigureKind.Ratio or FigureKind.Votes || figure.Number.Form == NumberForm.Fraction;
        if (figure.Kind == FigureKind.Casualties && !isShare)
        {
            return null;
        }

        if (!isShare && PollIn(sentence) is null)
        {
            return figure.Kind == FigureKind.Count && OpeningPoll() is { } poll && sentence.Span.Start >= poll.Start && IsTaken(sentence)
                ? new FigureSource(FigureStatus.Sourced, "how the poll was taken that the article is about", null, poll)
                : null;
        }

        if (SpeaksOfThePast(sentence))
        {
            return null;
        }

        if (OpeningPoll() is { } opening && sentence.Span.Start >= opening.Start && Talks(sentence, sharesTalk: true))
        {
            return new FigureSource(FigureStatus.Sourced, "a number of the poll that the article is about", null, opening);
        }

        return Before(sentence) ?? After(sentence);
    }

    private FigureSource? Before(Sentence sentence)
    {
        var blocks = 0;
        for (var i = sentence.Index; i >= Math.Max(0, sentence.Index - MostSentencesBack); i--)
        {
            var earlier = facts.Sentences[i];
            if (!ReferenceEquals(earlier.Block, sentence.Block) && (i == sentence.Index - 1 || !ReferenceEquals(earlier.Block, facts.Sentences[i + 1].Block)))
            {
                blocks++;
                if (blocks > MostBlocksBack || !Continues(facts.Sentences[i + 1].Block, i + 1))
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

    // "Four in 10 voters say … The survey was conducted for the paper by …": how the poll was taken stands after its numbers.
    private FigureSource? After(Sentence sentence)
    {
        if (!Talks(sentence, sharesTalk: false))
        {
            return null;
        }

        var blocks = 0;
        for (var i = sentence.Index + 1; i < Math.Min(facts.Sentences.Length, sentence.Index + MostSentencesBack); i++)
        {
            var later = facts.Sentences[i];
            if (!ReferenceEquals(later.Block, facts.Sentences[i - 1].Block) && ++blocks > MostBlocksAhead)
            {
                return null;
            }

            if (PollIn(later) is { } span && IsTaken(later))
            {
                return new FigureSource(FigureStatus.Sourced, "a number of the poll that the text describes after it", null, span);
            }

            if (!ReferenceEquals(later.Block, sentence.Block) && !Continues(later.Block, i))
            {
                return null;
            }
        }

        return null;
    }

    private bool IsTaken(Sentence sentence)
    {
        _pieces.Read(sentence);
        for (var p = 0; p < _pieces.Count; p++)
        {
            if (lexicons.PollsTaken.TryMatch(_pieces, p, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    // An article that opens with a poll is about it: its shares are that poll's wherever a sentence talks of voters, support or leads.
    private TextSpan? OpeningPoll()
    {
        if (!_isOpeningRead)
        {
            _isOpeningRead = true;
            for (var i = 0; _opening is null && i < Math.Min(OpeningSentences, facts.Sentences.Length); i++)
            {
                _opening = facts.Sentences[i].Block.IsArticleText ? PollIn(facts.Sentences[i]) : null;
            }
        }

        return _opening;
    }

    private bool Talks(Sentence sentence, bool sharesTalk)
    {
        _pieces.Read(sentence);
        var talks = false;
        for (var p = 0; p < _pieces.Count; p++)
        {
            if (lexicons.VotesCast.TryMatch(_pieces, p, out _, out _))
            {
                return false;
            }

            talks |= lexicons.PollTalk.TryMatch(_pieces, p, out var share, out _) && (sharesTalk || share != "yes");
        }

        return talks;
    }

    /// <summary>True for a sentence that tells of another year.</summary>
    public bool SpeaksOfThePast(Sentence sentence)
    {
        int low = 0, high = facts.Times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = facts.Times[middle].Span.Start < sentence.Span.Start ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < facts.Times.Length && facts.Times[i].Span.Start < sentence.Span.End; i++)
        {
            // "in 2012" is another time, "the 2016 election" a name.
            var before = facts.FindToken(facts.Times[i].Span.Start) - 1;
            if (facts.Times[i].Kind == TimeKind.Year && (before < 0 || facts.Tags[before] is not (PennTag.DT or PennTag.JJ)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Continues(Block block, int firstSentence)
    {
        if (!_goesOn.TryGetValue(firstSentence, out var goesOn))
        {
            _goesOn[firstSentence] = goesOn = TalksOfPoll(block, firstSentence);
        }

        return goesOn;
    }

    private bool TalksOfPoll(Block block, int firstSentence)
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
        if (!_isRead[sentence.Index])
        {
            _polls[sentence.Index] = ReadPoll(sentence);
            _isRead[sentence.Index] = true;
        }

        return _polls[sentence.Index];
    }

    private TextSpan? ReadPoll(Sentence sentence)
    {
        _pieces.Read(sentence);
        for (var p = 0; p < _pieces.Count; p++)
        {
            if (lexicons.Polls.TryMatch(_pieces, p, out _, out _))
            {
                return _pieces[p].Span;
            }
        }

        return null;
    }
}
