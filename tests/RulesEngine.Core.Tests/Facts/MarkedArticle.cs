using System.Collections.Immutable;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts;

/// <summary>An article written in a test: one paragraph a line, what is asked about between [| and |].</summary>
internal sealed record MarkedArticle(ArticleFacts Facts, ImmutableArray<TextSpan> Marked)
{
    private static readonly FactsEngine Engine = new(EmbeddedLexicons.Instance);

    public static MarkedArticle Parse(string markup, DateOnly? date = null, bool hasHeadline = false)
    {
        var marked = ImmutableArray.CreateBuilder<TextSpan>();
        var text = markup;
        for (var start = text.IndexOf("[|", StringComparison.Ordinal); start >= 0; start = text.IndexOf("[|", StringComparison.Ordinal))
        {
            var end = text.IndexOf("|]", start, StringComparison.Ordinal) - 2;
            text = text[..start] + text[(start + 2)..(end + 2)] + text[(end + 4)..];
            marked.Add(new TextSpan(start, end));
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
            {
                blocks.Add(new Block(hasHeadline && blocks.Count == 0 ? BlockKind.Headline : BlockKind.Paragraph, new TextSpan(at, at + line.TrimEnd().Length)));
            }

            at += line.Length + 1;
        }

        var article = new Article { Path = "test.txt", Format = ArticleFormat.Text, Text = text, SourceText = text, SourceMap = SourceMap.Identity(text), Blocks = blocks.ToImmutable(), Date = date };
        return new MarkedArticle(Engine.CreateFacts(article), marked.ToImmutable());
    }

    /// <summary>Lines of a table beside the tests.</summary>
    public static IEnumerable<LexiconEntry> ReadTable(string name)
    {
        using var stream = typeof(MarkedArticle).Assembly.GetManifestResourceStream(name + ".tsv")!;
        using var reader = new StreamReader(stream);
        return Lexicon.Parse(name, reader.ReadToEnd()).Entries;
    }
}
