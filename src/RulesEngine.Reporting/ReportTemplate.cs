using System.Collections.Immutable;
using RulesEngine.Reporting.Templates;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace RulesEngine.Reporting;

/// <summary>
/// A parsed report template. Whatever a template prints is escaped for its format unless it says <c>raw</c>; it sees the report
/// and nothing else, and limits end it with an error rather than with half a page. Safe to render from many threads.
/// </summary>
public sealed class ReportTemplate
{
    private static readonly ParserOptions Parsing = new() { ExpressionDepthLimit = 100 };

    private readonly Template _template;
    private readonly TemplateFolder _folder;

    private ReportTemplate(Template template, TemplateFolder folder, ReportFormat format, string name)
    {
        _template = template;
        _folder = folder;
        Format = format;
        Name = name;
    }

    /// <summary>What it renders, and so how it escapes.</summary>
    public ReportFormat Format { get; }

    /// <summary>File name of the template.</summary>
    public string Name { get; }

    /// <summary>The template that ships for a format.</summary>
    /// <param name="format">What to render.</param>
    /// <param name="page">"article" for the report of an article, "index" for the page of a run (HTML only).</param>
    public static ReportTemplate Shipped(ReportFormat format, string page = "article")
    {
        var name = FileName(format, page);
        return Parse(EmbeddedTemplates.Read(name), name, TemplateFolder.Embedded, format);
    }

    /// <summary>File name of the template of a page in a format: "article.html.sbn".</summary>
    public static string FileName(ReportFormat format, string page) => $"{page}.{ReportFormats.EndingOf(format)}.sbn";

    /// <summary>A newsroom's own template. NAME.html.sbn, NAME.md.sbn and NAME.txt.sbn say how they escape; others escape as HTML.</summary>
    /// <exception cref="TemplateException">It cannot be read or parsed; the message says where and why.</exception>
    public static ReportTemplate Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var full = Path.GetFullPath(path);
        return Parse(TemplateFolder.ReadFile(full), Path.GetFileName(full), TemplateFolder.OnDisk(Path.GetDirectoryName(full)!), ReportFormats.OfTemplate(full));
    }

    /// <summary>Every file of the shipped templates, to start a newsroom's own from.</summary>
    public static IEnumerable<(string Name, string Text)> ShippedFiles => EmbeddedTemplates.Names.Select(name => (name, EmbeddedTemplates.Read(name)));

    /// <summary>What is wrong with a template: all errors of its syntax, or else the first error of each report that it is rendered for.</summary>
    /// <param name="path">The template file.</param>
    /// <param name="reports">Empty for a part, which only makes sense inside another template.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<string> FindErrors(string path, IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var errors = new List<string>();
        try
        {
            var template = Load(path);
            foreach (var report in reports)
            {
                try
                {
                    template.Render(report, cancellationToken);
                }
                catch (TemplateException exception) when (!errors.Contains(exception.Message))
                {
                    errors.Add(exception.Message);
                }
                catch (TemplateException)
                {
                    // The same error as for another report.
                }
            }
        }
        catch (TemplateException exception)
        {
            errors.AddRange(exception.Message.Split('\n'));
        }

        return errors;
    }

    /// <summary>Renders a report.</summary>
    /// <exception cref="TemplateException">The template fails or exceeds a limit; the message says where and why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public string Render(Report report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TemplateLimits.Time);
        var context = new EscapingTemplateContext(Format, _folder, report) { CancellationToken = limit.Token };
        try
        {
            return _template.Render(context);
        }
        catch (ScriptAbortException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TemplateException($"template {Name} took longer than {TemplateLimits.Time.TotalSeconds:0} s: remove loops that do not end");
        }
        catch (ScriptAbortException aborted)
        {
            throw new OperationCanceledException(aborted.Message, aborted, cancellationToken);
        }
        catch (ScriptRuntimeException exception)
        {
            var place = TemplateWrites.Place(exception.Span.FileName ?? Name, exception.Span);
            throw new TemplateException($"{place}: {(exception.InnerException as TemplateException)?.Message ?? exception.OriginalMessage}", exception);
        }
    }

    private static ReportTemplate Parse(string text, string name, TemplateFolder folder, ReportFormat format)
    {
        var template = Template.Parse(text, name, Parsing);
        if (template.HasErrors)
        {
            var errors = template.Messages.Where(message => message.Type == ParserMessageType.Error);
            throw new TemplateException(string.Join('\n', errors.Select(error => $"{TemplateWrites.Place(name, error.Span)}: {error.Message.ReplaceLineEndings(" ")}")));
        }

        TemplateWrites.Refuse(template, name);
        return new ReportTemplate(template, folder, format, name);
    }
}

/// <summary>A template that cannot be used; the message is meant for its author.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Says where and why.</summary>
    public TemplateException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
