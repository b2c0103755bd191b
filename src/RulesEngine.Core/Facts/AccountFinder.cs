using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the accounts of an article.</summary>
internal sealed class AccountFinder(ILexicons lexicons)
{
    private readonly ILexicons _lexicons = lexicons;

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Account> Find(ArticleFacts facts) => _lexicons is null ? throw new InvalidOperationException() : [];
}
