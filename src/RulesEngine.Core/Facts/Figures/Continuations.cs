using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>How the opening of a sentence shows that it goes on with the one before it.</summary>
internal static class Continuations
{
    // Article, two adjectives, noun.
    private const int LongestSubject = 4;

    // Tokens of what somebody says in which a noun is looked for: every figure of the next sentence asks.
    private const int Reach = 100;

    /// <summary>True for "The strongest had …", "The rest were …": the subject is a part of what the sentence before tells of.</summary>
    public static bool SelectsPart(ArticleFacts facts, Sentence sentence)
    {
        if (sentence.TokenCount < 3 || !IsDefinite(facts, sentence.FirstToken))
        {
            return false;
        }

        var second = sentence.FirstToken + 1;
        return facts.Tags[second] == PennTag.JJS || (facts.Tags[second] == PennTag.RBS && facts.Tags[second + 1] is PennTag.JJ or PennTag.VBN)
            || facts.Article.AsSpan(facts.Tokens[second].Span) is "rest" or "others" or "other" or "remainder" or "remaining" or "average" or "median";
    }

    /// <summary>True for "Meanwhile, …": the sentence turns to somebody else.</summary>
    public static bool TurnsAway(ArticleFacts facts, Sentence sentence) =>
        sentence.TokenCount > 0 && facts.Article.AsSpan(facts.Tokens[sentence.FirstToken].Span) is "Meanwhile" or "Elsewhere" or "Separately";

    /// <summary>
    /// True for a subject with "the" whose noun stands in what somebody says: "The island's yield was the best in years, growers
    /// said. The yield was about 35 tonnes".
    /// </summary>
    public static bool Repeats(ArticleFacts facts, Sentence sentence, Attribution attribution)
    {
        if (SelectsPart(facts, sentence))
        {
            return true;
        }

        if (!IsDefinite(facts, sentence.FirstToken))
        {
            return false;
        }

        for (var i = sentence.FirstToken + 1; i < Math.Min(sentence.FirstToken + LongestSubject, sentence.EndToken - 1); i++)
        {
            if (facts.Tags[i] is PennTag.NN or PennTag.NNS && facts.Tags[i + 1] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD)
            {
                return Says(facts, attribution, facts.Article.AsSpan(facts.Tokens[i].Span));
            }
        }

        return false;
    }

    private static bool IsDefinite(ArticleFacts facts, int token) => facts.Article.AsSpan(facts.Tokens[token].Span) is "The" or "Its" or "Their";

    private static bool Says(ArticleFacts facts, Attribution attribution, ReadOnlySpan<char> noun)
    {
        var left = Reach;
        for (var c = 0; c < attribution.Content.Length; c++)
        {
            var content = attribution.Content[c];
            for (var i = facts.FindToken(content.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < content.End && left > 0; i++, left--)
            {
                if (facts.Article.AsSpan(facts.Tokens[i].Span).Equals(noun, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
