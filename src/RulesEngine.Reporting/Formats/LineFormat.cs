using System.Globalization;
using System.Text;
using RulesEngine.Core.Analysis;

namespace RulesEngine.Reporting.Formats;

/// <summary>What Vale prints for <c>--output=line</c>: path:line:column:rule:message.</summary>
internal sealed class LineFormat(Stream output, RunInfo info) : RunFormat
{
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

    public override void WriteArticle(ArticleResult result)
    {
        foreach (var finding in Open(result))
        {
            var start = result.Article.SourceMap.GetRange(finding.Diagnostic.Span).Start;
            var message = info.Redact ? finding.Diagnostic.Descriptor.Title : finding.Diagnostic.Message.ReplaceLineEndings(" ");
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Article.Path}:{start.Line}:{start.Column}:{finding.Diagnostic.Descriptor.Id}:{message}"));
        }
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        foreach (var notification in summary.Notifications)
        {
            _writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{notification.Path ?? "-"}:{notification.Line ?? 1}:{notification.Column ?? 1}:{notification.Id}:{notification.Message.ReplaceLineEndings(" ")}"));
        }

        _writer.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer.Dispose();
        }

        base.Dispose(disposing);
    }
}
