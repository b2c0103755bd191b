using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>The tags that the treebank gives each word, for words that it has often enough.</summary>
internal sealed class WordTags
{
    private const int Often = 20;
    private const double Share = 0.03;
    private const int CertainFrom = 40;
    private readonly SortedDictionary<uint, (PennTag[] Tags, bool Certain)> _words = [];

    public WordTags(IEnumerable<Sample> samples)
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

        foreach (var (word, tags) in counts)
        {
            var total = tags.Values.Sum();
            if (total >= Often)
            {
                _words[word] = ([.. tags.Where(tag => tag.Value >= Share * total).Select(tag => tag.Key)], total >= CertainFrom && tags.Count == 1);
            }
        }
    }

    /// <summary>Every word with its tags in the order of their numbers.</summary>
    public IEnumerable<(uint Word, PennTag[] Tags, bool Certain)> Words => _words.Select(pair => (pair.Key, pair.Value.Tags, pair.Value.Certain));

    /// <summary>Gives the words of a sentence their classes.</summary>
    public void Classify(WordView[] views)
    {
        for (var i = 2; i < views.Length - 2; i++)
        {
            if (_words.TryGetValue(views[i].Word, out var known))
            {
                views[i].Class = known.Tags.Aggregate(TagFeatures.ClassBasis, (hash, tag) => TagFeatures.AddToClass(hash, (int)tag));
            }
        }
    }
}
