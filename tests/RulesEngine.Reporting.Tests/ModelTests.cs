using System.Text.RegularExpressions;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Tests;

/// <summary>The README beside the code is the contract of template authors: it names every field, and no other.</summary>
public sealed class ModelTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Folder(), "../../src/RulesEngine.Reporting/README.md"));

    [Fact]
    public void The_readme_names_every_field_of_an_article() =>
        Assert.Equal(Documented("## The report of an article"), Fields(Full().Model));

    [Fact]
    public void The_readme_names_every_field_of_a_run() =>
        Assert.Equal(
            Documented("## The page of a run"),
            Fields(Report.ForRun([ArticleLine.Of(Result(), "a.html")], [new Notification("ENG001", DiagnosticSeverity.Error, "x")], "1.0").Model));

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static SortedSet<string> Documented(string heading)
    {
        var section = Readme[Readme.IndexOf(heading, StringComparison.Ordinal)..];
        section = section.IndexOf("\n## ", 3, StringComparison.Ordinal) is var end and > 0 ? section[..end] : section;
        return [.. Regex.Matches(section, "^\\| `([^`]+)` \\|", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
    }

    private static SortedSet<string> Fields(ScriptObject model)
    {
        var fields = new SortedSet<string>();
        Walk(model, "", fields);
        return fields;
    }

    private static void Walk(object? value, string path, SortedSet<string> fields)
    {
        if (value is ScriptObject item)
        {
            foreach (var (name, field) in item)
            {
                Walk(field, path.Length == 0 ? name : $"{path}.{name}", fields);
            }
        }
        else if (value is ScriptArray list)
        {
            foreach (var entry in list)
            {
                Walk(entry, path + "[]", fields);
            }
        }
        else
        {
            fields.Add(path);
        }
    }

    private static ArticleResult Result()
    {
        var result = Sample.Check(Sample.Article("A storm\n\nSome 300 people fled, the Harbour Office said on Monday. \"We lost 40 boats,\" said Mara Quill."), "300 people", "40 boats", "Mara", "Quill");
        var article = result.Article;
        var span = result.Findings[0].Diagnostic.Span;
        var table = new Article
        {
            Path = article.Path,
            Format = article.Format,
            Text = article.Text,
            SourceText = article.SourceText,
            SourceMap = article.SourceMap,
            Blocks = [.. article.Blocks[..1], article.Blocks[1] with { Kind = BlockKind.TableCell }],
            Date = new DateOnly(2025, 5, 6),
        };
        var full = result.Findings[0] with
        {
            Diagnostic = result.Findings[0].Diagnostic with
            {
                Related = [new RelatedSpan(span, "x")],
                Properties = [new("denier", "x"), new("date", "2025-05-04"), new("claimDate", "2025-05-05")],
                Fixes = [new Fix("x", true, [])],
            },
        };
        return result with
        {
            Article = table,
            Findings = [full, result.Findings[1] with { Suppression = new Suppression(SuppressionKind.Comment, "x") }, .. result.Findings[2..]],
            Notifications = [new Notification("ENG001", DiagnosticSeverity.Error, "x")],
        };
    }

    private static Report Full() => Report.ForArticle(Result(), "1.0");
}
