using System.Collections.Immutable;
using RulesEngine.Documents.Languages;
using RulesEngine.Documents.Structure;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Building;

/// <summary>What every reader ends with: text, map and blocks as the file has them; what is the same for all formats is worked out here.</summary>
internal sealed class DraftArticle
{
    public required string Path { get; init; }

    public required ArticleFormat Format { get; init; }

    public required string Text { get; init; }

    public required string SourceText { get; init; }

    public required SourceMap SourceMap { get; init; }

    /// <summary>In the order of the text.</summary>
    public required List<DraftBlock> Blocks { get; init; }

    public ImmutableArray<Inline> Inlines { get; init; } = [];

    public ImmutableArray<SourceComment> Comments { get; init; } = [];

    public ImmutableDictionary<string, string> FrontMatter { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the file's metadata say.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What the file's metadata say.</summary>
    public string? Language { get; init; }

    public Article ToArticle(ArticleReadOptions options)
    {
        var structure = NewsroomStructure.Apply(Text, Blocks, Format);
        var blocks = ImmutableArray.CreateBuilder<Block>(Blocks.Count);
        foreach (var draft in Blocks)
        {
            if (draft.ToBlock(Text) is { } block)
            {
                blocks.Add(block);
            }
        }

        return new Article
        {
            Path = Path,
            Format = Format,
            Text = Text,
            SourceText = SourceText,
            SourceMap = SourceMap,
            Blocks = blocks.ToImmutable(),
            Inlines = Inlines,
            Comments = Comments,
            FrontMatter = FrontMatter,
            Dateline = structure.Dateline,
            Date = options.Date ?? Date ?? structure.Date,
            Language = Language ?? LanguageDetector.Detect(Text, Blocks),
        };
    }
}
