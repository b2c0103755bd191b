using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.PlainText;

/// <summary>Plain text: article text is the file, offset by offset; only the blocks are worked out.</summary>
internal static class PlainTextReader
{
    public static Article Read(string path, string text, ArticleReadOptions options) => new DraftArticle
    {
        Path = path,
        Format = ArticleFormat.Text,
        Text = text,
        SourceText = text,
        SourceMap = SourceMap.Identity(text),
        Blocks = TextBlocks.Find(text),
    }.ToArticle(options);
}
