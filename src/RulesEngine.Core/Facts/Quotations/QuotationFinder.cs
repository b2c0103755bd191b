using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the quotations of an article: in quotation marks of any style, and block quotes.</summary>
internal sealed class QuotationFinder(ILexicons lexicons, CueLexicon cues)
{
    private readonly QuotedPhrases _phrases = new(lexicons, cues);

    /// <summary>In the order of the text, an outer one before those in it.</summary>
    public ImmutableArray<Quotation> Find(ArticleFacts facts)
    {
        var article = facts.Article;
        var drafts = FindMarked(article);
        AddBlockQuotes(article, drafts);
        drafts.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : right.Span.End.CompareTo(left.Span.End));
        return Nest(facts, drafts);
    }

    private static List<QuotationDraft> FindMarked(Article article)
    {
        var running = new QuotationScanner(article.Text);
        foreach (var block in article.Blocks)
        {
            if (block.Kind == BlockKind.Code)
            {
                continue;
            }

            if (block.IsArticleText && block.Kind is BlockKind.Paragraph or BlockKind.ListItem)
            {
                running.Scan(block.Span);
                continue;
            }

            // A heading, a caption, a share bar between two paragraphs neither ends a quotation nor runs on with it.
            var apart = new QuotationScanner(article.Text);
            apart.Scan(block.Span);
            apart.End();
            running.Found.AddRange(apart.Found);
        }

        running.End();
        return running.Found;
    }

    private static void AddBlockQuotes(Article article, List<QuotationDraft> drafts)
    {
        var blocks = article.Blocks;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (!IsQuoted(blocks[i]))
            {
                continue;
            }

            var first = i;
            while (i + 1 < blocks.Length && IsQuoted(blocks[i + 1]))
            {
                i++;
            }

            drafts.Add(new QuotationDraft(
                new TextSpan(blocks[first].Span.Start, blocks[i].Span.End),
                [.. blocks.AsSpan()[first..(i + 1)].ToArray().Select(block => block.Span)],
                IsBalanced: true));
        }
    }

    private static bool IsQuoted(Block block) => block.IsArticleText && block.Within.HasFlag(BlockContainers.BlockQuote) && !block.Span.IsEmpty;

    private ImmutableArray<Quotation> Nest(ArticleFacts facts, List<QuotationDraft> drafts)
    {
        var found = ImmutableArray.CreateBuilder<Quotation>(drafts.Count);
        var outer = new Stack<Quotation>();
        foreach (var draft in drafts)
        {
            while (outer.Count > 0 && !outer.Peek().Span.Contains(draft.Span))
            {
                outer.Pop();
            }

            var quotation = new Quotation
            {
                Span = draft.Span,
                Content = draft.Content,
                IsBalanced = draft.IsBalanced,
                Outer = outer.Count > 0 ? outer.Peek() : null,
                IsPhrase = draft.Content.Length == 1 && draft.Content[0].Start > draft.Span.Start && _phrases.IsPhrase(facts, draft),
            };
            found.Add(quotation);
            outer.Push(quotation);
        }

        return found.ToImmutable();
    }
}
