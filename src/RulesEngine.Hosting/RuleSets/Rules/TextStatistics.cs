using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>Counts of an article's text, for formulas. A word is a token that begins with a letter or a digit.</summary>
internal sealed class TextStatistics
{
    private readonly Dictionary<string, double> _counts = new(StringComparer.Ordinal);

    private TextStatistics()
    {
    }

    /// <summary>Counts the text of the article, without furniture, byline and code.</summary>
    public static TextStatistics Count(Article article, ArticleFacts facts)
    {
        var statistics = new TextStatistics();
        foreach (var name in Names)
        {
            statistics._counts[name] = 0;
        }

        foreach (var block in article.Blocks.Where(block => block.IsArticleText || block.Kind == BlockKind.Code))
        {
            statistics.Add(BlockName(block), 1);
        }

        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block.IsArticleText && sentence.Block.Kind is not (BlockKind.Headline or BlockKind.Heading or BlockKind.Byline))
            {
                statistics.AddSentence(article, facts, sentence);
            }
        }

        return statistics;
    }

    /// <summary>Every name that formulas may use.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "words", "sentences", "characters", "syllables", "complex_words", "long_words", "polysyllabic_words", "paragraphs",
        "heading_h1", "heading_h2", "heading_h3", "heading_h4", "heading_h5", "heading_h6", "list", "pre", "blockquote", "table",
    ];

    /// <summary>A count by name; 0 for a name that formulas may use and the article has nothing of.</summary>
    public double this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>Groups of vowels, without a silent e; at least one.</summary>
    public static int CountSyllables(ReadOnlySpan<char> word)
    {
        var count = 0;
        var wasVowel = false;
        foreach (var c in word)
        {
            var isVowel = "aeiouyAEIOUY".Contains(c, StringComparison.Ordinal);
            count += isVowel && !wasVowel ? 1 : 0;
            wasVowel = isVowel;
        }

        var hasSilentE = word.Length > 2 && word[^1] is 'e' or 'E' && word[^2] is not ('l' or 'L') && !"aeiouyAEIOUY".Contains(word[^2], StringComparison.Ordinal);
        return Math.Max(1, hasSilentE ? count - 1 : count);
    }

    private void AddSentence(Article article, ArticleFacts facts, Sentence sentence)
    {
        var words = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var text = article.AsSpan(facts.Tokens[i].Span);
            if (!char.IsLetterOrDigit(text[0]))
            {
                continue;
            }

            words++;
            var syllables = CountSyllables(text);
            Add("words", 1);
            Add("characters", text.Length);
            Add("syllables", syllables);
            Add("long_words", text.Length > 6 ? 1 : 0);
            Add("polysyllabic_words", syllables > 2 ? 1 : 0);
            Add("complex_words", syllables > 2 && !char.IsUpper(text[0]) && !text.EndsWith("ing") && !text.EndsWith("ed") && !text.EndsWith("es") ? 1 : 0);
        }

        Add("sentences", words > 0 ? 1 : 0);
    }

    private static string BlockName(Block block) => block.Kind switch
    {
        BlockKind.Headline => "heading_h1",
        BlockKind.Heading => $"heading_h{Math.Clamp(block.Level, 1, 6)}",
        BlockKind.ListItem => "list",
        BlockKind.Code => "pre",
        BlockKind.TableCell or BlockKind.TableHeader => "table",
        _ => block.Within.HasFlag(BlockContainers.BlockQuote) ? "blockquote" : "paragraphs",
    };

    private void Add(string name, double count) => _counts[name] = this[name] + count;
}
