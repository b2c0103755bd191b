using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Cuts a sentence into chunks by its Penn tags; linear, no backtracking. Long, as the kinds of chunks are one grammar: each decides where the next may
/// begin (a verb ends a noun phrase, an adverb belongs to either), and the readers of noun phrases, verb groups and marks share the window they look into.
/// </summary>
internal sealed class ChunkReader(ArticleFacts facts, ArticleCues cues, WordClasses words, QuoteMap quotes)
{
    // "(D-Ohio)" belongs to a name; a longer bracket is read as text.
    private const int LongestAside = 8;

    private readonly string _text = facts.Article.Text;
    private int _first;
    private int _end;

    /// <summary>Replaces <paramref name="into"/> by the chunks of a sentence, or of a stretch of it.</summary>
    public void Read(Sentence sentence, TokenRange range, ValueList<Chunk> into)
    {
        into.Clear();
        _first = range.First;
        _end = range.End;
        for (var i = range.First; i < _end;)
        {
            var chunk = ReadAt(i);
            into.Add(chunk);
            i = chunk.End;
        }

        VerbRepair.Apply(facts, cues, sentence, into);
    }

    private PennTag Tag(int token) => facts.Tags[token];

    private ReadOnlySpan<char> Word(int token) => _text.AsSpan(facts.Tokens[token].Start, facts.Tokens[token].Length);

    private bool Is(int token, string word) => token < _end && Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    private Chunk ReadAt(int i)
    {
        if (quotes.At(i) >= 0)
        {
            return ReadQuotation(i);
        }

        var c = _text[facts.Tokens[i].Start];
        if (facts.Tokens[i].Kind == TokenKind.Punctuation)
        {
            return ReadMark(i, c);
        }

        var tag = Tag(i);
        if (tag is PennTag.IN or PennTag.TO && Is(i, "that") || tag == PennTag.WDT && Is(i, "that"))
        {
            return One(tag == PennTag.WDT ? ChunkKind.Question : ChunkKind.That, i);
        }

        if (FindPreposition(i) is { } preposition)
        {
            return preposition;
        }

        if (IsVerbStart(i))
        {
            return ReadVerb(i);
        }

        if (ReadNoun(i) is { } noun)
        {
            return noun;
        }

        return tag switch
        {
            PennTag.WDT or PennTag.WP or PennTag.WRB or PennTag.WPS => One(words.IsSubordinator(Word(i)) ? ChunkKind.Subordinator : ChunkKind.Question, i),
            PennTag.IN or PennTag.TO => One(Is(i, "whether") ? ChunkKind.Question : words.IsSubordinator(Word(i)) ? ChunkKind.Subordinator : ChunkKind.Preposition, i),
            PennTag.CC => One(ChunkKind.Coordinator, i),
            PennTag.JJ or PennTag.JJR or PennTag.JJS => One(ChunkKind.Adjective, i),
            PennTag.RB or PennTag.RBR or PennTag.RBS or PennTag.RP => One(ChunkKind.Adverb, i),
            _ => One(ChunkKind.Other, i),
        };
    }

    // "according to" is tagged as a verb and a preposition.
    private Chunk? FindPreposition(int i) =>
        cues.Find(i, _end, CueClass.Preposition) is { } cue ? new Chunk(ChunkKind.Preposition, i, i + 1 + cue.Rest.Length, i) : null;

    private static Chunk One(ChunkKind kind, int i) => new(kind, i, i + 1, i);

    private Chunk ReadQuotation(int i)
    {
        var end = i + 1;
        while (end < _end && quotes.At(end) == quotes.At(i))
        {
            end++;
        }

        return quotes.Find(i) is { IsPhrase: true } && end - i > 2
            ? new Chunk(ChunkKind.Noun, i, end, end - 2)
            : new Chunk(ChunkKind.Quotation, i, end, i);
    }

    private Chunk ReadMark(int i, char c)
    {
        switch (c)
        {
            case ',': return One(ChunkKind.Comma, i);
            case ';': return One(ChunkKind.Semicolon, i);
            case ':': return One(ChunkKind.Colon, i);
            case '-' when IsInsideWord(i): return One(ChunkKind.Other, i);
            case '—' or '–' or '-' or '―': return One(ChunkKind.Dash, i);
            case '(' or '[':
                var close = c == '(' ? ")" : "]";
                for (var end = i + 1; end < Math.Min(_end, i + LongestAside); end++)
                {
                    if (Is(end, close))
                    {
                        return new Chunk(ChunkKind.Bracket, i, end + 1, i);
                    }
                }

                return One(ChunkKind.Other, i);
            default: return One(ChunkKind.Other, i);
        }
    }

