using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests;

public sealed class HtmlTests
{
    private static Article Read(string text) => Drafts.Read("draft.html", text);

    [Theory]
    [InlineData("<p>over\n  <b> 500 </b>  men</p>", "over 500 men")]
    [InlineData("<p>caf&eacute; &lt;5&gt; &#x1F61F; &copy2025 &nosuch; a&nbsp;b</p>", "café <5> 😟 ©2025 &nosuch; a\u00A0b")]
    [InlineData("<p>one<p>two<div>three", "one\n\ntwo\n\nthree")]
    [InlineData("one<br>two<br><br>three", "one\ntwo\n\nthree")]
    [InlineData("<p>re&shy;port <script>x < y</script><style>p{}</style>ends", "report ends")]
    [InlineData("<p title='a>b'>kept</p><!-- <p>gone</p> --> <p hidden>gone</p>", "kept")]
    [InlineData("a <b>bold</b> <i>and</i> more", "a bold and more")]
    [InlineData("5 < 6 & 7 > 3", "5 < 6 & 7 > 3")]
    [InlineData("<p>x</b></p></div></span> y", "x\n\ny")]
    public void Text_is_what_a_browser_shows(string html, string text) => Assert.Equal(text, Read(html).Text);

    [Fact]
    public void Smallest_range_holds_marks_inside_only()
    {
        var article = Read("<p>It is <b>over <i>500</i></b> &amp; more</p>");
        Assert.Equal("over <i>500", article.SourceOf("over 500"));
        Assert.Equal("500</i></b> &amp;", article.SourceOf("500 &"));
    }

    [Fact]
    public void Text_that_the_tree_builder_moves_keeps_its_place()
    {
        var article = Read("<table><tr><td>cell</td></tr>stray words</table><p>end</p>");
        Assert.Equal("stray words", article.SourceOf("stray words"));
        Assert.Equal("cell", article.SourceOf("cell"));
    }

    [Fact]
    public void Headline_comes_from_open_graph_where_there_is_no_heading()
    {
        var article = Read("<html><head><meta property='og:title' content='Dam &amp; town'></head><body><p>The dam held through the night, the town said.</p></body></html>");
        Assert.Equal(["Dam & town"], article.TextsOf(BlockKind.Headline));
        Assert.Equal("Dam &amp; town", article.SourceOf("Dam & town"));
    }

    [Fact]
    public void Densest_container_is_the_article()
    {
        var paragraph = "<p>" + string.Concat(Enumerable.Repeat("The dam held through the night, the town said. ", 4)) + "</p>";
        var article = Read($"<body><div><p>Menu of the day</p></div><div id='x'><h1>Dam holds</h1>{paragraph}{paragraph}{paragraph}</div><div><p>Partner offers</p></div></body>");
        Assert.Equal(["Menu of the day", "Partner offers"], article.TextsOf(BlockKind.Furniture));
        Assert.Equal(3, article.TextsOf(BlockKind.Paragraph).Length);
        Assert.Equal(["Dam holds"], article.TextsOf(BlockKind.Headline));
    }

    [Theory]
    [InlineData("<nav>x y z</nav>")]
    [InlineData("<aside>x y z</aside>")]
    [InlineData("<div class='share-buttons'>x y z</div>")]
    [InlineData("<form>x y z</form>")]
    [InlineData("<section id='comments'>x y z</section>")]
    [InlineData("<div role='navigation'>x y z</div>")]
    public void Frame_of_the_page_is_furniture(string frame)
    {
        var article = Read($"<article><h1>Dam holds</h1><p>The dam held through the night, the town said.</p>{frame}</article>");
        Assert.Equal(["x y z"], article.TextsOf(BlockKind.Furniture));
    }

    [Theory]
    [InlineData("<div class='no-sidebar has-comments single-related'>")]
    [InlineData("<body class='menu'>")]
    [InlineData("<div class='shared-history'>")]
    public void Class_that_only_mentions_furniture_swallows_nothing(string open)
    {
        var article = Read($"{open}<h1>Dam holds</h1><p>The dam held through the night, the town said.</p>");
        Assert.Empty(article.TextsOf(BlockKind.Furniture));
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-05-03T09:00:00+02:00\"}]</script>")]
    [InlineData("<meta property='article:published_time' content='2025-05-03T09:00:00Z'>")]
    [InlineData("<p class='byline'>By Jane Roe <time datetime='2025-05-03'>yesterday</time></p>")]
    public void Metadata_date_the_article(string metadata) =>
        Assert.Equal(new DateOnly(2025, 5, 3), Read($"{metadata}<h1>Dam holds</h1><p>{new string('x', 90)}</p><time datetime='1999-01-01'>old</time>").Date);

    [Fact]
    public void Broken_linked_data_is_passed_over() =>
        Assert.Null(Read("<script type='application/ld+json'>{\"datePublished\":</script><p>Text of the draft.</p>").Date);

    [Fact]
    public void Declared_encoding_is_used()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("<meta charset=iso-8859-1><p>caf"), 0xE9, 0x80, .. Encoding.ASCII.GetBytes("</p>")];
        Assert.Equal("café€", Drafts.Read("a.html", bytes).Text);
    }

    [Fact]
    public void Embedded_post_is_no_paragraph()
    {
        var article = Read("<p>Text of the draft.</p><blockquote class='twitter-tweet'><p>Water again</p>&mdash; Mira (@mirak) <a href='#'>May 2, 2025</a></blockquote>");
        Assert.Equal(["Water again", "— Mira (@mirak) May 2, 2025"], article.TextsOf(BlockKind.Embed));
    }

    [Fact]
    public void Comments_are_kept()
    {
        var article = Read("<p>One.</p><!-- rules off --><p>Two.</p>");
        var comment = Assert.Single(article.Comments);
        Assert.Equal("rules off", comment.Text);
        Assert.StartsWith("Two.", article.Text[comment.Position..], StringComparison.Ordinal);
    }
}
