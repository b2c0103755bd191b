using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Closed classes of English words, from the lexicon <c>function-words</c>.</summary>
internal sealed class WordClasses
{
    private readonly WordNumbers _classes = new();

    public WordClasses(ILexicons lexicons)
    {
        foreach (var entry in lexicons["function-words"].Entries)
        {
            if (!Enum.TryParse<WordClass>(entry["class"], ignoreCase: true, out var wordClass))
            {
                throw new FormatException($"lexicon function-words, '{entry.Term}': no class '{entry["class"]}'; there are {string.Join(", ", Enum.GetNames<WordClass>())}");
            }

            _classes.Set(entry.Term, (_classes.Find(entry.Term) ?? 0) | (int)wordClass);
        }
    }

    [Flags]
    private enum WordClass
    {
        None = 0,
        Negation = 1,
        Auxiliary = 2,
        Be = 4,
        Subordinator = 8,
        Quantifier = 16,
        Time = 32,
        Approximator = 64,
    }

    public bool IsNegation(ReadOnlySpan<char> word) => Has(word, WordClass.Negation);

    public bool IsAuxiliary(ReadOnlySpan<char> word) => Has(word, WordClass.Auxiliary | WordClass.Be);

    public bool IsBe(ReadOnlySpan<char> word) => Has(word, WordClass.Be);

    public bool IsSubordinator(ReadOnlySpan<char> word) => Has(word, WordClass.Subordinator);

    public bool IsQuantifier(ReadOnlySpan<char> word) => Has(word, WordClass.Quantifier);

    public bool IsTime(ReadOnlySpan<char> word) => Has(word, WordClass.Time);

    public bool IsApproximator(ReadOnlySpan<char> word) => Has(word, WordClass.Approximator);

    private bool Has(ReadOnlySpan<char> word, WordClass wanted) => ((WordClass)(_classes.Find(word) ?? 0) & wanted) != 0;
}
