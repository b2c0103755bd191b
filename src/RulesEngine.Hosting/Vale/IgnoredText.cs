using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>Patterns of <c>TokenIgnores</c> and <c>BlockIgnores</c>: what they match in the file is nobody's prose.</summary>
/// <param name="Layer">The articles that it holds for.</param>
/// <param name="Patterns">Looked for in the file as it is, marks included.</param>
internal sealed record IgnoredText(RuleLayer Layer, ImmutableArray<Regex> Patterns)
{
    /// <summary>All articles.</summary>
    public static RuleLayer Everywhere { get; } = new("", [], ImmutableDictionary<string, RuleConfiguration>.Empty);

    /// <summary>Kinds of text that are ignored besides.</summary>
    public ImmutableArray<IgnoredScope> Scopes { get; init; } = [];

    /// <summary>The article text that is ignored, in no order.</summary>
    /// <param name="ignored">The patterns of a run.</param>
    /// <param name="article">The article.</param>
    /// <param name="fullPath">Full path of the article.</param>
    /// <exception cref="RegexMatchTimeoutException">A pattern took too long.</exception>
    public static ImmutableArray<TextSpan> Find(ImmutableArray<IgnoredText> ignored, Article article, string fullPath)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var entry in ignored.Where(entry => entry.Layer.AppliesTo(fullPath)))
        {
            foreach (var pattern in entry.Patterns)
            {
                foreach (var match in pattern.EnumerateMatches(article.SourceText))
                {
                    spans.Add(SourceText.ToArticleText(article, new TextSpan(match.Index, match.Index + match.Length)));
                }
            }

            foreach (var scope in entry.Scopes)
            {
                scope.AddTo(spans, article);
            }
        }

        return spans.ToImmutable();
    }
}
