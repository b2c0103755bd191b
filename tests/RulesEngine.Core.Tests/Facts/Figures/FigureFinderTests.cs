using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts.Figures;

public sealed class FigureFinderTests
{
    public static TheoryData<string, string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var row in MarkedArticle.ReadTable("figure-cases"))
        {
            data.Add(row.Term, row["low"], row["high"], row["unit"], row["kind"]);
        }

        return data;
    }

    public static TheoryData<string, string> Exempt()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in MarkedArticle.ReadTable("exempt-cases"))
        {
            data.Add(row.Term, row["why"]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_span_value_unit_and_kind(string markup, string low, string high, string unit, string kind)
    {
        var article = MarkedArticle.Parse(markup);
        var figure = Assert.Single(article.Facts.Figures, figure => figure.Status != FigureStatus.Exempt);
        Assert.Equal(article.Facts.Article.GetText(Assert.Single(article.Marked)), article.Facts.Article.GetText(figure.Span));
        Assert.Equal((Bound(low), Bound(high)), (figure.Value?.Low, figure.Value?.High));
        Assert.Equal(kind, figure.Kind.ToString().ToLowerInvariant());
        Assert.Equal(unit, figure.Unit);
    }

    [Theory]
    [MemberData(nameof(Exempt))]
    public void Says_why_a_number_is_no_figure(string markup, string why)
    {
        var article = MarkedArticle.Parse(markup);
        Assert.DoesNotContain(article.Facts.Figures, figure => figure.Status != FigureStatus.Exempt);
        var figure = Assert.Single(article.Facts.Figures, figure => figure.Span.Overlaps(article.Marked[0]));
        Assert.Contains(why, figure.Why, StringComparison.Ordinal);
    }

    private static decimal? Bound(string cell) => cell.Length == 0 ? null : decimal.Parse(cell, CultureInfo.InvariantCulture);
}
