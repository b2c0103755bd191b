using System.Text;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Tests;

public sealed class FormatTests
{
    private static readonly Notification Failure = new(NotificationIds.UnreadableArticle, DiagnosticSeverity.Error, "it is a folder", "drafts/x.docx");

    public static TheoryData<string> Names => new(RunFormats.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_of_two_articles_is_written_as_in_its_golden_file(string name) =>
        Snapshot.Match(Write(name, redact: false), $"Run.{name}");

    [Theory]
    [MemberData(nameof(Names))]
    public void Redacted_output_holds_no_word_of_the_draft(string name)
    {
        var output = Write(name, redact: true);

        Assert.DoesNotContain("zebra", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("TST001", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notification_stands_in_every_format(string name) =>
        Assert.Contains("it is a folder", Write(name, redact: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("vale")]
    public void Json_formats_are_valid_json(string name)
    {
        using var document = JsonDocument.Parse(Write(name, redact: false));
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public void GitHub_annotates_ten_of_a_level_and_counts_the_rest()
    {
        var output = Write("github", redact: false, Many(14, DiagnosticSeverity.Warning), Many(14, DiagnosticSeverity.Error));
        var lines = output.TrimEnd('\n').Split('\n');

        Assert.Equal("::error file=drafts/x.docx::ENG002: it is a folder", lines[0]);
        Assert.Equal(10, lines.Count(line => line.StartsWith("::error", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(line => line.StartsWith("::warning", StringComparison.Ordinal)));
        Assert.Equal("9 more not annotated here; in all: failures of the run 1, errors 14, warnings 14, suggestions 0", lines[^1]);
        Assert.Equal(21, lines.Length);
    }

    private static ArticleResult Many(int count, DiagnosticSeverity severity)
    {
        var words = Enumerable.Range(0, count).Select(i => $"w{i:00}").ToArray();
        var result = Sample.Check(Sample.Article("Headline\n\n" + string.Join(' ', words)), words);
        return result with { Findings = [.. result.Findings.Select(finding => finding with { Severity = severity })] };
    }

    private static string Write(string name, bool redact, params ArticleResult[] results)
    {
        if (results.Length == 0)
        {
            results =
            [
                Sample.Check(Sample.Article("A headline with \"marks\"\n\nOne zebra, two <zebras> & a comma.", "drafts/a, b: c.txt"), "zebra", "<zebras>"),
                Sample.Check(Sample.Article("Nothing here\n\nAt all.", "drafts/clean.txt")),
            ];
        }

        using var output = new MemoryStream();
        using (var format = RunFormats.Create(name, output, new RunInfo("1.0", [new RuleInfo(Sample.Rule, "Sample", IsBundled: false)], redact)))
        {
            foreach (var result in results)
            {
                format.WriteArticle(result);
            }

            var severities = results.SelectMany(result => result.Findings).Select(finding => finding.Severity).ToList();
            format.Complete(new RunSummary(results.Length, severities.Count(severity => severity == DiagnosticSeverity.Error), severities.Count(severity => severity == DiagnosticSeverity.Warning), 0, 0, 0, [Failure]));
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
