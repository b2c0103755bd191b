using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Which outermost utterance in quotation marks holds each token.</summary>
internal sealed class QuoteMap
{
    // Index and one, so that tokens outside quotations need no filling.
    private readonly int[] _quotationOf;
    private readonly ArticleFacts _facts;

    public QuoteMap(ArticleFacts facts)
    {
        _facts = facts;
        _quotationOf = new int[facts.Tokens.Length];
        for (var i = 0; i < facts.Quotations.Length; i++)
        {
            var quotation = facts.Quotations[i];
            if (quotation.Outer is null && IsMarked(quotation))
            {
                Fill(quotation.Span, i);
            }
        }
    }

    /// <summary>Index of the quotation that holds a token, or -1.</summary>
    public int At(int token) => _quotationOf[token] - 1;

    /// <summary>The quotation that holds a token, or null.</summary>
    public Quotation? Find(int token) => _quotationOf[token] is var number and > 0 ? _facts.Quotations[number - 1] : null;

    // A block quote has sentences of its own; an unbalanced quotation may reach too far, so that its words are read as text.
    private static bool IsMarked(Quotation quotation) =>
        quotation.Span.Start != quotation.Content[0].Start && (quotation.IsBalanced || quotation.Content.Length > 1);

    private void Fill(TextSpan span, int index)
    {
        for (var token = _facts.FindToken(span.Start); token < _quotationOf.Length && _facts.Tokens[token].Start < span.End; token++)
        {
            _quotationOf[token] = index + 1;
        }
    }
}
