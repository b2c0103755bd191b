using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>
/// Writes a run for another program: articles in input order, as they are done, then what there is to say at the end. Nothing is
/// kept of an article once it is written, except where the format cannot be streamed.
/// </summary>
public abstract class RunFormat : IDisposable
{
    /// <summary>Writes an article.</summary>
    public abstract void WriteArticle(ArticleResult result);

    /// <summary>Writes totals and notifications and flushes; nothing can be written afterwards. The stream stays open. A run that is redacted passes <see cref="RunSummary.ToRedacted"/>.</summary>
    public abstract void Complete(RunSummary summary);

    /// <summary>Lets go of the writer; the stream stays open.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what a format holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Findings that count, without suppressed ones.</summary>
    protected static IEnumerable<Finding> Open(ArticleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Findings.Where(finding => finding.Suppression is null);
    }
}

/// <summary>What a format needs to know about a run before it begins.</summary>
/// <param name="ToolVersion">Version of the program.</param>
/// <param name="Rules">Every rule that can run, with the plugin or rule set that it comes from.</param>
/// <param name="Redact">True to keep text of the drafts out of the output.</param>
public sealed record RunInfo(string ToolVersion, ImmutableArray<RuleInfo> Rules, bool Redact = false);

/// <summary>What there is to say at the end of a run.</summary>
/// <param name="Articles">Number of articles checked.</param>
/// <param name="Error">Findings of severity error, without suppressed ones.</param>
/// <param name="Warning">Likewise, warning.</param>
/// <param name="Suggestion">Likewise, suggestion.</param>
/// <param name="Suppressed">Findings that a comment, a file or a suppressor silenced.</param>
/// <param name="Baselined">Findings that the baseline knows.</param>
/// <param name="Notifications">Everything that went wrong, in order.</param>
public sealed record RunSummary(int Articles, int Error, int Warning, int Suggestion, int Suppressed, int Baselined, ImmutableArray<Notification> Notifications)
{
    /// <summary>Findings on lines that the change under review does not touch.</summary>
    public int Unchanged { get; init; }

    /// <summary>The same without anything that may quote a draft.</summary>
    public RunSummary ToRedacted() => this with
    {
        Notifications = [.. Notifications.Select(notification => notification.RedactedMessage is { } message ? notification with { Message = message } : notification)],
    };
}

/// <summary>The machine formats by name.</summary>
public static class RunFormats
{
    /// <summary>Names in alphabetical order.</summary>
    public static ImmutableArray<string> Names => ["checkstyle", "github", "json", "junit", "line", "ndjson", "sarif", "vale"];

    /// <summary>Begins a run.</summary>
    /// <exception cref="ArgumentException">There is no format of that name.</exception>
    public static RunFormat Create(string name, Stream output, RunInfo info) => name switch
    {
        "checkstyle" => new CheckstyleFormat(output, info),
        "github" => new GitHubFormat(output, info),
        "json" => new JsonFormat(output, info),
        "junit" => new JUnitFormat(output, info),
        "line" => new LineFormat(output, info),
        "ndjson" => new NdjsonFormat(output, info),
        "sarif" => new SarifFormat(output, info),
        "vale" => new ValeFormat(output, info),
        _ => throw new ArgumentException($"there is no format '{name}'; there are text, {string.Join(", ", Names)}"),
    };
}
