using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Cuts the blocks of an article into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>Tokens and sentences of every block, in the order of the text.</summary>
    public static SplitText Split(Article article)
    {
        var tokens = new TokenList((article.Text.Length / 5) + 1);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in article.Blocks)
        {
            var first = tokens.Count;
            Tokenizer.Tokenize(article.Text, block.Span, tokens);
            var finder = new BoundaryFinder(article.Text, tokens, first);
            while (first < tokens.Count)
            {
                var end = finder.FindEnd(first);
                sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[end - 1].End), block, first, end - first, sentences.Count));
                first = end;
            }
        }

        return new SplitText(tokens.ToImmutable(), sentences.ToImmutable());
    }
}

/// <summary>Tokens and sentences of an article.</summary>
internal sealed record SplitText(ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences);
