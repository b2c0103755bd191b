namespace RulesEngine.Core.Facts;

/// <summary>Inflects English verbs and nouns, so that running text is looked up as it is, whatever its tags say.</summary>
internal static class VerbForms
{
    /// <summary>All forms of a verb, the dictionary form first; some twice.</summary>
    /// <param name="verb">Dictionary form, lower case.</param>
    /// <param name="irregular">Past and participle, separated by <c>|</c>; empty for a regular verb.</param>
    public static IEnumerable<string> Of(string verb, string irregular)
    {
        yield return verb;
        yield return ThirdPerson(verb);
        yield return Gerund(verb);
        if (irregular.Length > 0)
        {
            foreach (var form in irregular.Split('|'))
            {
                yield return form;
            }
        }
        else
        {
            yield return Past(verb);
        }
    }

    public static string Gerund(string verb) => Stem(verb, beforeE: false) + "ing";

    /// <summary>The past of a regular verb, which is its participle.</summary>
    public static string Past(string verb) => verb.EndsWith('y') && !EndsInVowel(verb, 2) ? verb[..^1] + "ied" : Stem(verb, beforeE: true) + "ed";

    /// <summary>The s form of a verb, which is the plural of a noun.</summary>
    public static string ThirdPerson(string word) =>
        word is "have" ? "has"
        : word.EndsWith('y') && !EndsInVowel(word, 2) ? word[..^1] + "ies"
        : word is [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] or "go" or "veto" or "echo" ? word + "es"
        : word + "s";

    private static string Stem(string verb, bool beforeE)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal))
        {
            return beforeE ? verb[..^1] : verb[..^2] + "y";
        }

        if (verb is [.., 'e'] && !(verb is [.., 'e' or 'o' or 'y', 'e'] && !beforeE))
        {
            return verb[..^1];
        }

        return Doubles(verb) ? verb + verb[^1] : verb;
    }

    // One vowel before one consonant: in words of one syllable, and in those that stress the last.
    private static bool Doubles(string verb)
    {
        if (verb.Length < 3 || IsVowel(verb[^1]) || verb[^1] is 'w' or 'x' or 'y' or 'h' || !IsVowel(verb[^2]) || (IsVowel(verb[^3]) && !IsAfterQ(verb)))
        {
            return false;
        }

        var syllables = 0;
        for (var i = 0; i < verb.Length; i++)
        {
            syllables += IsVowel(verb[i]) && (i == 0 || !IsVowel(verb[i - 1])) ? 1 : 0;
        }

        return syllables == 1 || verb.EndsWith("mit", StringComparison.Ordinal) || verb is "rebut" or "regret" or "concur" or "infer" or "extol" or "refer" or "begin" or "forget" or "debar" or "prefer" or "compel";
    }

    // "quip" has one vowel, as "ship" has.
    private static bool IsAfterQ(string verb) => verb is [.., 'q', 'u', _, _];

    private static bool EndsInVowel(string word, int fromEnd) => word.Length >= fromEnd && IsVowel(word[^fromEnd]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
