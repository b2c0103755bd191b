using System.Globalization;
using System.Xml;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>JUnit's XML: one suite an article, one failed case a finding, one passed case where there is none; notifications are errors.</summary>
internal sealed class JUnitFormat : RunFormat
{
    private readonly XmlWriter _xml;
    private readonly RunInfo _info;

    public JUnitFormat(Stream output, RunInfo info)
    {
        _info = info;
        _xml = XmlOutput.Begin(output);
        _xml.WriteStartElement("testsuites");
        _xml.WriteAttributeString("name", "rulesengine");
    }

    public override void WriteArticle(ArticleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var findings = Open(result).ToList();
        BeginSuite(result.Article.Path, Math.Max(1, findings.Count), findings.Count, 0);
        if (findings.Count == 0)
        {
            BeginCase(result.Article.Path, "no findings");
            _xml.WriteEndElement();
        }

        foreach (var finding in findings)
        {
            var start = result.Article.SourceMap.GetRange(finding.Diagnostic.Span).Start;
            var message = _info.Redact ? finding.Diagnostic.Descriptor.Title : finding.Diagnostic.Message;
            BeginCase(result.Article.Path, string.Create(CultureInfo.InvariantCulture, $"{finding.Diagnostic.Descriptor.Id} {start.Line}:{start.Column}"));
            _xml.WriteStartElement("failure");
            _xml.WriteAttributeString("type", JsonOutput.NameOf(finding.Severity));
            _xml.WriteAttributeString("message", XmlOutput.Clean(message));
            _xml.WriteString(XmlOutput.Clean(string.Create(CultureInfo.InvariantCulture, $"{result.Article.Path}:{start.Line}:{start.Column} {message}")));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (!summary.Notifications.IsEmpty)
        {
            var errors = summary.Notifications.Count(notification => notification.Severity == DiagnosticSeverity.Error);
            BeginSuite("notifications", summary.Notifications.Length, 0, errors);
            foreach (var notification in summary.Notifications)
            {
                BeginCase(notification.Path ?? "run", notification.Id);
                if (notification.Severity == DiagnosticSeverity.Error)
                {
                    _xml.WriteStartElement("error");
                    _xml.WriteAttributeString("message", XmlOutput.Clean(notification.Message));
                    _xml.WriteEndElement();
                }
                else
                {
                    _xml.WriteElementString("system-out", XmlOutput.Clean(notification.Message));
                }

                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _xml.Dispose();
        }

        base.Dispose(disposing);
    }

    private void BeginSuite(string name, int tests, int failures, int errors)
    {
        _xml.WriteStartElement("testsuite");
        _xml.WriteAttributeString("name", XmlOutput.Clean(name));
        _xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("errors", errors.ToString(CultureInfo.InvariantCulture));
    }

    private void BeginCase(string className, string name)
    {
        _xml.WriteStartElement("testcase");
        _xml.WriteAttributeString("classname", XmlOutput.Clean(className));
        _xml.WriteAttributeString("name", XmlOutput.Clean(name));
    }
}
