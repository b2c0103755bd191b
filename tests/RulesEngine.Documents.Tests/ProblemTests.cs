using System.IO.Compression;
using System.Text;
using RulesEngine.Documents.Tests.Docx;

namespace RulesEngine.Documents.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("old.doc")]
    [InlineData("open.odt")]
    [InlineData("rich.RTF")]
    [InlineData("mac.pages")]
    public void Other_word_processors_are_named_with_the_remedy(string name) =>
        Assert.EndsWith("save it as .docx", Drafts.Problem(name, "text").Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_ending_lists_the_known_ones() => Assert.Contains(".docx", Drafts.Problem("picture.png", "text").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.docx")]
    public void Empty_file(string name) => Assert.Contains("0 bytes", Drafts.Problem(name, "").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.txt", " \n\t\r\n")]
    [InlineData("a.html", "<script>x</script><div></div>")]
    public void File_without_text(string name, string text) => Assert.NotNull(Drafts.Problem(name, text));

    [Fact]
    public void Wrong_encoding_is_located()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("First line\nThe caf"), 0xE9, .. Encoding.ASCII.GetBytes(" is shut\n")];
        var problem = Drafts.Problem("a.txt", bytes);
        Assert.Equal(2, problem.Line);
        Assert.Contains("byte 18 (0xE9)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("windows-1252", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_with_a_mark_is_read(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        Assert.Equal("Bridge shut 😟", Drafts.Read("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("Bridge shut 😟")]).Text);
    }

    [Theory]
    [InlineData("text with a \0 in it")]
    [InlineData("%PDF-1.7 …")]
    [InlineData("PK\u0003\u0004…")]
    public void Binary_is_named(string content) => Assert.NotNull(Drafts.Problem("a.txt", content));

    [Fact]
    public void Truncated_archive()
    {
        var whole = DocxFile.Create(body => body.Paragraph("Text of the draft."));
        Assert.Contains("cut off", Drafts.Problem("a.docx", whole[..(whole.Length / 2)]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Archive_without_a_document() =>
        Assert.Contains("without a Word document", Drafts.Problem("a.docx", Zip(("readme.xml", "<a/>"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_with_the_ending_of_word() => Assert.Contains("not a zip", Drafts.Problem("a.docx", "just text").Message, StringComparison.Ordinal);

    [Fact]
    public void Bomb_of_repeated_bytes() =>
        AssertLimit("max-expansion-ratio", Drafts.Problem("a.docx", Zip(("word/document.xml", "<a>" + new string(' ', 8_000_000) + "</a>"))));

    [Fact]
    public void Bomb_of_entities()
    {
        const string Xml = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>";
        Assert.Contains("document type", Drafts.Problem("a.docx", Zip(("word/document.xml", Xml))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_xml() => Assert.Contains("XML", Drafts.Problem("a.docx", Zip(("word/document.xml", "<w:document><w:body>"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Package_that_the_sdk_cannot_open() =>
        Assert.Contains("cannot be read", Drafts.Problem("a.docx", Zip(("word/document.xml", "<document/>"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Limits_are_named()
    {
        AssertLimit("max-bytes", Drafts.Problem("a.txt", new string('x', 50), new ReadLimits { MaxBytes = 40 }));
        AssertLimit("max-line-length", Drafts.Problem("a.txt", "x\n" + new string('x', 50), new ReadLimits { MaxLineLength = 40 }), line: 2);
        AssertLimit("max-entities", Drafts.Problem("a.html", "<p>&amp;&amp;&amp;", new ReadLimits { MaxEntities = 2 }));
        AssertLimit("max-nesting", Drafts.Problem("a.html", string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x"), line: 1);
        AssertLimit("max-nesting", Drafts.Problem("a.md", new string('>', 5_000) + " x"));
        AssertLimit("max-parts", Drafts.Problem("a.docx", Zip(("word/document.xml", "<a/>"), ("b.xml", "<b/>")), new ReadLimits { MaxParts = 1 }));
        AssertLimit("max-expanded-bytes", Drafts.Problem("a.docx", Zip(("word/document.xml", "<a>xxxxxxxxxxxxxxxxxxxx</a>")), new ReadLimits { MaxExpandedBytes = 10 }));
    }

    [Fact]
    public void Stream_longer_than_the_limit_is_not_read_to_its_end()
    {
        using var stream = new MemoryStream(new byte[1_000_000]);
        var result = ArticleReader.Read("a.txt", stream, new ArticleReadOptions { Limits = new ReadLimits { MaxBytes = 1_000 } });
        Assert.True(Assert.Single(result.Problems).IsLimit);
        Assert.True(stream.Position < stream.Length);
    }

    private static void AssertLimit(string name, DocumentProblem problem, int? line = null)
    {
        Assert.True(problem.IsLimit);
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.Contains("raise", problem.Message, StringComparison.Ordinal);
        if (line is not null)
        {
            Assert.Equal(line, problem.Line);
        }
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
