using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// Decides where the sentences of one block end: at a full stop, question or exclamation mark or ellipsis, with the quotation marks and
/// brackets that close there, unless the mark belongs to an abbreviation, a list number, a bracket inside the sentence or a quotation
/// that the sentence goes on after. Long, because the questions share where the block, the mark and what closes after it stand.
/// </summary>
internal ref struct BoundaryFinder
{
    private const int LongestBracket = 80;
    private static readonly Lazy<WordList> s_starters = WordList.Load("sentence-starters");
    private static readonly Lazy<WordList> s_clockFollowers = WordList.Load("clock-followers");
    private static readonly Lazy<WordList> s_clockOpeners = WordList.Load("clock-openers");
    private static readonly Lazy<WordList> s_tags = WordList.Load("quotation-tags");
    private static readonly Lazy<WordList> s_tagFollowers = WordList.Load("quotation-tag-followers");
    private static readonly Lazy<WordList> s_markedNames = WordList.Load("marked-names");
    private readonly string _text;
    private readonly TokenList _tokens;
    private readonly int _blockFirst;
    private bool _quoteOpen;

    public BoundaryFinder(string text, TokenList tokens, int blockFirst)
    {
        _text = text;
        _tokens = tokens;
        _blockFirst = blockFirst;
    }

    /// <summary>The index after the last token of the sentence that starts at a token. Call it for one sentence after the other.</summary>
    public int FindEnd(int first)
    {
        var marker = FindListMarker(first);
        for (var i = Math.Max(first, marker); i + 1 < _tokens.Count; i++)
        {
            var c = _text[_tokens[i].Start];
            if (c == '"')
            {
                _quoteOpen = !_quoteOpen;
            }

            if (i > first && IsItemStart(i, first, marker))
            {
                return i;
            }

            if (c is '(' or '[' && i > first && SkipBracket(i) is var close && close > i)
            {
                i = close - 1;
                if (!IsTerminator(i, first) || close + 1 >= _tokens.Count || ShapeOf(close + 1) is NextShape.Lower or NextShape.Mark)
                {
                    continue;
                }
            }

            if (HasBlankLine(i))
            {
                return i + 1;
            }

            if (IsTerminator(i, first))
            {
                if (Decide(i, first, out var last) is var end && end > 0)
                {
                    return end;
                }

                i = last;
            }
        }

        return _tokens.Count;
    }

    private readonly ReadOnlySpan<char> Word(int i) => _text.AsSpan(_tokens[i].Start, _tokens[i].Length);

    private readonly bool HasGap(int i) => i + 1 >= _tokens.Count || _tokens[i].End < _tokens[i + 1].Start;

    private readonly bool HasBlankLine(int i)
    {
        var lines = 0;
        for (var at = _tokens[i].End; at < _tokens[i + 1].Start; at++)
        {
            lines += _text[at] == '\n' ? 1 : 0;
        }

        return lines > 1;
    }

    private readonly bool IsTerminator(int i, int first)
    {
        var word = Word(i);
        return word[0] is '.' or '!' or '?' or '…' or '。' or '！' or '？'
            ? i > first && (word[0] != '.' || word.Length == 1 || !char.IsDigit(word[1]))
            : word[^1] == '.' && word.Length > 1 && _tokens[i].Kind == TokenKind.Word;
    }

    // Index after the sentence where it ends at the terminator, otherwise 0.
    private int Decide(int i, int first, out int last)
    {
        last = i;
        var dots = SpacedDots(ref last);
        var next = SkipClosers(last, out var quoted, out var bracketed);
        if (next >= _tokens.Count)
        {
            return 0;
        }

        var ends = Word(i)[^1] == '.' && _tokens[i].Kind == TokenKind.Word ? EndsAfterAbbreviation(i, first, next, quoted)
            : dots > 1 || Word(i)[0] == '…' ? EndsAfterEllipsis(i, next, dots, quoted, bracketed)
            : EndsAfterMark(i, next, quoted);
        return ends ? next : 0;
    }

    // A run of full stops with or without blanks between is one mark; the number of its dots.
    private readonly int SpacedDots(ref int last)
    {
        var dots = 0;
        while (Word(last)[0] == '.')
        {
            dots += _tokens[last].Length;
            if (last + 1 >= _tokens.Count || Word(last + 1)[0] != '.' || _tokens[last + 1].Kind != TokenKind.Punctuation)
            {
                break;
            }

            last++;
        }

        return dots;
    }

    private int SkipClosers(int last, out bool quoted, out bool bracketed)
    {
        quoted = bracketed = false;
        var next = last + 1;
        while (next < _tokens.Count)
        {
            var c = _text[_tokens[next].Start];
            var glued = !HasGap(next - 1);
            var open = next + 1 < _tokens.Count && !HasGap(next) && char.IsLetterOrDigit(_text[_tokens[next + 1].Start]);
            if (glued && (c is '”' or '’' or '»' or '›' || (c is '"' or '\'' && (!open || (c == '"' && _quoteOpen)))))
            {
                quoted = true;
                _quoteOpen &= c != '"';
            }
            else if (glued && c is ')' or ']' or '}')
            {
                bracketed = true;
            }
            else if (!(_tokens[next].Kind == TokenKind.Symbol && c >= '\u2190'))
            {
                break;
            }

            next++;
        }

        return next;
    }

    private readonly bool EndsAfterMark(int i, int next, bool quoted)
    {
        var gap = HasGap(next - 1);
        var shape = ShapeOf(next);
        if (!gap)
        {
            return shape == NextShape.Upper && _tokens[next].Length > 1 && !IsShort(i - 1);
        }

        // "N°. 5"
        if (shape == NextShape.Digit && Word(i - 1) is "°")
        {
            return false;
        }

        if (!quoted && !HasGap(i - 1) && s_markedNames.Value.Contains(_text.AsSpan(_tokens[i - 1].Start, _tokens[i].End - _tokens[i - 1].Start)))
        {
            return shape == NextShape.Opener || (shape == NextShape.Upper && s_starters.Value.Contains(Word(next)));
        }

        return shape switch
        {
            NextShape.Lower => !quoted && !(Word(i)[0] is '!' or '?' && ShapeOf(i - 1) == NextShape.Upper),
            NextShape.Upper => !quoted || !IsTagged(next),
            NextShape.Mark => false,
            _ => true,
        };
    }

    // A letter alone before a full stop without a blank after it is an initial ("J.Smith").
    private readonly bool IsShort(int i) => _tokens[i].Length == 1 && char.IsLetter(_text[_tokens[i].Start]);

    private readonly bool EndsAfterEllipsis(int i, int next, int dots, bool quoted, bool bracketed)
    {
        if (bracketed || !HasGap(next - 1) || ShapeOf(next) is NextShape.Lower or NextShape.Mark)
        {
            return false;
        }

        return dots > 3 || quoted || !HasGap(i - 1) || (s_starters.Value.Contains(Word(next)) && Word(next) is not "I");
    }

    private readonly bool EndsAfterAbbreviation(int i, int first, int next, bool quoted)
    {
        var shape = ShapeOf(next);
        var kind = Abbreviations.Find(Word(i)[..^1]);
        if (kind is AbbreviationKind.Title or AbbreviationKind.Inner or AbbreviationKind.Number || shape is NextShape.Lower or NextShape.Mark or NextShape.Digit || !HasGap(next - 1))
        {
            return false;
        }

        if (shape != NextShape.Upper || quoted)
        {
            return shape != NextShape.Upper ? IsOpenedByCapital(next) : !IsTagged(next);
        }

        if (IsClock(i))
        {
            return !s_clockFollowers.Value.Contains(Word(next)) && !(i - first < 4 && s_clockOpeners.Value.Contains(Word(first)));
        }

        return s_starters.Value.Contains(Word(next)) && !IsNameWithInitial(i, next);
    }

    // "A. A. Milne", "I. A. Richards".
    private readonly bool IsNameWithInitial(int i, int next) =>
        _tokens[next].Length == 1 && next + 1 < _tokens.Count && ShapeOf(next + 1) == NextShape.Upper && _tokens[i].Length == 2;

    private readonly bool IsClock(int i) => Word(i).Equals("a.m.", StringComparison.OrdinalIgnoreCase) || Word(i).Equals("p.m.", StringComparison.OrdinalIgnoreCase);

    private readonly bool IsOpenedByCapital(int next) => next + 1 < _tokens.Count && ShapeOf(next + 1) == NextShape.Upper;

    // A speaker and a verb of saying with nothing told after them: the quotation before is part of this sentence.
    private readonly bool IsTagged(int next)
    {
        for (var i = next + 1; i < Math.Min(next + 5, _tokens.Count - 1); i++)
        {
            if (s_tags.Value.Contains(Word(i)))
            {
                return s_tagFollowers.Value.Contains(Word(i + 1));
            }

            if (ShapeOf(i) != NextShape.Upper && i > next + 1)
            {
                return false;
            }
        }

        return false;
    }

    private enum NextShape
    {
        Lower,
        Upper,
        Digit,
        Opener,
        Mark,
    }

    private readonly NextShape ShapeOf(int i)
    {
        var token = _tokens[i];
        var c = _text[token.Start];
        if (token.Kind is TokenKind.Handle or TokenKind.Hashtag or TokenKind.Url or TokenKind.Email)
        {
            return NextShape.Upper;
        }

        if (char.IsLetter(c))
        {
            return char.IsLower(c) && !(token.Length > 1 && char.IsUpper(_text[token.Start + 1])) ? NextShape.Lower : NextShape.Upper;
        }

        if (token.Kind == TokenKind.Number || char.IsDigit(c) || (token.Kind == TokenKind.Symbol && c is '$' or '£' or '€' or '¥' or '₹' or '#'))
        {
            return NextShape.Digit;
        }

        if (c is '"' or '“' or '‘' or '„' or '«' or '\'' or '(' or '[' or '¿' or '¡' or '`' or '-' or '–' or '—' or '*' or '•')
        {
            return i + 1 < _tokens.Count && IsLowerNext(i + 1) ? NextShape.Mark : NextShape.Opener;
        }

        return token.Kind == TokenKind.Word || char.IsSurrogate(c) || c == '_' ? NextShape.Upper : NextShape.Mark;
    }

    private readonly bool IsLowerNext(int i) => char.IsLower(_text[_tokens[i].Start]) && !HasGap(i - 1);

    private readonly int SkipBracket(int open)
    {
        var close = _text[_tokens[open].Start] == '(' ? ')' : ']';
        var limit = Math.Min(_tokens.Count - 1, open + LongestBracket);
        for (var i = open + 1; i < limit; i++)
        {
            if (_text[_tokens[i].Start] == close)
            {
                return i;
            }
        }

        return open;
    }

    // "1.", "2)", "3.)", "a.", also after a bullet, at the start of a sentence: index after the marker, or first where there is none.
    private readonly int FindListMarker(int first)
    {
        var i = IsBullet(first) ? first + 1 : first;
        var end = MarkerEnd(i);
        return end > i ? end : first;
    }

    private readonly int MarkerEnd(int i)
    {
        if (i + 2 >= _tokens.Count || !(_tokens[i].Kind == TokenKind.Number || (_tokens[i].Length == 1 && char.IsAsciiLetterLower(_text[_tokens[i].Start]))) || HasGap(i) || _tokens[i].Length > 3)
        {
            return i;
        }

        var end = i + 1;
        if (Word(end) is ".")
        {
            end++;
        }

        if (end < _tokens.Count && !HasGap(end - 1) && Word(end) is ")")
        {
            end++;
        }

        return end > i + 1 && end < _tokens.Count && HasGap(end - 1) ? end : i;
    }

    private readonly bool IsBullet(int i) => _text[_tokens[i].Start] is '•' or '⁃' or '‣' or '◦' or '▪' or '●' or '·' or '►';

    // The next item of a list that runs on in one block: a bullet, or the number that follows the sentence's own.
    private readonly bool IsItemStart(int i, int first, int marker)
    {
        if (!HasGap(i - 1))
        {
            return false;
        }

        if (IsBullet(i))
        {
            return true;
        }

        var own = IsBullet(first) ? first + 1 : first;
        return marker > own && MarkerEnd(i) > i && Follows(Word(own), Word(i));
    }

    private static bool Follows(ReadOnlySpan<char> own, ReadOnlySpan<char> next) =>
        int.TryParse(own, out var left) ? int.TryParse(next, out var right) && right == left + 1 : own.Length == 1 && next.Length == 1 && next[0] == own[0] + 1;
}
