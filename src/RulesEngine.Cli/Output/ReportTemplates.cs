using RulesEngine.Core.Analysis;
using RulesEngine.Reporting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>The templates of a run, parsed once each; one that cannot be used is named once.</summary>
/// <param name="folder">A newsroom's own templates; null for those that ship.</param>
internal sealed class ReportTemplates(string? folder)
{
    private readonly Dictionary<string, ReportTemplate?> _found = new(StringComparer.Ordinal);

    /// <param name="name">html, md, txt, the path of a template or of a folder of templates.</param>
    /// <param name="notifications">Takes what is wrong with it.</param>
    public ReportTemplate? Find(string name, ICollection<Notification> notifications) => Get(name, notifications, () => name switch
    {
        "html" => Get(ReportFormat.Html, folder),
        "md" => Get(ReportFormat.Markdown, folder),
        "txt" => Get(ReportFormat.Text, folder),
        _ when Directory.Exists(name) => Get(ReportFormat.Html, name),
        _ => ReportTemplate.Load(name),
    });

    /// <summary>The page of a run: the newsroom's, where its folder has one.</summary>
    public ReportTemplate? FindIndex(ICollection<Notification> notifications) => Get("index.html", notifications, () =>
        folder is not null && File.Exists(Path.Combine(folder, ReportTemplate.FileName(ReportFormat.Html, "index")))
            ? ReportTemplate.Load(Path.Combine(folder, ReportTemplate.FileName(ReportFormat.Html, "index")))
            : ReportTemplate.Shipped(ReportFormat.Html, "index"));

    private static ReportTemplate Get(ReportFormat format, string? folder) => folder is null
        ? ReportTemplate.Shipped(format)
        : ReportTemplate.Load(Path.Combine(folder, ReportTemplate.FileName(format, "article")));

    private ReportTemplate? Get(string name, ICollection<Notification> notifications, Func<ReportTemplate> load)
    {
        if (!_found.TryGetValue(name, out var template))
        {
            try
            {
                template = load();
            }
            catch (TemplateException exception)
            {
                notifications.Add(new Notification(NotificationIds.TemplateFailed, DiagnosticSeverity.Error, exception.Message, name));
            }

            _found[name] = template;
        }

        return template;
    }
}
