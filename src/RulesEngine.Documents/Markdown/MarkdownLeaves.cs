using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Markdown;

/// <summary>A block of Markdig's tree that holds text, with what stands around it.</summary>
internal sealed record MarkdownLeaf(LeafBlock Block, BlockKind Kind, int Level, BlockContainers Within);

/// <summary>Flattens Markdig's tree into leaves in the order of the file.</summary>
internal sealed class MarkdownLeaves
{
    private readonly List<MarkdownLeaf> _leaves = [];
    private readonly ReadLimits _limits;
    private bool _hasHeadline;

    private MarkdownLeaves(ReadLimits limits) => _limits = limits;

    /// <summary>Sorted by position: Markdig moves footnotes to the end, wherever they are defined.</summary>
    public static List<MarkdownLeaf> Collect(MarkdownDocument document, ReadLimits limits)
    {
        var collector = new MarkdownLeaves(limits);
        collector.AddAll(document, BlockKind.Paragraph, 0, BlockContainers.None, 0);
        return [.. collector._leaves.OrderBy(leaf => leaf.Block.Span.Start)];
    }

    private void AddAll(ContainerBlock container, BlockKind kind, int level, BlockContainers within, int depth)
    {
        if (depth > _limits.MaxNesting)
        {
            throw new DocumentException(DocumentProblem.Limit("max-nesting", "quotes or lists are nested too deeply", _limits.MaxNesting, container.Line + 1));
        }

        foreach (var block in container)
        {
            Add(block, kind, level, within, depth + 1);
        }
    }

    private void Add(Markdig.Syntax.Block block, BlockKind kind, int level, BlockContainers within, int depth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinition or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case HeadingBlock heading:
                AddHeading(heading, within);
                break;
            case CodeBlock code:
                _leaves.Add(new MarkdownLeaf(code, BlockKind.Code, 0, within));
                break;
            case LeafBlock leaf:
                _leaves.Add(new MarkdownLeaf(leaf, kind, level, within));
                break;
            case QuoteBlock quote:
                AddAll(quote, kind, level, within | BlockContainers.BlockQuote, depth);
                break;
            case ListBlock list:
                AddAll(list, BlockKind.ListItem, kind == BlockKind.ListItem ? level + 1 : 1, within | BlockContainers.List, depth);
                break;
            case Footnote footnote:
                AddAll(footnote, BlockKind.Footnote, 0, within, depth);
                break;
            case TableRow row:
                AddAll(row, row.IsHeader ? BlockKind.TableHeader : BlockKind.TableCell, 0, within | BlockContainers.Table, depth);
                break;
            case ContainerBlock container:
                AddAll(container, kind, level, within, depth);
                break;
        }
    }

    private void AddHeading(HeadingBlock heading, BlockContainers within)
    {
        var isHeadline = heading.Level == 1 && !_hasHeadline && within == BlockContainers.None;
        _hasHeadline |= isHeadline;
        _leaves.Add(new MarkdownLeaf(heading, isHeadline ? BlockKind.Headline : BlockKind.Heading, isHeadline ? 0 : heading.Level, within));
    }
}
