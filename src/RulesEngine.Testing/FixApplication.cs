using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>Applies the first fix of each finding to the source text; of overlapping edits the first wins.</summary>
internal static class FixApplication
{
    public static string Apply(Article article, IEnumerable<Diagnostic> diagnostics)
    {
        var text = article.SourceText;
        var edits = diagnostics
            .Where(diagnostic => !diagnostic.Fixes.IsEmpty)
            .SelectMany(diagnostic => diagnostic.Fixes[0].Edits)
            .Select(edit => (Span: article.SourceMap.GetSourceSpan(edit.Span), edit.NewText))
            .OrderBy(edit => edit.Span)
            .ToList();
        var last = 0;
        var kept = new List<(TextSpan Span, string NewText)>();
        foreach (var edit in edits)
        {
            if (edit.Span.Start >= last)
            {
                kept.Add(edit);
                last = edit.Span.End;
            }
        }

        foreach (var (span, newText) in Enumerable.Reverse(kept))
        {
            text = string.Concat(text.AsSpan(0, span.Start), newText, text.AsSpan(span.End));
        }

        return text;
    }
}
