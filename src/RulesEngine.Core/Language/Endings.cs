namespace RulesEngine.Core.Language;

/// <summary>Takes the regular endings off words in lower case and puts back what the ending took away: a silent e, a y, a single consonant.</summary>
internal static class Endings
{
    private static readonly Lazy<WordList> s_bases = WordList.Load("base-forms");

    /// <summary>The base of a verb in the third person: "denies", "watches", "says".</summary>
    public static string Present(ReadOnlySpan<char> word) => word switch
    {
        [.., 'i', 'e', 's'] => word.Length > 4 ? string.Concat(word[..^3], "y") : new string(word[..^1]),
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'z', 'z', 'e', 's'] or [.., 'o', 'e', 's'] =>
            s_bases.Value.Contains(word[..^1]) ? new string(word[..^1]) : new string(word[..^2]),
        [.., 'u', 's', 'e', 's'] when s_bases.Value.Contains(word[..^2]) => new string(word[..^2]),
        [.., 's', 's'] => new string(word),
        [.., 's'] when word.Length > 2 => new string(word[..^1]),
        _ => new string(word),
    };

    /// <summary>The singular of a noun.</summary>
    public static string Plural(ReadOnlySpan<char> word) => word switch
    {
        [.., 'i', 'e', 's'] => word.Length > 4 ? string.Concat(word[..^3], "y") : new string(word[..^1]),
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'z', 'z', 'e', 's'] or [.., 'o', 'e', 's'] => new string(word[..^2]),
        [.., '\'', 's'] => new string(word[..^2]),
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => new string(word),
        [.., 's'] when word.Length > 2 && !char.IsDigit(word[^2]) => new string(word[..^1]),
        _ => new string(word),
    };

    /// <summary>The base of a word with one of the endings "ed", "ing", "er", "est"; the word itself where it has another.</summary>
    public static string Strip(ReadOnlySpan<char> word, string ending)
    {
        if (word.Length < ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal))
        {
            return new string(word);
        }

        var stem = word[..^ending.Length];
        if (VowelGroups(stem) == 0)
        {
            return new string(word);
        }

        if (ending[0] == 'e' && stem[^1] == 'i')
        {
            return stem.Length > 2 ? string.Concat(stem[..^1], "y") : string.Concat(stem, "e");
        }

        // "agreed" has lost an e, "agreeing" has not.
        return stem[^1] == 'e' && ending[0] == 'i' ? new string(stem) : Restore(stem);
    }

    private static string Restore(ReadOnlySpan<char> stem)
    {
        Span<char> silent = stackalloc char[stem.Length + 1];
        stem.CopyTo(silent);
        silent[^1] = 'e';
        return s_bases.Value.Contains(silent) ? new string(silent)
            : s_bases.Value.Contains(stem) ? new string(stem)
            : IsDoubled(stem) ? new string(stem[..^1])
            : NeedsSilentE(stem) ? new string(silent)
            : new string(stem);
    }

    // "stopped", "controlled", but not "called", "missed", "sniffed".
    private static bool IsDoubled(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3 || stem[^1] != stem[^2] || IsVowel(stem, stem.Length - 1))
        {
            return false;
        }

        return stem[^1] is not ('s' or 'z' or 'f' or 'l') || (stem[^1] == 'l' && VowelGroups(stem) > 1);
    }

    // Written out by the last consonant: what English spelling does with a silent e before an ending.
    private static bool NeedsSilentE(ReadOnlySpan<char> stem)
    {
        var last = stem[^1];
        if (last is 'u' or 'v' or 'c' or 'z' or 'e')
        {
            return last != 'z' || stem[^2] != 'z';
        }

        if (stem.Length < 2 || last is 'w' or 'x' or 'y' or 'h' or 'a' or 'i' or 'o')
        {
            return false;
        }

        if (!IsVowel(stem, stem.Length - 2))
        {
            return last switch
            {
                's' => stem[^2] is 'r' or 'n' or 'l' or 'p' or 'w',
                'g' => stem[^2] is 'd' or 'r' or 'l',
                'l' => stem[^2] is 'b' or 'c' or 'd' or 'f' or 'g' or 'k' or 'p' or 't' or 'z',
                _ => false,
            };
        }

        return stem.Length > 2 && IsVowel(stem, stem.Length - 3) ? NeedsSilentEAfterTwo(stem) : VowelGroups(stem) == 1 || NeedsSilentEInLongWord(stem);
    }

    private static bool NeedsSilentEAfterTwo(ReadOnlySpan<char> stem) =>
        stem[^1] == 's' || stem is [.., 'i' or 'u', 'a', 't'] || stem is [.., 'i' or 'u', 'a', 'g'];

    // A single vowel and a single consonant at the end of a word of several syllables.
    private static bool NeedsSilentEInLongWord(ReadOnlySpan<char> stem) => stem[^1] switch
    {
        'g' or 's' or 'k' => true,
        't' => stem[^2] is 'a' or 'u',
        'd' => true,
        'n' => stem[^2] is 'i' or 'u' or 'y',
        'r' => stem[^2] is 'a' or 'i' or 'u',
        'l' => stem[^2] is 'i' or 'o' or 'u' or 'y',
        'm' => stem[^2] is 'a' or 'u',
        'p' => stem[^2] is 'a' or 'y',
        'b' => stem[^2] is 'i' or 'o',
        _ => false,
    };

    private static int VowelGroups(ReadOnlySpan<char> stem)
    {
        var groups = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            groups += IsVowel(stem, i) && (i == 0 || !IsVowel(stem, i - 1)) ? 1 : 0;
        }

        return groups;
    }

    // The u of "qu" is none; y is one after a consonant.
    private static bool IsVowel(ReadOnlySpan<char> stem, int at) => stem[at] switch
    {
        'a' or 'e' or 'i' or 'o' => true,
        'u' => at == 0 || stem[at - 1] != 'q',
        'y' => at > 0 && !IsVowel(stem, at - 1),
        _ => false,
    };
}
