using System.Collections.Immutable;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>
/// The source map as coordinates: sources on the left, figures on the right, a line between a figure and whoever carries it.
/// A template draws it; units are those of the drawing's view box.
/// </summary>
internal static class SourceMapDrawing
{
    private const int Row = 26;
    private const int Top = 34;
    private const int MostNodes = 24;
    private const int MostCharacters = 38;

    public static ScriptObject Of(ImmutableArray<SourceLine> sources, ImmutableArray<Figure> figures, Article article)
    {
        var left = sources.Where(source => source.Figures.Length > 0).Take(MostNodes).ToImmutableArray();
        var order = left.SelectMany(source => source.Figures).Concat(figures).Distinct().Take(MostNodes * 2).ToImmutableArray();
        var lines = left.SelectMany((source, from) => source.Figures
            .Select(figure => (from, to: order.IndexOf(figure), figure.Status))
            .Where(line => line.to >= 0));
        return Values.Object(
            ("height", Top + (Math.Max(Math.Max(left.Length, order.Length), 1) * Row) + 6),
            ("sources", Values.List(left.Select((source, index) => (source, index)), pair => Values.Object(
                ("label", Shorten(pair.source.Name)),
                ("kind", SourceList.KindName(pair.source.Kind)),
                ("y", Top + (pair.index * Row))))),
            ("figures", Values.List(order.Select((figure, index) => (figure, index)), pair => Values.Object(
                ("label", Shorten(ArticleModel.OneLine(article.GetText(pair.figure.Span)))),
                ("status", pair.figure.Status.ToString().ToLowerInvariant()),
                ("y", Top + (pair.index * Row))))),
            ("lines", Values.List(lines, line => Values.Object(
                ("y1", Top + (line.from * Row)),
                ("y2", Top + (line.to * Row)),
                ("status", line.Status.ToString().ToLowerInvariant())))),
            ("left_out", figures.Length - order.Length));
    }

    private static string Shorten(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var end = MostCharacters - 1;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
    }
}
