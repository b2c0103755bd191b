using System.Collections.Immutable;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Language;

/// <summary>Articles of one paragraph, and what the language part makes of them.</summary>
internal static class Draft
{
    public static Article Create(params string[] paragraphs)
    {
        var text = string.Join("\n\n", paragraphs);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, start + paragraph.Length)));
            start += paragraph.Length + 2;
        }

        return new Article { Path = "draft.txt", Format = ArticleFormat.Text, Text = text, SourceText = text, SourceMap = SourceMap.Identity(text), Blocks = blocks.ToImmutable() };
    }

    public static string[] Tokens(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        return [.. tokens.ToImmutable().Select(token => text[token.Start..token.End])];
    }

    public static string[] Sentences(params string[] paragraphs)
    {
        var article = Create(paragraphs);
        return [.. SentenceSplitter.Split(article).Sentences.Select(sentence => article.GetText(sentence.Span))];
    }

    public static PennTag[] Tags(string text)
    {
        var article = Create(text);
        var (tokens, sentences) = SentenceSplitter.Split(article);
        return [.. Tagger.Tag(text, tokens, sentences)];
    }
}
