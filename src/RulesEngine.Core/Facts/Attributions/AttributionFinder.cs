using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the attributions of an article: direct, indirect and mixed, said, written and thought.</summary>
internal sealed class AttributionFinder(ILexicons lexicons, CueLexicon cues)
{
    // No prose has longer ones; a list without full stops is read in stretches, so that the work stays linear.
    private const int LongestSentence = 512;

    private readonly WordClasses _words = new(lexicons);
    private readonly SourceLexicon _sources = new(lexicons);

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Attribution> Find(ArticleFacts facts)
    {
        var quotes = new QuoteMap(facts);
        var classifier = new SourceClassifier(facts, _sources);
        var drafts = new List<AttributionDraft>();
        var reader = new SentenceAttributions(facts, new ArticleCues(cues, facts), _words, classifier, quotes);
        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block.IsArticleText && sentence.Block.Kind != BlockKind.Byline)
            {
                for (var first = sentence.FirstToken; first < sentence.EndToken; first += LongestSentence)
                {
                    drafts.AddRange(reader.Read(sentence, new TokenRange(first, Math.Min(sentence.EndToken, first + LongestSentence))));
                }
            }
        }

        new RunOnQuotations(facts, quotes).Complete(drafts);
        drafts.RemoveAll(draft => draft.Content.Count == 0);
        return Finish(facts, drafts, new Antecedents(facts, classifier, _sources));
    }

    private static ImmutableArray<Attribution> Finish(ArticleFacts facts, List<AttributionDraft> drafts, Antecedents antecedents)
    {
        var found = ImmutableArray.CreateBuilder<Attribution>(drafts.Count);
        foreach (var draft in drafts)
        {
            draft.SortContent();
            found.Add(new Attribution
            {
                Source = draft.Source is { } source ? antecedents.Resolve(TrimCommas(facts, source)) : null,
                Cue = Span(facts, draft.CueRange),
                Content = Spans(facts, draft.Content),
                Stance = ReadStance(draft),
                IsHedged = draft.Cue.IsHedged,
                Quotation = draft.Quotation,
                Sentence = draft.Sentence,
            });
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<TextSpan> Spans(ArticleFacts facts, ValueList<TokenRange> ranges)
    {
        var spans = new TextSpan[ranges.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = Span(facts, ranges[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(spans);
    }

    // "Did not deny" and "has not confirmed" say nothing; "refused to confirm" is the cue's own.
    private static Stance ReadStance(AttributionDraft draft) =>
        draft.IsNegated && draft.Cue.Stance is (Stance.Denies or Stance.Confirms) ? Stance.Declines : draft.Cue.Stance;

    private static TokenRange TrimCommas(ArticleFacts facts, TokenRange range)
    {
        while (range.End - range.First > 1 && facts.Article.Text[facts.Tokens[range.End - 1].Start] is ',' or '—' or '–' or '-')
        {
            range = range with { End = range.End - 1 };
        }

        return range;
    }

    private static TextSpan Span(ArticleFacts facts, TokenRange range) => new(facts.Tokens[range.First].Start, facts.Tokens[range.End - 1].End);
}
