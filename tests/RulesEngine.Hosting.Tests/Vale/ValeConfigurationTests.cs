using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting.Tests.RuleSets;
using RulesEngine.Hosting.Vale;
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
    [InlineData("[*]\nBasedOnStyles = House\nHouse = error\nHouse.Big = NO\n", "[|very|] big old")]
    [InlineData("MinAlertLevel = error\n[*]\nBasedOnStyles = House, Other\nHouse = error\n", "[|very|] [|big|] [|old|]")]
    [InlineData("WordTemplate = (?:%s)\n[*]\nBasedOnStyles = House\n", "e[|very|] a[|big|]ail")]
    [InlineData("; a comment\n# another\n[*] \nBasedOnStyles = House # House alone\n", "[|very|] [|big|] old")]
    public void Styles_levels_and_sections(string ini, string markup) => Check(ini, markup);

    [Theory]
    [InlineData("TokenIgnores = (\\$[^$]+\\$)", "$very big$ [|very|]")]
    [InlineData("IgnorePatterns = (\\$[^$]+\\$)", "$very big$ [|very|]")]
    [InlineData("TokenIgnores = \\$[a-z]{2\\,4}\\$, %[^%]+%", "$very$ %big% [|very|]")]
    [InlineData("TokenIgnores = (\\$[^$]+\\$), \\\n  (<<[^>]{1,9}>>)", "$very$ and <<big>> and [|big|]")]
    [InlineData("BlockIgnores = (?s)(\\{% raw %\\}.*?\\{% end %\\})", "{% raw %}\nvery\n{% end %}\n\n[|very|]")]
    public void Ignored_text(string key, string markup) => Check($"[*]\nBasedOnStyles = House\n{key}\n", markup);

    [Theory]
    [InlineData("IgnoredScopes = a, b", "It was very *big*, [very](x.html) and **big**.", "It was [|very|] *[|big|]*, [very](x.html) and **big**.")]
    [InlineData("SkippedScopes = pre, blockquote, h2", "## Very big\n\n> very\n\nA big day.", "## Very big\n\n> very\n\nA [|big|] day.")]
    public void Scopes_are_taken_out(string key, string text, string markup)
    {
        var (analysis, result) = Analyse(key + "\n[*]\nBasedOnStyles = House\n", text, "drafts/a.md");

        Assert.Empty(analysis.Problems);
        Assert.Equal(markup, RuleFolder.Mark(result.Article, result.Findings.Select(finding => finding.Diagnostic)));
    }

    [Fact]
    public void An_ending_is_read_as_another_one_and_has_its_sections()
    {
        var (_, result) = Analyse("[formats]\nMDX = md\n[*.md]\nBasedOnStyles = House\n", "## A very `big` day", "drafts/a.mdx");

        Assert.Equal("## A [|very|] `big` day", RuleFolder.Mark(result.Article, result.Findings.Select(finding => finding.Diagnostic)));
        Assert.Equal(".md", ValeFormats.Find(Full("drafts"), null)[".mdx"]);
        Assert.Empty(ValeFormats.Find(Full("drafts"), Full("rulesengine.yml")));
    }

    [Fact]
    public void A_rule_of_a_vocabulary_that_has_no_words_may_be_switched_off()
    {
        Write("tool/rules/Vale/Shout.yml", "extends: existence\nmessage: \"cut '%s'\"\nnonword: true\ntokens: ['!!']\n");

        Check("[*]\nBasedOnStyles = House\nVale.Terms = NO\nVale.Avoid = NO\n", "[|very|] [|big|] old");
    }

    [Fact]
    public void Rules_of_styles_look_at_any_language()
    {
        var (_, result) = Analyse("[*]\nBasedOnStyles = House\n", "---\nlang: fr\n---\n\nC'est very grand.", "drafts/a.md");

        Assert.Single(result.Findings);
        Assert.Empty(result.Notifications);
    }

    [Fact]
    public void Rules_in_folders_within_a_style_have_the_folder_in_their_names()
    {
        Write("styles/House/words/Very.yml", "extends: existence\nmessage: \"cut '%s'\"\ntokens: [old]\n");

        Check("[*]\nBasedOnStyles = House\n", "[|very|] [|big|] [|old|]");
        Check("[*]\nBasedOnStyles = House\nHouse.words.Very = NO\n", "[|very|] [|big|] old");
    }

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

    [Fact]
    public void Terms_are_written_as_the_vocabulary_has_them()
    {
        Write("tool/rules/Vale/Shout.yml", "extends: existence\nmessage: \"cut '%s'\"\nnonword: true\ntokens: ['!!']\n");
        Write("styles/config/vocabularies/Base/accept.txt", "[Oo]bservability\niPad\nfirewalld\n");

        Check("Vocab = Base\n[*]\nVale.Terms = YES\n", "Observability on an iPad, [|oBservability|] on an [|Ipad|]. [|Firewalld|] ran.");
    }

    [Theory]
    [InlineData("Foo = x\n", 2, DiagnosticSeverity.Error, "unknown key 'Foo'")]
    [InlineData("BasedOnStyles = House\n", 2, DiagnosticSeverity.Error, "it belongs below [*]")]
    [InlineData("Packages = House, https://packages.invalid/x/Extra.zip\n", 2, DiagnosticSeverity.Warning, "the package 'Extra' is not in the StylesPath: 'vale sync' brings it")]
    [InlineData("Vocab = None\n", 2, DiagnosticSeverity.Error, "there is no vocabulary 'None'")]
    [InlineData("MinAlertLevel = high\n", 2, DiagnosticSeverity.Error, "not 'high'")]
    [InlineData("[formats]\nmdx = rst\n", 3, DiagnosticSeverity.Warning, "'mdx = rst' in [formats] has no effect: there are md, markdown, txt, html, htm")]
    [InlineData("SkippedScopes = pre, code, figure, dl\n", 2, DiagnosticSeverity.Warning, "of SkippedScopes these have no effect: dl")]
    [InlineData("IgnoredClasses = notranslate\n", 2, DiagnosticSeverity.Warning, "'IgnoredClasses' has no effect")]
    [InlineData("WordTemplate = \\b\\b\n", 2, DiagnosticSeverity.Error, "a pattern with %s")]
    [InlineData("[*]\nBasedOnStyles = House\nHouse.Vary = NO\n", 4, DiagnosticSeverity.Warning, "there is no rule 'House.Vary'; did you mean")]
    [InlineData("[*]\nBasedOnStyles = House\nHoose = NO\n", 4, DiagnosticSeverity.Warning, "there is no style 'Hoose' with rules")]
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

    private (ConfiguredAnalysis Analysis, ArticleResult Result) Analyse(string ini, string text, string name = "drafts/a.txt")
    {
        Write(".vale.ini", "StylesPath = styles\n" + ini);
        var host = new AnalysisHost(new AnalysisHostOptions { ToolFolder = Full("tool"), CurrentFolder = _folder.FullName });
        var analysis = host.For(Full(name));
        var options = ArticleReadOptions.Default with { Formats = ValeFormats.Find(_folder.FullName, null) };
        var article = ArticleReader.Read(name, System.Text.Encoding.UTF8.GetBytes(text), options).Article!;
        return (analysis, analysis.Driver.Analyze(article, analysis.Rules.For(Full(name)), CancellationToken.None));
    }

    private string Full(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
