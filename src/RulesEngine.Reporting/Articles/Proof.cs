using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>The article as written, cut where findings begin and end, so that a template can mark them in the text.</summary>
internal static class Proof
{
    public static ScriptArray Create(Article article, ImmutableArray<Finding> findings, RuleList rules, out int pieces)
    {
        var count = 0;
        var blocks = Values.List(Enumerable.Range(0, article.Blocks.Length), index =>
        {
            var block = article.Blocks[index];
            var here = Enumerable.Range(0, findings.Length).Where(i => findings[i].Diagnostic.Span.Overlaps(block.Span)).ToImmutableArray();
            var cuts = Cut(block.Span, here.Select(i => findings[i].Diagnostic.Span));
            count += cuts.Length + here.Length;
            return Values.Object(
                ("anchor", Anchor(index)),
                ("kind", block.Kind.ToString().ToLowerInvariant()),
                ("level", block.Level),
                ("quote", block.Within.HasFlag(BlockContainers.BlockQuote)),
                ("furniture", !block.IsArticleText && block.Kind != BlockKind.DateLine && block.Kind != BlockKind.Code),
                ("pieces", Values.List(cuts, span => Piece(article, span, here, findings, rules))),
                ("notes", Values.List(
                    here.Where(i => block.Span.Contains(findings[i].Diagnostic.Span.Start)),
                    i => FindingValues.Of(article, findings[i], i + 1, rules))));
        });
        pieces = count;
        return blocks;
    }

    /// <summary>The id of the block that holds a position.</summary>
    public static string AnchorOf(Article article, int position) =>
        article.BlockAt(position) is { } block ? Anchor(article.Blocks.IndexOf(block)) : "";

    private static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"b{index + 1}");

    private static ImmutableArray<TextSpan> Cut(TextSpan block, IEnumerable<TextSpan> findings)
    {
        var edges = new SortedSet<int> { block.Start, block.End };
        foreach (var span in findings)
        {
            edges.Add(Math.Clamp(span.Start, block.Start, block.End));
            edges.Add(Math.Clamp(span.End, block.Start, block.End));
        }

        var all = edges.ToImmutableArray();
        return [.. all.Zip(all.Skip(1), (start, end) => new TextSpan(start, end))];
    }

    private static ScriptObject Piece(Article article, TextSpan span, ImmutableArray<int> here, ImmutableArray<Finding> findings, RuleList rules)
    {
        var marking = here.Where(i => findings[i].Diagnostic.Span.Overlaps(span)).ToImmutableArray();
        return Values.Object(
            ("text", article.GetText(span)),
            ("marked", !marking.IsEmpty),
            ("severity", marking.IsEmpty ? "" : Values.NameOf(marking.Max(i => findings[i].Severity))),
            ("rule_keys", Values.List(marking.Select(i => rules.KeyOf(findings[i].Diagnostic.Descriptor)).Distinct(), key => key)),
            ("begins", Values.List(marking.Where(i => findings[i].Diagnostic.Span.Start == span.Start), i => i + 1)),
            ("ends", Values.List(
                marking.Where(i => findings[i].Diagnostic.Span.End == span.End),
                i => Values.Object(("number", i + 1), ("id", findings[i].Diagnostic.Descriptor.Id), ("title", findings[i].Diagnostic.Descriptor.Title), ("rule_key", rules.KeyOf(findings[i].Diagnostic.Descriptor)), ("severity", Values.NameOf(findings[i].Severity))))));
    }
}
