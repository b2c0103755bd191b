using System.Collections.Immutable;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Splits clitics off: "do" "n't", "it" "'s", "can" "not".</summary>
internal sealed class Clitics
{
    private const int LongestTerm = 12;
    private static readonly Lazy<Clitics> s_instance = new(() => new Clitics());
    private readonly WordNumbers _splits = new();

    private Clitics()
    {
        foreach (var entry in EmbeddedLexicons.Instance["contractions"].Entries)
        {
            _splits.Set(entry.Term.Replace("|", "", StringComparison.Ordinal), entry.Term.IndexOf('|', StringComparison.Ordinal));
        }
    }

    /// <summary>Appends the parts of a word; returns where the last ends.</summary>
    public static int Split(string text, int at, int stop, int end, TokenList into)
    {
        if (Find(text.AsSpan(at, stop - at), out var split))
        {
            Add(text, at, split < 0 ? stop : at + split, into);
            if (split > 0)
            {
                Add(text, at + split, stop, into);
            }

            return stop;
        }

        Span<int> cuts = stackalloc int[4];
        var count = 0;
        var rest = stop;
        while (count < cuts.Length && Ending(text.AsSpan(at, rest - at)) is var length && length > 0)
        {
            rest -= length;
            cuts[count++] = rest;
        }

        Add(text, at, rest, into);
        while (count > 0)
        {
            var from = cuts[--count];
            Add(text, from, count > 0 ? cuts[count - 1] : stop, into);
        }

        return stop;
    }

    /// <summary>A word that starts with an apostrophe: "'em", or "'s" after a mark or numeral. Returns the position where there is none.</summary>
    public static int ScanLeading(string text, int chunkStart, int at, int end, TokenList into)
    {
        if (!Characters.IsApostrophe(text[at]))
        {
            return at;
        }

        var stop = at + 1;
        while (stop < end && stop - at < LongestTerm && (char.IsLetter(text[stop]) || Characters.IsApostrophe(text[stop])))
        {
            stop++;
        }

        var word = text.AsSpan(at, stop - at);
        if (at > chunkStart && IsEnding(word))
        {
            into.Add(new Token(at, stop, TokenKind.Word));
            return stop;
        }

        return at == chunkStart && word.Length > 1 && !Characters.IsWord(text, stop, end) && Find(word, out _) ? Split(text, at, stop, end, into) : at;
    }

    private static void Add(string text, int start, int end, TokenList into) => into.Add(new Token(start, end, TokenKind.Word));

    private static bool Find(ReadOnlySpan<char> word, out int split)
    {
        if (word.Length is < 2 or > LongestTerm)
        {
            split = -1;
            return false;
        }

        Span<char> straight = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            straight[i] = Characters.IsApostrophe(word[i]) ? '\'' : word[i];
        }

        var found = s_instance.Value._splits.Find(straight);
        split = found ?? -1;
        return found is not null;
    }

    private static int Ending(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && Characters.IsApostrophe(word[^2]) && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N')
        {
            return 3;
        }

        for (var length = 2; length <= 3 && length < word.Length; length++)
        {
            if (IsEnding(word[^length..]))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsEnding(ReadOnlySpan<char> word) => Characters.IsApostrophe(word[0]) && word.Length switch
    {
        2 => word[1] is 's' or 'S' or 'm' or 'M' or 'd' or 'D',
        3 => (word[1] is 'r' or 'R' or 'v' or 'V' && word[2] is 'e' or 'E') || (word[1] is 'l' or 'L' && word[2] is 'l' or 'L'),
        _ => false,
    };
}
