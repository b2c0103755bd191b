using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>The regions of one article, each kind made when a rule first asks for it, so that facts that nobody needs are not computed.</summary>
internal sealed class ArticleRegions(Article article, ArticleFacts facts, RuleClock clock)
{
    private readonly ImmutableArray<TextSpan>[] _regions = new ImmutableArray<TextSpan>[11];
    private ImmutableArray<TextSpan> _utterances;

    /// <summary>All regions of one kind, in the order of the text.</summary>
    public ImmutableArray<TextSpan> Get(Regions kind)
    {
        ref var regions = ref _regions[System.Numerics.BitOperations.Log2((uint)kind)];
        if (regions.IsDefault)
        {
            var since = clock.Now;
            regions = Make(kind);
            clock.Exclude(since);
        }

        return regions;
    }

    /// <summary>True where a region of the kind holds the whole span.</summary>
    public bool Holds(Regions kind, TextSpan span)
    {
        foreach (var region in Get(kind))
        {
            if (region.Contains(span))
            {
                return true;
            }

            if (region.Start > span.Start)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>True where a region of the kind shares text with the span.</summary>
    public bool Touches(Regions kind, TextSpan span) => Touches(Get(kind), span);

    /// <summary>True where the span lies in words that somebody else said: a quotation (not a phrase in marks), a block quote, an embedded post.</summary>
    public bool IsQuoted(TextSpan span)
    {
        if (_utterances.IsDefault)
        {
            var since = clock.Now;
            _utterances = [.. facts.Quotations.Where(quotation => !quotation.IsPhrase).Select(quotation => quotation.Span)];
            clock.Exclude(since);
        }

        return Touches(_utterances, span)
            || (article.BlockAt(span.Start) is { } block && (block.Kind == BlockKind.Embed || (block.Within & (BlockContainers.BlockQuote | BlockContainers.Embed)) != 0));
    }

    private static bool Touches(ImmutableArray<TextSpan> regions, TextSpan span)
    {
        foreach (var region in regions)
        {
            if (region.Overlaps(span))
            {
                return true;
            }

            if (region.Start >= span.End)
            {
                break;
            }
        }

        return false;
    }

    private ImmutableArray<TextSpan> Make(Regions kind) => kind switch
    {
        Regions.Sentence => SpansOf(facts.Sentences, sentence => sentence.Span),
        Regions.Quote => SpansOf(facts.Quotations, quotation => quotation.Span),
        Regions.Figure => SpansOf(facts.Figures, figure => figure.Span),
        Regions.Attribution => SpansOf(facts.Attributions, SourceAndCue),
        Regions.Link => OfInlines(InlineKind.Link),
        Regions.Strong => OfInlines(InlineKind.Strong),
        Regions.Emphasis => OfInlines(InlineKind.Emphasis),
        Regions.InlineCode => OfInlines(InlineKind.Code),
        Regions.Alt => OfInlines(InlineKind.Alt),
        Regions.FrontMatter => [.. article.Blocks.Where(block => BlockTagger.IsFrontMatter(block, article)).Select(block => block.Span)],
        Regions.Address => [.. article.Inlines.Where(IsAddress).Select(inline => inline.Span)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // In order. All are already but attributions, whose sources may change places within a sentence.
    private static ImmutableArray<TextSpan> SpansOf<T>(ImmutableArray<T> facts, Func<T, TextSpan> spanOf)
        where T : class
    {
        var spans = new TextSpan[facts.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            var span = spanOf(facts[i]);
            var at = i;
            for (; at > 0 && spans[at - 1].CompareTo(span) > 0; at--)
            {
                spans[at] = spans[at - 1];
            }

            spans[at] = span;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(spans);
    }

    private ImmutableArray<TextSpan> OfInlines(InlineKind kind) =>
        article.Inlines.IsEmpty ? [] : [.. article.Inlines.Where(inline => inline.Kind == kind).Select(inline => inline.Span)];

    private bool IsAddress(Inline inline)
    {
        var words = article.AsSpan(inline.Span);
        return inline is { Kind: InlineKind.Link, Target: { } target } && !words.IsEmpty && target.AsSpan().EndsWith(words, StringComparison.OrdinalIgnoreCase)
            && target.AsSpan(0, target.Length - words.Length) is "" or "http://" or "https://" or "mailto:";
    }

    // A source that was named sentences ago is no part of this attribution's words.
    private static TextSpan SourceAndCue(Attribution attribution) =>
        attribution.Source is { } source && attribution.Sentence.Span.Contains(source.Span) ? source.Span.Union(attribution.Cue) : attribution.Cue;
}
