using System.Buffers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Widens an account phrase to all of its name: the holder, the article before it, the display name.</summary>
internal sealed class AccountNames(ArticleFacts facts, Sentence sentence, AccountWords words)
{
    private static readonly SearchValues<char> SignsOfHandle = SearchValues.Create("_0123456789");

    private const int ReachToDeterminer = 4;

    /// <summary>The phrase with its name, its article and its owner.</summary>
    public Phrase Widen(Phrase phrase)
    {
        var named = phrase.Handle is null ? WithName(phrase) : WithDisplayName(phrase);
        return named.Start is null ? WithDeterminer(WithHolder(named)) : named;
    }

    // "user @name", "the anonymous account @name".
    private Phrase WithHolder(Phrase phrase) =>
        phrase.Noun is null && phrase.First > sentence.FirstToken && words.WordAt(facts, phrase.First - 1, phrase.First) is { IsNoun: true } noun && noun.Entry!["class"] != "post"
            ? phrase with { First = noun.First, Noun = noun.Entry }
            : phrase;

    // "Reddit user fryd_ posted", "a man who calls himself \"Wofa Kay\"", "the channel, Pasokh-e Shab,".
    private Phrase WithName(Phrase phrase)
    {
        if (phrase.Noun is null || phrase.Noun["class"] == "post" || phrase.Noun["number"] == "many")
        {
            return phrase;
        }

        var at = phrase.End;
        if (at < sentence.EndToken && Smallwords.IsNamingStart(Word(at)))
        {
            at++;
            while (at < sentence.EndToken && at - phrase.End < 4 && Smallwords.IsNaming(Word(at)))
            {
                at++;
            }
        }

        var first = at;
        if (at < sentence.EndToken && IsHandleLike(at, named: at > phrase.End))
        {
            at++;
        }
        else
        {
            while (at < sentence.EndToken && at - first < 4 && IsName(at))
            {
                at++;
            }
        }

        return at == first ? phrase : phrase with { End = at, Handle = at - first == 1 && IsHandleLike(first, true) ? Word(first).ToString() : null };
    }

    private bool IsName(int token) =>
        facts.Tokens[token].Kind is TokenKind.Word && char.IsUpper(facts.Article.Text[facts.Tokens[token].Start]) && !Smallwords.Has(Word(token));

    // A lower-case word is a name where it is introduced as one, has a sign that words do not have, or stands before a verb.
    private bool IsHandleLike(int token, bool named)
    {
        var word = Word(token);
        if (facts.Tokens[token].Kind is not (TokenKind.Word or TokenKind.Number) || Smallwords.Has(word) || char.IsUpper(word[0]))
        {
            return false;
        }

        return named
            || word.ContainsAny(SignsOfHandle)
            || (word.Length > 3
                && facts.Tags[token] is not (PennTag.RB or PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBN or PennTag.MD or PennTag.IN or PennTag.JJ)
                && words.VerbAt(facts, token, sentence.EndToken) is null
                && token + 1 < sentence.EndToken
                && words.VerbAt(facts, token + 1, sentence.EndToken) is not null
                && !word.EndsWith("ly", StringComparison.OrdinalIgnoreCase)
                && !word.EndsWith("ed", StringComparison.OrdinalIgnoreCase));
    }

    // "Ajay Sengar (@name)"; under an embedded post "— Ajay Sengar (@name) January 3, 2015".
    private Phrase WithDisplayName(Phrase phrase)
    {
        var text = facts.Article.Text;
        var at = phrase.First - 1;
        if (at <= sentence.FirstToken || !Smallwords.Equal(Word(at), "("))
        {
            return phrase;
        }

        var first = at;
        var isCredit = false;
        for (var i = at - 1; i >= sentence.FirstToken && at - i <= 8; i--)
        {
            var c = text[facts.Tokens[i].Start];
            if (c is '—' or '–' or '―' or '-')
            {
                isCredit = true;
                first = i + 1;
                break;
            }
        }

        if (!isCredit)
        {
            for (var i = at - 1; i >= sentence.FirstToken && at - i <= 4 && IsName(i); i--)
            {
                first = i;
            }
        }

        if (first == at)
        {
            return phrase;
        }

        var end = phrase.End < sentence.EndToken && Smallwords.Equal(Word(phrase.End), ")") ? phrase.End + 1 : phrase.End;
        return phrase with { First = first, End = end, Start = facts.Tokens[first].Start, HandleEnd = null, IsCredit = isCredit };
    }

    private Phrase WithDeterminer(Phrase phrase)
    {
        if (phrase.Noun is null)
        {
            return phrase;
        }

        for (var i = phrase.First - 1; i >= sentence.FirstToken && phrase.First - i <= ReachToDeterminer; i--)
        {
            var word = Word(i);
            if (Smallwords.IsDeterminer(word))
            {
                return phrase with { First = i };
            }

            if (Smallwords.Equal(word, "'s") || Smallwords.Equal(word, "’s"))
            {
                return phrase with { First = FirstOfName(i) };
            }

            if (facts.Tokens[i].Kind != TokenKind.Word && word is not "-" || Smallwords.Has(word))
            {
                break;
            }
        }

        return phrase;
    }

    private int FirstOfName(int possessive)
    {
        var first = possessive;
        for (var i = possessive - 1; i >= sentence.FirstToken && possessive - i <= 3 && IsName(i); i--)
        {
            first = i;
        }

        // "the ministry's".
        if (first == possessive && possessive > sentence.FirstToken)
        {
            first--;
            return first > sentence.FirstToken && Smallwords.IsDeterminer(Word(first - 1)) ? first - 1 : first;
        }

        return first;
    }

    private ReadOnlySpan<char> Word(int token) => facts.Article.AsSpan(facts.Tokens[token].Span);
}
