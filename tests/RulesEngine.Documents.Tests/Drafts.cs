using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests;

/// <summary>Reads drafts and shows what came out of them.</summary>
internal static class Drafts
{
    public static Article Read(string name, string text, ArticleReadOptions? options = null) =>
        Read(name, Encoding.UTF8.GetBytes(text), options);

    public static Article Read(string name, byte[] bytes, ArticleReadOptions? options = null)
    {
        var result = ArticleReader.Read(name, bytes, options);
        Assert.Empty(result.Problems);
        Assert.NotNull(result.Article);
        Spans.AssertSound(result.Article);
        return result.Article;
    }

    public static Article ReadSample(string name) =>
        Read(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name)));

    public static DocumentProblem Problem(string name, byte[] bytes, ReadLimits? limits = null)
    {
        var result = ArticleReader.Read(name, bytes, new ArticleReadOptions { Limits = limits ?? ReadLimits.Default });
        Assert.Null(result.Article);
        return Assert.Single(result.Problems);
    }

    public static DocumentProblem Problem(string name, string text, ReadLimits? limits = null) =>
        Problem(name, Encoding.UTF8.GetBytes(text), limits);

    /// <summary>The texts of all blocks of a kind.</summary>
    public static string[] TextsOf(this Article article, BlockKind kind) =>
        [.. article.Blocks.Where(block => block.Kind == kind).Select(block => article.GetText(block.Span))];

    /// <summary>The stretch of the file that a stretch of article text came from.</summary>
    public static string SourceOf(this Article article, string text)
    {
        var start = article.Text.IndexOf(text, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{text}' is not in the article");
        var source = article.SourceMap.GetSourceSpan(new TextSpan(start, start + text.Length));
        return article.SourceText[source.Start..source.End];
    }

    /// <summary>One line a block: place in the file, kind, containers, text.</summary>
    public static string Describe(Article article)
    {
        var lines = new StringBuilder();
        lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"language {article.Language}, date {article.Date:yyyy-MM-dd}, dateline {(article.Dateline is { } dateline ? article.GetText(dateline) : "none")}\n");
        foreach (var block in article.Blocks)
        {
            var at = article.SourceMap.GetRange(block.Span).Start;
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at.Line}:{at.Column} {block.Kind} {block.Level} [{block.Within}] {article.GetText(block.Span).ReplaceLineEndings("/")}\n");
        }

        foreach (var inline in article.Inlines)
        {
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"{inline.Kind} \"{article.GetText(inline.Span)}\" {inline.Target}\n");
        }

        foreach (var comment in article.Comments)
        {
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"comment \"{comment.Text}\" on \"{(comment.Subject is { } subject ? article.GetText(subject) : "")}\" before \"{article.Text[comment.Position..Math.Min(article.Text.Length, comment.Position + 20)].ReplaceLineEndings("/")}\"\n");
        }

        return lines.ToString();
    }
}
