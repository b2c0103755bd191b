using System.Globalization;
using System.Text;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>A sentence to learn from: its words as the tagger sees them, and their right tags.</summary>
/// <param name="Number">Number of the sentence in the treebank; a recased copy has its original's.</param>
/// <param name="Text">What the tokens are spans of.</param>
internal sealed record Sample(int Number, string Text, Token[] Tokens, WordView[] Views, PennTag[] Tags)
{
    private const int LongWord = 4;

    /// <summary>Rows of the features that hang on words alone, by token.</summary>
    public int[][] Rows { get; set; } = [];

    /// <summary>Tokens whose tag the dictionary decides.</summary>
    public PennTag[] Certain { get; } = new PennTag[Tags.Length];

    /// <summary>A sentence of the treebank.</summary>
    public static Sample Create(int number, string text, Token[] tokens, PennTag[] tags)
    {
        var views = new WordView[tokens.Length + 4];
        TagFeatures.Describe(text, tokens, views);
        return new Sample(number, text, tokens, views, tags);
    }

    /// <summary>The sentence as a headline would have it: long words and words of content with a capital, or all in capitals.</summary>
    public Sample Recase(bool upper)
    {
        var text = new StringBuilder();
        var tokens = new Token[Tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = Text[Tokens[i].Start..Tokens[i].End];
            var start = text.Length;
            text.Append(upper ? word.ToUpperInvariant() : i == 0 || word.Length >= LongWord || Tags[i] is >= PennTag.NN and <= PennTag.NNS or >= PennTag.VB and <= PennTag.VBZ or PennTag.JJ
                ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]
                : word).Append(' ');
            tokens[i] = new Token(start, start + word.Length, TokenKind.Word);
        }

        return Create(Number, text.ToString(), tokens, Tags);
    }
}
