using System.Diagnostics;
using System.Text.Json;
using RulesEngine.Reporting.Templates;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Tests;

/// <summary>Templates may come with a pull request: each of these tries to do harm.</summary>
public sealed class TemplateAttackTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("templates");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{{ while true }}{{ end }}", "iteration limit")]
    [InlineData("{{ for i in 1..2000000000 }}x{{ end }}", "LoopLimit")]
    [InlineData("{{ for i in 1..5000 }}{{ for j in 1..5000 }}{{ end }}{{ end }}", "iteration limit")]
    [InlineData("{{ x = (1..2000000000) | array.reverse }}{{ x.size }}", "LoopLimit")]
    [InlineData("{{ x = [1] * 2000000000 }}{{ x.size }}", "iteration limit")]
    [InlineData("{{ x = [1] | array.insert_at 900000000 1 }}{{ x.size }}", "iteration limit")]
    [InlineData("{{ x = [1] }}{{ for i in 1..40 }}{{ x = x | array.concat x }}{{ end }}{{ x.size }}", "iteration limit")]
    [InlineData("{{ x = [1, 1] }}{{ for i in 1..30 }}{{ x = [x, x] }}{{ end }}{{ x }}", "nested")]
    [InlineData("{{ x = [1, 1] }}{{ for i in 1..30 }}{{ x = [x, x] }}{{ end }}{{ x | object.to_json }}", "nested")]
    [InlineData("{{ x = 2 }}{{ for i in 1..40 }}{{ x = x * x }}{{ end }}{{ x }}", "magnitude")]
    [InlineData("{{ 1 << 2000000000 }}", "magnitude")]
    [InlineData("{{ 1 | math.format 'D999999999' }}", "LimitToString")]
    [InlineData("{{ x = '0123456789' * 1000 }}{{ for i in 1..9000 }}{{ x }}{{ end }}", "OutputLimit")]
    [InlineData("{{ x = 'ab' }}{{ for i in 1..60 }}{{ x = x + x }}{{ end }}", "characters")]
    [InlineData("{{ x = 'ab' }}{{ for i in 1..60 }}{{ x = $\"{x}{x}\" }}{{ end }}", "characters")]
    [InlineData("{{ x = '&' * 100000 }}{{ for i in 1..60 }}{{ x = x | html.escape }}{{ end }}", "characters")]
    [InlineData("{{ x = 'a' * 100000 }}{{ for i in 1..60 }}{{ x = x | string.base64_encode }}{{ end }}", "characters")]
    [InlineData("{{ x = 'a' * 100000 }}{{ x | string.replace 'a' x }}", "LimitToString")]
    [InlineData("{{ x = 'a' * 100000 }}{{ 1..15000 | array.join x }}", "LimitToString")]
    [InlineData("{{ x = 'a' * 1000000 }}{{ y = [] }}{{ for i in 1..15000 }}{{ y = [y, x + i] }}{{ end }}", "memory")]
    [InlineData("{{ func f(a); ret ('a' * 1000000) + a; end }}{{ x = (1..15000) | array.each @f }}{{ x.size }}", "memory")]
    [InlineData("{{ 'w ' * 900000 | fill ('b' * 100000) ('c' * 100000) }}", "begins with 100000")]
    [InlineData("{{ 'x' | string.pad_left 2000000000 }}", "width")]
    [InlineData("{{ 'x' * 2000000000 }}", "LimitToString")]
    [InlineData("{{ func f(n); f (n + 1); end }}{{ f 1 }}", "recursive")]
    [InlineData("{{ include 'attack.html.sbn' }}", "recursive")]
    [InlineData("{{ ('a' * 40 + '!') | regex.match '^(a+)+$' | array.size }}", "timed out")]
    [InlineData("{{ 'tool.name' | object.eval }}", "eval")]
    [InlineData("{{ '{'+'{ 1 }'+'}' | object.eval_template }}", "eval_template")]
    [InlineData("{{ date.now }}", "`date` was not found")]
    [InlineData("{{ math.random 1 6 }}", "random")]
    [InlineData("{{ findings = [] }}", "readonly variable `findings`")]
    [InlineData("{{ capture findings }}x{{ end }}", "readonly variable `findings`")]
    [InlineData("{{ func findings; ret []; end }}", "readonly variable `findings`")]
    [InlineData("{{ raw = 1 }}", "readonly variable `raw`")]
    [InlineData("{{ nosuch }}", "`nosuch` was not found")]
    [InlineData("{{ article.nosuch }}", "nosuch")]
    [InlineData("{{ findings[0].nosuch }}", "nosuch")]
    [InlineData("{{ tool.name.get_type }}", "get_type")]
    [InlineData("{{ findings.insert 0 1 }}", "insert")]
    public void An_attack_ends_with_an_error_that_names_the_place(string template, string reason)
    {
        var start = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<TemplateException>(() => Render(template));

        Assert.Matches("^template attack.html.sbn, line 1, column [0-9]+: ", exception.Message);
        Assert.Contains(reason, exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.True(Stopwatch.GetElapsedTime(start) < TemplateLimits.Time + TimeSpan.FromSeconds(5), template);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * TemplateLimits.Memory(1000));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("-", "1", "")]
    [InlineData("", "1", "+1")]
    [InlineData("", "article", ".a")]
    [InlineData("", "1", " | f")]
    [InlineData("if 1;", "", "end;")]
    [InlineData("", "if 1;", "else if 1;")]
    public void Deep_nesting_is_refused_when_it_is_read(string before, string middle, string after)
    {
        string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 50_000));

        var exception = Assert.Throws<TemplateException>(() => Render($"{{{{ {Repeat(before)}{middle}{Repeat(after)} }}}}"));

        Assert.Contains("depth limit", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Writes =>
    [
        "findings[0] = 1",
        "findings[900000000] = 1",
        "findings[0] += 1",
        "findings[0]++",
        "--findings[0]",
        "(findings[0]) = 1",
        "findings[0].message = 'x'",
        "article.title = 'x'",
        "article['title'] = 'x'",
        "article.words++",
        "this.findings = 1",
        "this['findings'] = 1",
        "x = findings; x[0] = 1",
        "x = []; x[900000000] = 1",
        "x = {}; x.y = 1",
        "$[0] = 1",
        "$0 = 1",
        "func f(a); a[0] = 1; end; f findings",
        "[findings] | array.each @(do; $0[0] = 1; end)",
        "if true; for i in 1..2; findings[i] = 1; end; end",
        "capture findings[0]; 1; end",
        "for findings[0] in [1]; end",
        "for article.title in [1]; end",
        "tablerow findings[0] in [1]; end",
        "string.upcase = @raw",
        "with article; title = 'x'; end",
        "with findings; x = 1; end",
        "import article",
        "import {findings: []}",
    ];

    [Theory]
    [MemberData(nameof(Writes))]
    public void Nothing_but_an_own_name_is_written(string write)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "part.sbn"), $"<p>\n{{{{ if false; {write}; end }}}}");

        var inTemplate = ReportTemplate.FindErrors(Write($"<p>\n{{{{ if false; {write}; end }}}}"), [], CancellationToken.None);
        var inPart = ReportTemplate.FindErrors(Path.Combine(_folder.FullName, "part.sbn"), [], CancellationToken.None);
        var included = Assert.Throws<TemplateException>(() => Render("{{ include 'part.sbn' }}"));

        Assert.Matches("^template attack.html.sbn, line 2, column [0-9]+: (only a name|names would)", Assert.Single(inTemplate));
        Assert.Matches("^template part.sbn, line 2, column [0-9]+: (only a name|names would)", Assert.Single(inPart));
        Assert.Matches("^template attack.html.sbn, line 1, column 4: template part.sbn, line 2, column [0-9]+: (only a name|names would)", included.Message);
    }

    [Fact]
    public void A_template_sets_names_of_its_own()
    {
        const string Template = "{{ x = 1; $y = 2; x += 3; $y = x++; $y = $y - 2; capture z; 4; end; func f(a); ret a + 1; end; for i in 1..2; x += i; end }}{{ x }} {{ $y }} {{ z }} {{ f 5 }}{{ for findings in [7] }} {{ findings }}{{ end }} {{ findings.size }}";

        Assert.Equal("8 2 4 6 7 1", Render(Template));
    }

    [Fact]
    public void No_function_changes_what_it_is_given()
    {
        var report = Report.ForArticle(Sample.Check(Sample.Article("Title\n\nOne word and a word."), "word", "One"), "1.0");
        var before = Dump(report);
        var ran = 0;
        var functions = new EscapingTemplateContext(ReportFormat.Html, TemplateFolder.Embedded, report).BuiltinObject;
        foreach (var function in (string[])[.. NamesIn("array"), .. NamesIn("object")])
        {
            foreach (var call in (string[])["findings | F", "findings | F 0", "findings | F 0 1", "findings | F findings", "findings | F 'number' 1", "findings | F @(do; ret $0; end)", "article | F", "article | F 'title'"])
            {
                try
                {
                    ReportTemplate.Load(Write($"{{{{ {call.Replace("F", function, StringComparison.Ordinal)} }}}}")).Render(report, CancellationToken.None);
                    ran++;
                }
                catch (TemplateException)
                {
                    // Not what the function takes.
                }
            }
        }

        Assert.True(ran > 60, $"{ran} calls went through");
        Assert.Equal(before, Dump(report));

        IEnumerable<string> NamesIn(string group) => ((ScriptObject)functions[group]!).Keys.Select(name => $"{group}.{name}");

        static string Dump(Report report) => JsonSerializer.Serialize(report.Model);
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
