using RulesEngine.Sdk;
using RulesEngine.Tests;

namespace RulesEngine.Documents.Tests;

public sealed class SampleTests
{
    [Theory]
    [InlineData("ferry-inquiry.txt")]
    [InlineData("hard-wrapped.txt")]
    [InlineData("markdown-features.md")]
    [InlineData("page.html")]
    [InlineData("town-hall.docx")]
    public void Structure_is_what_an_editor_sees(string name) =>
        Snapshot.Match(Drafts.Describe(Drafts.ReadSample(name)), $"structure-{name}.txt");

    [Fact]
    public void Marks_inside_a_span_count_and_marks_around_it_do_not()
    {
        var article = Drafts.ReadSample("markdown-features.md");
        Assert.Equal("over 40&nbsp;percent", article.SourceOf("over 40\u00A0percent"));
        Assert.Equal("held **over 40&nbsp;percent** less", article.SourceOf("held over 40\u00A0percent less"));
        Assert.Equal("half empty\\\" before", article.SourceOf("half empty\" before"));
    }

    [Fact]
    public void Tags_and_entities_lead_back_to_the_page()
    {
        var article = Drafts.ReadSample("page.html");
        Assert.Equal("insurer&#8217;s account", article.SourceOf("insurer’s account"));
        Assert.Equal("killed <strong>two night watchmen", article.SourceOf("killed two night watchmen"));
    }

    [Fact]
    public void Hidden_elements_and_scripts_are_no_text() =>
        Assert.DoesNotContain(Drafts.ReadSample("page.html").Blocks, block => block.Kind == BlockKind.Paragraph
            && Drafts.ReadSample("page.html").GetText(block.Span) is var text && (text.Contains("tracking", StringComparison.Ordinal) || text.Contains("not text", StringComparison.Ordinal)));
}
