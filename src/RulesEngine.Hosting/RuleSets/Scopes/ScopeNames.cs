using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>The names that <c>scope</c> knows: Vale's and, at the end, those of the newsroom.</summary>
internal static class ScopeNames
{
    /// <summary>Scopes that are kinds of block, then those that are stretches inside blocks. (<c>code</c> is code blocks too.)</summary>
    public static readonly IReadOnlyDictionary<string, ScopeName> ByName = new Dictionary<string, ScopeName>(StringComparer.Ordinal)
    {
        ["text"] = new(BlockTags.Text, Regions.None),
        ["paragraph"] = new(BlockTags.Paragraph, Regions.None),
        ["heading"] = new(BlockTags.Heading, Regions.None),
        ["heading.h1"] = new(BlockTags.Heading1, Regions.None),
        ["heading.h2"] = new(BlockTags.Heading2, Regions.None),
        ["heading.h3"] = new(BlockTags.Heading3, Regions.None),
        ["heading.h4"] = new(BlockTags.Heading4, Regions.None),
        ["heading.h5"] = new(BlockTags.Heading5, Regions.None),
        ["heading.h6"] = new(BlockTags.Heading6, Regions.None),
        ["list"] = new(BlockTags.List, Regions.None),
        ["blockquote"] = new(BlockTags.BlockQuote, Regions.None),
        ["table"] = new(BlockTags.Table, Regions.None),
        ["table.header"] = new(BlockTags.TableHeader, Regions.None),
        ["table.cell"] = new(BlockTags.TableCell, Regions.None),
        ["table.caption"] = new(BlockTags.Caption | BlockTags.Table, Regions.None),
        ["figure.caption"] = new(BlockTags.Caption, Regions.None),
        ["headline"] = new(BlockTags.Headline, Regions.None),
        ["dek"] = new(BlockTags.Dek, Regions.None),
        ["byline"] = new(BlockTags.Byline, Regions.None),
        ["caption"] = new(BlockTags.Caption, Regions.None),
        ["embed"] = new(BlockTags.Embed, Regions.None),
        ["footnote"] = new(BlockTags.Footnote, Regions.None),
        ["furniture"] = new(BlockTags.Furniture, Regions.None),
        ["sentence"] = new(BlockTags.None, Regions.Sentence),
        ["link"] = new(BlockTags.None, Regions.Link),
        ["strong"] = new(BlockTags.None, Regions.Strong),
        ["emphasis"] = new(BlockTags.None, Regions.Emphasis),
        ["code"] = new(BlockTags.None, Regions.InlineCode),
        ["alt"] = new(BlockTags.None, Regions.Alt),
        ["quote"] = new(BlockTags.None, Regions.Quote),
        ["figure"] = new(BlockTags.None, Regions.Figure),
        ["attribution"] = new(BlockTags.None, Regions.Attribution),
        ["frontmatter"] = new(BlockTags.None, Regions.FrontMatter),
    };

    /// <summary>Fields of the front matter that are read as text, with what they are to the article.</summary>
    public static BlockTags OfField(string field) => field switch
    {
        "title" or "headline" => BlockTags.Headline,
        "description" or "dek" or "standfirst" or "subtitle" or "summary" => BlockTags.Dek,
        "author" or "authors" or "byline" => BlockTags.Byline,
        _ => BlockTags.None,
    };

    /// <summary>Scopes of Vale that no draft has: comments of source code, classes of markup, formats that are not read.</summary>
    public static bool IsNowhere(string name) => name switch
    {
        "comment" or "line" or "block" or "class" or "meta" or "doc" or "section" => true,
        "adoc" or "rst" or "org" or "xml" or "xsd" or "dita" or "ipynb" or "tex" or "typ" or "myst" or "qmd" or "rmd" or "mdx" => true,
        "c" or "cc" or "cpp" or "cs" or "css" or "ex" or "go" or "h" or "hs" or "java" or "jl" or "js" or "json" or "jsx" or "kt" or "lua" => true,
        "php" or "pl" or "proto" or "ps1" or "py" or "r" or "rb" or "rs" or "sass" or "scala" or "scss" or "sh" or "swift" or "toml" or "ts" or "tsx" or "yaml" or "yml" => true,
        _ => false,
    };

    /// <summary>Every name, for proposals.</summary>
    public static IEnumerable<string> All => ByName.Keys.Append("summary").Append("raw").Order(StringComparer.Ordinal);

    /// <summary>The format of a file name ending that Vale lets follow a scope (<c>paragraph.md</c>); null where it is none.</summary>
    public static ArticleFormat? FormatOf(string ending) => ending switch
    {
        "md" or "markdown" => ArticleFormat.Markdown,
        "html" or "htm" => ArticleFormat.Html,
        "txt" => ArticleFormat.Text,
        "docx" => ArticleFormat.Docx,
        _ => null,
    };
}

/// <summary>What a name of a scope stands for: a kind of block, or else a kind of stretch.</summary>
internal sealed record ScopeName(BlockTags Tags, Regions Region);
