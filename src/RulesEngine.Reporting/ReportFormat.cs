namespace RulesEngine.Reporting;

/// <summary>What a report is rendered as.</summary>
public enum ReportFormat
{
    /// <summary>A page that needs nothing but itself.</summary>
    Html,

    /// <summary>Markdown, for a comment.</summary>
    Markdown,

    /// <summary>Plain text, for a mail.</summary>
    Text,
}

/// <summary>File endings of report formats.</summary>
public static class ReportFormats
{
    /// <summary>"html", "md" or "txt".</summary>
    public static string EndingOf(ReportFormat format) => format switch
    {
        ReportFormat.Html => "html",
        ReportFormat.Markdown => "md",
        _ => "txt",
    };

    /// <summary>The format that a template's name promises: NAME.md.sbn is Markdown, NAME.txt.sbn is text, anything else HTML.</summary>
    public static ReportFormat OfTemplate(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path.EndsWith(".sbn", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? ReportFormat.Markdown
            : name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? ReportFormat.Text
            : ReportFormat.Html;
    }
}