    private bool IsInsideWord(int i) =>
        facts.Tokens[i].Length == 1 && _text[facts.Tokens[i].Start] is '-' or '–' && i > 0 && i + 1 < _end && facts.Tokens[i - 1].End == facts.Tokens[i].Start && facts.Tokens[i + 1].Start == facts.Tokens[i].End;

    private bool IsVerbStart(int i)
    {
        var tag = Tag(i);
        if (tag is PennTag.MD or PennTag.VB or PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.VBN or PennTag.VBG)
        {
            return !IsNamePart(i);
        }

        // "to do", "also said", "not to say": what stands before a verb belongs to its chunk.
        var next = i;
        while (next < _end && next < i + 4 && (Tag(next) is PennTag.RB or PennTag.RBR or PennTag.TO || Is(next, "to")) && quotes.At(next) < 0)
        {
            next++;
        }

        return next > i && next < _end && quotes.At(next) < 0 && !Is(i, "ago")
            && (Tag(next) is PennTag.VB or PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.MD || Tag(next) is PennTag.VBN or PennTag.VBG && !Is(next - 1, "to") && !IsNounAfter(next));
    }

    // "prefers Planned [participle] Parenthood": capitals in the middle of a sentence, and a noun with one behind.
    private bool IsNamePart(int i) =>
        Tag(i) is PennTag.VBN or PennTag.VBG && i > _first && i + 1 < _end && char.IsUpper(_text[facts.Tokens[i].Start]) && Tag(i + 1) is PennTag.NN or PennTag.NNP && char.IsUpper(_text[facts.Tokens[i + 1].Start]);

    private bool IsNounAfter(int verb) => verb + 1 < _end && Tag(verb + 1) is PennTag.NN or PennTag.NNS or PennTag.NNP;

    private Chunk ReadVerb(int first)
    {
        var head = first;
        var form = VerbForm.None;
        var isNegated = false;
        var sawBe = false;
        for (var i = first; i < _end && quotes.At(i) < 0; i++)
        {
            var tag = Tag(i);
            if (tag is PennTag.RB or PennTag.RBR || (i > first && IsSince(i)))
            {
                isNegated |= words.IsNegation(Word(i));
                if (head > first || IsVerbTag(Tag(head)))
                {
                    if (!LeadsToVerb(i))
                    {
                        break;
                    }
                }

                continue;
            }

            if (tag is PennTag.TO || Is(i, "to") && i == first)
            {
                form = form == VerbForm.None ? VerbForm.Infinitive : form;
                continue;
            }

            if (!IsVerbTag(tag))
            {
                break;
            }

            head = i;
            form = form != VerbForm.None ? form : tag switch
            {
                PennTag.VBG => VerbForm.Gerund,
                PennTag.VBN => VerbForm.Participle,
                _ => VerbForm.Finite,
            };
            var isAuxiliary = tag == PennTag.MD || words.IsAuxiliary(Word(i));
            if (!isAuxiliary)
            {
                break;
            }

            sawBe |= words.IsBe(Word(i));
            if (!LeadsToVerb(i + 1))
            {
                break;
            }
        }

        head = CarryOn(head);
        var isPassive = sawBe && head > first && Tag(head) is PennTag.VBN or PennTag.VBD && sawBe && head > first && !words.IsBe(Word(head));
        return new Chunk(ChunkKind.Verb, first, head + 1, head) { Form = form, IsNegated = isNegated, IsPassive = isPassive };
    }

    private static bool IsVerbTag(PennTag tag) =>
        tag is PennTag.MD or PennTag.VB or PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.VBN or PennTag.VBG;

    // "has since said": no clause begins with it.
    private bool IsSince(int i) => Tag(i) == PennTag.IN && Is(i, "since") && i + 1 < _end && Tag(i + 1) == PennTag.VBN;

    private bool LeadsToVerb(int i)
    {
        while (i < _end && quotes.At(i) < 0 && (Tag(i) is PennTag.RB or PennTag.RBR || IsSince(i)))
        {
            i++;
        }

        return i < _end && quotes.At(i) < 0 && IsVerbTag(Tag(i));
    }

    // "continues to warn", "is going to announce", "kept saying": the cue is the last verb.
    private int CarryOn(int head)
    {
        if (!cues.IsCarrier(head, _end, out var next))
        {
            return head;
        }

        var i = Is(next, "to") ? next + 1 : next;
        while (i < _end && Tag(i) is PennTag.RB)
        {
            i++;
        }

        return i < _end && quotes.At(i) < 0 && Tag(i) is PennTag.VB or PennTag.VBG && i < _end && cues.IsSpeech(i) ? i : head;
    }

