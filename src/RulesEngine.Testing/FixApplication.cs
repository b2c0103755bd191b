using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Fixes;
using RulesEngine.Documents;
using RulesEngine.Documents.Editing;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>Applies fixes as <c>rulesengine fix --suggestions</c> does, and holds what comes of it to the same check.</summary>
/// <param name="Result">The draft as it was analysed.</param>
/// <param name="Content">The file.</param>
/// <param name="Options">How it was read.</param>
internal sealed record FixApplication(ArticleResult Result, ReadOnlyMemory<byte> Content, ArticleReadOptions Options)
{
    /// <summary>The text of the file afterwards.</summary>
    /// <param name="ids">Rules whose findings are fixed; empty for all.</param>
    /// <param name="analyze">Analyses the fixed draft.</param>
    /// <exception cref="VerificationException">The fixes cannot be applied, or the tool would take them back.</exception>
    public string Apply(ImmutableArray<string> ids, Func<Article, ArticleResult> analyze)
    {
        var fixable = Result with { Findings = [.. Result.Findings.Where(finding => ids.IsEmpty || ids.Contains(finding.Diagnostic.Descriptor.Id))] };
        var chosen = FixPlan.For(fixable, includeSuggestions: true).Chosen;
        var (edited, _, problem) = ArticleEditor.Apply(Result.Article, Content, new TextChange(chosen.SelectMany(planned => planned.Fix.Edits)).Edits, Options.Limits);
        if (problem is not null)
        {
            throw new VerificationException($"the fixes cannot be applied: {problem}");
        }

        var article = TestDraft.Read(Result.Article.Path, edited, Options);
        return FixCheck.FindObjection(Result, analyze(article), chosen) is { } objection
            ? throw new VerificationException($"the tool would take the fixes back: {objection}; they make\n{article.SourceText}")
            : article.SourceText;
    }
}
