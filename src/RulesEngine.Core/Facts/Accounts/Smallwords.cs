namespace RulesEngine.Core.Facts;

/// <summary>The closed classes of English words that hold an account phrase together. Grammar, not vocabulary: nobody adds to them.</summary>
internal static class Smallwords
{
    private static readonly string[] Determiners =
        ["a", "an", "the", "one", "this", "that", "another", "his", "her", "their", "its", "my", "our", "your", "some", "several", "many", "few", "two", "three", "multiple", "numerous", "various", "other", "these", "those", "no", "any", "each", "every"];

    private static readonly string[] PlacePrepositions = ["on", "to", "onto", "in", "via", "from", "of", "at", "over", "through", "across"];

    private static readonly string[] NamingStarts = ["named", "called", "known", "dubbed", "titled", "nicknamed", "identified", "going", "using"];

    private static readonly string[] Naming = ["named", "called", "known", "as", "by", "the", "name", "of", "handle", "dubbed", "titled", "nicknamed"];

    private static readonly string[] Others =
        ["and", "or", "but", "by", "for", "with", "who", "which", "that", "has", "have", "had", "is", "was", "were", "are", "be", "been", "he", "she", "it", "they", "we", "you", "i", "if", "when", "while", "as", "not", "about", "after", "before", "'s", "’s", "also", "then", "just", "can", "will", "would", "could", "may", "might", "did", "does", "do"];

    /// <summary>True for any of these words.</summary>
    public static bool Has(ReadOnlySpan<char> word) => IsDeterminer(word) || IsPlacePreposition(word) || IsOneOf(Others, word);

    /// <summary>"a", "the", "several", "their" …</summary>
    public static bool IsDeterminer(ReadOnlySpan<char> word) => IsOneOf(Determiners, word);

    /// <summary>"on", "to", "via" …</summary>
    public static bool IsPlacePreposition(ReadOnlySpan<char> word) => IsOneOf(PlacePrepositions, word);

    /// <summary>What begins the naming of a noun: "named", "known".</summary>
    public static bool IsNamingStart(ReadOnlySpan<char> word) => IsOneOf(NamingStarts, word);

    /// <summary>What stands between a noun and its name: "known as", "named", "by the name of".</summary>
    public static bool IsNaming(ReadOnlySpan<char> word) => IsOneOf(Naming, word);

    /// <summary>Without regard to case.</summary>
    public static bool Equal(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOneOf(string[] list, ReadOnlySpan<char> word)
    {
        if (word.Length > 10)
        {
            return false;
        }

        foreach (var candidate in list)
        {
            if (candidate.Length == word.Length && word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
