using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Who carries a figure in its own sentence: the attribution whose content holds it, or one beside it. One instance an article.</summary>
internal sealed class AttributedFigures(ArticleFacts facts, SourcingLexicons lexicons, AttributionIndex attributions, Carriers carriers, ParagraphThreads threads, FigureOrigins origins)
{
    // How far a clause is looked for; keeps sentences of many thousand words linear.
    private const int Reach = 400;

    // " of the ", in characters.
    private const int LongestOf = 8;

    /// <summary>The source, named or vague; null where no attribution of the sentence carries the figure.</summary>
    public FigureSource? Find(Pieces pieces, FigureCandidate figure)
    {
        var (span, sentence) = (figure.GetSpan(pieces), pieces.Sentence);
        Attribution? unnamed = null;
        foreach (var attribution in attributions.ByContent(sentence.Index))
        {
            if (attribution.Source is null || !Holds(attribution, span) || !(carriers.Vouches(attribution) || carriers.Promises(attribution, pieces, figure)))
            {
                continue;
            }

            if (IsBesideObject(pieces, figure, attribution) || IsRumoured(pieces, figure, attribution))
            {
                continue;
            }

            if (carriers.Nameless.IsVagueDocument(pieces, attribution.Source.Span))
            {
                unnamed ??= attribution;
                continue;
            }

            if (carriers.Nameless.IsAnonymous(pieces, attribution.Source))
            {
                unnamed ??= attribution;
                continue;
            }

            if (carriers.GetNamed(attribution) is { } named)
            {
                return FigureSource.Carried(named, "its sentence attributes it");
            }

            if (attribution.Source.Span.Overlaps(span) || facts.Article.AsSpan(attribution.Source.Span) is "This" or "That" or "These" or "Those" or "this" or "that")
            {
                continue;
            }

            if (!carriers.Nameless.IsVague(attribution.Source.Span) || carriers.Nameless.IsToldToOutlet(attribution.Cue))
            {
                return FigureSource.Carried(attribution, "its sentence attributes it");
            }

            unnamed ??= attribution;
        }

        if (Beside(pieces, span) is { } beside)
        {
            return FigureSource.Carried(beside, "its sentence names a source");
        }

        return unnamed is null ? null : threads.Find(sentence, figure) ?? FigureSource.Vague(unnamed, "its only source is nobody whom a reader could find");
    }

    // "never mentioned the senator, who trailed by 20 points": a clause about the object of a verb that states nothing.
    private bool IsBesideObject(Pieces pieces, FigureCandidate figure, Attribution attribution)
    {
        for (var i = figure.First - 1; i > 0 && pieces[i].Start > attribution.Cue.End; i--)
        {
            if (pieces.IsAny(i, "who which") && pieces.IsMark(i - 1, ','))
            {
                return !carriers.StatesPlainly(attribution);
            }
        }

        return false;
    }

    // "Rumour has it that a group has offered to pay 40 million": the offer is the rumour's.
    private bool IsRumoured(Pieces pieces, FigureCandidate figure, Attribution attribution) =>
        !carriers.StatesPlainly(attribution) && origins.FindVagueWords(pieces, figure)?.Span is { } words && words.End <= attribution.Source!.Span.Start;

    // An attribution of the same sentence that does not reach the figure: "the report says" in a later clause.
    private Attribution? Beside(Pieces pieces, TextSpan span)
    {
        foreach (var attribution in attributions.ByCue(pieces.Sentence.Index))
        {
            if (attribution.Source is { IsIdentifiable: true } source && !source.Span.Overlaps(span) && !carriers.Nameless.IsAnonymous(pieces, source) && carriers.Vouches(attribution) && carriers.StatesPlainly(attribution) && !IsRelative(source) && !IsShareOf(pieces, span, source) && !IsOtherClause(span, source, attribution.Cue) && !carriers.Tags.TellsAfterTag(facts.FindToken(attribution.Cue.Start), span) && !IsOpeningPhrase(span, source) && !IsAside(span, source, attribution.Cue) && !carriers.Nameless.IsVagueDocument(pieces, source.Span))
            {
                return attribution;
            }
        }

        return null;
    }

    // "a third of nurses say": the share of those who speak is told by the text.
    private static bool IsShareOf(Pieces pieces, TextSpan figure, Source source) =>
        source.Span.Start >= figure.End && source.Span.Start - figure.End <= LongestOf && pieces.Text.AsSpan(figure.End).StartsWith(" of ", StringComparison.Ordinal);

    // "received hundreds of calls after the singer tweeted", "freed five men, and now a senator claims".
    private bool IsOtherClause(TextSpan figure, Source source, TextSpan cue)
    {
        // "…, each citing the wire; a hashtag drew 40,000 posts"
        if (cue.End <= figure.Start && facts.Article.Text.AsSpan(cue.End, Math.Min(figure.Start - cue.End, Reach)).Contains(';'))
        {
            return true;
        }

        for (var i = facts.FindToken(figure.End); i < facts.Tokens.Length && facts.Tokens[i].End <= source.Span.Start; i++)
        {
            if (facts.Article.AsSpan(facts.Tokens[i].Span) is ";" or "and" or "but" or "after" or "before" or "when" or "because" or "while" or "by" or "since")
            {
                return true;
            }
        }

        return false;
    }

    // "Addressing about 100 members, he said", "Like many of the 12 million workers, she says": the phrase sets the scene.
    private bool IsOpeningPhrase(TextSpan figure, Source source)
    {
        var first = facts.FindToken(figure.Start);
        while (first > 0 && facts.Tokens[first - 1].Kind != TokenKind.Punctuation && ReferenceEquals(facts.SentenceAt(facts.Tokens[first - 1].Start), facts.SentenceAt(figure.Start)))
        {
            first--;
        }

        return figure.End <= source.Span.Start && (facts.Tags[first] is PennTag.VBG || lexicons.IsSceneOpener(facts.Article.AsSpan(facts.Tokens[first].Span)));
    }

    // "The bakery, which sold 40 shops last year, says": what stands between source and cue is the text's own.
    private static bool IsAside(TextSpan figure, Source source, TextSpan cue) => figure.Start >= source.Span.Start && figure.End <= cue.Start;

    // "voters who prefer her", "a story that claims": no source of their own.
    private bool IsRelative(Source source) => facts.Article.GetText(source.Span) is "who" or "that" or "which" or "whom";

    private static bool Holds(Attribution attribution, TextSpan span)
    {
        for (var i = 0; i < attribution.Content.Length; i++)
        {
            var content = attribution.Content[i];
            if (content.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }
}
