using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting.Tests.RuleSets;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.Vale;

/// <summary>Folders that are set up for Vale, checked as they are.</summary>
public sealed class ValeConfigurationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vale");

    public ValeConfigurationTests()
    {
        Write("styles/House/Very.yml", "extends: existence\nmessage: \"cut '%s'\"\nlevel: warning\ntokens: [very]\n");
        Write("styles/House/Big.yml", "extends: existence\nmessage: \"cut '%s'\"\nlevel: suggestion\ntokens: [big]\n");
        Write("styles/Other/Old.yml", "extends: existence\nmessage: \"cut '%s'\"\nlevel: error\ntokens: [old, Kyiv]\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("[*]\nBasedOnStyles = House\n", "[|very|] [|big|] old")]
    [InlineData("[*]\nBasedOnStyles = House, Other\n", "[|very|] [|big|] [|old|]")]
    [InlineData("[*.md]\nBasedOnStyles = House\n", "very big old")]
    [InlineData("[*.{md,txt}]\nBasedOnStyles = House\n", "[|very|] [|big|] old")]
    [InlineData("MinAlertLevel = warning\n[*]\nBasedOnStyles = House\n", "[|very|] big old")]
    [InlineData("[*]\nBasedOnStyles = House\nHouse.Very = NO\n", "very [|big|] old")]
    [InlineData("MinAlertLevel = error\n[*]\nBasedOnStyles = House\nHouse.Big = error\n", "very [|big|] old")]
    [InlineData("[*]\nOther.Old = YES\n", "very big [|old|]")]
    [InlineData("[*]\nBasedOnStyles = House\n[*.txt]\nBasedOnStyles = Other\n", "very big [|old|]")]
    [InlineData("[*]\nBasedOnStyles = House\n[drafts/*.txt]\nHouse.Big = NO\n", "[|very|] big old")]
    [InlineData("; a comment\n# another\n[*] \nBasedOnStyles = House # House alone\n", "[|very|] [|big|] old")]
    public void Styles_levels_and_sections(string ini, string markup) => Check(ini, markup);

    [Theory]
    [InlineData("TokenIgnores = (\\$[^$]+\\$)", "$very big$ [|very|]")]
    [InlineData("TokenIgnores = (\\$[^$]+\\$), \\\n  (<<[^>]{1,9}>>)", "$very$ and <<big>> and [|big|]")]
    [InlineData("BlockIgnores = (?s)(\\{% raw %\\}.*?\\{% end %\\})", "{% raw %}\nvery\n{% end %}\n\n[|very|]")]
    public void Ignored_text(string key, string markup) => Check($"[*]\nBasedOnStyles = House\n{key}\n", markup);

    [Theory]
    [InlineData("styles/config/vocabularies/Base")]
    [InlineData("styles/Vocab/Base")]
    public void A_vocabulary_accepts_and_rejects_words(string folder)
    {
        Write("tool/rules/Vale/Shout.yml", "extends: existence\nmessage: \"cut '%s'\"\nnonword: true\ntokens: ['!!']\n");
        Write(folder + "/accept.txt", "Kyiv\n# a comment\nGitHub\n");
        Write(folder + "/reject.txt", "whilst\n");

        Check("Vocab = Base\n[*]\nBasedOnStyles = Other\nVale.Terms = YES\nVale.Avoid = YES\n", "In Kyiv [|whilst|] [|old|] [|Github|] ran.");
        Check("Vocab = Base\n[*]\nBasedOnStyles = Other\n", "In Kyiv whilst [|old|] Github ran.");
    }

    [Theory]
    [InlineData("Foo = x\n", 2, DiagnosticSeverity.Error, "unknown key 'Foo'")]
    [InlineData("BasedOnStyles = House\n", 2, DiagnosticSeverity.Error, "it belongs below [*]")]
    [InlineData("Packages = House\n", 2, DiagnosticSeverity.Warning, "packages are not fetched")]
    [InlineData("Vocab = None\n", 2, DiagnosticSeverity.Error, "there is no vocabulary 'None'")]
    [InlineData("MinAlertLevel = high\n", 2, DiagnosticSeverity.Error, "not 'high'")]
    [InlineData("[formats]\nmdx = md\n", 3, DiagnosticSeverity.Warning, "'mdx = md' in [formats] has no effect")]
    [InlineData("[*]\nBasedOnStyles = Hous\n", 2, DiagnosticSeverity.Error, "there is no rule set 'Hous'")]
    [InlineData("[*]\nTokenIgnores = (a\n", 3, DiagnosticSeverity.Error, "'(a' is no valid pattern")]
    [InlineData("[*]\nHouse.Very = maybe\n", 3, DiagnosticSeverity.Error, "YES or NO, not 'maybe'")]
    [InlineData("nonsense\n", 2, DiagnosticSeverity.Error, "neither a [section] nor 'key = value'")]
    public void What_cannot_work_or_has_no_effect_is_named_with_its_line(string ini, int line, DiagnosticSeverity severity, string message)
    {
        var problem = Assert.Single(Analyse(ini, "x").Analysis.Problems);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(severity, problem.Severity);
        Assert.True(problem.Line is null || problem.Line == line, $"line {problem.Line}");
    }

    [Fact]
    public void A_rulesengine_yml_beats_it()
    {
        Write("rulesengine.yml", "rulesets: []\n");

        Check("[*]\nBasedOnStyles = House\n", "very big old");
    }

    [Fact]
    public void A_styles_path_that_leads_out_is_refused()
    {
        Write("inner/.vale.ini", "StylesPath = ../styles\n[*]\nBasedOnStyles = House\n");
        var host = new AnalysisHost(new AnalysisHostOptions { ToolFolder = Full("tool"), CurrentFolder = Full("inner") });

        Assert.Contains(host.For(Full("inner/a.txt")).Problems, problem => problem.Message.Contains("leads out of the folder", StringComparison.Ordinal));
    }

    private void Check(string ini, string markup)
    {
        var text = markup.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var (analysis, result) = Analyse(ini, text);
        Assert.Empty(analysis.Problems);
        Assert.Empty(result.Notifications);
        Assert.Equal(markup, RuleFolder.Mark(result.Article, result.Findings.Select(finding => finding.Diagnostic)));
    }

    private (ConfiguredAnalysis Analysis, ArticleResult Result) Analyse(string ini, string text)
    {
        Write(".vale.ini", "StylesPath = styles\n" + ini);
        var host = new AnalysisHost(new AnalysisHostOptions { ToolFolder = Full("tool"), CurrentFolder = _folder.FullName });
        var analysis = host.For(Full("drafts/a.txt"));
        var article = ArticleReader.Read("drafts/a.txt", System.Text.Encoding.UTF8.GetBytes(text)).Article!;
        return (analysis, analysis.Driver.Analyze(article, analysis.Rules.For(Full("drafts/a.txt")), CancellationToken.None));
    }

    private string Full(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
