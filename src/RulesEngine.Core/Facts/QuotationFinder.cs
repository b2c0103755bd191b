using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the quotations of an article.</summary>
internal sealed class QuotationFinder(ILexicons lexicons)
{
    private readonly ILexicons _lexicons = lexicons;

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Quotation> Find(ArticleFacts facts) => _lexicons is null ? throw new InvalidOperationException() : [];
}
