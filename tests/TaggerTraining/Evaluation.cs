using System.Collections.Immutable;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>Scores the tokenizer, the sentence splitter and the tagger against a part of the treebank.</summary>
internal static class Evaluation
{
    /// <summary>Prints the scores; with <paramref name="verbose"/> also every boundary that differs.</summary>
    public static void Run(Treebank gold, TagModel model, bool verbose)
    {
        var (tokens, sentences) = SentenceSplitter.Split(gold.Article);
        var goldTokens = gold.Sentences.SelectMany(sentence => sentence.Tokens).ToHashSet();
        var goldSentences = gold.Sentences.Select(sentence => new TextSpan(sentence.Tokens[0].Start, sentence.Tokens[^1].End)).ToHashSet();
        Print("tokens", goldTokens, [.. tokens.Select(token => token.Span)]);
        Print("sentences", goldSentences, [.. sentences.Select(sentence => sentence.Span)]);
        Tags(gold, model);
        Lemmas(gold, verbose);
        if (verbose)
        {
            Differences(gold.Article, goldTokens, [.. tokens.Select(token => token.Span)], "token");
            Differences(gold.Article, goldSentences, [.. sentences.Select(sentence => sentence.Span)], "sentence");
        }
    }

    private static void Print(string what, HashSet<TextSpan> gold, HashSet<TextSpan> found)
    {
        double right = found.Count(gold.Contains);
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: precision {right / found.Count:F4}, recall {right / gold.Count:F4}, F1 {2 * right / (found.Count + gold.Count):F4}, of {gold.Count}"));
    }

    private static void Tags(Treebank gold, TagModel model)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        foreach (var sentence in gold.Sentences)
        {
            var first = tokens.Count;
            foreach (var span in sentence.Tokens)
            {
                tokens.Add(new Token(span.Start, span.End, TokenKind.Word));
            }

            sentences.Add(new Sentence(new TextSpan(sentence.Tokens[0].Start, sentence.Tokens[^1].End), gold.Article.Blocks[sentence.Paragraph], first, tokens.Count - first, sentences.Count));
        }

        var input = tokens.ToImmutable();
        var found = Tagger.Tag(model, gold.Article.Text, input, sentences.ToImmutable());
        var expected = gold.Sentences.SelectMany(sentence => sentence.Tags).ToArray();
        var right = Enumerable.Range(0, expected.Length).Count(i => expected[i] == found[i]);
        Console.WriteLine(FormattableString.Invariant($"tags: accuracy {(double)right / expected.Length:F4}, of {expected.Length}"));
    }

    // Inflected verbs, nouns and adjectives, by the treebank's tags; misspellings of the treebank's authors count as errors.
    private static void Lemmas(Treebank gold, bool verbose)
    {
        int all = 0, right = 0;
        foreach (var sentence in gold.Sentences)
        {
            for (var i = 0; i < sentence.Tags.Length; i++)
            {
                if (sentence.Tags[i] is PennTag.VBZ or PennTag.VBD or PennTag.VBN or PennTag.VBG or PennTag.NNS or PennTag.JJR or PennTag.JJS)
                {
                    var lemma = Lemmatizer.GetLemma(gold.Article.AsSpan(sentence.Tokens[i]), sentence.Tags[i]);
                    var same = string.Equals(lemma, sentence.Lemmas[i], StringComparison.OrdinalIgnoreCase);
                    all++;
                    right += same ? 1 : 0;
                    if (verbose && !same)
                    {
                        Console.WriteLine($"lemma: {gold.Article.GetText(sentence.Tokens[i])} {sentence.Tags[i]}: {lemma}, treebank {sentence.Lemmas[i]}");
                    }
                }
            }
        }

        Console.WriteLine(FormattableString.Invariant($"lemmas of inflected words: accuracy {(double)right / all:F4}, of {all}"));
    }

    private static void Differences(Article article, HashSet<TextSpan> gold, HashSet<TextSpan> found, string what)
    {
        foreach (var span in gold.Except(found).Select(span => (Span: span, Mark: "missed")).Concat(found.Except(gold).Select(span => (Span: span, Mark: "wrong"))).OrderBy(item => item.Span))
        {
            var from = Math.Max(0, span.Span.Start - 12);
            var to = Math.Min(article.Text.Length, span.Span.End + 12);
            Console.WriteLine($"{what} {span.Mark}: {article.Text[from..span.Span.Start]}[|{article.GetText(span.Span)}|]{article.Text[span.Span.End..to]}".ReplaceLineEndings(" "));
        }
    }
}
