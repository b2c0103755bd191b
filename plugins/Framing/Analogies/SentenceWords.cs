using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>The tokens of one sentence, as the patterns look at them. Indexes are those of <see cref="ArticleFacts.Tokens"/>.</summary>
internal sealed class SentenceWords(ArticleFacts facts, Sentence sentence)
{
    private readonly ImmutableArray<Token> _tokens = facts.Tokens;
    private readonly ImmutableArray<PennTag> _tags = facts.Tags;
    private readonly string _text = facts.Article.Text;
    private bool? _isTitle;

    public ArticleFacts Facts { get; } = facts;

    public Sentence Sentence { get; } = sentence;

    public int First => Sentence.FirstToken;

    public int End => Sentence.EndToken;

    /// <summary>True where capitals say nothing: in a headline that is written in them.</summary>
    public bool IsTitle => _isTitle ??= Sentence.Block.Kind is BlockKind.Headline or BlockKind.Heading or BlockKind.Dek && !IsSentenceCase();

    public bool Contains(int index) => index >= First && index < End;

    public ReadOnlySpan<char> this[int index] => Contains(index) ? _text.AsSpan(_tokens[index].Start, _tokens[index].Length) : default;

    public bool Is(int index, string word) => this[index].Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is one of the words, as <see cref="Words.Contains"/> takes them.</summary>
    public bool IsAny(int index, string words) => Words.Contains(words, this[index]);

    public bool IsAny(int index, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(index, word))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsCapitalised(int index) => this[index] is [var first, ..] && char.IsUpper(first);

    public bool IsWord(int index) => Contains(index) && _tokens[index].Kind == TokenKind.Word;

    public bool IsPunctuation(int index) => Contains(index) && _tokens[index].Kind == TokenKind.Punctuation;

    public bool IsHyphen(int index) => this[index] is ['-' or '‐' or '‑'];

    public bool IsQuoteMark(int index) => this[index] is ['"' or '“' or '”' or '\'' or '‘' or '’'] or "''" or "``";

    /// <summary>"'s" or "'" after a name.</summary>
    public bool IsPossessive(int index) => this[index] is "'s" or "’s" or "'" or "’";

    /// <summary>A mark that ends a phrase. Hyphens, quotation marks and possessives do not.</summary>
    public bool IsBarrier(int index) => IsPunctuation(index) && !IsHyphen(index) && !IsQuoteMark(index) && !IsPossessive(index);

    /// <summary>True where a mark that ends a phrase stands between two tokens.</summary>
    public bool HasBarrier(int from, int to, bool commas = true)
    {
        for (var i = from; i < to; i++)
        {
            if (IsBarrier(i) && (commas || !Is(i, ",")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of the first token at or after <paramref name="from"/> that ends a clause.</summary>
    public int ClauseEnd(int from)
    {
        var i = from;
        while (i < End && (!IsBarrier(i) || (Is(i, ",") && IsAny(i + 1, "the a an where which who when"))))
        {
            i++;
        }

        return i;
    }

    /// <summary>True where a noun follows, so that the words before it only describe that noun.</summary>
    public bool IsNoun(int index) =>
        IsWord(index) && !IsCapitalised(index) && _tags[index] is PennTag.NN or PennTag.NNS;

    public bool IsPluralNoun(int index) => IsWord(index) && _tags[index] is PennTag.NNS or PennTag.NNPS;

    public bool IsGerund(int index) => IsWord(index) && _tags[index] == PennTag.VBG;

    public bool IsVerb(int index) => IsWord(index) && _tags[index] is >= PennTag.VB and <= PennTag.VBZ or PennTag.MD;

    public bool IsPreposition(int index) => IsWord(index) && _tags[index] is PennTag.IN or PennTag.TO;

    public bool IsDeterminer(int index) =>
        IsAny(index, "a an the this that these those no every each any his her its their our");

    public bool IsCopula(int index) =>
        IsAny(index, "is was are were be been being 's ’s 're ’re ai become became becomes becoming");

    public bool IsMonth(int index) =>
        IsCapitalised(index) && IsAny(index, "january february march april may june july august september october november december");

    public bool IsWeekday(int index) =>
        IsCapitalised(index) && IsAny(index, "monday tuesday wednesday thursday friday saturday sunday");

    /// <summary>True where a given name precedes, as in "Robert Wingate".</summary>
    public bool IsNameOfPerson(int first, int end) =>
        !IsTitle && first > First + 1 && end == first + 1 && IsCapitalised(first - 1) && _tags[first - 1] == PennTag.NNP && _tags[first] == PennTag.NNP;

    /// <summary>True for "Russian", "Turkish", "Democrat": one more of them is no history.</summary>
    public bool IsDemonym(int index) =>
        IsWord(index) && (_tags[index] is PennTag.JJ or PennTag.NNPS
            || this[index].EndsWith("ian", StringComparison.Ordinal)
            || this[index].EndsWith("can", StringComparison.Ordinal)
            || this[index].EndsWith("ese", StringComparison.Ordinal)
            || this[index].EndsWith("ish", StringComparison.Ordinal));

    /// <summary>Index just after the nouns that begin at <paramref name="index"/>, three at most.</summary>
    public int NounsEnd(int index)
    {
        var end = index;
        while (end < index + 3 && IsNoun(end))
        {
            end++;
        }

        return end;
    }

    /// <summary>The four digits of a year, or 0.</summary>
    public int YearAt(int index)
    {
        var word = this[index];
        return word.Length == 4 && word[0] is '1' or '2' && int.TryParse(word, System.Globalization.NumberStyles.None, null, out var year) && year < 2100 ? year : 0;
    }

    /// <summary>True for a year that the article looks back on; without a date of the article, for one that is old by any account.</summary>
    public bool IsPastYear(int index) =>
        YearAt(index) is > 1000 and var year && year <= (Facts.Article.Date?.Year - 5 ?? 2010);

    /// <summary>True where a year is named that is not that of the article: news does not name its own.</summary>
    public bool HasEarlierYear()
    {
        for (var i = First; i < End; i++)
        {
            if (YearAt(i) is > 1000 and var year && !(year >= Facts.Article.Date?.Year))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index just after the capitalised words that begin at <paramref name="index"/>, four at most.</summary>
    public int NameEnd(int index)
    {
        var end = index;
        while (end < index + 4 && IsWord(end) && IsCapitalised(end))
        {
            end++;
        }

        return end;
    }

    /// <summary>Index of the name that stands before a year ("Santiago 1973"), or of the year where there is none.</summary>
    public int PlaceOf(int year) =>
        year - 1 > First && IsWord(year - 1) && IsCapitalised(year - 1) && !IsMonth(year - 1) ? year - 1 : year;

    public TextSpan Span(int from, int to) => new(_tokens[from].Start, _tokens[to - 1].End);

    // "Depositors fear a second Meridien", where most words of some length are in lower case.
    private bool IsSentenceCase()
    {
        var lower = 0;
        for (var i = First + 1; i < End; i++)
        {
            if (IsWord(i) && _tokens[i].Length > 3)
            {
                lower += IsCapitalised(i) ? -1 : 1;
            }
        }

        return lower > 0;
    }
}
