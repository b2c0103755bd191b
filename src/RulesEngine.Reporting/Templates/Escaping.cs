using System.Text;

namespace RulesEngine.Reporting.Templates;

/// <summary>Makes text of a draft harmless in a report.</summary>
internal static class Escaping
{
    public static string Escape(string text, ReportFormat format) => format switch
    {
        ReportFormat.Html => Html(text),
        ReportFormat.Markdown => Markdown(text),
        _ => Plain(text),
    };

    /// <summary>A code span of Markdown, in which nothing is markup but the mark that ends it.</summary>
    public static string Code(string text) => $"`{Plain(text).ReplaceLineEndings(" ").Replace('`', '\'')}`";

    private static string Html(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '`' => escaped.Append("&#96;"),
                _ when IsForbidden(c) => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string Markdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                // Line breaks would end a table row or start a block; HTML is passed through by most renderers.
                '\n' or '\r' => escaped.Append(' '),
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '@' => escaped.Append("&#64;"),
                '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '~' or '!' => escaped.Append('\\').Append(c),
                _ when IsForbidden(c) => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(IsForbidden(c) ? '\uFFFD' : c);
        }

        return escaped.ToString();
    }

    // Control characters drive terminals and are not allowed in HTML.
    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
