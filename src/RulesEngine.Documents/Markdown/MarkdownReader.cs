using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using RulesEngine.Documents.Building;
using RulesEngine.Documents.Structure;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Markdown;

/// <summary>CommonMark with front matter, pipe tables and footnotes.</summary>
internal static class MarkdownReader
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseAutoLinks()
        .Build());

    public static Article Read(string path, string source, ArticleReadOptions options)
    {
        CheckEntities(source, options.Limits);
        var document = Parse(source, options.Limits);
        var frontMatter = document.Count > 0 && document[0] is YamlFrontMatterBlock block ? FrontMatter.Read(source, block.Span.Start) : FrontMatter.None;
        var leaves = MarkdownLeaves.Collect(document, options.Limits);
        var writer = new BlockWriter(source);
        frontMatter.Write(writer, writesTitle: !leaves.Exists(leaf => leaf.Kind == BlockKind.Headline));
        new MarkdownBlocks(writer, options).Write(leaves);

        var text = writer.Text.ToString();
        var map = writer.Text.ToSourceMap();
        return new DraftArticle
        {
            Path = path,
            Format = ArticleFormat.Markdown,
            Text = text,
            SourceText = source,
            SourceMap = map,
            Blocks = writer.Blocks,
            Inlines = writer.InlinesIn(text),
            Comments = writer.CommentsBefore(map, text.Length),
            FrontMatter = frontMatter.Pairs,
            Date = frontMatter["date", "published", "pubdate"] is { } date ? DateText.ParseMetadata(date) : null,
            Language = frontMatter["lang", "language"],
        }.ToArticle(options);
    }

    private static MarkdownDocument Parse(string source, ReadLimits limits)
    {
        try
        {
            return Markdig.Markdown.Parse(source, Pipeline.Value);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw new DocumentException(DocumentProblem.Limit("max-nesting", "quotes, lists or marks are nested too deeply", limits.MaxNesting));
        }
    }

    private static void CheckEntities(string source, ReadLimits limits)
    {
        if (source.AsSpan().Count('&') > limits.MaxEntities)
        {
            throw new DocumentException(DocumentProblem.Limit("max-entities", "the file has too many character references", limits.MaxEntities));
        }
    }
}
