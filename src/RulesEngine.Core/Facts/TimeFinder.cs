using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the time expressions of an article.</summary>
internal sealed class TimeFinder(ILexicons lexicons)
{
    private readonly ILexicons _lexicons = lexicons;

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<TimeExpression> Find(ArticleFacts facts) => _lexicons is null ? throw new InvalidOperationException() : [];
}
