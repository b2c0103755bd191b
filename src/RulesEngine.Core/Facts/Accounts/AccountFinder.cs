using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Finds who posts and what is posted: handles, display names with handles, "a user on X", "a Telegram channel", "posted on
/// Reddit". One pass over the words of an article; sentences without a platform, an account word or a handle cost a look-up a word.
/// </summary>
internal sealed class AccountFinder(ILexicons lexicons)
{
    private readonly AccountWords _words = new(lexicons);

    /// <summary>In the order of the text, without overlaps.</summary>
    public ImmutableArray<Account> Find(ArticleFacts facts)
    {
        var accounts = ImmutableArray.CreateBuilder<Account>();
        var hasHandles = facts.Article.Text.AsSpan().IndexOfAny('@', '＠') >= 0;
        var words = new List<AccountWord>();
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText)
            {
                continue;
            }

            words.Clear();
            if (Collect(facts, sentence, hasHandles, words))
            {
                new AccountPhrases(facts, sentence, _words).AddTo(accounts, words);
            }
        }

        return accounts.DrainToImmutable();
    }

    // False where nothing in the sentence can be an account.
    private bool Collect(ArticleFacts facts, Sentence sentence, bool hasHandles, List<AccountWord> words)
    {
        var handle = hasHandles ? NextHandle(facts, sentence, sentence.Span.Start) : null;
        var found = handle is not null;
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            if (handle is { } span && facts.Tokens[i].End > span.Start)
            {
                var end = Math.Max(i + 1, facts.FindToken(span.End - 1) + 1);
                words.Add(new AccountWord(AccountWordKind.Handle, i, Math.Min(end, sentence.EndToken), null));
                handle = NextHandle(facts, sentence, span.End);
                i = end;
            }
            else if (!IsTag(facts, i) && _words.WordAt(facts, i, sentence.EndToken) is { } word)
            {
                words.Add(word);
                found |= word.IsPlatform || (word.IsNoun && (word.Entry!["alone"] == "yes" || word.IsPlace));
                i = word.End;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    // The name of a tag that a conversion left in the text: "<tweet id=…>".
    private static bool IsTag(ArticleFacts facts, int token) =>
        facts.Tokens[token].Start is > 0 and var start && facts.Article.Text[start - 1] is '<' or '/';

    private static TextSpan? NextHandle(ArticleFacts facts, Sentence sentence, int from)
    {
        while (HandleScanner.FindNext(facts.Article.Text, from, sentence.Span.End) is { } span)
        {
            if (!IsCode(facts.Article, span))
            {
                return span;
            }

            from = span.End;
        }

        return null;
    }

    private static bool IsCode(Article article, TextSpan span)
    {
        foreach (var inline in article.Inlines)
        {
            if (inline.Kind == InlineKind.Code && inline.Span.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }
}
