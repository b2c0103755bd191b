using System.Collections.Immutable;
using System.Text;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>Compares what was found with what a test expects, and shows both in the text where they differ.</summary>
internal sealed class DiagnosticComparison(Article article, MarkedText marked, ImmutableArray<ExpectedDiagnostic> expected, ImmutableArray<Notification> notifications)
{
    public void Check(ImmutableArray<Diagnostic> found)
    {
        CheckPlaces();
        var open = found.ToList();
        var problems = new List<string>();
        foreach (var mark in marked.Marks)
        {
            var description = mark.Number is { } number ? expected.First(each => each.Place == number) : null;
            var id = description?.Id ?? mark.Name;
            var index = open.FindIndex(diagnostic => SourceSpan(diagnostic) == mark.Span && (id is null || id == diagnostic.Descriptor.Id));
            if (index < 0)
            {
                problems.Add($"expected {id ?? "a finding"} at '{marked.Text.Substring(mark.Span.Start, mark.Span.Length)}'");
                continue;
            }

            Compare(open[index], description, problems);
            open.RemoveAt(index);
        }

        foreach (var description in expected.Where(each => each.Text is not null))
        {
            var index = open.FindIndex(diagnostic => article.GetText(diagnostic.Span) == description.Text && diagnostic.Descriptor.Id == description.Id);
            if (index < 0)
            {
                problems.Add($"expected {description.Id} at '{description.Text}'");
                continue;
            }

            Compare(open[index], description, problems);
            open.RemoveAt(index);
        }

        problems.AddRange(open.Select(diagnostic => $"unexpected {diagnostic.Descriptor.Id} at '{article.GetText(diagnostic.Span)}': {diagnostic.Message}"));
        if (problems.Count > 0)
        {
            throw new VerificationException(Describe(problems, found));
        }
    }

    /// <summary>Every numbered place has one description, and every description a place; else a part of the test would be empty.</summary>
    private void CheckPlaces()
    {
        var places = marked.Marks.Select(mark => mark.Number).OfType<int>().ToList();
        foreach (var place in places)
        {
            if (expected.Count(each => each.Place == place) != 1)
            {
                throw new VerificationException($"at the numbered place #{place}, {(expected.Any(each => each.Place == place) ? "several findings are" : "nothing is")} expected");
            }
        }

        foreach (var each in expected)
        {
            if (each.Place is { } place && places.Count(other => other == place) != 1)
            {
                throw new VerificationException($"{each.Id} is expected at the place #{place}, which is not in the text once");
            }

            if (each.Place is null == each.Text is null)
            {
                throw new VerificationException($"{each.Id} is expected at no place: say Place = 0 and mark {{|#0:…|}}, or say its Text");
            }
        }
    }

    public static void CheckFixed(string expected, string actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            throw new VerificationException($"after the fixes the text was to be\n{expected}\nbut is\n{actual}");
        }
    }

    private TextSpan SourceSpan(Diagnostic diagnostic) => article.SourceMap.GetSourceSpan(diagnostic.Span);

    private void Compare(Diagnostic diagnostic, ExpectedDiagnostic? description, List<string> problems)
    {
        if (description is null)
        {
            return;
        }

        if (description.Message is { } message && message != diagnostic.Message)
        {
            problems.Add($"the message of {diagnostic.Descriptor.Id} was to be\n  {message}\nbut is\n  {diagnostic.Message}");
        }

        if (description.Severity is { } severity && severity != (diagnostic.Severity ?? diagnostic.Descriptor.DefaultSeverity))
        {
            problems.Add($"the severity of {diagnostic.Descriptor.Id} was to be {severity} but is {diagnostic.Severity ?? diagnostic.Descriptor.DefaultSeverity}");
        }

        if (!description.Fixes.IsDefault && !description.Fixes.SequenceEqual(diagnostic.Fixes.Select(fix => fix.Title)))
        {
            problems.Add($"the fixes of {diagnostic.Descriptor.Id} were to be\n  {string.Join("\n  ", description.Fixes)}\nbut are\n  {string.Join("\n  ", diagnostic.Fixes.Select(fix => fix.Title))}");
        }

        foreach (var (name, value) in description.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var actual = diagnostic.Properties.FirstOrDefault(pair => pair.Key == name).Value;
            if (actual != value)
            {
                problems.Add($"property {name} of {diagnostic.Descriptor.Id} was to be '{value}' but is {(actual is null ? "missing" : $"'{actual}'")}");
            }
        }

        problems.AddRange(description.Related
            .Where(related => !diagnostic.Related.Any(actual => actual.Caption == related.Caption && article.GetText(actual.Span) == related.Text))
            .Select(related => $"related span '{related.Caption}' at '{related.Text}' is missing; there are {string.Join(", ", diagnostic.Related.Select(actual => $"'{actual.Caption}' at '{article.GetText(actual.Span)}'"))}"));
    }

    private string Describe(IEnumerable<string> problems, ImmutableArray<Diagnostic> found)
    {
        var message = new StringBuilder();
        message.AppendJoin('\n', problems);
        foreach (var notification in notifications)
        {
            message.Append("\nnote: ").Append(notification.Id).Append(": ").Append(notification.Message);
        }

        message.Append("\n\nexpected:\n").Append(WithMarks(article.SourceText, marked.Marks.Select(mark => (mark.Span, mark.Name))));
        message.Append("\n\nfound:\n").Append(WithMarks(article.SourceText, found.Select(diagnostic => (SourceSpan(diagnostic), (string?)diagnostic.Descriptor.Id))));
        return message.ToString();
    }

    private static string WithMarks(string text, IEnumerable<(TextSpan Span, string? Name)> marks)
    {
        var inserts = marks.Where(mark => mark.Span.End <= text.Length)
            .SelectMany(mark => new[]
            {
                (At: mark.Span.Start, IsEnd: false, Text: mark.Name is null ? "[|" : $"{{|{mark.Name}:"),
                (At: mark.Span.End, IsEnd: true, Text: mark.Name is null ? "|]" : "|}"),
            })
            .OrderByDescending(insert => insert.At)
            .ThenBy(insert => insert.IsEnd);
        var marked = new StringBuilder(text);
        foreach (var insert in inserts)
        {
            marked.Insert(insert.At, insert.Text);
        }

        return marked.ToString();
    }
}
