using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>The nodes and facts that actions can be registered for; those in furniture are left out.</summary>
internal static class Nodes
{
    /// <exception cref="ArgumentException">There are no nodes of that type.</exception>
    public static Func<ArticleFacts, IEnumerable<TNode>> Of<TNode>()
        where TNode : class
    {
        Delegate nodes = typeof(TNode) switch
        {
            var type when type == typeof(Block) => From(facts => facts.Article.Blocks, block => block.Span),
            var type when type == typeof(Inline) => From(facts => facts.Article.Inlines, inline => inline.Span),
            var type when type == typeof(Sentence) => From(facts => facts.Sentences, sentence => sentence.Span),
            var type when type == typeof(Quotation) => From(facts => facts.Quotations, quotation => quotation.Span),
            var type when type == typeof(Attribution) => From(facts => facts.Attributions, attribution => attribution.Cue),
            var type when type == typeof(Figure) => From(facts => facts.Figures, figure => figure.Span),
            var type when type == typeof(Account) => From(facts => facts.Accounts, account => account.Span),
            var type when type == typeof(TimeExpression) => From(facts => facts.Times, time => time.Span),
            var type => throw new ArgumentException($"there are no nodes of type {type.Name}; there are Block, Inline, Sentence, Quotation, Attribution, Figure, Account and TimeExpression"),
        };
        return (Func<ArticleFacts, IEnumerable<TNode>>)nodes;
    }

    private static Func<ArticleFacts, IEnumerable<T>> From<T>(Func<ArticleFacts, System.Collections.Immutable.ImmutableArray<T>> all, Func<T, TextSpan> spanOf) =>
        facts => InArticleText(facts, all(facts), spanOf);

    private static IEnumerable<T> InArticleText<T>(ArticleFacts facts, System.Collections.Immutable.ImmutableArray<T> nodes, Func<T, TextSpan> spanOf)
    {
        foreach (var node in nodes)
        {
            if (facts.Article.BlockAt(spanOf(node).Start) is not { IsArticleText: false })
            {
                yield return node;
            }
        }
    }
}
