using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// Decides who carries each figure of an article, as a careful editor does: the quotation's speaker, the sentence's own
/// attribution, the report or poll that the paragraph goes on about, the source line of a table, and last the words that name
/// nobody. One instance an article.
/// </summary>
internal sealed class FigureSourcing
{
    private const int LongestBackground = 14;
    private readonly ArticleFacts _facts;
    private readonly Carriers _carriers;
    private readonly AttributionIndex _attributions;
    private readonly QuotedFigures _quoted;
    private readonly AttributedFigures _attributed;
    private readonly FigureOrigins _origins;
    private readonly PlainStatements _statements;
    private readonly ParagraphThreads _threads;
    private readonly Tallies _tallies;
    private readonly Introductions _introductions;

    public FigureSourcing(ArticleFacts facts, SourcingLexicons lexicons)
    {
        _facts = facts;
        _carriers = new Carriers(facts, lexicons);
        _attributions = new AttributionIndex(facts);
        _threads = new ParagraphThreads(facts, lexicons);
        _quoted = new QuotedFigures(facts, _attributions, _carriers);
        _origins = new FigureOrigins(facts, lexicons);
        _attributed = new AttributedFigures(facts, lexicons, _attributions, _carriers, _threads, _origins);
        _introductions = new Introductions(facts, lexicons, _attributions, _carriers, _threads);
        _tallies = new Tallies(facts, lexicons, _carriers);
        _statements = new PlainStatements(facts, lexicons, _carriers);
    }

    /// <summary>Who carries a figure.</summary>
    /// <param name="pieces">Its sentence.</param>
    /// <param name="figure">The figure.</param>
    public FigureSource Resolve(Pieces pieces, FigureCandidate figure)
    {
        var sentence = pieces.Sentence;
        return FromBlock(sentence)
            ?? _quoted.Find(figure.GetSpan(pieces), sentence)
            ?? _origins.FindOwnClause(pieces, figure)
            ?? TextsOwn(pieces, figure)
            ?? _attributed.Find(pieces, figure)
            ?? _origins.FindVagueWords(pieces, figure)
            ?? _statements.Find(pieces, figure)
            ?? _tallies.Find(pieces, figure)
            ?? _origins.Find(pieces, figure)
            ?? _threads.Find(sentence, figure)
            ?? FromSentenceBefore(pieces)
            ?? FromEllipsis(pieces, figure)
            ?? _introductions.Find(sentence)
            ?? _origins.FindSourceLine(sentence.Block)
            ?? new FigureSource(FigureStatus.Unsourced, "stated in the article's own voice, with no source in reach");
    }

    private static FigureSource? FromBlock(Sentence sentence) =>
        sentence.Block.Kind == BlockKind.Embed || sentence.Block.Within.HasFlag(BlockContainers.Embed)
            ? new FigureSource(FigureStatus.Sourced, "in a post that is shown with its account")
            : null;

    // "… in two days of fighting around Sake, 25 km west of Goma, the army said": where a place lies is told by the text.
    private static FigureSource? TextsOwn(Pieces pieces, FigureCandidate figure) =>
        IsBackground(pieces, figure) ? new FigureSource(FigureStatus.Unsourced, "background that the text adds to what somebody says")
            : figure.Kind == FigureKind.Measurement && pieces.IsAny(figure.End, "north south east west northeast northwest southeast southwest north-east north-west south-east south-west")
            && (pieces.IsMark(figure.First - 1, ',') || pieces.Is(figure.First - 2, "which"))
            ? new FigureSource(FigureStatus.Unsourced, "where a place lies, told by the text beside what somebody says")
            : null;

    // "… a truce to end a rebellion that has killed thousands, the minister announced".
    private static bool IsBackground(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.First - 3; i >= Math.Max(1, figure.First - LongestBackground) && !pieces.IsMark(i + 2, ';'); i--)
        {
            if (pieces.IsAny(i, "that which") && pieces.IsAny(i + 1, "has have had") && pieces.IsAny(i + 2, "killed displaced driven forced claimed wounded injured uprooted"))
            {
                return pieces.TagAt(i - 1) is PennTag.NN or PennTag.NNS;
            }
        }

        return false;
    }

    // "Turnout was the second highest, officials said. It was about 41 percent."
    private FigureSource? FromSentenceBefore(Pieces pieces)
    {
        var sentence = pieces.Sentence;
        if (sentence.Index == 0 || sentence.TokenCount < 2)
        {
            return null;
        }

        // Results and the extremes of an analysis are told over paragraphs of one sentence.
        var isAccount = _tallies.TellsAccounts(pieces);
        var isNewBlock = !ReferenceEquals(_facts.Sentences[sentence.Index - 1].Block, sentence.Block);
        if (isNewBlock && !isAccount && !Continuations.SelectsPart(_facts, sentence))
        {
            return null;
        }

        var isPronoun = _facts.Tags[sentence.FirstToken + 1] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.RB
            && _facts.Article.AsSpan(_facts.Tokens[sentence.FirstToken].Span) is "It" or "They" or "That" or "This" or "These" or "Those";
        foreach (var attribution in _attributions.ByCue(sentence.Index - 1))
        {
            if (attribution.Source is { IsIdentifiable: true } && attribution.Quotation is null && (!isNewBlock || isAccount || attribution.Source.Kind is SourceKind.Document) && (isAccount || isPronoun || Continuations.Repeats(_facts, sentence, attribution)) && _carriers.Vouches(attribution) && _carriers.StatesPlainly(attribution))
            {
                return FigureSource.Carried(attribution, "it goes on with what the sentence before attributes");
            }
        }

        return null;
    }

    // "Eight in 10 were under five, the bulletin showed. Seventeen were babies. A further 79 are suspected.": the counted are named before.
    private FigureSource? FromEllipsis(Pieces pieces, FigureCandidate figure)
    {
        var index = pieces.Sentence.Index;
        if (index == 0 || figure.Kind is not (FigureKind.Count or FigureKind.Casualties) || !IsElliptic(pieces, figure))
        {
            return null;
        }

        for (var i = index - 1; i >= Math.Max(0, index - 2) && ReferenceEquals(_facts.Sentences[i].Block, pieces.Sentence.Block); i--)
        {
            foreach (var attribution in _attributions.ByCue(i))
            {
                if (attribution.Source is { IsIdentifiable: true } && attribution.Quotation is null && _carriers.Vouches(attribution) && _carriers.StatesPlainly(attribution))
                {
                    return FigureSource.Carried(attribution, "it goes on with what the sentence before attributes");
                }
            }
        }

        return null;
    }

    private static bool IsElliptic(Pieces pieces, FigureCandidate figure)
    {
        if (figure.First == 0)
        {
            return pieces.TagAt(figure.End) is PennTag.VBD or PennTag.VBP or PennTag.MD || (pieces.Is(figure.End, "of") && pieces.IsAny(figure.End + 1, "them those these"))
                || pieces.IsAny(0, "another a") && pieces.IsAny(1, "further second third") || pieces.Is(0, "another");
        }

        return pieces.IsAny(0, "another of") && figure.First <= 3 && (pieces.Is(0, "another") || pieces.IsAny(1, "those these them"));
    }
}
