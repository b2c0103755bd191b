using System.Collections.Immutable;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Fixes;

/// <summary>Edits of one text, applied together; leads spans of the text before to spans of the text after.</summary>
public sealed class TextChange
{
    /// <param name="edits">In any order; they do not overlap.</param>
    public TextChange(IEnumerable<TextEdit> edits) => Edits = [.. edits.OrderBy(edit => edit.Span)];

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>The text afterwards.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var changed = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in Edits)
        {
            changed.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Where a span is afterwards; what replaced a part of it belongs to it.</summary>
    public TextSpan Map(TextSpan span)
    {
        var start = span.Start;
        var end = span.End;
        foreach (var edit in Edits)
        {
            var growth = edit.NewText.Length - edit.Span.Length;
            if (edit.Span.End <= span.Start && !(edit.Span.IsEmpty && edit.Span.Start == span.Start))
            {
                start += growth;
                end += growth;
            }
            else if (edit.Span.Start <= span.End)
            {
                start -= Math.Max(0, span.Start - edit.Span.Start);
                end += growth + Math.Max(0, edit.Span.End - span.End);
            }
        }

        return new TextSpan(start, end);
    }
}
