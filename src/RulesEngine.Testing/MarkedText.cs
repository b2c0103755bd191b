using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>
/// Text with marks, as Roslyn's test kit writes them: <c>[|…|]</c> a finding, <c>{|ID:…|}</c> a finding of that rule,
/// <c>{|#0:…|}</c> a numbered place that an <see cref="ExpectedDiagnostic"/> describes. Marks may nest.
/// </summary>
public sealed class MarkedText
{
    private MarkedText(string text, ImmutableArray<Mark> marks)
    {
        Text = text;
        Marks = marks;
    }

    /// <summary>The text without marks.</summary>
    public string Text { get; }

    /// <summary>In the order in which they begin; spans are offsets of <see cref="Text"/>.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Takes the marks out of a text.</summary>
    /// <exception cref="VerificationException">A mark is not closed, or closed twice.</exception>
    public static MarkedText Parse(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(int Order, int Start, string? Name)>();
        var marks = new List<(int Order, Mark Mark)>();
        for (var at = 0; at < markup.Length;)
        {
            var rest = markup.AsSpan(at);
            if (rest.StartsWith("[|"))
            {
                open.Push((marks.Count + open.Count, text.Length, null));
                at += 2;
            }
            else if (rest.StartsWith("{|") && rest.IndexOf(':') is var colon and > 2 && IsName(rest[2..colon]))
            {
                open.Push((marks.Count + open.Count, text.Length, rest[2..colon].ToString()));
                at += colon + 1;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                if (open.Count == 0 || (open.Peek().Name is null) != (rest[1] == ']'))
                {
                    throw new VerificationException(string.Create(CultureInfo.InvariantCulture, $"the mark '{rest[..2]}' at character {at} of the marked text closes nothing"));
                }

                var (order, start, name) = open.Pop();
                marks.Add((order, new Mark(new TextSpan(start, text.Length), name)));
                at += 2;
            }
            else
            {
                text.Append(markup[at]);
                at++;
            }
        }

        return open.Count == 0
            ? new MarkedText(text.ToString(), [.. marks.OrderBy(mark => mark.Mark.Span.Start).ThenBy(mark => mark.Order).Select(mark => mark.Mark)])
            : throw new VerificationException("a mark of the marked text is not closed");
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '#'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A marked stretch of text.</summary>
/// <param name="Span">In the text without marks.</param>
/// <param name="Name">A rule's id, <c>#</c> and a number, or null.</param>
public sealed record Mark(TextSpan Span, string? Name)
{
    /// <summary>The number of a numbered place, or null.</summary>
    public int? Number => Name is ['#', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
