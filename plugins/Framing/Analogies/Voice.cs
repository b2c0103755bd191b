using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Tells whether the article or somebody in it draws an analogy.</summary>
internal static class Voice
{
    /// <summary>True in quoted words, in what is attributed to somebody, and where the words say that somebody compares.</summary>
    public static bool IsAttributed(ArticleFacts facts, TextSpan span, Analogy analogy)
    {
        if (analogy.IsDrawnBySomebody)
        {
            return true;
        }

        foreach (var quotation in facts.Quotations)
        {
            if (quotation.Span.Overlaps(span))
            {
                return true;
            }
        }

        foreach (var attribution in facts.Attributions)
        {
            for (var i = 0; i < attribution.Content.Length; i++)
            {
                var content = attribution.Content[i];
                if (content.Overlaps(span))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
