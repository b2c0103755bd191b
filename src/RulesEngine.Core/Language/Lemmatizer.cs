using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// Dictionary forms of English words: by the lexicon of irregular forms, then by the endings of the word's tag, in lower case. Names keep
/// their capitals and their plural. Forms that were asked for lately are kept, so that an article costs few strings.
/// </summary>
internal sealed class Lemmatizer
{
    private const int CacheSize = 1 << 13;
    private const int LongestWord = 40;
    private static readonly Lazy<Lemmatizer> s_instance = new(() => new Lemmatizer());
    private static readonly Entry?[] s_cache = new Entry?[CacheSize];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _verbs;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _modals;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _nouns;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _adjectives;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _adverbs;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _others;

    private Lemmatizer()
    {
        var kinds = EmbeddedLexicons.Instance["irregular-forms"].Entries.GroupBy(entry => entry["kind"], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToDictionary(entry => entry.Term, entry => entry["lemma"], StringComparer.Ordinal), StringComparer.Ordinal);
        _verbs = kinds["verb"].GetAlternateLookup<ReadOnlySpan<char>>();
        _modals = kinds["modal"].GetAlternateLookup<ReadOnlySpan<char>>();
        _nouns = kinds["noun"].GetAlternateLookup<ReadOnlySpan<char>>();
        _adjectives = kinds["degree"].GetAlternateLookup<ReadOnlySpan<char>>();
        _adverbs = kinds["adverb"].GetAlternateLookup<ReadOnlySpan<char>>();
        _others = kinds["other"].GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The dictionary form of a word with a tag.</summary>
    public static string GetLemma(ReadOnlySpan<char> word, PennTag tag)
    {
        if (word.Length > LongestWord)
        {
            return Lower(word, tag);
        }

        ref var place = ref s_cache[(string.GetHashCode(word) ^ ((int)tag * 0x3779)) & (CacheSize - 1)];
        var entry = Volatile.Read(ref place);
        if (entry is null || entry.Tag != tag || !word.SequenceEqual(entry.Word))
        {
            entry = new Entry(word.ToString(), tag, s_instance.Value.Find(word, tag));
            Volatile.Write(ref place, entry);
        }

        return entry.Lemma;
    }

    private static string Lower(ReadOnlySpan<char> word, PennTag tag) =>
        tag is PennTag.NNP or PennTag.NNPS or PennTag.ADD || word is "I" ? word.ToString() : word.ToString().ToLowerInvariant();

    private string Find(ReadOnlySpan<char> word, PennTag tag)
    {
        if (tag is PennTag.NNP or PennTag.NNPS or PennTag.ADD || word is "I")
        {
            return word.ToString();
        }

        Span<char> lower = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = Characters.IsApostrophe(word[i]) ? '\'' : char.ToLowerInvariant(word[i]);
        }

        return tag switch
        {
            PennTag.MD => Known(_modals, lower),
            PennTag.VBZ when lower is "'s" or "s" => "be",
            PennTag.VBZ or PennTag.VBP => _verbs.TryGetValue(lower, out var verb) ? verb : tag == PennTag.VBZ ? Endings.Present(lower) : new string(lower),
            PennTag.VBD or PennTag.VBN => _verbs.TryGetValue(lower, out var past) ? past : Endings.Strip(lower, "ed"),
            PennTag.VBG => _verbs.TryGetValue(lower, out var gerund) ? gerund : Endings.Strip(lower, "ing"),
            PennTag.NNS => _nouns.TryGetValue(lower, out var noun) ? noun : PluralOfCompound(lower),
            PennTag.RBR or PennTag.RBS when _adverbs.TryGetValue(lower, out var adverb) => adverb,
            PennTag.JJR or PennTag.RBR => _adjectives.TryGetValue(lower, out var comparative) ? comparative : Endings.Strip(lower, "er"),
            PennTag.JJS or PennTag.RBS => _adjectives.TryGetValue(lower, out var superlative) ? superlative : Endings.Strip(lower, "est"),
            _ => Known(_others, lower),
        };
    }

    // "policewomen", "grandchildren": an irregular plural with a word before it.
    private string PluralOfCompound(ReadOnlySpan<char> word)
    {
        for (var at = 3; at + 3 <= word.Length; at++)
        {
            if (word.Length - at <= 8 && word[^1] != 's' && _nouns.TryGetValue(word[at..], out var noun) && !word[at..].SequenceEqual(noun))
            {
                return string.Concat(word[..at], noun);
            }
        }

        return Endings.Plural(word);
    }

    private static string Known(Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> forms, ReadOnlySpan<char> word) =>
        forms.TryGetValue(word, out var lemma) ? lemma : new string(word);

    private sealed record Entry(string Word, PennTag Tag, string Lemma);
}