    private Chunk? ReadNoun(int first)
    {
        var end = first;
        var head = -1;
        var hasDeterminer = false;
        for (; end < _end; end++)
        {
            if (quotes.At(end) >= 0)
            {
                if (IsInPhrase(end, head, out var after))
                {
                    if (Word(after - 2) is ",")
                    {
                        return Finish(first, after, after - 1);
                    }

                    end = after - 1;
                    head = after - 2;
                    continue;
                }

                break;
            }

            var tag = Tag(end);
            var starts = tag is PennTag.DT or PennTag.PDT or PennTag.PRPS;
            if (tag == PennTag.PRP || tag == PennTag.EX)
            {
                return head >= 0 || end > first ? Finish(first, end, head) : new Chunk(ChunkKind.Noun, first, end + 1, end);
            }

            if (starts && head >= 0 && Tag(end - 1) is not PennTag.PDT and not PennTag.POS and not PennTag.DT)
            {
                break;
            }

            if (!IsNominal(tag, end, first, head))
            {
                break;
            }

            if (head >= 0 && IsNewPhrase(head, end, hasDeterminer))
            {
                break;
            }

            hasDeterminer |= starts;
            head = IsHead(tag, end) ? end : head;
        }

        return Finish(first, end, head);
    }

    private Chunk? Finish(int first, int end, int head)
    {
        // What follows the last head is no part: "[the mayor] able to"; "the rich" has no other head than its adjective.
        if (head < 0)
        {
            head = end - 1;
            if (end == first || !(Tag(first) is PennTag.DT or PennTag.CD or PennTag.PDT || words.IsQuantifier(Word(head)) || (Tag(first) == PennTag.PRPS && end < _end && quotes.At(end) >= 0)))
            {
                return null;
            }
        }
        else if (Tag(end - 1) is PennTag.POS or PennTag.CD)
        {
            head = head < end - 1 && Tag(end - 1) == PennTag.POS ? head : end - 1;
        }
        else
        {
            end = head + 1;
        }

        return new Chunk(ChunkKind.Noun, first, end, head) { IsTime = words.IsTime(Word(head)) };
    }

    // "its important, oil-rich ally": the adjectives lead to a noun.
    private bool IsAdjectiveList(int i)
    {
        while (i < _end && (Tag(i) is PennTag.JJ or PennTag.HYPH || (i + 1 < _end && IsInsideWord(i + 1))))
        {
            i++;
        }

        return i < _end && Tag(i) is PennTag.NN or PennTag.NNS;
    }

    // "Cruz's thinking", but "Trump's calling her a liar".
    private bool TakesObject(int verb) =>
        verb + 1 < _end && Tag(verb + 1) is not PennTag.VBD and not PennTag.VBZ and not PennTag.VBP and not PennTag.VBN and not PennTag.MD and not PennTag.IN and not PennTag.Comma and not PennTag.Period;

    private bool IsDash(int i) => _text[facts.Tokens[i].Start] is '-' or '–' or '—' or '―' && !IsInsideWord(i);

    private bool IsHead(PennTag tag, int i) =>
        tag is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.ADD or PennTag.FW or PennTag.CD or PennTag.Dollar
        || (tag == PennTag.VBG && Tag(i - 1) == PennTag.POS)
        || facts.Tokens[i].Kind is TokenKind.Handle or TokenKind.Hashtag || words.IsQuantifier(Word(i));

    private bool IsNominal(PennTag tag, int i, int first, int head) => tag switch
    {
        PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.CD or PennTag.DT or PennTag.PDT or PennTag.PRPS or PennTag.JJ
            or PennTag.JJR or PennTag.JJS or PennTag.POS or PennTag.ADD or PennTag.FW or PennTag.Dollar or PennTag.AFX => true,
        PennTag.HYPH or PennTag.SYM => !IsDash(i),
        PennTag.RP or PennTag.RB or PennTag.RBR when i > first && Tag(i - 1) == PennTag.HYPH => true,
        PennTag.VBG when i > first && Tag(i - 1) == PennTag.POS && !TakesObject(i) => true,
        PennTag.VBG or PennTag.VBN when IsNamePart(i) => true,
        PennTag.VBG or PennTag.VBN => i > first && i + 1 < _end && Tag(i + 1) is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.JJ or PennTag.HYPH && head < i - 1,
        PennTag.RB or PennTag.RBR or PennTag.RBS => i + 1 < _end && (Tag(i + 1) is PennTag.CD or PennTag.HYPH || (Tag(i + 1) is PennTag.DT && words.IsQuantifier(Word(i + 1))) || i > first && Tag(i + 1) is PennTag.JJ or PennTag.VBN or PennTag.VBG),
        PennTag.IN when IsQuantityAt(i) => true,
        PennTag.IN or PennTag.TO when i > first && (IsInsideWord(i - 1) || (i + 1 < _end && IsInsideWord(i + 1))) => true,
        PennTag.IN => (i == first || head < 0) && i + 1 < _end && Tag(i + 1) == PennTag.CD && words.IsApproximator(Word(i)),
        PennTag.Comma when _text[facts.Tokens[i].Start] == ',' => head < 0 && i > first && Tag(i - 1) == PennTag.JJ && i + 1 < _end && (Tag(i + 1) == PennTag.JJ || (i + 2 < _end && IsInsideWord(i + 2))) && IsAdjectiveList(i + 1),
        PennTag.CC when Is(i, "&") => i > first,
        PennTag.CC when Is(i, "both") || Is(i, "either") => i == first && i + 1 < _end && Tag(i + 1) is PennTag.DT or PennTag.NNS or PennTag.JJ,
        _ when Is(i, "/") => i > first && i + 1 < _end && Tag(i + 1) is PennTag.NNP or PennTag.NN && i > first,
        _ => facts.Tokens[i].Kind is TokenKind.Handle or TokenKind.Hashtag,
    };

