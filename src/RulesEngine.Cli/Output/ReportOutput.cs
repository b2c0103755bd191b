using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Reporting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>Writes the report of each article to <c>OUT/path.ending.format</c>, so that two articles never collide.</summary>
internal sealed class ReportOutput
{
    private readonly string _folder;
    private readonly string? _requested;
    private readonly Dictionary<string, ReportTemplate?> _templates = new(StringComparer.Ordinal);

    /// <param name="folder">Full path.</param>
    /// <param name="requested">html, md, txt or the path of a template; null to take the configuration's, or html.</param>
    public ReportOutput(string folder, string? requested)
    {
        _folder = folder;
        _requested = requested;
    }

    /// <summary>Renders and writes; what fails becomes a notification.</summary>
    public void Write(ArticleResult result, RunConfiguration configuration, ICollection<Notification> notifications, CancellationToken cancellationToken)
    {
        if (FindTemplate(_requested ?? configuration.ReportTemplate?.Target ?? "html", notifications) is not { } template)
        {
            return;
        }

        var path = Path.Combine(_folder, $"{Within(result.Article.Path)}.{ReportFormats.EndingOf(template.Format)}");
        try
        {
            OutputFiles.Write(path, template.Render(Report.ForArticle(result, ToolVersion.Text), cancellationToken));
        }
        catch (TemplateException exception)
        {
            notifications.Add(new Notification(NotificationIds.TemplateFailed, DiagnosticSeverity.Error, exception.Message, result.Article.Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notifications.Add(new Notification(NotificationIds.OutputFailed, DiagnosticSeverity.Error, $"the report cannot be written to {path} ({exception.Message.TrimEnd('.')})", result.Article.Path));
        }
    }

    /// <summary>A template that cannot be used is named once.</summary>
    private ReportTemplate? FindTemplate(string name, ICollection<Notification> notifications)
    {
        if (!_templates.TryGetValue(name, out var template))
        {
            try
            {
                template = name switch
                {
                    "html" => ReportTemplate.Shipped(ReportFormat.Html),
                    "md" => ReportTemplate.Shipped(ReportFormat.Markdown),
                    "txt" => ReportTemplate.Shipped(ReportFormat.Text),
                    _ => ReportTemplate.Load(name),
                };
            }
            catch (TemplateException exception)
            {
                notifications.Add(new Notification(NotificationIds.TemplateFailed, DiagnosticSeverity.Error, exception.Message, name));
            }

            _templates[name] = template;
        }

        return template;
    }

    /// <summary>The article's path as a path below the output folder, wherever the article lies.</summary>
    private static string Within(string path) =>
        string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part == ".." ? "__" : part.Replace(':', '_')));
}
