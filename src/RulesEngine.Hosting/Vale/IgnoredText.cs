using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>Patterns of <c>TokenIgnores</c> and <c>BlockIgnores</c>: what they match in the file is nobody's prose.</summary>
/// <param name="Folder">Full path of the folder that the patterns of paths are relative to.</param>
/// <param name="Paths">The articles that it holds for; empty for all.</param>
/// <param name="Patterns">Looked for in the file as it is, marks included.</param>
internal sealed record IgnoredText(string Folder, ImmutableArray<Glob> Paths, ImmutableArray<Regex> Patterns)
{
    /// <summary>The article text that is ignored, in no order.</summary>
    /// <param name="ignored">The patterns of a run.</param>
    /// <param name="article">The article.</param>
    /// <param name="fullPath">Full path of the article.</param>
    /// <exception cref="RegexMatchTimeoutException">A pattern took too long.</exception>
    public static ImmutableArray<TextSpan> Find(ImmutableArray<IgnoredText> ignored, Article article, string fullPath)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var entry in ignored.Where(entry => new RuleLayer(entry.Folder, entry.Paths, ImmutableDictionary<string, RuleConfiguration>.Empty).AppliesTo(fullPath)))
        {
            foreach (var pattern in entry.Patterns)
            {
                foreach (var match in pattern.EnumerateMatches(article.SourceText))
                {
                    spans.Add(SourceText.ToArticleText(article, new TextSpan(match.Index, match.Index + match.Length)));
                }
            }
        }

        return spans.ToImmutable();
    }
}
