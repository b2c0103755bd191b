using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Tells a title, a term or a scare quote from an utterance: a few words without an end mark, in title case, behind a word that
/// names ("so-called", "titled", "the word"), or with no cue of speech near them.
/// </summary>
internal sealed class QuotedPhrases(ILexicons lexicons, CueLexicon cues)
{
    private const int LongestTitle = 10;
    private const int LongestTerm = 3;
    private const int Reach = 8;

    // "Mr. Roe then said".
    private const int LongestSpeaker = 5;

    private readonly PhraseMatcher _naming = PhraseMatcher.Create(lexicons["naming-words"]);

    /// <summary>True for what is not an utterance.</summary>
    public bool IsPhrase(ArticleFacts facts, QuotationDraft draft)
    {
        var text = facts.Article.Text;
        var content = draft.Content[0];
        var first = facts.FindToken(content.Start);
        var end = facts.FindToken(content.End);
        var words = CountWords(facts, first, end, out var capitals);
        if (words == 0 || words > LongestTitle || EndsSentence(text, draft) || (EndsInMark(text, content) && IsSpoken(facts, draft)))
        {
            return words == 0;
        }

        if (IsNamed(facts, draft.Span.Start) || (words > 1 && capitals == words))
        {
            return true;
        }

        return words <= LongestTerm && !IsNearCue(facts, facts.FindToken(draft.Span.Start), facts.FindToken(draft.Span.End));
    }

    // Lower-case function words do not count against a title.
    private static int CountWords(ArticleFacts facts, int first, int end, out int capitals)
    {
        var text = facts.Article.Text;
        var words = 0;
        capitals = 0;
        for (var i = first; i < end; i++)
        {
            var token = facts.Tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Handle or TokenKind.Hashtag))
            {
                continue;
            }

            words++;
            if (!char.IsLower(text[token.Start]) || (token.Length <= 3 && words > 1))
            {
                capitals++;
            }
        }

        return words;
    }

    private static bool EndsSentence(string text, QuotationDraft draft)
    {
        var content = draft.Content[0];
        var last = text[content.End - 1];
        return last is '.' or '?' or '!' or '…' or ',' && char.IsUpper(text[content.Start]) && content.Length > 24;
    }

    private static bool EndsInMark(string text, TextSpan content) => text[content.End - 1] is '.' or '?' or '!' or '…' or ',';

    // "Stop!" she wrote; "Thank you," said Roe; the mayor tweeted, "Thank you!": the one who says it stands right beside it.
    private bool IsSpoken(ArticleFacts facts, QuotationDraft draft)
    {
        var end = facts.FindToken(draft.Span.End);
        for (var i = end; i < Math.Min(facts.Tokens.Length, end + LongestSpeaker) && facts.Tokens[i].Kind == TokenKind.Word; i++)
        {
            if (cues.SaysClause(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return true;
            }
        }

        var before = facts.FindToken(draft.Span.Start) - 1;
        return before > 0 && facts.Article.Text[facts.Tokens[before].Start] is ',' or ':' && cues.SaysClause(facts.Article.AsSpan(facts.Tokens[before - 1].Span));
    }

    private bool IsNamed(ArticleFacts facts, int start)
    {
        var at = facts.FindToken(start);
        for (var back = 1; back <= 3 && at - back >= 0; back++)
        {
            if (_naming.MatchAt(facts, at - back, at) is { } match && match.TokenCount == back)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNearCue(ArticleFacts facts, int first, int end)
    {
        for (var i = Math.Max(0, first - Reach); i < Math.Min(facts.Tokens.Length, end + Reach); i++)
        {
            if ((i < first || i >= end) && cues.IsSpeech(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return true;
            }
        }

        return false;
    }
}
