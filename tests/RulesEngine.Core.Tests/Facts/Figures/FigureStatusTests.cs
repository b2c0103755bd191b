using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts.Figures;

/// <summary>Who carries a figure, as an editor resolves it over sentences and paragraphs.</summary>
public sealed class FigureStatusTests
{
    [Theory]
    [InlineData(FigureStatus.Sourced, "New poll shows the mayor ahead\n\nThe mayor is ahead, according to a survey by Harbour Research.\n\nThe campaign has been a bitter one and it is not over.\n\nAmong older voters, [|61 percent|] said they trusted her.")]
    [InlineData(FigureStatus.Unsourced, "New poll shows the mayor ahead\n\nThe mayor is ahead, according to a survey by Harbour Research.\n\nThe campaign has been a bitter one and it is not over.\n\nFour years ago she took [|61 percent|] of the vote.")]
    [InlineData(FigureStatus.Unsourced, "Crumb to close a bakery\n\nManagers of Crumb, which earned [|$340,000|] last year, say the bakery will close.")]
    [InlineData(FigureStatus.Sourced, "Flood in the north\n\nThe disaster agency put the number of people who have lost their homes at [|5,400|].")]
    [InlineData(FigureStatus.Sourced, "Treasurer jailed\n\nThe court heard that he spent [|$90,000|] on cards.")]
    [InlineData(FigureStatus.Vague, "Bus overturns\n\nAccording to unconfirmed reports, [|at least 14|] passengers were hurt.")]
    [InlineData(FigureStatus.Vague, "Bus overturns\n\nReports of [|more than 60|] thefts have angered the town.")]
    [InlineData(FigureStatus.Sourced, "Typhoon drives out villagers\n\nManila, Oct. 9 – [|More than 3.2 million|] people have fled, the disaster agency said.")]
    [InlineData(FigureStatus.Exempt, "Driver charged\n\nMaria Hollis, [|24|], will be charged with murder.")]
    public void Is_resolved(FigureStatus status, string markup)
    {
        var article = MarkedArticle.Parse(markup);
        var figure = Assert.Single(article.Facts.Figures, figure => figure.Span.Overlaps(article.Marked[0]));
        Assert.Equal((status, article.Facts.Article.GetText(figure.Span)), (figure.Status, Expected(status, figure, article)));
    }

    // What is exempt is reported nowhere, so its exact span is nobody's business.
    private static string Expected(FigureStatus status, Figure figure, MarkedArticle article) =>
        article.Facts.Article.GetText(status == FigureStatus.Exempt ? figure.Span : article.Marked[0]);
}
