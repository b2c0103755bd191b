using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts.Times;

public sealed class TimeFinderTests
{
    // A Wednesday.
    private static readonly DateOnly Published = new(2024, 7, 17);

    [Theory]
    [InlineData("The dam broke on [|July 3, 2023|].", "2023-07-03", "2023-07-03")]
    [InlineData("The dam broke on [|3 July 2023|].", "2023-07-03", "2023-07-03")]
    [InlineData("The dam broke on the [|3rd of July, 2023|].", "2023-07-03", "2023-07-03")]
    [InlineData("The dam broke on [|Sept. 11, 2012|].", "2012-09-11", "2012-09-11")]
    [InlineData("The dam broke on [|Monday, July 3, 2023|].", "2023-07-03", "2023-07-03")]
    [InlineData("The dam broke on [|2023-07-03|].", "2023-07-03", "2023-07-03")]
    [InlineData("The dam broke on [|25/12/2023|].", "2023-12-25", "2023-12-25")]
    [InlineData("The dam broke on [|12/25/2023|].", "2023-12-25", "2023-12-25")]
    [InlineData("The dam broke on [|03.07.2023|].", "2023-07-03", "2023-07-03")]
    [InlineData("The dam broke on [|July 3|].", "2024-07-03", "2024-07-03")]
    [InlineData("The dam broke on [|3-5 July|].", "2024-07-03", "2024-07-05")]
    [InlineData("The dam broke on [|December 3|].", "2023-12-03", "2023-12-03")]
    [InlineData("The dam will open on [|December 3|].", "2024-12-03", "2024-12-03")]
    [InlineData("The dam broke in [|March|].", "2024-03-01", "2024-03-31")]
    [InlineData("The dam broke in [|February 2024|].", "2024-02-01", "2024-02-29")]
    [InlineData("The dam broke in [|last October|].", "2023-10-01", "2023-10-31")]
    [InlineData("The dam broke in [|1998|].", "1998-01-01", "1998-12-31")]
    [InlineData("The dam was built in the [|1980s|].", "1980-01-01", "1989-12-31")]
    [InlineData("The war of [|1980-88|] ended.", "1980-01-01", "1988-12-31")]
    [InlineData("The dam broke on [|Tuesday|].", "2024-07-16", "2024-07-16")]
    [InlineData("The dam broke on [|Wednesday|].", "2024-07-17", "2024-07-17")]
    [InlineData("The dam broke [|last Wednesday|].", "2024-07-10", "2024-07-10")]
    [InlineData("The dam will open on [|Friday|].", "2024-07-19", "2024-07-19")]
    [InlineData("The dam opens [|next Monday|].", "2024-07-22", "2024-07-22")]
    [InlineData("The dam broke [|yesterday|].", "2024-07-16", "2024-07-16")]
    [InlineData("The dam broke [|last night|].", "2024-07-16", "2024-07-16")]
    [InlineData("The dam broke [|last week|].", "2024-07-08", "2024-07-14")]
    [InlineData("The dam broke [|earlier this month|].", "2024-07-01", "2024-07-31")]
    [InlineData("The dam broke [|last year|].", "2023-01-01", "2023-12-31")]
    [InlineData("The dam broke [|over the weekend|].", "2024-07-13", "2024-07-14")]
    [InlineData("The dam broke [|two days ago|].", "2024-07-15", "2024-07-15")]
    [InlineData("The dam broke [|three months ago|].", "2024-04-01", "2024-04-30")]
    [InlineData("The dam broke [|a decade ago|].", "2014-01-01", "2014-12-31")]
    public void Resolves_against_the_date_of_the_article(string markup, string first, string last)
    {
        var article = MarkedArticle.Parse(markup, Published);
        var time = Assert.Single(article.Facts.Times);
        Assert.Equal(article.Facts.Article.GetText(article.Marked[0]), article.Facts.Article.GetText(time.Span));
        Assert.Equal((Day(first), Day(last)), (time.First, time.Last));
    }

    [Fact]
    public void Counts_earlier_and_the_day_before_from_the_time_named_before()
    {
        var times = MarkedArticle.Parse("The dam broke on July 3, 2023. Cracks had shown two days earlier. The wall fell the following day.", Published).Facts.Times;
        Assert.Equal([new DateOnly(2023, 7, 3), new DateOnly(2023, 7, 1), new DateOnly(2023, 7, 2)], times.Select(time => time.First));
    }

    [Fact]
    public void Takes_the_year_of_another_date_where_the_article_has_none()
    {
        var times = MarkedArticle.Parse("The dam broke on July 3, 2021. It was mended by August 9.").Facts.Times;
        Assert.Equal(new DateOnly(2021, 8, 9), times[1].First);
    }

    [Theory]
    [InlineData("The dam broke on Tuesday.")]
    [InlineData("The dam broke yesterday.")]
    [InlineData("The dam broke on July 3.")]
    [InlineData("The dam broke on 03/04/2023.")]
    [InlineData("The dam broke on February 30, 2023.")]
    public void Leaves_open_what_nothing_in_the_article_decides(string text) => Assert.Null(Assert.Single(MarkedArticle.Parse(text).Facts.Times).First);

    [Theory]
    [InlineData("You may go in with 5 friends.")]
    [InlineData("They march 12 miles.")]
    [InlineData("They fed 1500 people.")]
    [InlineData("It cost $1998.")]
    [InlineData("The sun set over 2,014 roofs.")]
    public void Takes_no_other_words_and_numbers_for_dates(string text) => Assert.Empty(MarkedArticle.Parse(text).Facts.Times);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
