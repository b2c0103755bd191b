using System.Text.RegularExpressions;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Tests;

/// <summary>Text that tries to become markup, style, script or template, at every place where a draft or a rule set can put it.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "` onfocus=`alert(1)",
        "</style><style>*{display:none}",
        "</svg><svg onload=alert(1)>",
        "</title><base href=//example.org>",
        "<!-- --><iframe src=//example.org>",
        "javascript:alert(1)",
        "{{ tool.name }}",
        "{%{}%}{{ 7 * 7 }}",
        "[x](javascript:alert(1))",
        "![x](//example.org/x.png)",
        "a | b\n| c",
        "\u0001\u001b[31m",
        "<https://example.org>",
        "@everyone",
        "`x` <b>",
    ];

    private static readonly string[] Tags =
    [
        "!doctype", "html", "head", "meta", "title", "style", "body", "a", "div", "header", "p", "h1", "h2", "h3", "span", "bdi", "ul", "li", "main", "fieldset", "legend", "label", "input", "section",
        "mark", "q", "details", "summary", "dl", "dt", "dd", "svg", "text", "tspan", "circle", "rect", "path", "table", "thead", "tbody", "tr", "th", "td", "time", "ol", "footer", "strong",
    ];

    public static TheoryData<string> All => [.. Attacks];

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_becomes_a_tag_an_attribute_or_an_address_of_the_page(string attack)
    {
        var page = Render(attack, ReportFormat.Html);

        foreach (Match tag in Regex.Matches(page, "<(/?)([^ >/]*)([^>]*)>"))
        {
            Assert.Contains(tag.Groups[2].Value.ToLowerInvariant(), Tags);
            Assert.DoesNotMatch(@"(?i)\son[a-z]+\s*=", Regex.Replace(tag.Groups[3].Value, "\"[^\"]*\"", "\"\""));
            Assert.DoesNotMatch("(?i)(href|src|action)=\"(?!#|https://example.org/)", tag.Value);
        }

        Assert.Single(Regex.Matches(page, "<style>"));
        Assert.DoesNotContain("49", Regex.Replace(page, "<style>.*?</style>", "", RegexOptions.Singleline), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', page);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_becomes_markup_of_a_comment(string attack)
    {
        var comment = Render(attack, ReportFormat.Markdown);
        var body = string.Join('\n', comment.Split('\n').Where(line => !line.StartsWith('`')));

        Assert.DoesNotContain('<', body);
        Assert.DoesNotMatch(@"(?<!\\)[\[\]!]", body);
        Assert.DoesNotContain('@', body);
        Assert.DoesNotContain('\u001b', comment);
        Assert.All(comment.Split('\n').Where(line => line.Contains("HST001", StringComparison.Ordinal)), row => Assert.Equal(6, Regex.Count(row, @"(?<!\\)\|")));
        Assert.DoesNotContain('`', comment.Split('\n').First(line => line.StartsWith('`')).Split('·')[0].Trim().Trim('`'));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("//example.org")]
    [InlineData("file:///etc/passwd")]
    public void Only_web_addresses_become_links(string address)
    {
        var result = Sample.Check(Sample.Article("Title\n\nOne word."), Rule("x", address), "word");

        var page = ReportTemplate.Shipped(ReportFormat.Html).Render(Report.ForArticle(result, "1.0"), CancellationToken.None);

        Assert.DoesNotContain("More about", page, StringComparison.Ordinal);
    }

    private static string Render(string attack, ReportFormat format)
    {
        var article = Sample.Article($"{attack}\n\nSome {attack} here, a source said.", $"drafts/{attack}.txt");
        article = With(article, attack);
        var result = Sample.Check(article, Rule(attack, "https://example.org/x"), attack);
        var findings = result.Findings.Select(finding => finding with
        {
            Diagnostic = finding.Diagnostic with
            {
                Related = [new RelatedSpan(finding.Diagnostic.Span, attack)],
                Properties = [new(attack, attack), new("denier", attack), new("timing", "before"), new("date", "2025-05-04"), new("claimDate", "2025-05-05")],
                Fixes = [new Fix(attack, true, [])],
            },
        });
        var suppressed = result.Findings.Select(finding => finding with { Suppression = new Suppression(SuppressionKind.Comment, attack, attack) });
        result = result with
        {
            Findings = [.. findings, .. suppressed],
            Notifications = [new Notification("ENG001", DiagnosticSeverity.Error, attack, attack)],
        };
        return ReportTemplate.Shipped(format).Render(Report.ForArticle(result, attack), CancellationToken.None);
    }

    private static Article With(Article article, string attack) => new()
    {
        Path = article.Path,
        Format = article.Format,
        Text = article.Text,
        SourceText = article.SourceText,
        SourceMap = article.SourceMap,
        Blocks = article.Blocks,
        Language = attack,
        Date = new DateOnly(2025, 5, 6),
        FrontMatter = article.FrontMatter.Add("title", attack),
    };

    private static DiagnosticDescriptor Rule(string attack, string address) => new()
    {
        Id = "HST001",
        Title = attack,
        MessageFormat = "{0} " + attack.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
        Category = attack,
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = attack,
        HelpUri = address,
        RequiresEnglish = false,
    };
}
