using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Articles;
using Scriban.Runtime;

namespace RulesEngine.Reporting;

/// <summary>
/// What a template sees, as plain values: README.md beside this file lists every field. Immutable; it holds no object of the
/// engine, so a template can neither reach nor change anything.
/// </summary>
public sealed class Report
{
    private Report(ScriptObject model, int size)
    {
        Model = model;
        Size = size;
    }

    internal ScriptObject Model { get; }

    /// <summary>Number of parts, which the template's limits are sized to.</summary>
    internal int Size { get; }

    /// <summary>The report of one article.</summary>
    /// <param name="result">What the run has to say about it.</param>
    /// <param name="toolVersion">For the colophon.</param>
    public static Report ForArticle(ArticleResult result, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(result);
        var model = ArticleModel.Create(result, toolVersion, out var size);
        return new Report(model, size);
    }

    /// <summary>The page of a run.</summary>
    /// <param name="articles">One line an article, in the order of the input.</param>
    /// <param name="notifications">What went wrong.</param>
    /// <param name="toolVersion">For the colophon.</param>
    public static Report ForRun(IReadOnlyList<ArticleLine> articles, IReadOnlyList<Notification> notifications, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(notifications);
        return new Report(RunModel.Create(articles, notifications, toolVersion), (articles.Count * 10) + notifications.Count);
    }
}
