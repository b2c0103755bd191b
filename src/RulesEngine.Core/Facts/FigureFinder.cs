using System.Collections.Immutable;
using RulesEngine.Core.Facts.Figures;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the figures of an article, with value, unit, kind and whoever carries them.</summary>
internal sealed class FigureFinder
{
    private const int LongestUnit = 40;
    private readonly FigureScanner _scanner;
    private readonly FigureExemptions _exemptions;
    private readonly Casualties _casualties;
    private readonly SmallCounts _smallCounts;
    private readonly SourcingLexicons _sourcing;

    public FigureFinder(ILexicons lexicons)
    {
        var figures = new FigureLexicons(lexicons);
        _scanner = new FigureScanner(figures);
        _exemptions = new FigureExemptions(lexicons);
        _casualties = new Casualties(lexicons);
        _smallCounts = new SmallCounts(lexicons);
        _sourcing = new SourcingLexicons(lexicons);
    }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Figure> Find(ArticleFacts facts)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        var pieces = new Pieces(facts);
        FigureSourcing? sourcing = null;
        var pages = _exemptions.Read(facts);
        foreach (var sentence in facts.Sentences)
        {
            pieces.Read(sentence);
            for (int i = 0, floor = 0; i < pieces.Count;)
            {
                if (_scanner.Scan(pieces, i, floor) is not { } candidate)
                {
                    i++;
                    continue;
                }

                sourcing ??= new FigureSourcing(facts, _sourcing);
                figures.Add(CreateFigure(pieces, candidate, sourcing, pages));
                i = floor = candidate.End;
            }
        }

        return RepeatedFigures.Resolve(ContinuedFigures.Resolve(figures.ToImmutable(), facts));
    }

    private Figure CreateFigure(Pieces pieces, FigureCandidate candidate, FigureSourcing sourcing, SportPages pages)
    {
        if (_casualties.Counts(pieces, candidate))
        {
            candidate.Kind = FigureKind.Casualties;
        }

        var exempt = pieces.Sentence.Block.IsArticleText
            ? _exemptions.GetReason(pieces, candidate, IsTime(pieces, candidate), pages)
            : "outside the article's own text";
        var source = exempt is null ? GetSource(pieces, candidate, sourcing) : new FigureSource(FigureStatus.Exempt, exempt);
        exempt = source.Status == FigureStatus.Exempt ? source.Why : null;
        return new Figure
        {
            Span = candidate.GetSpan(pieces),
            Value = candidate.GetValue(),
            Unit = candidate.Unit.Length > 0 || exempt is not null || candidate.Number.Form == NumberForm.Multiple ? candidate.Unit : CountedNoun(pieces, candidate.End),
            Kind = exempt is null ? candidate.Kind : FigureKind.Other,
            Status = source.Status,
            Why = source.Why,
            Attribution = source.Attribution,
            SourceSpan = source.Span,
            Sentence = pieces.Sentence,
        };
    }

    private FigureSource GetSource(Pieces pieces, FigureCandidate candidate, FigureSourcing sourcing)
    {
        var isSmall = _smallCounts.IsSmall(pieces, candidate, out var isPresented);
        var source = isPresented ? default : sourcing.Resolve(pieces, candidate);
        return isPresented || (isSmall && source.Status == FigureStatus.Unsourced)
            ? new FigureSource(FigureStatus.Exempt, "a small count of what the text itself presents")
            : source;
    }

    private static bool IsTime(Pieces pieces, FigureCandidate candidate)
    {
        var number = new TextSpan(pieces[candidate.Number.First].Start, pieces[candidate.NumberEnd - 1].End);
        var times = pieces.Facts.Times;
        int low = 0, high = times.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].Span.End <= number.Start ? (middle + 1, high) : (low, middle);
        }

        return low < times.Length && times[low].Span.Overlaps(number);
    }

    // The noun that the number counts: the last of the nouns that follow it directly or after adjectives ("12 young soldiers").
    private static string CountedNoun(Pieces pieces, int at)
    {
        at += pieces.Is(at, "of") ? 1 : 0;
        at += pieces.IsAny(at, "the these those its their") ? 1 : 0;
        var noun = -1;
        for (var i = at; i < Math.Min(pieces.Count, at + 5) && pieces.IsKind(i, PieceKind.Word); i++)
        {
            var tag = pieces.TagAt(i);
            if (tag is PennTag.NNS or PennTag.NNPS)
            {
                // What follows a plural is no longer what is counted: "roofs leak".
                noun = i;
                break;
            }

            if (tag is PennTag.NN or PennTag.NNP)
            {
                noun = i;
            }
            else if (noun >= 0 || tag is not (PennTag.JJ or PennTag.JJR or PennTag.VBN or PennTag.VBG or PennTag.CD))
            {
                break;
            }
        }

        return noun >= 0 && pieces[noun].End - pieces[noun].Start <= LongestUnit ? pieces.Word(noun).ToString() : "";
    }
}
