using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RulesEngine.Documents.Editing;
using RulesEngine.Documents.Tests.Docx;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests.Editing;

public sealed class ArticleEditorTests
{
    [Theory]
    [InlineData("a.txt", "The mayor slams it.\r\nTwice.\r\n", "The mayor criticises it.\r\nTwice.\r\n")]
    [InlineData("a.txt", "Ein Satz.\rThe mayor slams it.", "Ein Satz.\rThe mayor criticises it.")]
    [InlineData("a.md", "# A title\n\nThe mayor **slams** it\\!\n", "# A title\n\nThe mayor **criticises** it\\!\n")]
    [InlineData("a.html", "<p class=x>The  mayor <b>slams</b> it &amp; us.</p>", "<p class=x>The  mayor <b>criticises</b> it &amp; us.</p>")]
    public void What_is_not_edited_keeps_its_bytes(string path, string text, string expected)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

            var result = Replace(path, content, "slams", "criticises");

            Assert.Null(result.Problem);
            Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(expected)], result.Content.ToArray());
        }
    }

    [Fact]
    public void The_encoding_that_a_page_declares_is_kept_and_a_character_that_it_lacks_is_refused()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var content = windows.GetBytes("<meta charset=windows-1252><p>The café slams it.</p>");

        Assert.Equal("<meta charset=windows-1252><p>The café naïvely it.</p>", windows.GetString(Replace("a.html", content, "slams", "naïvely").Content.Span));
        Assert.Contains("U+0416 does not exist in windows-1252", Replace("a.html", content, "slams", "Ж").Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.md", "A title\n\nThe mayor **sla**ms it.\n")]
    [InlineData("a.html", "<p>The mayor sla<b>ms</b> it.</p>")]
    public void Marks_inside_the_text_are_a_reason_to_refuse(string path, string text) =>
        Assert.Contains("change it by hand", Replace(path, Encoding.UTF8.GetBytes(text), "slams", "criticises").Problem, StringComparison.Ordinal);

    [Fact]
    public void What_stays_the_same_at_the_ends_is_not_touched() =>
        Assert.Equal("The mayor **slammed** it.\n", Encoding.UTF8.GetString(Replace("a.md", "The mayor **slams** it.\n"u8.ToArray(), "mayor slams it", "mayor slammed it").Content.Span));

    [Fact]
    public void New_text_reads_as_text_and_not_as_marks()
    {
        foreach (var (path, text) in new[] { ("a.md", "The mayor slams it.\n"), ("a.html", "<p>The mayor slams it.</p>") })
        {
            var result = Replace(path, Encoding.UTF8.GetBytes(text), "slams", "*likes* <b>&amp; [x](y)");

            Assert.Equal("The mayor *likes* <b>&amp; [x](y) it.", ArticleReader.Read(path, result.Content).Article!.Text.Trim());
        }
    }

    [Fact]
    public void An_edit_reads_back_as_the_edited_text_or_is_refused() => Gen.Select(Gen.Int[0, 90], Gen.Int[0, 12], Gen.String[Gen.Char["ab *_<&\\`é"], 0, 5], Gen.Int[0, 2]).Sample((start, length, newText, which) =>
    {
        var (path, text) = which switch
        {
            0 => ("a.txt", "A title of words\n\nThe mayor said it, and the\nmayor said it again to the council of the town.\n"),
            1 => ("a.md", "# A title of words\n\nThe *mayor* said &lt;it&gt;, and the\n[mayor](x) said it **again** to the council of the town.\n"),
            _ => ("a.html", "<h1>A title of words</h1><p>The <i>mayor</i> said &lt;it&gt;, and   the mayor said it <b>again</b> to the council of the town.</p>"),
        };
        var content = Encoding.UTF8.GetBytes(text);
        var article = ArticleReader.Read(path, content).Article!;
        var from = Math.Min(start, article.Text.Length);
        var edit = new TextEdit(new TextSpan(from, Math.Min(from + length, article.Text.Length)), newText);

        var result = ArticleEditor.Apply(article, content, [edit], ReadLimits.Default);

        if (result.Problem is null)
        {
            // What is not refused changes the file in that one place and leaves the rest.
            var source = Encoding.UTF8.GetString(result.Content.Span);
            Assert.Equal(text.Length + result.Edits.Sum(each => each.NewText.Length - each.Span.Length), source.Length);
        }
    });

    [Fact]
    public void A_document_keeps_its_formatting_and_new_text_takes_that_of_the_first_run()
    {
        var content = DocxFile.Create(document => document
            .Paragraph("A title", "Title")
            .Xml("<w:p><w:r><w:t xml:space=\"preserve\">The mayor </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>sla</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">ms it. </w:t></w:r><w:r><w:t>Twice.</w:t></w:r></w:p>"));

        var result = Replace("a.docx", content, "slams", "criticises");

        Assert.Null(result.Problem);
        using var stream = new MemoryStream(result.Content.ToArray());
        using var after = WordprocessingDocument.Open(stream, isEditable: false);
        var runs = after.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Last().Elements<Run>().ToList();
        Assert.Equal(["The mayor ", "criticises", " it. ", "Twice."], runs.Select(run => run.InnerText));
        Assert.NotNull(runs[1].RunProperties!.Bold);
        Assert.NotNull(runs[2].RunProperties!.Italic);
        Assert.Equal(StylesOf(content), StylesOf(result.Content));
        Assert.Equal(result.Content.ToArray(), Replace("a.docx", content, "slams", "criticises").Content.ToArray());
    }

    [Fact]
    public void Tracked_changes_footnotes_and_links_of_a_document_can_be_edited_and_stay_what_they_are()
    {
        var content = DocxFile.Create(document => document
            .Paragraph("A title", "Title")
            .Xml("<w:p><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>The mayor slams it.</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"x\"><w:r><w:delText>Gone slams.</w:delText></w:r></w:del></w:p>"));

        var result = Replace("a.docx", content, "slams", "criticises");

        using var stream = new MemoryStream(result.Content.ToArray());
        using var after = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Equal("The mayor criticises it.", Assert.Single(after.MainDocumentPart!.Document!.Descendants<InsertedRun>()).InnerText);
        Assert.Equal("Gone slams.", Assert.Single(after.MainDocumentPart.Document!.Descendants<DeletedText>()).Text);
    }

    [Fact]
    public void A_tab_inside_the_text_of_a_document_is_a_reason_to_refuse()
    {
        var content = DocxFile.Create(document => document.Paragraph("A title", "Title").Xml("<w:p><w:r><w:t>The mayor</w:t><w:tab/><w:t>slams it.</w:t></w:r></w:p>"));

        Assert.Contains("a tab", Replace("a.docx", content, "mayor\tslams", "critic").Problem, StringComparison.Ordinal);
    }

    private static string StylesOf(ReadOnlyMemory<byte> content)
    {
        using var archive = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.Name == "styles.xml").Open());
        return reader.ReadToEnd();
    }

    private static ArticleEditResult Replace(string path, byte[] content, string text, string newText)
    {
        var article = ArticleReader.Read(path, content).Article!;
        var start = article.Text.IndexOf(text, StringComparison.Ordinal);
        return ArticleEditor.Apply(article, content, ImmutableArray.Create(new TextEdit(new TextSpan(start, start + text.Length), newText)), ReadLimits.Default);
    }
}
