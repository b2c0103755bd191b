using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Cuts the blocks of an article into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>Tokens and sentences of every block, in the order of the text.</summary>
    public static (ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences) Split(Article article)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var block in article.Blocks)
        {
            var first = tokens.Count;
            Tokenizer.Tokenize(article.Text, block.Span, tokens);
            for (var i = first; i < tokens.Count; i++)
            {
                if (i + 1 == tokens.Count || article.Text[tokens[i].Start] is '.' or '?' or '!')
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[i].End), block, first, i + 1 - first, sentences.Count));
                    first = i + 1;
                }
            }
        }

        return (tokens.ToImmutable(), sentences.ToImmutable());
    }
}
