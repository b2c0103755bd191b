using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Reporting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>
/// Writes the report of each article to <c>OUT/path.ending.format</c>, so that two articles never collide, and for more than one
/// article the page of the run, <c>OUT/index.html</c>.
/// </summary>
internal sealed class ReportOutput
{
    private readonly string _folder;
    private readonly string? _requested;
    private readonly ReportTemplates _templates;
    private readonly List<ArticleLine> _lines = [];

    /// <param name="folder">Full path.</param>
    /// <param name="requested">html, md, txt or the path of a template; null to take the configuration's, or html.</param>
    /// <param name="templateFolder">A newsroom's own templates for html, md and txt; null for those that ship.</param>
    public ReportOutput(string folder, string? requested, string? templateFolder)
    {
        _folder = folder;
        _requested = requested;
        _templates = new ReportTemplates(templateFolder);
    }

    /// <summary>Full path of the folder that the reports go to.</summary>
    public string Folder => _folder;

    /// <summary>Renders and writes; what fails becomes a notification.</summary>
    public void Write(ArticleResult result, RunConfiguration configuration, ICollection<Notification> notifications, CancellationToken cancellationToken)
    {
        if (_templates.Find(_requested ?? configuration.ReportTemplate?.Target ?? "html", notifications) is not { } template)
        {
            return;
        }

        var name = $"{Within(result.Article.Path)}.{ReportFormats.EndingOf(template.Format)}";
        if (Write(template, Report.ForArticle(result, ToolVersion.Text), name, result.Article.Path, notifications, cancellationToken) && template.Format == ReportFormat.Html)
        {
            _lines.Add(ArticleLine.Of(result, name));
        }
    }

    /// <summary>Writes the page of the run, where there is more than one report to link.</summary>
    public void Complete(ICollection<Notification> notifications)
    {
        if (_lines.Count > 1 && _templates.FindIndex(notifications) is { } template)
        {
            Write(template, Report.ForRun(_lines, [.. notifications], ToolVersion.Text), "index.html", null, notifications, CancellationToken.None);
        }
    }

    private bool Write(ReportTemplate template, Report report, string name, string? article, ICollection<Notification> notifications, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, name);
        try
        {
            OutputFiles.Write(path, template.Render(report, cancellationToken));
            return true;
        }
        catch (TemplateException exception)
        {
            notifications.Add(new Notification(NotificationIds.TemplateFailed, DiagnosticSeverity.Error, exception.Message, article) { RedactedMessage = "the report template failed on this article" });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notifications.Add(new Notification(NotificationIds.OutputFailed, DiagnosticSeverity.Error, $"the report cannot be written to {path} ({exception.Message.TrimEnd('.')})", article));
        }

        return false;
    }

    /// <summary>The article's path as a path below the output folder, wherever the article lies.</summary>
    private static string Within(string path) =>
        string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part == ".." ? "__" : part.Replace(':', '_')));
}
