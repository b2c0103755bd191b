using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RulesEngine.Documents.Building;
using RulesEngine.Documents.Html;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Markdown;

/// <summary>Writes the leaves of a Markdown file as blocks of an article.</summary>
internal sealed class MarkdownBlocks(BlockWriter writer, ArticleReadOptions options)
{
    private readonly MarkdownInlines _inlines = new(writer, options);

    public void Write(List<MarkdownLeaf> leaves)
    {
        var followsImage = false;
        foreach (var leaf in leaves)
        {
            _inlines.BlockStart = Math.Max(0, leaf.Block.Span.Start);
            switch (leaf.Block)
            {
                case HtmlBlock html:
                    HtmlFragment.Write(writer, html.Span.Start, html.Span.End + 1, leaf.Within, options);
                    break;
                case CodeBlock code:
                    WriteCode(code, leaf.Within);
                    break;
                case { Inline: { } inline }:
                    followsImage = WriteText(leaf, inline, followsImage);
                    continue;
            }

            followsImage = false;
        }
    }

    /// <summary>Returns true where the block is nothing but pictures, so that an emphasised line below it is their caption.</summary>
    private bool WriteText(MarkdownLeaf leaf, ContainerInline inline, bool followsImage)
    {
        var first = inline.FirstChild;
        var hasImage = false;
        while (leaf.Kind == BlockKind.Paragraph && IsImageOnItsOwn(first))
        {
            var image = (LinkInline)first!;
            hasImage = true;
            writer.Write(BlockKind.Caption, 0, leaf.Within | BlockContainers.Figure, isCertain: true, () => _inlines.Write(image));
            first = SkipBreaks(image.NextSibling);
        }

        if (first is null)
        {
            return hasImage;
        }

        var isCaption = hasImage || (followsImage && first is EmphasisInline && first.NextSibling is null);
        writer.Write(
            isCaption ? BlockKind.Caption : leaf.Kind,
            leaf.Level,
            isCaption ? leaf.Within | BlockContainers.Figure : leaf.Within,
            isCertain: isCaption || leaf.Kind is not (BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading),
            () => _inlines.WriteFrom(first));
        return false;
    }

    private static bool IsImageOnItsOwn(Markdig.Syntax.Inlines.Inline? inline) =>
        inline is LinkInline { IsImage: true } && inline.NextSibling is null or LineBreakInline;

    private static Markdig.Syntax.Inlines.Inline? SkipBreaks(Markdig.Syntax.Inlines.Inline? inline)
    {
        while (inline is LineBreakInline)
        {
            inline = inline.NextSibling;
        }

        return inline;
    }

    private void WriteCode(CodeBlock code, BlockContainers within) => writer.Write(BlockKind.Code, 0, within, isCertain: true, () =>
    {
        for (var i = 0; i < code.Lines.Count; i++)
        {
            ref var line = ref code.Lines.Lines[i];
            if (i > 0)
            {
                _inlines.WriteLineEnd('\n');
            }

            writer.Text.AppendSource(line.Position, line.Position + line.Slice.Length);
        }
    });
}
