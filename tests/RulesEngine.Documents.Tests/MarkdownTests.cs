using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests;

public sealed class MarkdownTests
{
    private static Article Read(string text) => Drafts.Read("draft.md", text);

    [Fact]
    public void First_heading_of_level_one_is_the_headline_and_front_matter_is_not_repeated()
    {
        var article = Read("---\ntitle: Working title\n---\n# Dam holds, *for now*\n\nText of the draft.\n\n# Second part\n\nMore.\n");
        Assert.Equal(["Dam holds, for now"], article.TextsOf(BlockKind.Headline));
        Assert.Equal(["Second part"], article.TextsOf(BlockKind.Heading));
        Assert.Equal("Working title", article.FrontMatter["title"]);
        Assert.DoesNotContain("Working", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Setext_heading_is_a_headline() => Assert.Equal(["Dam holds"], Read("Dam holds\n=========\n\nText.\n").TextsOf(BlockKind.Headline));

    [Theory]
    [InlineData("title: Dam holds # for now", "Dam holds")]
    [InlineData("title: 'Dam holds, ''for now'''", "Dam holds, 'for now'")]
    [InlineData("title: \"Dam \\\"holds\\\"\"", "Dam \"holds\"")]
    [InlineData("title: >\n  Dam holds\n", "Dam holds")]
    public void Title_of_front_matter_is_the_headline(string line, string headline) =>
        Assert.Equal([headline], Read($"---\n{line}\n---\n\nText of the draft.\n").TextsOf(BlockKind.Headline));

    [Fact]
    public void Front_matter_gives_date_language_and_byline()
    {
        var article = Read("---\r\ntitle: Dam holds\r\ndate: 2025-05-03 10:00\r\nlang: fr\r\nauthors:\r\n  - Jane Roe\r\n  - Tom Beck\r\nslug: dam\r\n---\r\n\r\nText of the draft.\r\n");
        Assert.Equal(new DateOnly(2025, 5, 3), article.Date);
        Assert.Equal("fr", article.Language);
        Assert.Equal("dam", article.FrontMatter["slug"]);
        Assert.Equal("Jane Roe, Tom Beck", article.FrontMatter["authors"]);
        Assert.StartsWith("Jane Roe", Assert.Single(article.TextsOf(BlockKind.Byline)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It cost \\$5 \\*million\\*.", "It cost $5 *million*.")]
    [InlineData("It cost &pound;5 &amp; more.", "It cost £5 & more.")]
    [InlineData("See <https://example.org/a> now.", "See https://example.org/a now.")]
    [InlineData("See https://example.org/a now.", "See https://example.org/a now.")]
    [InlineData("One\ntwo  \nthree\\\nfour", "One two\nthree\nfour")]
    [InlineData("A **b *c* d** e", "A b c d e")]
    [InlineData("A <b>bold</b> word<br>and a break", "A bold word\nand a break")]
    [InlineData("Code `` a`b `` here", "Code a`b here")]
    [InlineData("A [link *there*][ref] goes.\n\n[ref]: https://example.org", "A link there goes.")]
    public void Marks_are_no_text(string markdown, string text) => Assert.Equal(text, Read(markdown).Text);

    [Fact]
    public void Quotes_lists_and_tables_are_containers()
    {
        var article = Read("> quoted\n>\n> - item in quote\n\n1. one\n   1. inner\n\n| a | b |\n|---|---|\n| c | **d** |\n");
        Assert.Equal(BlockContainers.BlockQuote, article.Blocks[0].Within);
        Assert.Equal(BlockContainers.BlockQuote | BlockContainers.List, article.Blocks[1].Within);
        Assert.Equal([1, 1, 2], article.Blocks.Where(block => block.Kind == BlockKind.ListItem).Select(block => block.Level));
        Assert.Equal(["a", "b"], article.TextsOf(BlockKind.TableHeader));
        Assert.Equal(["c", "d"], article.TextsOf(BlockKind.TableCell));
    }

    [Fact]
    public void Comments_are_kept_with_the_text_that_follows()
    {
        var article = Read("One.\n\n<!-- off -->\n\nTwo <!-- inline --> three.\n");
        Assert.Equal(["off", "inline"], article.Comments.Select(comment => comment.Text));
        Assert.StartsWith("Two", article.Text[article.Comments[0].Position..], StringComparison.Ordinal);
        Assert.StartsWith("<!-- off -->", article.SourceText[article.Comments[0].Span.Start..], StringComparison.Ordinal);
    }

    [Fact]
    public void Footnote_stands_where_it_is_defined()
    {
        var article = Read("A claim.[^n]\n\n[^n]: The *source* of it.\n\nAnother paragraph.\n");
        Assert.Equal(["The source of it."], article.TextsOf(BlockKind.Footnote));
        Assert.Equal("The *source* of", article.SourceOf("The source of"));
    }

    [Fact]
    public void Code_is_no_article_text()
    {
        var article = Read("Text.\r\n\r\n```\r\na = 500\r\n  b\r\n```\r\n");
        var code = Assert.Single(article.Blocks, block => block.Kind == BlockKind.Code);
        Assert.False(code.IsArticleText);
        Assert.Equal("a = 500\n  b", article.GetText(code.Span));
    }
}
