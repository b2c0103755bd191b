using System.Collections.Immutable;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>Text that <c>IgnoredScopes</c> or <c>SkippedScopes</c> takes out: marks inside blocks, or kinds of block.</summary>
/// <param name="Inline">The mark, or null.</param>
/// <param name="Tags">The kind of block, where there is no mark.</param>
internal sealed record IgnoredScope(InlineKind? Inline, BlockTags Tags)
{
    /// <summary>Names of HTML elements that mean something here.</summary>
    public static readonly ImmutableArray<string> Names =
        ["a", "alt", "b", "blockquote", "em", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li", "ol", "strong", "table", "td", "th", "ul"];

    /// <summary>The scope of a name, or null where nothing here has it.</summary>
    public static IgnoredScope? Parse(string name) => name switch
    {
        "a" => new(InlineKind.Link, default),
        "alt" or "text.attr.alt" => new(InlineKind.Alt, default),
        "b" or "strong" => new(InlineKind.Strong, default),
        "em" or "i" => new(InlineKind.Emphasis, default),
        "blockquote" => new(null, BlockTags.BlockQuote),
        "figcaption" => new(null, BlockTags.Caption),
        "li" or "ol" or "ul" => new(null, BlockTags.List),
        "table" => new(null, BlockTags.Table),
        "td" => new(null, BlockTags.TableCell),
        "th" => new(null, BlockTags.TableHeader),
        ['h', >= '1' and <= '6' and var level] => new(null, (BlockTags)((int)BlockTags.Heading1 << (level - '1'))),
        _ => null,
    };

    /// <summary>True for a scope that nobody looks into here anyway: code, pictures, what is no prose, the comments of source code.</summary>
    public static bool IsNeverRead(string name) =>
        name is "code" or "tt" or "kbd" or "samp" or "pre" or "script" or "style" or "noscript" or "iframe" or "figure" or "img" or "url" or "svg" or "video" or "listingblock" or "literalblock"
        || name.StartsWith("comment", StringComparison.Ordinal) || name.StartsWith("text.comment", StringComparison.Ordinal);

    /// <summary>Adds the text of an article that the scope takes out.</summary>
    public void AddTo(ImmutableArray<TextSpan>.Builder spans, Article article)
    {
        if (Inline is { } kind)
        {
            spans.AddRange(article.Inlines.Where(inline => inline.Kind == kind).Select(inline => inline.Span));
        }
        else
        {
            spans.AddRange(article.Blocks.Where(block => (BlockTagger.GetTags(block, article) & Tags) != BlockTags.None).Select(block => block.Span));
        }
    }
}
