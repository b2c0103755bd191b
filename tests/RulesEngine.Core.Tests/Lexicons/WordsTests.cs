using CsCheck;
using RulesEngine.Sdk;
using Xunit;

namespace RulesEngine.Core.Tests.Lexicons;

public sealed class WordsTests
{
    [Theory]
    [InlineData("is are was", "is", true)]
    [InlineData("is are was", "WAS", true)]
    [InlineData("is are was", "Are", true)]
    [InlineData("is are was", "as", false)]
    [InlineData("is are was", "ar", false)]
    [InlineData("that at a", "a", true)]
    [InlineData("that at a", "t", false)]
    [InlineData("n't n’t", "N’T", true)]
    [InlineData("été niño", "ÉTÉ", true)]
    [InlineData("is", "", false)]
    [InlineData("", "is", false)]
    [InlineData("is", "is-and-a-good-deal-more-than-the-thirty-two-letters", false)]
    public void Finds_whole_words_in_any_case(string list, string word, bool expected) => Assert.Equal(expected, Words.Contains(list, word));

    [Fact]
    public void Agrees_with_a_search_word_by_word()
    {
        var word = Gen.Char["abAB'é"].Array[1, 4].Select(letters => new string(letters));
        Gen.Select(word.Array[0, 8], word).Sample((words, one) =>
            Words.Contains(string.Join(' ', words).ToLowerInvariant(), one) == words.Contains(one, StringComparer.OrdinalIgnoreCase));
    }
}
