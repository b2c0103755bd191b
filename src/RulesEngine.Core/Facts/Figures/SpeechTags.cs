using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>What stands in quotation marks and what stands behind a speech tag ("…," he said as 40 fans cheered). One instance an article.</summary>
internal sealed class SpeechTags(ArticleFacts facts, SourcingLexicons lexicons)
{
    private const int LongestTag = 8;

    /// <summary>
    /// True for a figure after the verb of a speech tag behind a quotation ("…," he said as 40 fans cheered): what follows the tag is
    /// told by the text, unless the speech goes on.
    /// </summary>
    public bool TellsAfterTag(int verb, TextSpan figure) => verb < facts.Tokens.Length && figure.Start > facts.Tokens[verb].Start && IsSpeechTag(verb) && !GoesOn(verb, figure.Start);

    // "…," he said, "but there are dozens"; "…," he said, adding that 40 had fled.
    private bool GoesOn(int verb, int figure)
    {
        for (var i = verb + 1; i < facts.Tokens.Length && facts.Tokens[i].Start < figure; i++)
        {
            if ((facts.Tags[i] is PennTag.VBG && lexicons.IsCue(facts.Article.AsSpan(facts.Tokens[i].Span))) || (facts.Tokens[i].Kind == TokenKind.Punctuation && facts.Article.Text[facts.Tokens[i].Start] is '"' or '“' or '\'' or '‘'))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSpeechTag(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - LongestTag); i--)
        {
            if (facts.Tokens[i].Kind == TokenKind.Punctuation && facts.Article.Text[facts.Tokens[i].End - 1] is '"' or '”' or '\'' or '’')
            {
                return facts.Tags[i] is not PennTag.POS && (facts.Article.Text[facts.Tokens[i].Start] is not '\'' || facts.Tokens[i].Span.Length > 1 || i > 0 && facts.Tokens[i - 1].Kind == TokenKind.Punctuation);
            }

            if (facts.Tokens[i].Kind == TokenKind.Punctuation && facts.Article.Text[facts.Tokens[i].Start] is not ('.' or ','))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The outermost quotation that holds a span, or null.</summary>
    public Quotation? QuotationAt(TextSpan span)
    {
        int low = 0, high = facts.Quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = facts.Quotations[middle].Span.Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        // The one that starts last before the figure, or one that it stands in.
        for (var quotation = low > 0 ? facts.Quotations[low - 1] : null; quotation is not null; quotation = quotation.Outer)
        {
            if (quotation.Outer is null)
            {
                return quotation.Span.Contains(span) ? quotation : null;
            }
        }

        return null;
    }
}
