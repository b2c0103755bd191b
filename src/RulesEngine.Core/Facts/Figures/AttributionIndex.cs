using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>The attributions of an article by the sentence of their cue and by the sentences that their content reaches. One instance an article.</summary>
internal sealed class AttributionIndex(ArticleFacts facts)
{
    private readonly Dictionary<int, List<Attribution>> _byCue = GroupByCue(facts);
    private readonly Dictionary<int, List<Attribution>> _byContent = GroupByContent(facts);

    /// <summary>Attributions whose cue stands in a sentence.</summary>
    public List<Attribution> ByCue(int sentence) => _byCue.GetValueOrDefault(sentence, None);

    /// <summary>Attributions whose content reaches into a sentence.</summary>
    public List<Attribution> ByContent(int sentence) => _byContent.GetValueOrDefault(sentence, None);

    private static List<Attribution> None { get; } = [];

    private static Dictionary<int, List<Attribution>> GroupByCue(ArticleFacts facts)
    {
        var groups = new Dictionary<int, List<Attribution>>();
        foreach (var attribution in facts.Attributions)
        {
            Add(groups, attribution.Sentence.Index, attribution);
        }

        return groups;
    }

    private static Dictionary<int, List<Attribution>> GroupByContent(ArticleFacts facts)
    {
        var groups = new Dictionary<int, List<Attribution>>();
        foreach (var attribution in facts.Attributions)
        {
            for (var i = 0; i < attribution.Content.Length; i++)
            {
                var content = attribution.Content[i];
                for (var sentence = facts.SentenceAt(content.Start); sentence is not null && sentence.Span.Start < content.End; sentence = sentence.Index + 1 < facts.Sentences.Length ? facts.Sentences[sentence.Index + 1] : null)
                {
                    Add(groups, sentence.Index, attribution);
                }
            }
        }

        return groups;
    }

    private static void Add(Dictionary<int, List<Attribution>> groups, int sentence, Attribution attribution)
    {
        if (!groups.TryGetValue(sentence, out var group))
        {
            groups[sentence] = group = [];
        }

        if (group.Count == 0 || !ReferenceEquals(group[^1], attribution))
        {
            group.Add(attribution);
        }
    }
}
