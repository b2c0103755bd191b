using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>Leads places in the file back to article text, for rules that look at the file.</summary>
internal static class SourceText
{
    /// <summary>The article text that lies in a span of the file; where none does, the character before it.</summary>
    public static TextSpan ToArticleText(Article article, TextSpan source)
    {
        TextSpan? found = null;
        var before = new TextSpan(0, Math.Min(1, article.Text.Length));
        foreach (var segment in article.SourceMap.Segments)
        {
            if (segment.Source.Start >= source.End)
            {
                break;
            }

            if (segment.Source.Overlaps(source))
            {
                var part = Part(segment, source);
                found = found is { } span ? span.Union(part) : part;
            }
            else if (!segment.Text.IsEmpty)
            {
                before = new TextSpan(segment.Text.End - 1, segment.Text.End);
            }
        }

        return found ?? before;
    }

    private static TextSpan Part(SourceSegment segment, TextSpan source)
    {
        if (!segment.IsVerbatim)
        {
            return segment.Text;
        }

        var start = Math.Max(source.Start, segment.Source.Start) - segment.Source.Start;
        var end = Math.Min(source.End, segment.Source.End) - segment.Source.Start;
        return new TextSpan(segment.Text.Start + start, segment.Text.Start + end);
    }
}
