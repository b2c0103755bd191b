using System.Globalization;
using System.Text;

namespace RulesEngine.Documents.Html;

/// <summary>
/// Cuts a page into tags, texts and comments as the tokenizer of the HTML standard does, and writes it anew with numbered texts
/// (see <see cref="NumberedHtml"/>). Longer than most files because it is one state machine.
/// </summary>
internal sealed class HtmlScanner
{
    private readonly string _source;
    private readonly int _end;
    private readonly ReadLimits _limits;
    private readonly StringBuilder _markup;
    private readonly List<HtmlRun> _runs = [];
    private readonly List<HtmlRun> _comments = [];
    private readonly List<HtmlRun> _linkedData = [];
    private readonly HtmlDepth _depth;
    private int _at;

    private HtmlScanner(string source, int start, int end, ReadLimits limits)
    {
        _source = source;
        _at = start;
        _end = end;
        _limits = limits;
        _depth = new HtmlDepth(source, limits);
        _markup = new StringBuilder(end - start);
    }

    public static NumberedHtml Scan(string source, int start, int end, ReadLimits limits)
    {
        if (source.AsSpan(start, end - start).Count('&') > limits.MaxEntities)
        {
            throw new DocumentException(DocumentProblem.Limit("max-entities", "the page has too many character references", limits.MaxEntities));
        }

        var scanner = new HtmlScanner(source, start, end, limits);
        while (scanner._at < end)
        {
            scanner.Next();
        }

        return new NumberedHtml
        {
            Markup = scanner._markup.ToString(),
            Runs = scanner._runs,
            Comments = scanner._comments,
            LinkedData = scanner._linkedData,
        };
    }

    private ReadOnlySpan<char> Rest => _source.AsSpan(_at, _end - _at);

    private void Next()
    {
        var rest = Rest;
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            ReadComment();
        }
        else if (rest.Length > 1 && rest[0] == '<' && char.IsAsciiLetter(rest[1]))
        {
            ReadStartTag();
        }
        else if (rest.Length > 2 && rest is ['<', '/', ..] && char.IsAsciiLetter(rest[2]))
        {
            ReadEndTag();
        }
        else if (rest is ['<', '!' or '?' or '/', ..])
        {
            ReadDeclaration();
        }
        else
        {
            var next = rest[1..].IndexOf('<');
            AddRun(_at, next < 0 ? _end : _at + 1 + next);
        }
    }

    private void AddRun(int start, int end)
    {
        _at = end;
        if (end <= start)
        {
            return;
        }

        // The tree builder treats blanks in its own way (between the rows of a table, before the head): theirs is a number
        // that is itself written in blanks.
        if (_source.AsSpan(start, end - start).ContainsAnyExcept(" \t\r\n\f"))
        {
            _markup.Append(NumberedHtml.RunMark).Append(CultureInfo.InvariantCulture, $"{_runs.Count}").Append(NumberedHtml.RunEnd);
        }
        else
        {
            for (var bits = _runs.Count + 1; bits > 0; bits >>= 1)
            {
                _markup.Append((bits & 1) == 0 ? ' ' : '\t');
            }

            _markup.Append('\n');
        }

        _runs.Add(new HtmlRun(start, end));
    }

    private void ReadComment()
    {
        var start = _at;
        var body = Rest[4..];
        var length = body is ['>', ..] ? 1 : body is ['-', '>', ..] ? 2 : -1;
        if (length < 0)
        {
            var close = body.IndexOf("-->", StringComparison.Ordinal);
            var bang = body.IndexOf("--!>", StringComparison.Ordinal);
            length = close < 0 && bang < 0 ? body.Length : bang >= 0 && (close < 0 || bang < close) ? bang + 4 : close + 3;
        }

        _at = start + 4 + length;
        _comments.Add(new HtmlRun(start, _at));
    }

    // Doctype, processing instruction, </ without a name: none of them is text.
    private void ReadDeclaration()
    {
        var close = Rest.IndexOf('>');
        var end = close < 0 ? _end : _at + close + 1;
        if (Rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
        {
            _markup.Append("<!DOCTYPE html>");
        }

        _at = end;
    }

    private void ReadEndTag()
    {
        var name = ReadName(2);
        var end = FindTagEnd(_at + 2 + name.Length);
        _at = end;
        _markup.Append("</").Append(name).Append('>');
        _depth.Close(name);
    }

    private void ReadStartTag()
    {
        var start = _at;
        var name = ReadName(1);
        var end = FindTagEnd(start + 1 + name.Length);
        if (_source[end - 1] != '>')
        {
            // The file ends inside the tag: browsers drop it.
            _at = _end;
            return;
        }

        _at = end;
        _depth.Open(name, start);
        AppendStartTag(name, start, end);
        ReadSpecialContent(name, start, end);
    }

    // Marks of running text are opened again in every paragraph if nothing closes them; without attributes the tree builder
    // stops at three of a kind.
    private void AppendStartTag(string name, int start, int end)
    {
        if (name is "b" or "strong" or "i" or "em" or "code")
        {
            _markup.Append('<').Append(name).Append('>');
            return;
        }

        var isFormatting = name is "font" or "u" or "s" or "small" or "big" or "tt" or "nobr" or "strike";
        _markup.Append('<').Append(isFormatting ? "span" : name)
            .Append(CultureInfo.InvariantCulture, $" {NumberedHtml.TagOffset}={start} ")
            .Append(_source, start + 1 + name.Length, end - start - 1 - name.Length);
    }

    private void ReadSpecialContent(string name, int start, int end)
    {
        switch (name)
        {
            case "script" or "style" or "xmp" or "iframe" or "noembed" or "noframes":
                var content = _at;
                SkipTo(name);
                if (name == "script" && _source.AsSpan(start, end - start).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                {
                    _linkedData.Add(new HtmlRun(content, _at));
                }

                break;
            case "textarea" or "title":
                var from = _at;
                SkipTo(name);
                AddRun(from, _at);
                break;
            case "plaintext":
                AddRun(_at, _end);
                break;
        }
    }

    /// <summary>To the end tag of that name, or to the end.</summary>
    private void SkipTo(string name)
    {
        while (_at < _end)
        {
            var next = Rest.IndexOf("</", StringComparison.Ordinal);
            if (next < 0)
            {
                _at = _end;
                return;
            }

            _at += next;
            var rest = Rest[2..];
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == name.Length || char.IsWhiteSpace(rest[name.Length]) || rest[name.Length] is '>' or '/'))
            {
                return;
            }

            _at += 2;
        }
    }

    private string ReadName(int offset)
    {
        var rest = Rest[offset..];
        var length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]) && rest[length] is not ('>' or '/'))
        {
            length++;
        }

        return rest[..length].ToString().ToLowerInvariant();
    }

    /// <summary>Just behind the closing bracket; brackets in quoted values do not count.</summary>
    private int FindTagEnd(int at)
    {
        var quote = '\0';
        var isValue = false;
        for (; at < _end; at++)
        {
            var c = _source[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return at + 1;
            }
            else if (c is '"' or '\'' && isValue)
            {
                quote = c;
                isValue = false;
            }
            else if (!char.IsWhiteSpace(c))
            {
                isValue = c == '=';
            }
        }

        return _end;
    }
}
