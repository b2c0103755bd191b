using System.Text;
using CsCheck;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests;

/// <summary>Whatever a draft is made of, every span lies in the text and leads back to the characters that it came from.</summary>
public sealed class RandomDraftTests
{
    private const int Samples = 100;

    private static readonly Gen<string> Words = AnyOf(
        "dam", "over 500", "café", "e\u0301clair", "😟", "town", "said.", "“quote”", "5 %", "don't", "中文", "|", "1.", "a_b_c", "100*2", "\\", "x<y", "#5", "@mira");

    private static readonly Gen<string> LineEnds = AnyOf("\n", "\r\n");

    private static readonly Gen<string> MarkdownPieces = AnyOf(
        "**", "*", "_", "`", "``", "&amp;", "&nbsp;", "&#x1F61F;", "&shy;", "\\*", "\\\\", "[", "](http://e.example/a)", "![alt](p.png)", "<b>", "</b>", "<br>",
        "<!-- c -->", "<div>", "</div>", "~~", "[^1]", "<http://e.example>", "https://e.example/x", "\t", "  ");

    private static readonly Gen<string> MarkdownStarts = AnyOf(
        "", "", "", "# ", "## ", "> ", "> > ", "- ", "  - ", "1. ", "    ", "```", "| a | b |", "|---|---|", "[^1]: ", "===", "---", "<div>", "</div>", "<!--", "-->");

    private static readonly Gen<string> HtmlPieces = AnyOf(
        "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='x'>", "</a>", "<div class='share'>", "<div>", "</div>", "<br>", "<br/>", "<table>", "<tr>", "<td>", "</table>",
        "<ul>", "<li>", "</ul>", "<h1>", "</h1>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<img alt='a &amp; b' src=x>", "<!-- c -->", "<!---->", "<script>if (a < b) {}</script>",
        "<style>", "</style>", "<title>", "</title>", "<span hidden>", "</span>", "&amp;", "&nbsp;", "&copy", "&#128;", "&#xD800;", "&bogus;", "<", "</", "<!", "<?x?>", "\n", "\t", "  ", "\u00AD", "<svg><title>t</title></svg>");

    [Fact]
    public void Plain_text() => Lines(Words.Array[0, 8].Select(words => string.Join(' ', words))).Sample(text => Check("a.txt", text), iter: Samples, threads: 1);

    [Fact]
    public void Markdown() =>
        Lines(Gen.Select(MarkdownStarts, Gen.OneOf(Words, MarkdownPieces).Array[0, 10], (start, pieces) => start + string.Join(pieces.Length % 2 == 0 ? " " : "", pieces)))
            .Sample(text => Check("a.md", text), iter: Samples, threads: 1);

    [Fact]
    public void Html() =>
        Gen.OneOf(Words, HtmlPieces).Array[1, 60].Select(pieces => string.Join(pieces.Length % 2 == 0 ? " " : "", pieces))
            .Sample(text => Check("a.html", text), iter: Samples, threads: 1);

    [Fact]
    public void Any_bytes() => Gen.Byte.Array[1, 200].Sample(
        bytes =>
        {
            foreach (var name in ArticleReader.Endings)
            {
                if (ArticleReader.Read("a" + name, bytes).Article is { } article)
                {
                    Spans.AssertSound(article);
                }
            }
        },
        iter: Samples,
        threads: 1);

    private static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> Lines(Gen<string> line) =>
        Gen.Select(line.Array[1, 12], LineEnds, Gen.Bool, (lines, end, hasMark) => (hasMark ? "\uFEFF" : "") + string.Join(end, lines));

    private static void Check(string name, string text)
    {
        var result = ArticleReader.Read(name, Encoding.UTF8.GetBytes(text));
        if (result.Article is { } article)
        {
            Spans.AssertSound(article);
            AssertNoByteOrderMark(article);
        }
        else
        {
            Assert.NotEmpty(result.Problems);
        }
    }

    private static void AssertNoByteOrderMark(Article article) => Assert.False(article.SourceText.StartsWith('\uFEFF'));
}
