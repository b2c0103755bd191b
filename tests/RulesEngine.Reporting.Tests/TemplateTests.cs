namespace RulesEngine.Reporting.Tests;

public sealed class TemplateTests
{
    [Theory]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Text)]
    public void Every_format_names_the_finding_and_its_text(ReportFormat format)
    {
        var result = Sample.Check(Sample.Article("A headline\n\nMore than 500 people came, it is said."), "500 people");

        var page = ReportTemplate.Shipped(format).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.Contains("500 people", page, StringComparison.Ordinal);
        Assert.Contains("TST001", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlapping_findings_are_both_marked_and_numbered()
    {
        var result = Sample.Check(Sample.Article("A headline\n\nOne two three four."), "two three", "three four");

        var page = ReportTemplate.Shipped(ReportFormat.Html).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.Contains("One <mark class=\"warning only-r1\" id=\"mark-1\">two </mark>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#note-2\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("{{ tool.name }}")]
    [InlineData("</style><svg onload=alert(1)>")]
    public void Text_of_the_draft_cannot_become_markup(string hostile)
    {
        var result = Sample.Check(Sample.Article($"{hostile}\n\nSome {hostile} here.", $"x/{hostile}.txt"), hostile);

        var page = ReportTemplate.Shipped(ReportFormat.Html).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.DoesNotContain(hostile.StartsWith('{') ? "Some rulesengine here" : hostile, page, StringComparison.Ordinal);
    }
}
