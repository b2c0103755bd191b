using CsCheck;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts.Figures;

public sealed class FigurePropertyTests
{
    private static readonly string[] Words =
    [
        "over", "about", "between", "and", "to", "or", "a", "one", "two", "ninety", "hundred", "million", "dozens", "of", "half", "third", "twice", "percent", "points", "$", "€", "Rs",
        "crore", "km", "miles", "(", ")", "-", "–", "/", "%", ".", ",", "'", "12", "1,234", "1.234.567", "7,4", "3 1/2", "2024", "July", "Tuesday", "last", "week", "ago", "people", "killed", "@name", "½", "k", "bn", "🙂",
        "99999999999999999999999999999999",
    ];

    private static readonly string[] Blanks = [" ", " ", "", "  ", "\u00A0"];

    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Blanks.Length - 1]).Array[0, 40]
        .Select(parts => string.Concat(parts.Select(part => Words[part.Item1] + Blanks[part.Item2])));

    [Fact]
    public void Figures_lie_in_their_sentence_do_not_overlap_and_hold_no_blanks_at_their_ends() => Text.Sample(
        text =>
        {
            var facts = MarkedArticle.Parse(text).Facts;
            var end = 0;
            foreach (var figure in facts.Figures)
            {
                Assert.True(figure.Span.Start >= end && figure.Span.Length > 0);
                Assert.True(figure.Sentence.Span.Contains(figure.Span));
                var covered = facts.Article.GetText(figure.Span);
                Assert.Equal(covered.Trim(), covered);
                Assert.True(figure.Value is not { Low: { } low, High: { } high } || low <= high, covered);
                Assert.NotEmpty(figure.Why);
                end = figure.Span.End;
            }
        },
        iter: 2000);

    [Fact]
    public void Times_lie_in_their_sentence_do_not_overlap_and_end_after_they_begin() => Text.Sample(
        text =>
        {
            var facts = MarkedArticle.Parse(text, new DateOnly(2024, 2, 29)).Facts;
            var end = 0;
            foreach (var time in facts.Times)
            {
                Assert.True(time.Span.Start >= end && time.Sentence.Span.Contains(time.Span));
                Assert.True(time.First is null || time.Last is null || time.First <= time.Last);
                end = time.Span.End;
            }
        },
        iter: 2000);
}
