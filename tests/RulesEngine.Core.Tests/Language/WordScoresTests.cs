using CsCheck;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Language;

/// <summary>What is kept of words and tags is what their features sum up to, for every tag.</summary>
public sealed class WordScoresTests
{
    private static readonly string[] Words = ["The", "the", "said", "(", ")", "-", "well", "pipeline", "zoologically", "4,000", "“", "UNICEF", "n't", "X", "running", "Lagos"];

    [Fact]
    public void Kept_scores_are_the_sums_of_the_features() =>
        Gen.Select(Gen.Int[0, Words.Length - 1].Array[1, 8], Gen.Int[0, (int)PennTag.RightBracket], Gen.Int[0, (int)PennTag.RightBracket]).Sample((words, previous, secondPrevious) =>
        {
            var table = TagModel.Instance.Table;
            var views = Describe([.. words.Select(index => Words[index])]);
            for (var i = 0; i < words.Length; i++)
            {
                Assert.Equal(Plain(in table, views, i, (PennTag)previous, (PennTag)secondPrevious), Kept(in table, views, i, (PennTag)previous, (PennTag)secondPrevious));
            }
        });

    private static WordView[] Describe(string[] words)
    {
        var text = string.Join(' ', words);
        var tokens = new List<Token>();
        foreach (var word in words)
        {
            var start = tokens.Count == 0 ? 0 : tokens[^1].End + 1;
            tokens.Add(new Token(start, start + word.Length, TokenKind.Word));
        }

        var views = new WordView[words.Length + 4];
        TagFeatures.Describe(text, [.. tokens], views);
        return views;
    }

    private static short[] Plain(in TagTable table, WordView[] views, int index, PennTag previous, PennTag secondPrevious)
    {
        var features = new uint[TagFeatures.Count];
        var scores = new short[WordScores.Width];
        TagFeatures.Extract(views, index, previous, secondPrevious, features);
        table.Add(features, scores);
        return scores;
    }

    private static short[] Kept(in TagTable table, WordView[] views, int index, PennTag previous, PennTag secondPrevious)
    {
        var features = new uint[TagFeatures.ContextCount];
        var scores = new short[WordScores.Width];
        var kept = WordScores.Rent(TagModel.Instance);
        kept.Set(in table, in views[index + 2], previous, secondPrevious, scores);
        kept.Return();
        TagFeatures.ExtractContext(views, index, previous, secondPrevious, features);
        table.Add(features, scores);
        return scores;
    }
}
