using System.Collections.Immutable;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Cli;

internal static class FirstReader
{
    public static Article Read(string path)
    {
        var text = File.ReadAllText(path);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var at = 0;
        foreach (var piece in text.Split('\n'))
        {
            var start = at + piece.Length - piece.TrimStart().Length;
            var end = start + piece.Trim().Length;
            if (end > start)
            {
                blocks.Add(new Block(blocks.Count == 0 && piece.Length < 140 && text.TrimEnd().Contains('\n', StringComparison.Ordinal) ? BlockKind.Headline : BlockKind.Paragraph, new TextSpan(start, end)));
            }

            at += piece.Length + 1;
        }

        return new Article { Path = path, Format = ArticleFormat.Text, Text = text, SourceText = text, SourceMap = SourceMap.Identity(text), Blocks = blocks.ToImmutable() };
    }
}

internal sealed class FolderLexicons(string folder) : ILexicons
{
    public Lexicon this[string name]
    {
        get
        {
            var path = Path.Combine(folder, "lexicons", name + ".tsv");
            return File.Exists(path) ? Lexicon.Parse(name, File.ReadAllText(path)) : EmbeddedLexicons.Instance[name];
        }
    }
}
