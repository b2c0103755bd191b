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
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Text)]
    public void A_finding_about_no_text_at_all_has_its_note(ReportFormat format)
    {
        var result = Sample.Check(Sample.Article("A headline\n\nNothing is marked here."), "");

        var page = ReportTemplate.Shipped(format).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.Contains("is marked: look at it", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Text)]
    public void A_report_is_rendered_as_in_its_snapshot(ReportFormat format)
    {
        var result = Sample.Check(
            Sample.Article("Ferry stays in dock\n\nThe ferry cost $40 million, and 300 people waited, the harbour office said.\n\n\"It is a <bad> day & a long one,\" said Mara Quill of the crew."),
            "$40 million", "<bad>", "million, and");

        Snapshot.Match(ReportTemplate.Shipped(format).Render(Report.ForArticle(result, "1.0"), CancellationToken.None), $"Report.{ReportFormats.EndingOf(format)}");
    }

    [Fact]
    public void Markdown_fits_a_comment_and_counts_what_is_left_out()
    {
        var words = Enumerable.Range(0, 1500).Select(i => $"<w{i:0000}|&*>").ToArray();
        var result = Sample.Check(Sample.Article("Headline\n\n" + string.Join(' ', words)), words);

        var comment = ReportTemplate.Shipped(ReportFormat.Markdown).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.InRange(comment.Length, 40_000, 65_000);
        var shown = comment.Split('\n').Count(line => line.Contains("TST001", StringComparison.Ordinal));
        Assert.Contains($"{1500 - shown} more findings are not shown", comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_for_a_mail_is_wrapped()
    {
        var result = Sample.Check(Sample.Article("A headline that runs on\n\n" + string.Join(' ', Enumerable.Repeat("words and words", 60))), "words and words");

        var mail = ReportTemplate.Shipped(ReportFormat.Text).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.All(mail.Split('\n'), line => Assert.InRange(line.Length, 0, 72));
    }

    [Fact]
    public void The_page_of_a_run_links_the_worst_article_first()
    {
        var bad = Sample.Check(Sample.Article("Bad one\n\nA zebra and a gnu.", "drafts/b?.txt"), "zebra", "gnu");
        var good = Sample.Check(Sample.Article("Good one\n\nNothing.", "drafts/a.txt"));

        var page = ReportTemplate.Shipped(ReportFormat.Html, "index").Render(
            Report.ForRun([ArticleLine.Of(good, "drafts/a.txt.html"), ArticleLine.Of(bad, "drafts/b?.txt.html")], [], "1.0"), CancellationToken.None);

        Assert.Contains("href=\"drafts/b%3F.txt.html\"", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Bad one", StringComparison.Ordinal) < page.IndexOf("Good one", StringComparison.Ordinal));
    }
}
