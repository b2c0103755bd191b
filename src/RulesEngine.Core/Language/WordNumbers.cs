using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// Words with a number each, found without regard to case: for values of enumerations, because the runtime would compile a
/// dictionary of each of them at every start.
/// </summary>
/// <param name="words">About how many there will be.</param>
internal sealed class WordNumbers(int words = 256)
{
    private readonly Dictionary<string, Number> _numbers = new(words, StringComparer.OrdinalIgnoreCase);
    private readonly WordFilter _filter = new(words);

    /// <summary>Sets the number of a word.</summary>
    public void Set(string word, int number)
    {
        _numbers[word] = new Number(number);
        _filter.Add(word);
    }

    /// <summary>The number of a word; null where it has none.</summary>
    public int? Find(ReadOnlySpan<char> word) =>
        _filter.MayHave(word) && _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number.Value : null;

    private sealed record Number(int Value);
}
