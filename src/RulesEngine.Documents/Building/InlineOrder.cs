using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Building;

/// <summary>Brings marks into the order that <see cref="Article.Inlines"/> promises.</summary>
internal static class InlineOrder
{
    /// <summary>By start, outer ones first; blanks at the ends are cut off, and a mark over nothing else goes.</summary>
    public static ImmutableArray<Inline> Sort(IEnumerable<Inline> inlines, string text) =>
    [
        .. inlines
            .Select(inline => inline with { Span = Trim(inline.Span, text) })
            .Where(inline => !inline.Span.IsEmpty)
            .OrderBy(inline => inline.Span.Start)
            .ThenByDescending(inline => inline.Span.End),
    ];

    private static TextSpan Trim(TextSpan span, string text)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
