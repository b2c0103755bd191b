using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>A sentence of the treebank: its tokens as spans of the text of its paragraph.</summary>
internal sealed record GoldSentence(int Paragraph, ImmutableArray<TextSpan> Tokens, ImmutableArray<PennTag> Tags, ImmutableArray<string> Lemmas);

/// <summary>A part of the treebank, as running text with one block a paragraph.</summary>
internal sealed record Treebank(Article Article, ImmutableArray<GoldSentence> Sentences)
{
    /// <summary>Reads number, form, lemma, UPOS, Penn tag and SpaceAfter=No, one token a line (CoNLL-U files are read as well).</summary>
    public static Treebank Read(string path)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var sentences = ImmutableArray.CreateBuilder<GoldSentence>();
        var start = 0;
        var reader = new SentenceReader(text);
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                Close(text, blocks, start);
                start = text.Length;
            }
            else if (line.Length == 0)
            {
                reader.Flush(blocks.Count, sentences);
            }
            else if (line[0] != '#')
            {
                reader.Add(line.Split('\t'));
            }
        }

        Close(text, blocks, start);
        var all = text.ToString();
        var article = new Article { Path = path, Format = ArticleFormat.Text, Text = all, SourceText = all, SourceMap = SourceMap.Identity(all), Blocks = blocks.ToImmutable() };
        return new Treebank(article, sentences.ToImmutable());
    }

    private static void Close(StringBuilder text, ImmutableArray<Block>.Builder blocks, int start)
    {
        if (text.Length > start)
        {
            var end = text.Length;
            while (end > start && text[end - 1] == ' ')
            {
                end--;
            }

            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, end)));
            text.Append("\n\n");
        }
    }

    private sealed class SentenceReader(StringBuilder text)
    {
        private readonly List<TextSpan> _tokens = [];
        private readonly List<PennTag> _tags = [];
        private readonly List<string> _lemmas = [];
        private int _joinedUntil;
        private bool _joinedGlued;

        public void Add(string[] cells)
        {
            var glued = cells[^1].Contains("SpaceAfter=No", StringComparison.Ordinal);
            if (cells[0].Contains('-', StringComparison.Ordinal))
            {
                _joinedUntil = int.Parse(cells[0].Split('-')[1], CultureInfo.InvariantCulture);
                _joinedGlued = glued;
                return;
            }

            if (cells[0].Contains('.', StringComparison.Ordinal))
            {
                return;
            }

            var number = int.Parse(cells[0], CultureInfo.InvariantCulture);
            _tokens.Add(new TextSpan(text.Length, text.Length + cells[1].Length));
            _tags.Add(PennTags.Parse(cells[4]));
            _lemmas.Add(cells[2]);
            text.Append(cells[1]);
            glued = number < _joinedUntil || (number == _joinedUntil ? _joinedGlued : glued);
            text.Append(glued ? "" : " ");
        }

        public void Flush(int paragraph, ImmutableArray<GoldSentence>.Builder into)
        {
            if (_tokens.Count > 0)
            {
                into.Add(new GoldSentence(paragraph, [.. _tokens], [.. _tags], [.. _lemmas]));
            }

            _tokens.Clear();
            _tags.Clear();
            _lemmas.Clear();
            _joinedUntil = 0;
        }
    }
}
