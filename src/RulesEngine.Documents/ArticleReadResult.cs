using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Documents;

/// <summary>An article, or the problems that prevented one; warnings may come with an article.</summary>
/// <param name="Article">Null where a problem of severity error is in the list.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record ArticleReadResult(Article? Article, ImmutableArray<DocumentProblem> Problems)
{
    internal static ArticleReadResult Failed(DocumentProblem problem) => new(null, [problem]);
}
