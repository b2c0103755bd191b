using System.Collections.Immutable;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>Somebody who carries statements or figures.</summary>
/// <param name="Name">The fullest form that the article gives.</param>
/// <param name="Kind">What it is.</param>
/// <param name="First">First mention as a source.</param>
/// <param name="Statements">The statements that it carries.</param>
/// <param name="Figures">The figures that it carries.</param>
internal sealed record SourceLine(string Name, SourceKind Kind, TextSpan First, ImmutableArray<Attribution> Statements, ImmutableArray<Figure> Figures);

/// <summary>Who carries what, most figures first.</summary>
internal static class SourceList
{
    public static ImmutableArray<SourceLine> Of(ArticleFacts facts, ImmutableArray<Figure> figures)
    {
        var lines = new Dictionary<string, SourceLine>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribution in facts.Attributions)
        {
            if (attribution.Source is { } source && facts.Article.BlockAt(source.Span.Start) is not { IsArticleText: false })
            {
                Add(lines, NameOf(facts.Article, source.Antecedent ?? source.Span), source.Kind, source.Span, [attribution], []);
            }
        }

        foreach (var figure in figures)
        {
            if (figure.Attribution?.Source is { } source)
            {
                Add(lines, NameOf(facts.Article, source.Antecedent ?? source.Span), source.Kind, source.Span, [], [figure]);
            }
            else if (figure.SourceSpan is { } span)
            {
                Add(lines, NameOf(facts.Article, span), figure.Status == FigureStatus.Vague ? SourceKind.Unnamed : SourceKind.Document, span, [], [figure]);
            }
        }

        return
        [
            .. lines.Values
                .OrderByDescending(line => line.Figures.Length)
                .ThenByDescending(line => line.Statements.Length)
                .ThenBy(line => line.First.Start)
                .ThenBy(line => line.Name, StringComparer.Ordinal),
        ];
    }

    public static ScriptArray ToValues(ImmutableArray<SourceLine> lines, Article article) => Values.List(lines, line => Values.Object(
        ("name", line.Name),
        ("kind", KindName(line.Kind)),
        ("line", article.SourceMap.GetRange(line.First).Start.Line),
        ("statements", line.Statements.Length),
        ("figures", Values.List(line.Figures, figure => ArticleModel.OneLine(article.GetText(figure.Span))))));

    public static string KindName(SourceKind kind) => kind switch
    {
        SourceKind.Person => "person",
        SourceKind.Organisation => "organisation",
        SourceKind.Office => "office",
        SourceKind.Document => "document",
        SourceKind.Outlet => "outlet",
        SourceKind.Account => "account",
        _ => "unnamed",
    };

    private static void Add(Dictionary<string, SourceLine> lines, string name, SourceKind kind, TextSpan span, ImmutableArray<Attribution> statements, ImmutableArray<Figure> figures)
    {
        lines[name] = lines.TryGetValue(name, out var line)
            ? line with { Statements = line.Statements.AddRange(statements), Figures = line.Figures.AddRange(figures) }
            : new SourceLine(name, kind, span, statements, figures);
    }

    private static string NameOf(Article article, TextSpan span)
    {
        var name = ArticleModel.OneLine(article.GetText(span)).Trim(',', ' ');
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && name.Length > 4 ? name[4..] : name;
    }
}