    // "at least 20", "more than 300".
    private bool IsQuantityAt(int i) =>
        i + 2 < _end && ((Tag(i + 1) is PennTag.JJS or PennTag.RBS && Tag(i + 2) == PennTag.CD) || (i > 0 && Tag(i - 1) is PennTag.JJR or PennTag.RBR && Tag(i + 1) == PennTag.CD && Is(i, "than")));

    // "told reporters | Trump", "said Tuesday | the", "last week | Mr": where two phrases meet without a mark.
    private bool IsNewPhrase(int head, int at, bool hasDeterminer)
    {
        if (words.IsTime(Word(at)) || (at + 1 < _end && Tag(at) == PennTag.JJ && words.IsTime(Word(at + 1)) && Tag(at + 1) == PennTag.NN))
        {
            // "the offer Tuesday", "a judge last month", but "election day", "the Monday night debate".
            return !words.IsTime(Word(head)) && head == at - 1 && (Tag(head) is PennTag.NNP or PennTag.NNS || (Tag(head) == PennTag.NN && Tag(at) is PennTag.NNP or PennTag.JJ));
        }

        if (Tag(at) == PennTag.JJR && head == at - 1 && Is(at + 1, "than"))
        {
            return true;
        }

        if (head != at - 1 || Tag(at) is not PennTag.NNP and not PennTag.NNPS and not PennTag.JJ)
        {
            return false;
        }

        return Tag(at) == PennTag.JJ ? Tag(head) is PennTag.NNS && !hasDeterminer : Tag(head) == PennTag.NNS || (words.IsTime(Word(head)) && !(hasDeterminer && Tag(head) == PennTag.NNP));
    }

    // Robert "Bobby" Roe; ABC's "Early Hour"; the "missing middle" theory.
    private bool IsInPhrase(int open, int head, out int after)
    {
        after = open;
        while (after < _end && quotes.At(after) == quotes.At(open))
        {
            after++;
        }

        return after - open > 2
            && (quotes.Find(open) is { IsPhrase: true } || IsScareQuoteAt(open, head, after) || IsNounAt(open, after) || (head == open - 1 && after - open <= 5 && after < _end && Tag(head) == PennTag.NNP && Tag(after) == PennTag.NNP));
    }

    // a "super PAC"; television's "Scandal," with the comma inside: a few words right behind an article or an owner, and no verb among them.
    private bool IsNounAt(int open, int after)
    {
        if (open == 0 || after - open > 6 || Tag(open - 1) is not PennTag.DT and not PennTag.POS and not PennTag.PRPS)
        {
            return false;
        }

        for (var i = open + 1; i < after - 1; i++)
        {
            if (IsVerbTag(Tag(i)) || Tag(i) is PennTag.PRP or PennTag.IN or PennTag.Period)
            {
                return false;
            }
        }

        return Tag(after - 2) is PennTag.NN or PennTag.NNP or PennTag.NNS or PennTag.NNPS || (Word(after - 2) is "," && Tag(after - 3) is PennTag.NN or PennTag.NNP or PennTag.NNS or PennTag.NNPS);
    }

    // a "dissent channel" memo: marks within a noun phrase, around words without a mark of their own.
    private bool IsScareQuoteAt(int open, int head, int after) =>
        head < open - 1 && open > 0 && after - open <= 6 && after < _end && Tag(open - 1) is PennTag.DT or PennTag.JJ or PennTag.PRPS or PennTag.POS
        && quotes.At(after) < 0 && Tag(after) is PennTag.NN or PennTag.NNS or PennTag.JJ && facts.Tokens[after - 2].Kind != TokenKind.Punctuation;
}
