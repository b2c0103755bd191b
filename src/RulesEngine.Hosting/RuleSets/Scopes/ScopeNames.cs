namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>The names that <c>scope</c> knows: Vale's and, at the end, those of the newsroom.</summary>
internal static class ScopeNames
{
    /// <summary>Scopes that are kinds of block.</summary>
    public static readonly IReadOnlyDictionary<string, BlockTags> Blocks = new Dictionary<string, BlockTags>(StringComparer.Ordinal)
    {
        ["text"] = BlockTags.Text,
        ["paragraph"] = BlockTags.Paragraph,
        ["heading"] = BlockTags.Heading,
        ["heading.h1"] = BlockTags.Heading1,
        ["heading.h2"] = BlockTags.Heading2,
        ["heading.h3"] = BlockTags.Heading3,
        ["heading.h4"] = BlockTags.Heading4,
        ["heading.h5"] = BlockTags.Heading5,
        ["heading.h6"] = BlockTags.Heading6,
        ["list"] = BlockTags.List,
        ["blockquote"] = BlockTags.BlockQuote,
        ["table"] = BlockTags.Table,
        ["table.header"] = BlockTags.TableHeader,
        ["table.cell"] = BlockTags.TableCell,
        ["table.caption"] = BlockTags.Caption | BlockTags.Table,
        ["figure.caption"] = BlockTags.Caption,
        ["headline"] = BlockTags.Headline,
        ["dek"] = BlockTags.Dek,
        ["byline"] = BlockTags.Byline,
        ["caption"] = BlockTags.Caption,
        ["embed"] = BlockTags.Embed,
        ["footnote"] = BlockTags.Footnote,
        ["furniture"] = BlockTags.Furniture,
    };

    /// <summary>Scopes that are stretches inside blocks. (<c>code</c> is code blocks too.)</summary>
    public static readonly IReadOnlyDictionary<string, Regions> Regions = new Dictionary<string, Regions>(StringComparer.Ordinal)
    {
        ["sentence"] = Scopes.Regions.Sentence,
        ["link"] = Scopes.Regions.Link,
        ["strong"] = Scopes.Regions.Strong,
        ["emphasis"] = Scopes.Regions.Emphasis,
        ["code"] = Scopes.Regions.InlineCode,
        ["alt"] = Scopes.Regions.Alt,
        ["quote"] = Scopes.Regions.Quote,
        ["figure"] = Scopes.Regions.Figure,
        ["attribution"] = Scopes.Regions.Attribution,
    };

    /// <summary>File name endings that Vale lets follow a scope: <c>paragraph.md</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Sdk.ArticleFormat> Formats = new Dictionary<string, Sdk.ArticleFormat>(StringComparer.Ordinal)
    {
        ["md"] = Sdk.ArticleFormat.Markdown,
        ["html"] = Sdk.ArticleFormat.Html,
        ["txt"] = Sdk.ArticleFormat.Text,
        ["docx"] = Sdk.ArticleFormat.Docx,
    };

    /// <summary>Every name, for proposals.</summary>
    public static IEnumerable<string> All => Blocks.Keys.Concat(Regions.Keys).Append("summary").Append("raw").Order(StringComparer.Ordinal);
}
