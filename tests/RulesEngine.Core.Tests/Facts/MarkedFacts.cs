using System.Collections.Immutable;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts;

/// <summary>Makes articles of plain text: a blank line parts paragraphs, a line that begins with <c>&gt; </c> is a block quote.</summary>
internal static class MarkedFacts
{
    private static readonly FactsEngine Engine = new(EmbeddedLexicons.Instance);

    public static ArticleFacts Of(string text, BlockKind first = BlockKind.Paragraph)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var at = 0;
        foreach (var piece in text.Split("\n\n"))
        {
            var isQuote = piece.StartsWith("> ", StringComparison.Ordinal);
            var span = new TextSpan(at + (isQuote ? 2 : 0), at + piece.Length);
            if (!span.IsEmpty)
            {
                blocks.Add(new Block(blocks.Count == 0 ? first : BlockKind.Paragraph, span, Within: isQuote ? BlockContainers.BlockQuote : BlockContainers.None));
            }

            at += piece.Length + 2;
        }

        return Engine.CreateFacts(new Article
        {
            Path = "test.txt",
            Format = ArticleFormat.Text,
            Text = text,
            SourceText = text,
            SourceMap = SourceMap.Identity(text),
            Blocks = blocks.ToImmutable(),
        });
    }

    /// <summary>Takes <c>[|</c> and <c>|]</c> out of a text and says what stood between them.</summary>
    public static (string Text, ImmutableArray<TextSpan> Spans) Unmark(string marked)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("[|", StringComparison.Ordinal))
            {
                open.Push(text.Length);
                i++;
            }
            else if (marked.AsSpan(i).StartsWith("|]", StringComparison.Ordinal))
            {
                spans.Add(new TextSpan(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        spans.Sort();
        return (text.ToString(), [.. spans]);
    }
}
