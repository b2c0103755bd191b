using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests.Docx;

public sealed class DocxTests
{
    private static Article Read(Action<DocxFile> write) => Drafts.Read("draft.docx", DocxFile.Create(write));

    private static Article ReadXml(string xml) => Read(file => file.Xml(xml));

    [Fact]
    public void Styles_say_what_a_paragraph_is()
    {
        var article = Read(file => file
            .Paragraph("Dam holds", "Housestyle")
            .Paragraph("The town had a night without sleep", "Subtitle")
            .Paragraph("By Jane Roe")
            .Paragraph("The dam held through the night, the town said on Saturday.")
            .Paragraph("The morning after", "Heading2")
            .Paragraph("We did not sleep.", "Quote")
            .Paragraph("first", list: 1)
            .Paragraph("second", list: 2)
            .Paragraph("The dam at dawn", "Caption"));
        Assert.Equal(
            [BlockKind.Headline, BlockKind.Dek, BlockKind.Byline, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Caption],
            article.Blocks.Select(block => block.Kind));
        Assert.Equal([1, 2], article.Blocks.Where(block => block.Kind == BlockKind.ListItem).Select(block => block.Level));
        Assert.Equal(BlockContainers.BlockQuote, article.Blocks[5].Within);
    }

    [Theory]
    [InlineData("<w:r><w:t>It cost </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>6 million</w:t></w:r></w:ins>", "It cost 6 million")]
    [InlineData("<w:moveFrom><w:r><w:t>here</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>there</w:t></w:r></w:moveTo>", "there")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE</w:instrText><w:t>no</w:t><w:fldChar w:fldCharType=\"separate\"/><w:t>Monday</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>, 9 a.m.</w:t></w:r>", "Monday, 9 a.m.")]
    [InlineData("<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple>", "7")]
    [InlineData("<w:smartTag><w:r><w:t>Tolmin</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>, again</w:t></w:r></w:sdtContent></w:sdt>", "Tolmin, again")]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t></w:r>", "a\tb\nc\u2011d")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F041\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "A")]
    public void Runs_read_as_accepted(string runs, string text) => Assert.Equal(text, ReadXml($"<w:p>{runs}</w:p>").Text);

    [Fact]
    public void Deleted_paragraph_mark_joins_paragraphs()
    {
        var article = ReadXml("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>two.</w:t></w:r></w:p>");
        Assert.Equal("One two.", article.Text);
    }

    [Fact]
    public void Text_box_reads_after_its_paragraph_and_only_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>";
        var article = ReadXml($"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{Box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>");
        Assert.Equal("Around it.\n\nIn the box.", article.Text);
    }

    [Fact]
    public void Table_has_cells_and_heads()
    {
        const string Row = "<w:tr>{0}<w:tc><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc></w:tr>";
        var article = ReadXml("<w:tbl>" + Row.Replace("{0}", "<w:trPr><w:tblHeader/></w:trPr>", StringComparison.Ordinal).Replace("{1}", "Year", StringComparison.Ordinal) + Row.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "2024", StringComparison.Ordinal) + "</w:tbl><w:p/>");
        Assert.Equal(["Year"], article.TextsOf(BlockKind.TableHeader));
        Assert.Equal(["2024"], article.TextsOf(BlockKind.TableCell));
    }

    [Fact]
    public void Positions_are_paragraph_and_character()
    {
        var article = Read(file => file.Paragraph("Dam holds", "Title").Paragraph("").Paragraph("At least 300 men worked through the night, the town said."));
        var start = article.Text.IndexOf("300", StringComparison.Ordinal);
        var range = article.SourceMap.GetRange(new TextSpan(start, start + 3));
        Assert.Equal((3, 10), (range.Start.Line, range.Start.Column));
        Assert.Equal("300", article.SourceText[range.Start.Offset..range.End.Offset]);
    }

    [Fact]
    public void Footnotes_links_and_comments()
    {
        var article = Read(file => file
            .Link("rId99", "https://example.org/audit")
            .Xml("<w:p><w:r><w:t>The </w:t></w:r><w:hyperlink r:id=\"rId99\"><w:r><w:t>audit</w:t></w:r></w:hyperlink><w:r><w:t> found </w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r><w:rPr><w:b/></w:rPr><w:t>12 leaks</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/><w:footnoteReference w:id=\"2\"/><w:t>.</w:t></w:r></w:p>")
            .Footnote(2, "Counted twice.")
            .Comment("0", "says who?"));
        Assert.Equal(["Counted twice."], article.TextsOf(BlockKind.Footnote));
        Assert.Equal([("audit", "https://example.org/audit"), ("12 leaks", null)], article.Inlines.Select(inline => (article.GetText(inline.Span), inline.Target)));
        var comment = Assert.Single(article.Comments);
        Assert.Equal("says who?", comment.Text);
        Assert.Equal("12 leaks", article.GetText(comment.Subject!.Value));
        Assert.Equal(comment.Subject.Value.Start, comment.Position);
    }
}
