namespace RulesEngine.Documents.Html;

/// <summary>Counts open elements before the tree is built, because building a very deep one takes quadratic time.</summary>
internal sealed class HtmlDepth(string source, ReadLimits limits)
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _depth;

    public void Open(string name, int offset)
    {
        if (IsVoid(name) || ClosesItself(name))
        {
            return;
        }

        _open[name] = _open.GetValueOrDefault(name) + 1;
        if (++_depth > limits.MaxNesting)
        {
            var line = 1 + source.AsSpan(0, offset).Count('\n');
            throw new DocumentException(DocumentProblem.Limit("max-nesting", "elements are nested too deeply, or never closed", limits.MaxNesting, line));
        }
    }

    public void Close(string name)
    {
        if (_open.TryGetValue(name, out var count) && count > 0)
        {
            _open[name] = count - 1;
            _depth--;
        }
    }

    private static bool IsVoid(string name) =>
        name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr";

    // Their end tags may be missing, and a second one ends the first.
    private static bool ClosesItself(string name) =>
        name is "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "option" or "optgroup" or "colgroup"
            or "html" or "head" or "body" or "rp" or "rt" or "a";
}
