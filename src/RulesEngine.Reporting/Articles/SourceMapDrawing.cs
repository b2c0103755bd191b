using System.Collections.Immutable;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>
/// The source map as coordinates: sources on the left, what they carry on the right, a line between the two; what nobody carries
/// stands alone. A template draws it; units are those of the drawing's view box.
/// </summary>
internal static class SourceMapDrawing
{
    private const int Row = 26;
    private const int Top = 40;
    private const int MostSources = 24;
    private const int MostItems = 48;

    // A long column of figures that nobody carries says no more than its beginning.
    private const int MostLoose = 12;

    // What fits beside the lines at the drawing's type size.
    private const int MostSourceCharacters = 24;
    private const int MostItemCharacters = 40;

    /// <param name="sources">Who carries what.</param>
    /// <param name="figures">All figures, those that nobody carries too.</param>
    /// <param name="orphans">Statements without a source ("it was reported").</param>
    /// <param name="article">For the words.</param>
    public static ScriptObject Of(ImmutableArray<SourceLine> sources, ImmutableArray<Figure> figures, ImmutableArray<Attribution> orphans, Article article)
    {
        var shown = sources.Take(MostSources).ToImmutableArray();
        var items = Arrange(shown, figures, orphans, article, out var leftOut);
        var places = Place(shown, items);
        return Values.Object(
            ("height", Top + (Math.Max(Math.Max(items.Length, places.IsEmpty ? 1 : (places[^1] - Top + Row) / Row), 1) * Row)),
            ("sources", Values.List(shown.Select((source, index) => (source, index)), pair => Values.Object(
                ("label", Shorten(pair.source.Name, MostSourceCharacters)),
                ("kind", SourceList.KindName(pair.source.Kind)),
                ("y", places[pair.index])))),
            ("items", Values.List(items.Select((item, index) => (item, index)), pair => Values.Object(
                ("label", Shorten(pair.item.Label, MostItemCharacters)),
                ("kind", pair.item.Figure is null ? "claim" : "figure"),
                ("status", pair.item.Status),
                ("y", Top + (pair.index * Row))))),
            ("lines", Values.List(items.Select((item, index) => (item, index)).Where(pair => pair.item.From >= 0), pair => Values.Object(
                ("y1", places[pair.item.From]),
                ("y2", Top + (pair.index * Row)),
                ("status", pair.item.Status)))),
            ("left_out", leftOut + sources.Length - shown.Length));
    }

    /// <summary>Figures and claims by source, so that lines do not cross; then what stands alone. Where not all fit, those with a source go first, and figures before claims.</summary>
    private static ImmutableArray<Item> Arrange(ImmutableArray<SourceLine> sources, ImmutableArray<Figure> figures, ImmutableArray<Attribution> orphans, Article article, out int leftOut)
    {
        var carried = sources.SelectMany((source, from) => source.Figures.Select(figure => Item.Of(figure, from, article)));
        var loose = figures.Except(sources.SelectMany(source => source.Figures)).Select(figure => Item.Of(figure, -1, article));
        var claims = sources.SelectMany((source, from) => source.Statements.Where(claim => IsClaim(claim, figures)).Select(claim => Item.Of(claim, from, article)))
            .Concat(orphans.Where(claim => IsClaim(claim, figures)).Select(claim => Item.Of(claim, -1, article)));
        var all = carried.Concat(loose).Concat(claims).ToImmutableArray();
        var drawn = all.Where(item => item.From >= 0).Concat(all.Where(item => item.From < 0).Take(MostLoose)).Take(MostItems).ToImmutableArray();
        leftOut = all.Length - drawn.Length;
        return [.. drawn.OrderBy(item => item.From < 0).ThenBy(item => item.From).ThenBy(item => item.Start)];
    }

    /// <summary>Each source level with the middle of what it carries, at least a row below the one before.</summary>
    private static ImmutableArray<int> Place(ImmutableArray<SourceLine> sources, ImmutableArray<Item> items)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < sources.Length; i++)
        {
            var rows = Enumerable.Range(0, items.Length).Where(row => items[row].From == i).ToImmutableArray();
            var wanted = rows.IsEmpty ? 0 : Top + ((rows[0] + rows[^1]) * Row / 2);
            places.Add(Math.Max(wanted, i == 0 ? Top : places[i - 1] + Row));
        }

        return places.ToImmutable();
    }

    /// <summary>A statement about a figure is drawn as the figure.</summary>
    private static bool IsClaim(Attribution claim, ImmutableArray<Figure> figures) =>
        !claim.Content.IsEmpty && !figures.Any(figure => figure.Attribution == claim || claim.Content.Any(content => content.Contains(figure.Span)));

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = most - 1;
        var blank = text.LastIndexOf(' ', end, most / 3);
        end = blank > 0 ? blank : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private sealed record Item(string Label, string Status, Figure? Figure, int From, int Start)
    {
        public static Item Of(Figure figure, int from, Article article) =>
            new(ArticleModel.OneLine(article.GetText(figure.Span)), figure.Status.ToString().ToLowerInvariant(), figure, from, figure.Span.Start);

        public static Item Of(Attribution claim, int from, Article article)
        {
            var status = claim switch
            {
                { Stance: Stance.Denies } => "denied",
                { Stance: Stance.Declines } => "declined",
                { Source: null } => "unsourced",
                { Source.Kind: SourceKind.Unnamed } => "vague",
                _ => "sourced",
            };
            return new Item(ArticleModel.OneLine(article.GetText(claim.Content[0])).Trim('"', '“', '”', ',', ' '), status, null, from, claim.Content[0].Start);
        }
    }
}
