using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>The tags that a word may have: the treebank's where it has the word often enough, otherwise WordNet's.</summary>
internal sealed class WordTags
{
    private const int Often = 20;
    private const double Share = 0.03;
    private const int CertainFrom = 30;
    private const double CertainShare = 0.988;
    private readonly SortedDictionary<uint, (ulong Tags, bool Certain)> _words = [];

    public WordTags(IEnumerable<Sample> samples, SortedDictionary<string, ulong> dictionary)
    {
        AddDictionary(dictionary);
        foreach (var (word, tags) in Count(samples))
        {
            var total = tags.Values.Sum();
            var set = tags.Where(tag => tag.Value >= Share * total).Aggregate(0UL, (all, tag) => all | (1UL << (int)tag.Key));
            var certain = total >= CertainFrom && tags.Values.Max() >= CertainShare * total;
            if (total >= Often)
            {
                _words[word] = (set, certain);
            }
        }
    }

    /// <summary>Every word with its tags.</summary>
    public IReadOnlyDictionary<uint, (ulong Tags, bool Certain)> Words => _words;

    // What is also the regular form of another word ("building", "works") may be either.
    private void AddDictionary(SortedDictionary<string, ulong> dictionary)
    {
        foreach (var (word, tags) in dictionary)
        {
            _words[TagFeatures.HashWord(word)] = (tags, false);
        }

        var table = new TagModel(ModelWriter.WriteWords(this)).Table;
        foreach (var (word, tags) in dictionary)
        {
            _words[TagFeatures.HashWord(word)] = (tags | WordClasses.Inflected(table, word), false);
        }
    }

    private static Dictionary<uint, SortedDictionary<PennTag, int>> Count(IEnumerable<Sample> samples)
    {
        var counts = new Dictionary<uint, SortedDictionary<PennTag, int>>();
        foreach (var sample in samples)
        {
            for (var i = 0; i < sample.Tags.Length; i++)
            {
                var tags = counts.TryGetValue(sample.Views[i + 2].Word, out var known) ? known : counts[sample.Views[i + 2].Word] = [];
                tags[sample.Tags[i]] = tags.GetValueOrDefault(sample.Tags[i]) + 1;
            }
        }

        return counts;
    }
}
