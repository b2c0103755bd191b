using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>The article as written, cut where findings begin and end, so that a template can mark them in the text.</summary>
internal sealed class Proof(Article article, ImmutableArray<Finding> findings, RuleList rules)
{
    /// <summary>Number of blocks, pieces and notes so far.</summary>
    public int Size { get; private set; }

    public ScriptArray ToValues() => Values.List(ProofPart.Of(article), part =>
    {
        var blocks = Values.List(part.Blocks, Block);
        var first = part.Blocks[0];
        return Values.Object(
            ("kind", part.Kind),
            ("blocks", blocks),
            ("rows", Values.List(ProofPart.Rows(article, part), row => Values.List(row, index => blocks[index - first]))),
            ("lines", part.CountLines(article)),
            ("notes", Values.List(Alike(part.Blocks.SelectMany(NotesOf)), alike => FindingValues.Note(article, findings, alike, rules))));
    });

    /// <summary>The id of the block that holds a position.</summary>
    public static string AnchorOf(Article article, int position) =>
        article.BlockAt(position) is { } block ? Anchor(article.Blocks.IndexOf(block)) : "";

    private static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"b{index + 1}");

    private IEnumerable<int> NotesOf(int block) =>
        Enumerable.Range(0, findings.Length).Where(i => article.Blocks[block].Span.Contains(findings[i].Diagnostic.Span.Start));

    /// <summary>Findings of one part, those together of which the same is said but for the text that it is said of.</summary>
    private IEnumerable<ImmutableArray<int>> Alike(IEnumerable<int> indexes) => indexes
        .GroupBy(i => findings[i] is { Diagnostic: { Related.IsEmpty: true, Fixes.IsEmpty: true, Span.IsEmpty: false } diagnostic } finding
            ? (diagnostic.Descriptor.Id, finding.Severity, Message: diagnostic.Message.Replace(article.GetText(diagnostic.Span), "…", StringComparison.Ordinal))
            : (Id: "", Severity: DiagnosticSeverity.None, Message: $"{i}"))
        .Select(group => group.ToImmutableArray());

    private ScriptObject Block(int index)
    {
        var block = article.Blocks[index];
        var here = Enumerable.Range(0, findings.Length).Where(i => findings[i].Diagnostic.Span.Overlaps(block.Span)).ToImmutableArray();
        var cuts = Cut(block.Span, here.Select(i => findings[i].Diagnostic.Span));
        Size += 1 + cuts.Length + here.Length;
        return Values.Object(
            ("anchor", Anchor(index)),
            ("kind", block.Kind.ToString().ToLowerInvariant()),
            ("level", block.Level),
            ("pieces", Values.List(cuts, span => Piece(span, here))));
    }

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

    private ScriptObject Piece(TextSpan span, ImmutableArray<int> here)
    {
        var marking = here.Where(i => findings[i].Diagnostic.Span.Overlaps(span)).ToImmutableArray();
        return Values.Object(
            ("text", article.GetText(span)),
            ("marked", !marking.IsEmpty),
            ("severity", marking.IsEmpty ? "" : Values.NameOf(marking.Max(i => findings[i].Severity))),
            ("rule_keys", Values.List(marking.Select(i => rules.KeyOf(findings[i].Diagnostic.Descriptor)).Distinct(), key => key)),
            ("begins", Values.List(marking.Where(i => findings[i].Diagnostic.Span.Start == span.Start), i => i + 1)),
            ("ends", Values.List(marking.Where(i => findings[i].Diagnostic.Span.End == span.End), End)));
    }

    private ScriptObject End(int index)
    {
        var rule = findings[index].Diagnostic.Descriptor;
        return Values.Object(
            ("number", index + 1),
            ("id", rule.Id),
            ("title", rule.Title),
            ("rule_key", rules.KeyOf(rule)),
            ("severity", Values.NameOf(findings[index].Severity)));
    }
}
