using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Gives every token its Penn tag: an averaged perceptron that reads each sentence from left to right.</summary>
internal static class Tagger
{
    /// <summary>One tag a token.</summary>
    public static ImmutableArray<PennTag> Tag(string text, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences) =>
        Tag(TagModel.Instance, text, tokens, sentences);

    /// <summary>One tag a token, by the weights of a model.</summary>
    public static ImmutableArray<PennTag> Tag(TagModel model, string text, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        var tags = new PennTag[tokens.Length];
        var table = model.Table;
        var scores = WordScores.Rent(model);
        foreach (var sentence in sentences)
        {
            var words = tokens.AsSpan(sentence.FirstToken, sentence.TokenCount);
            TagSentence(in table, scores, text, words, scores.Views(words.Length), tags.AsSpan(sentence.FirstToken, words.Length));
        }

        scores.Return();
        return ImmutableCollectionsMarshal.AsImmutableArray(tags);
    }

    private static void TagSentence(in TagTable table, WordScores scores, string text, ReadOnlySpan<Token> tokens, Span<WordView> views, Span<PennTag> tags)
    {
        TagFeatures.Describe(text, tokens, views);
        for (var i = 0; i < tokens.Length; i++)
        {
            var certain = WordClasses.Classify(table, text.AsSpan(tokens[i].Start, tokens[i].Length), ref views[i + 2]);
            tags[i] = TagOfMark(text, tokens[i]) is var mark && mark != PennTag.None ? mark : certain;
        }

        Read(in table, scores, text, tokens, views, tags);
    }

    // From left to right, every word that has no tag yet.
    private static void Read(in TagTable table, WordScores known, string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordView> views, Span<PennTag> tags)
    {
        Span<uint> features = stackalloc uint[TagFeatures.ContextCount];
        Span<short> scores = stackalloc short[WordScores.Width];
        PennTag previous = PennTag.None, secondPrevious = PennTag.None;
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == PennTag.None)
            {
                known.Set(in table, in views[i + 2], previous, secondPrevious, scores);
                TagFeatures.ExtractContext(views, i, previous, secondPrevious, features);
                table.Add(features, scores);
                tags[i] = Best(scores);
            }

            if (IsVerb(tags[i]) && IsName(text, tokens, i))
            {
                tags[i] = PennTag.NNP;
            }
            else if (IsSubject(in table, text, tokens, views, tags, i))
            {
                tags[i - 1] = PennTag.NN;
            }
            else if (IsPredicate(in table, text, tokens, views, tags, i))
            {
                tags[i - 1] = PennTag.VBZ;
            }

            secondPrevious = i > 0 ? tags[i - 1] : PennTag.None;
            previous = tags[i];
        }
    }

    // "An official said": what stands before a verb with no noun of its own, and may be a noun, is one.
    private static bool IsSubject(in TagTable table, string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordView> views, ReadOnlySpan<PennTag> tags, int verb) =>
        verb > 1
        && tags[verb - 1] == PennTag.JJ
        && tags[verb] is PennTag.VBD or PennTag.VBZ or PennTag.MD
        && tags[verb - 2] is PennTag.DT or PennTag.PRPS or PennTag.JJ or PennTag.NN or PennTag.NNP or PennTag.POS
        && WordClasses.May(table, text.AsSpan(tokens[verb - 1].Start, tokens[verb - 1].Length), in views[verb + 1], PennTag.NN);

    // "Roe claims he won": what stands between a name and a pronoun, and may be a verb, is one.
    private static bool IsPredicate(in TagTable table, string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordView> views, ReadOnlySpan<PennTag> tags, int pronoun) =>
        pronoun > 1
        && tags[pronoun] == PennTag.PRP
        && tags[pronoun - 1] == PennTag.NNS
        && tags[pronoun - 2] is PennTag.NNP or PennTag.NNPS
        && WordClasses.May(table, text.AsSpan(tokens[pronoun - 1].Start, tokens[pronoun - 1].Length), in views[pronoun + 1], PennTag.VBZ);

    private static bool IsVerb(PennTag tag) => tag is PennTag.VB or PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.VBN;

    // A capital between small letters is that of a name, also where the word is a verb elsewhere: "but Trump launched".
    private static bool IsName(string text, ReadOnlySpan<Token> tokens, int i)
    {
        if (i == 0 || i + 1 >= tokens.Length || !char.IsUpper(text[tokens[i].Start]) || tokens[i].Length < 3 || !char.IsLower(text[tokens[i].End - 1]) || !char.IsLower(text[tokens[i + 1].Start]))
        {
            return false;
        }

        var before = text[tokens[i - 1].Start] == ',' && i > 1 ? i - 2 : i - 1;
        return char.IsLower(text[tokens[before].Start]) && tokens[i].Start > tokens[i - 1].End;
    }

    private static PennTag Best(ReadOnlySpan<short> scores)
    {
        var best = 1;
        for (var i = 2; i <= (int)PennTag.RightBracket; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (PennTag)best;
    }

    // What the characters decide: addresses, curly quotation marks, pictograms. The treebank is older than most of them.
    private static PennTag TagOfMark(string text, Token token) => token.Kind switch
    {
        TokenKind.Word or TokenKind.Number => PennTag.None,
        TokenKind.Handle => PennTag.NNP,
        TokenKind.Email => PennTag.ADD,
        TokenKind.Url => text.AsSpan(token.Start, token.Length).Contains('/') ? PennTag.ADD : PennTag.None,
        _ => text[token.Start] switch
        {
            '“' or '„' => PennTag.OpenQuote,
            '”' => PennTag.CloseQuote,
            >= '\u2190' and not ('，' or '。') when token.Kind == TokenKind.Symbol => PennTag.NFP,
            _ => PennTag.None,
        },
    };
}
