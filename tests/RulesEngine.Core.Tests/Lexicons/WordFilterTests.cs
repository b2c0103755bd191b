using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Lexicons;

public sealed class WordFilterTests
{
    [Fact]
    public void Letters_that_differ_by_case_alone_have_one_key()
    {
        var keys = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        for (var c = 1; c <= char.MaxValue; c++)
        {
            var letter = ((char)c).ToString();
            keys.TryAdd(letter, WordFilter.KeyOf(letter));
            Assert.Equal(keys[letter], WordFilter.KeyOf(letter));
        }
    }

    [Theory]
    [InlineData("𐐀𐐁", "𐐨𐐩")]
    [InlineData("Ärger", "äRGER")]
    public void Words_that_differ_by_case_alone_have_one_key(string word, string other) =>
        Assert.Equal(WordFilter.KeyOf(word), WordFilter.KeyOf(other));

    [Fact]
    public void Words_of_any_script_are_told_apart()
    {
        string[] words = ["мост", "порт", "хлеб", "橋梁", "港口", "αγορά", "έμπορ"];
        Assert.Equal(words.Length, words.Select(word => WordFilter.KeyOf(word)).Distinct().Count());
    }
}
