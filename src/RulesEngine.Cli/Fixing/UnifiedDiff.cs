using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RulesEngine.Core.Fixes;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Fixing;

/// <summary>
/// Edits of a text as a unified diff, as <c>patch</c> and <c>git apply</c> read it. The edits are known, so nothing is searched: the lines
/// that they touch are the lines that differ.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="path">With <c>/</c>.</param>
    /// <param name="source">The text before.</param>
    /// <param name="edits">In the order of the text.</param>
    public static string Of(string path, string source, ImmutableArray<TextEdit> edits)
    {
        var lines = FindLines(source);
        var diff = new StringBuilder().Append("--- a/").Append(path).Append("\n+++ b/").Append(path).Append('\n');
        var grown = 0;
        foreach (var changes in Group(FindChanges(source, lines, edits), lines.Count))
        {
            grown += Write(diff, source, lines, changes, grown);
        }

        return diff.ToString();
    }

    private static List<TextSpan> FindLines(string text)
    {
        var lines = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(new TextSpan(at, end));
            at = end;
        }

        return lines;
    }

    private static List<LineChange> FindChanges(string source, List<TextSpan> lines, ImmutableArray<TextEdit> edits)
    {
        var changes = new List<LineChange>();
        for (var i = 0; i < edits.Length;)
        {
            var first = lines.FindIndex(line => edits[i].Span.Start < line.End);
            first = first < 0 ? lines.Count - 1 : first;
            var last = first;
            var from = i;
            for (; i < edits.Length && (i == from || edits[i].Span.Start < lines[last].End); i++)
            {
                while (last + 1 < lines.Count && lines[last].End < edits[i].Span.End)
                {
                    last++;
                }
            }

            var span = new TextSpan(lines[first].Start, lines[last].End);
            var moved = edits[from..i].Select(edit => edit with { Span = new TextSpan(edit.Span.Start - span.Start, edit.Span.End - span.Start) });
            changes.Add(new LineChange(first, last, new TextChange(moved).Apply(source[span.Start..span.End])));
        }

        return changes;
    }

    private static IEnumerable<List<LineChange>> Group(List<LineChange> changes, int lineCount)
    {
        var group = new List<LineChange>();
        foreach (var change in changes)
        {
            if (group.Count > 0 && change.First - group[^1].Last > 2 * Context)
            {
                yield return group;
                group = [];
            }

            group.Add(change);
        }

        if (group.Count > 0 && lineCount > 0)
        {
            yield return group;
        }
    }

    /// <summary>Writes a hunk and returns by how many lines it makes the text longer.</summary>
    private static int Write(StringBuilder diff, string source, List<TextSpan> lines, List<LineChange> changes, int grown)
    {
        var first = Math.Max(0, changes[0].First - Context);
        var last = Math.Min(lines.Count - 1, changes[^1].Last + Context);
        var body = new StringBuilder();
        var added = 0;
        var removed = 0;
        var at = first;
        foreach (var change in changes)
        {
            for (; at < change.First; at++)
            {
                Append(body, ' ', source.AsSpan(lines[at].Start, lines[at].Length));
            }

            for (; at <= change.Last; at++, removed++)
            {
                Append(body, '-', source.AsSpan(lines[at].Start, lines[at].Length));
            }

            foreach (var line in FindLines(change.NewText))
            {
                Append(body, '+', change.NewText.AsSpan(line.Start, line.Length));
                added++;
            }
        }

        for (; at <= last; at++)
        {
            Append(body, ' ', source.AsSpan(lines[at].Start, lines[at].Length));
        }

        var count = last - first + 1;
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{first + 1},{count} +{first + 1 + grown},{count + added - removed} @@\n").Append(body);
        return added - removed;
    }

    private static void Append(StringBuilder diff, char mark, ReadOnlySpan<char> line)
    {
        diff.Append(mark).Append(line);
        if (line is not [.., '\n'])
        {
            diff.Append("\n\\ No newline at end of file\n");
        }
    }

    /// <summary>Lines that differ, both ends included, 0-based, and what stands there afterwards.</summary>
    private readonly record struct LineChange(int First, int Last, string NewText);
}
