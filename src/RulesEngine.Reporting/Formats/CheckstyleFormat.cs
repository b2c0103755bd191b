using System.Globalization;
using System.Text;
using System.Xml;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>Checkstyle's XML: one file element an article, one error element a finding; notifications stand under the file that they are about.</summary>
internal sealed class CheckstyleFormat : RunFormat
{
    private readonly XmlWriter _xml;
    private readonly RunInfo _info;

    public CheckstyleFormat(Stream output, RunInfo info)
    {
        _info = info;
        _xml = XmlOutput.Begin(output);
        _xml.WriteStartElement("checkstyle");
        _xml.WriteAttributeString("version", "4.3");
    }

    public override void WriteArticle(ArticleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _xml.WriteStartElement("file");
        _xml.WriteAttributeString("name", XmlOutput.Clean(result.Article.Path));
        foreach (var finding in Open(result))
        {
            var start = result.Article.SourceMap.GetRange(finding.Diagnostic.Span).Start;
            WriteError(start.Line, start.Column, finding.Severity, _info.Redact ? finding.Diagnostic.Descriptor.Title : finding.Diagnostic.Message, finding.Diagnostic.Descriptor.Id);
        }

        _xml.WriteEndElement();
    }

    public override void Complete(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        foreach (var notification in summary.Notifications)
        {
            _xml.WriteStartElement("file");
            _xml.WriteAttributeString("name", XmlOutput.Clean(notification.Path ?? "-"));
            WriteError(notification.Line ?? 1, notification.Column ?? 1, notification.Severity, notification.Message, notification.Id);
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

    private void WriteError(int line, int column, DiagnosticSeverity severity, string message, string id)
    {
        _xml.WriteStartElement("error");
        _xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("column", column.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("severity", severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" });
        _xml.WriteAttributeString("message", XmlOutput.Clean(message));
        _xml.WriteAttributeString("source", XmlOutput.Clean($"rulesengine.{id}"));
        _xml.WriteEndElement();
    }
}

/// <summary>What the XML formats share.</summary>
internal static class XmlOutput
{
    public static XmlWriter Begin(Stream output)
    {
        var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        return xml;
    }

    /// <summary>Replaces what XML 1.0 cannot hold.</summary>
    public static string Clean(string text)
    {
        StringBuilder? cleaned = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                cleaned?.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                cleaned?.Append(text[i]);
            }
            else
            {
                cleaned ??= new StringBuilder(text, 0, i, text.Length);
                cleaned.Append('\uFFFD');
            }
        }

        return cleaned?.ToString() ?? text;
    }
}
