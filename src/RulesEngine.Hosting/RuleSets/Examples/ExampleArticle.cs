using System.Collections.Immutable;
using System.Text;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Examples;

/// <summary>
/// An example of a rule as an article: paragraphs are separated by empty lines; where the rule looks at another kind of block (a
/// headline, a list), the first one is of that kind.
/// </summary>
/// <param name="Article">The text without marks.</param>
/// <param name="Expected">What stood between <c>[|</c> and <c>|]</c>.</param>
internal sealed record ExampleArticle(Article Article, ImmutableArray<TextSpan> Expected)
{
    /// <summary>Makes the article of an example.</summary>
    public static ExampleArticle Create(RuleExample example, ScopeSelector scope)
    {
        var text = new StringBuilder();
        var expected = ImmutableArray.CreateBuilder<TextSpan>();
        var open = -1;
        var markup = example.Markup.TrimEnd();
        for (var i = 0; i < markup.Length; i++)
        {
            var pair = i + 1 < markup.Length ? markup.AsSpan(i, 2) : default;
            if (pair is "[|")
            {
                open = text.Length;
                i++;
            }
            else if (pair is "|]" && open >= 0)
            {
                expected.Add(new TextSpan(open, text.Length));
                open = -1;
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return new ExampleArticle(ToArticle(text.ToString(), example.Date, scope), expected.ToImmutable());
    }

    private static Article ToArticle(string text, DateOnly? date, ScopeSelector scope)
    {
        var format = scope.Clauses.IsEmpty ? null : scope.Clauses[0].Format;
        return new Article
        {
            Path = "example",
            Format = format ?? ArticleFormat.Markdown,
            Text = text,
            SourceText = text,
            SourceMap = SourceMap.Identity(text),
            Blocks = ToBlocks(text, FirstKind(scope)),
            Date = date,
            Language = "en",
        };
    }

    private static ImmutableArray<Block> ToBlocks(string text, Block first)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                var span = new TextSpan(start, end);
                blocks.Add(blocks.Count == 0 ? first with { Span = span } : new Block(BlockKind.Paragraph, span));
            }

            start = end + 1;
            while (start < text.Length && text[start] == '\n')
            {
                start++;
            }
        }

        return blocks.ToImmutable();
    }

    private static Block FirstKind(ScopeSelector scope)
    {
        var tags = scope.Clauses.IsEmpty ? BlockTags.None : scope.Clauses[0].Tags;
        foreach (var kind in Enum.GetValues<BlockKind>())
        {
            for (var level = 0; level <= 6; level++)
            {
                var block = new Block(kind, default, level, tags.HasFlag(BlockTags.BlockQuote) ? BlockContainers.BlockQuote : BlockContainers.None);
                if (scope.Accepts(BlockTagger.GetTags(block, ArticleFormat.Markdown, isFrontMatter: false), ArticleFormat.Markdown))
                {
                    return block;
                }
            }
        }

        return new Block(BlockKind.Paragraph, default);
    }
}
