using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Reads the quotation marks of a block and tells them from apostrophes, primes, inch marks and bullets.</summary>
internal static class QuotationMarkReader
{
    /// <summary>Appends the marks of a block, in the order of the text; those that cannot be quotation marks are left out.</summary>
    public static void Read(string text, TextSpan block, List<QuotationMark> into)
    {
        for (var at = block.Start; at < block.End;)
        {
            if (!IsMark(text[at]))
            {
                at++;
                continue;
            }

            var mark = ReadAt(text, block, at);
            if (mark.Use != MarkUse.Nothing)
            {
                into.Add(mark);
            }

            at = mark.End;
        }
    }

    private static bool IsMark(char c) => c is '"' or '\'' or '`' or '«' or '»' or (>= '‘' and <= '‟' and not '‛') or '′' or '″' or '‹' or '›' or '＂';

    private static QuotationMark ReadAt(string text, TextSpan block, int at)
    {
        var c = text[at];
        var isPair = c is '\'' or '`' or '’' or '‘' && at + 1 < block.End && text[at + 1] == c;
        var length = isPair ? 2 : 1;
        var before = at > block.Start ? text[at - 1] : ' ';
        var after = at + length < block.End ? text[at + length] : ' ';
        if (isPair)
        {
            return new(at, 2, MarkFamily.Double, c is '`' or '‘' ? MarkUse.Opens : Sides(before, after), '"');
        }

        return c switch
        {
            '“' or '„' or '‟' => new(at, 1, MarkFamily.Double, c == '“' ? MarkUse.Opens | Closing(before, after) : MarkUse.Opens, c),
            '”' => new(at, 1, MarkFamily.Double, MarkUse.Closes | (IsOpenSide(before) && !IsBlank(after) ? MarkUse.Opens : MarkUse.Nothing), c),
            '"' or '＂' => new(at, 1, MarkFamily.Double, Sides(before, after), '"'),
            '«' => new(at, 1, MarkFamily.Guillemet, MarkUse.Opens | MarkUse.Closes, c),
            '»' => new(at, 1, MarkFamily.Guillemet, at == block.Start && IsBlank(after) ? MarkUse.Nothing : MarkUse.Opens | MarkUse.Closes, c),
            '‹' or '›' => new(at, 1, MarkFamily.SingleGuillemet, MarkUse.Opens | MarkUse.Closes, c),
            '‘' or '‚' => new(at, 1, MarkFamily.Single, IsLetterOrDigit(before) ? MarkUse.Nothing : SingleOpening(text, block, at), c),
            '’' or '\'' => new(at, 1, MarkFamily.Single, SingleUse(text, block, at, before, after), c),
            _ => new(at, 1, MarkFamily.None, MarkUse.Nothing, c),
        };
    }

    // A single mark opens after a blank and before a letter, unless it stands for left-out letters ('em, '90s).
    private static MarkUse SingleUse(string text, TextSpan block, int at, char before, char after)
    {
        if (IsLetterOrDigit(before) && IsLetterOrDigit(after))
        {
            return MarkUse.Nothing;
        }

        if (IsOpenSide(before) && !IsBlank(after))
        {
            return SingleOpening(text, block, at) | (before is '"' or '“' or '”' or '\'' && !IsLetterOrDigit(after) ? MarkUse.Closes : MarkUse.Nothing);
        }

        return IsBlank(before) || char.IsDigit(before) && IsBlank(after) && text[at] == '\'' ? MarkUse.Nothing : MarkUse.Closes;
    }

    private static MarkUse SingleOpening(string text, TextSpan block, int at)
    {
        var rest = text.AsSpan(at + 1, Math.Min(6, block.End - at - 1));
        if (rest.Length >= 2 && char.IsDigit(rest[0]) && char.IsDigit(rest[1]) && (rest.Length < 3 || rest[2] is 's' or ' ' or ',' or '.'))
        {
            return MarkUse.Nothing;
        }

        foreach (var elision in Elisions)
        {
            if (rest.StartsWith(elision, StringComparison.OrdinalIgnoreCase) && (rest.Length == elision.Length || !char.IsLetter(rest[elision.Length])))
            {
                return MarkUse.Nothing;
            }
        }

        return rest.IsEmpty || IsBlank(rest[0]) ? MarkUse.Nothing : MarkUse.Opens;
    }

    // Words that English writes with a leading apostrophe; a closed class, as the clitics of the tokenizer are.
    private static readonly string[] Elisions = ["em", "tis", "twas", "til", "cause", "bout", "round", "n", "cuz", "neath", "tude"];

    private static MarkUse Sides(char before, char after)
    {
        var open = IsOpenSide(before);
        var close = IsBlank(after) || !IsLetterOrDigit(after) && after is not ('(' or '[' or '$' or '€' or '£' or '@' or '#' or '‘' or '\'' or '“' or '…');
        return (open, close) switch
        {
            (true, true) => IsBlank(after) && !IsBlank(before) ? MarkUse.Closes : IsBlank(before) && !IsBlank(after) ? MarkUse.Opens : MarkUse.Opens | MarkUse.Closes,
            (true, false) => MarkUse.Opens,
            (false, true) => MarkUse.Closes,
            _ => MarkUse.Opens | MarkUse.Closes,
        };
    }

    private static MarkUse Closing(char before, char after) => !IsBlank(before) && (IsBlank(after) || after is ',' or '.' or ';') ? MarkUse.Closes : MarkUse.Nothing;

    private static bool IsOpenSide(char c) => IsBlank(c) || c is '(' or '[' or '{' or '-' or '–' or '—' or '/' or '"' or '“' or '‘' or '\'' or '«' or ':' or '…';

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    private static bool IsLetterOrDigit(char c) => char.IsLetterOrDigit(c);
}
