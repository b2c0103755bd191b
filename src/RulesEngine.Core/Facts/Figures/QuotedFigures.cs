using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Who speaks the quotation that a figure stands in. One instance an article.</summary>
internal sealed class QuotedFigures(ArticleFacts facts, AttributionIndex attributions, Carriers carriers)
{
    private const int SentencesBeside = 4;

    /// <summary>The speaker, named or vague; null outside quotations and where nobody is in reach.</summary>
    public FigureSource? Find(TextSpan span, Sentence sentence)
    {
        var quotation = carriers.Tags.QuotationAt(span);
        if (quotation is null || quotation.IsPhrase)
        {
            return null;
        }

        Attribution? unnamed = null;
        foreach (var attribution in Near(sentence, quotation))
        {
            if (!IsOf(attribution, quotation))
            {
                continue;
            }

            if (carriers.GetNamed(attribution) is { } named)
            {
                return FigureSource.Carried(named, "in a quotation of an identified speaker");
            }

            if (attribution.Source is { } source && !carriers.Nameless.IsVague(source.Span))
            {
                return FigureSource.Carried(attribution, "in a quotation of an identified speaker");
            }

            unnamed ??= attribution.Source is null ? null : attribution;
        }

        return (SpeakerNearby(sentence, quotation) ?? SpeakerBefore(quotation)) is { } speaker ? FigureSource.Carried(speaker, "in a quotation of the speaker whom the paragraph names")
            : unnamed is not null ? FigureSource.Vague(unnamed, "in a quotation of somebody who is not identified")
            : null;
    }

    // Attributions whose content stands in the figure's own sentence or where the quotation begins or ends.
    private List<Attribution> Near(Sentence sentence, Quotation quotation)
    {
        var near = new List<Attribution>(attributions.ByContent(sentence.Index));
        Add(near, facts.SentenceAt(quotation.Span.Start));
        Add(near, facts.SentenceAt(quotation.Span.End - 1));
        return near;
    }

    private void Add(List<Attribution> near, Sentence? sentence)
    {
        if (sentence is null)
        {
            return;
        }

        foreach (var attribution in attributions.ByContent(sentence.Index))
        {
            if (!near.Contains(attribution))
            {
                near.Add(attribution);
            }
        }
    }

    private static bool IsOf(Attribution attribution, Quotation quotation)
    {
        if (ReferenceEquals(attribution.Quotation, quotation))
        {
            return true;
        }

        // An attribution inside the quotation is the speaker's own and carries only its own content.
        if (quotation.Span.Contains(attribution.Cue))
        {
            return false;
        }

        for (var i = 0; i < attribution.Content.Length; i++)
        {
            var content = attribution.Content[i];
            if (content.Overlaps(quotation.Span))
            {
                return true;
            }
        }

        return false;
    }

    // Quotations run on over sentences whose cue stands before or after them in the same paragraph.
    private Attribution? SpeakerNearby(Sentence sentence, Quotation quotation)
    {
        for (var distance = 0; distance <= SentencesBeside; distance++)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                var index = sentence.Index + (side * distance);
                if (index >= 0 && index < facts.Sentences.Length && ReferenceEquals(facts.Sentences[index].Block, sentence.Block) && Identified(index, quotation) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    // A speech that runs over paragraphs: whoever was named just before it began.
    private Attribution? SpeakerBefore(Quotation quotation)
    {
        if (facts.SentenceAt(quotation.Span.Start) is not { } first || first.Block.Span.Contains(quotation.Span))
        {
            return null;
        }

        for (var index = first.Index - 1; index >= Math.Max(0, first.Index - SentencesBeside); index--)
        {
            if (Identified(index, null) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private Attribution? Identified(int sentence, Quotation? outside)
    {
        foreach (var attribution in attributions.ByCue(sentence))
        {
            if (attribution.Source is { IsIdentifiable: true } && (outside is null || !outside.Span.Contains(attribution.Cue)))
            {
                return attribution;
            }
        }

        return null;
    }
}
