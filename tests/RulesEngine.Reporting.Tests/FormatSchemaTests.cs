using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NJsonSchema;
using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Tests;

/// <summary>What the formats promise to other programs, over a draft that has everything: fixes, related spans, properties, a suppressed finding, a rule of a plugin.</summary>
public sealed class FormatSchemaTests
{
    private static readonly DiagnosticDescriptor Bare = new()
    {
        Id = "ACME.Bare",
        Title = "bare rule",
        MessageFormat = "nothing but a message",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Why = "",
        RequiresEnglish = false,
    };

    public static TheoryData<string> Names => new(RunFormats.Names);

    [Theory]
    [InlineData("sarif", "sarif-schema-2.1.0.json", false)]
    [InlineData("sarif", "sarif-schema-2.1.0.json", true)]
    [InlineData("json", "report.schema.json", false)]
    [InlineData("json", "report.schema.json", true)]
    public async Task Output_is_valid_against_its_schema(string format, string schema, bool redact)
    {
        var errors = (await ReadSchema(schema)).Validate(Write(format, redact));

        Assert.Empty(errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("json", "report.schema.json", "\"schemaVersion\":\"1.0\"", "\"schemaVersion\":\"2.0\"")]
    [InlineData("json", "report.schema.json", "\"line\":3", "\"line\":0")]
    [InlineData("json", "report.schema.json", "\"words\":", "\"wrods\":")]
    [InlineData("sarif", "sarif-schema-2.1.0.json", "\"startLine\":3", "\"startLine\":0")]
    [InlineData("sarif", "sarif-schema-2.1.0.json", "\"columnKind\":\"utf16CodeUnits\"", "\"columnKind\":\"bytes\"")]
    public async Task The_schema_refuses_what_breaks_the_contract(string format, string schema, string right, string wrong)
    {
        var json = Write(format, redact: false);
        Assert.Contains(right, json, StringComparison.Ordinal);

        Assert.NotEmpty((await ReadSchema(schema)).Validate(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_draft_with_everything_is_written_as_in_its_golden_file(string name) => Snapshot.Match(Write(name, redact: false), $"Everything.{name}");

    [Theory]
    [MemberData(nameof(Names))]
    public void Redaction_reaches_messages_captions_properties_fixes_and_notifications(string name)
    {
        Assert.Contains("zebra", Write(name, redact: false), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zebra", Write(name, redact: true), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Sarif_says_what_code_scanning_asks_for()
    {
        using var sarif = JsonDocument.Parse(Write("sarif", redact: false));
        var run = sarif.RootElement.GetProperty("runs")[0];

        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.Contains('/', run.GetProperty("automationDetails").GetProperty("id").GetString()!);
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        var components = run.GetProperty("tool").GetProperty("extensions").EnumerateArray().Prepend(run.GetProperty("tool").GetProperty("driver")).ToList();
        Assert.All(components.SelectMany(component => component.GetProperty("rules").EnumerateArray()), rule =>
        {
            Assert.InRange(rule.GetProperty("shortDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.NotEqual("", rule.GetProperty("help").GetProperty("text").GetString());
        });
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.False(result.TryGetProperty("suppressions", out _));
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.Equal("drafts/d%C3%A9j%C3%A0%20vu.txt", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            var reference = result.GetProperty("rule");
            var component = reference.TryGetProperty("toolComponent", out var tool) ? tool.GetProperty("index").GetInt32() + 1 : 0;
            Assert.Equal(result.GetProperty("ruleId").GetString(), components[component].GetProperty("rules")[reference.GetProperty("index").GetInt32()].GetProperty("id").GetString());
        });
    }

    [Fact]
    public void A_fingerprint_in_sarif_does_not_move_with_the_line()
    {
        var before = Sample.Check(Sample.Article("Headline\n\nOne zebra here."), "zebra");
        var after = Sample.Check(Sample.Article("Headline\n\nA new paragraph.\n\nOne zebra here."), "zebra");

        Assert.Equal(FingerprintOf(before), FingerprintOf(after));

        static string? FingerprintOf(ArticleResult result)
        {
            using var sarif = JsonDocument.Parse(Write("sarif", redact: false, result));
            return sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString();
        }
    }

    private static ArticleResult Everything()
    {
        var article = Sample.Article("Zebra crossing\n\nOne zebra, two zebras.\n\nThe last zebra.", "drafts/déjà vu.txt");
        var rich = Diagnostic.Create(Sample.Rule, SpanOf("zebra,"), "zebra") with
        {
            Related = [new RelatedSpan(SpanOf("last zebra"), "as the last zebra has it")],
            Properties = [KeyValuePair.Create("animal", "zebra")],
            Fixes = [new Fix("write 'zebra crossing'", IsSafe: true, [new TextEdit(SpanOf("zebra,"), "zebra crossing,")]), new Fix("delete zebra", IsSafe: false, [new TextEdit(SpanOf("two zebras"), "")])],
        };
        var result = Sample.Check(article);
        return result with
        {
            Findings =
            [
                new Finding(Diagnostic.Create(Bare, new TextSpan(16, 16)), DiagnosticSeverity.Suggestion),
                new Finding(rich, DiagnosticSeverity.Error),
                new Finding(Diagnostic.Create(Sample.Rule, SpanOf("zebras"), "zebras"), DiagnosticSeverity.Warning, new Suppression(SuppressionKind.Comment, "seen")),
            ],
        };

        TextSpan SpanOf(string text) => article.Text.IndexOf(text, StringComparison.Ordinal) is var at ? new TextSpan(at, at + text.Length) : default;
    }

    private static string Write(string name, bool redact, ArticleResult? result = null)
    {
        using var output = new MemoryStream();
        using (var format = RunFormats.Create(name, output, new RunInfo("1.0.0", [new RuleInfo(Sample.Rule, "newsroom", IsBundled: true), new RuleInfo(Bare, "Acme", IsBundled: false)], redact)))
        {
            format.WriteArticle(result ?? Everything());
            var summary = new RunSummary(1, 1, 0, 1, 1, 2,
            [
                new Notification(NotificationIds.RuleThrew, DiagnosticSeverity.Error, "the rule met a zebra", "drafts/déjà vu.txt") { RedactedMessage = "the rule failed" },
                new Notification(NotificationIds.InvalidConfiguration, DiagnosticSeverity.Warning, "unknown key", "rulesengine.yml", 2, 3),
            ])
            { Unchanged = 3 };
            format.Complete(redact ? summary.ToRedacted() : summary);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<JsonSchema> ReadSchema(string name)
    {
        using var reader = new StreamReader(typeof(FormatSchemaTests).Assembly.GetManifestResourceStream(name)!);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
    }
}
