using System.Diagnostics;
using RulesEngine.Reporting.Templates;

namespace RulesEngine.Reporting.Tests;

/// <summary>Templates may come with a pull request: each of these tries to do harm.</summary>
public sealed class TemplateAttackTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("templates");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("endless loop", "{{ while true }}{{ end }}")]
    [InlineData("huge loop", "{{ for i in 1..2000000000 }}x{{ end }}")]
    [InlineData("nested loops", "{{ for i in 1..5000 }}{{ for j in 1..5000 }}{{ end }}{{ end }}")]
    [InlineData("huge array", "{{ x = (1..2000000000) | array.reverse }}{{ x.size }}")]
    [InlineData("huge output", "{{ x = '0123456789' }}{{ for i in 1..9000 }}{{ x = x + '0123456789' }}{{ x }}{{ end }}")]
    [InlineData("doubled string", "{{ x = 'ab' }}{{ for i in 1..60 }}{{ x = x + x }}{{ end }}")]
    [InlineData("padding", "{{ 'x' | string.pad_left 2000000000 }}")]
    [InlineData("repeated string", "{{ 'x' * 2000000000 }}")]
    [InlineData("deep recursion", "{{ func f(n); f (n + 1); end }}{{ f 1 }}")]
    [InlineData("include of itself", "{{ include 'attack.html.sbn' }}")]
    [InlineData("evaluation", "{{ 'tool.name' | object.eval }}")]
    [InlineData("evaluation of a template", "{{ '{'+'{ 1 }'+'}' | object.eval_template }}")]
    [InlineData("clock", "{{ date.now }}")]
    [InlineData("chance", "{{ math.random 1 6 }}")]
    [InlineData("write to the article", "{{ article.title = 'x' }}")]
    [InlineData("write to the report", "{{ findings = [] }}{{ findings.size }}")]
    [InlineData("missing variable", "{{ nosuch }}")]
    [InlineData("missing member", "{{ article.nosuch }}")]
    [InlineData("missing member of an item", "{{ findings[0].nosuch }}")]
    [InlineData("regex bomb", "{{ ('a' * 40 + '!') | regex.match '^(a+)+$' | array.size }}")]
    [InlineData("object of the host", "{{ tool.name.get_type }}")]
    [InlineData("deep nesting", "((((nested))))")]
    public void An_attack_ends_with_an_error_that_names_the_place(string name, string template)
    {
        var start = Stopwatch.GetTimestamp();
        template = template == "((((nested))))" ? $"{{{{ {new string('(', 5000)}1{new string(')', 5000)} }}}}" : template;

        var exception = Assert.Throws<TemplateException>(() => Render(template));

        Assert.Contains("line 1, column", exception.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TemplateLimits.Time + TimeSpan.FromSeconds(5), name);
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("sub/secret.txt")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("..\\\\secret.txt")]
    [InlineData("%2e%2e/secret.txt")]
    [InlineData("secret.txt\\0.sbn")]
    public void Includes_stay_in_the_folder(string include)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, ".hidden"), "SECRET");

        var exception = Assert.Throws<TemplateException>(() => Render($"{{{{ include \"{include}\" }}}}"));

        Assert.Contains("only the plain name", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absolute_include_is_refused()
    {
        var secret = Path.Combine(_folder.FullName, "secret.txt");
        File.WriteAllText(secret, "SECRET");

        Assert.Throws<TemplateException>(() => Render($"{{{{ include '{secret.Replace('\\', '/')}' }}}}"));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        var outside = Directory.CreateTempSubdirectory("outside");
        try
        {
            File.WriteAllText(Path.Combine(outside.FullName, "secret.sbn"), "SECRET");
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, "part.sbn"), Path.Combine(outside.FullName, "secret.sbn"));

            var exception = Assert.Throws<TemplateException>(() => Render("{{ include 'part.sbn' }}"));

            Assert.Contains("link", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public void An_included_part_is_escaped_once()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "part.sbn"), "<b>{{ article.title }}</b>");

        Assert.Equal("<b>a &lt; b</b>", Render("{{ include 'part.sbn' }}", "a < b"));
    }

    [Fact]
    public void A_template_that_is_too_long_is_refused()
    {
        var exception = Assert.Throws<TemplateException>(() => Render(new string('x', TemplateLimits.FileSize + 1)));

        Assert.Contains($"{TemplateLimits.FileSize}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_of_the_syntax_are_named()
    {
        var path = Write("{{ for }}\n{{ if }}{{ end }}\n{{ ) }}");

        var errors = ReportTemplate.FindErrors(path, [], CancellationToken.None);

        Assert.True(errors.Count > 1, string.Join('\n', errors));
        Assert.All(errors, error => Assert.Matches("^template attack.html.sbn, line [0-9]+, column [0-9]+: ", error));
    }

    [Fact]
    public void The_report_is_the_same_after_an_attack()
    {
        var report = Report.ForArticle(Sample.Check(Sample.Article("Title\n\nOne word."), "word"), "1.0");
        var before = ReportTemplate.Shipped(ReportFormat.Text).Render(report, CancellationToken.None);

        Assert.Throws<TemplateException>(() => ReportTemplate.Load(Write("{{ findings[0].message = 'x' }}")).Render(report, CancellationToken.None));
        Assert.Throws<TemplateException>(() => ReportTemplate.Load(Write("{{ article.title = 'x' }}")).Render(report, CancellationToken.None));

        Assert.Equal(before, ReportTemplate.Shipped(ReportFormat.Text).Render(report, CancellationToken.None));
    }

    private string Write(string template)
    {
        var path = Path.Combine(_folder.FullName, "attack.html.sbn");
        File.WriteAllText(path, template);
        return path;
    }

    private string Render(string template, string headline = "A headline")
    {
        var report = Report.ForArticle(Sample.Check(Sample.Article($"{headline}\n\nOne word."), "word"), "1.0");
        return ReportTemplate.Load(Write(template)).Render(report, CancellationToken.None);
    }
}
