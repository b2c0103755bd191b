using System.Collections.Immutable;
using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Cuts the blocks of an article into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>Tokens and sentences of every block, in the order of the text.</summary>
    public static (ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences) Split(Article article)
    {
        var tokens = new ValueList<Token>((article.Text.Length / 5) + 1);
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

        return (tokens.ToImmutable(), sentences.ToImmutable());
    }
}
