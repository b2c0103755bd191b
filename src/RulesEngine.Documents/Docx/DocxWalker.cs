using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Docx;

/// <summary>Goes through the paragraphs of a document as they read once all changes are accepted.</summary>
internal sealed class DocxWalker
{
    private readonly DocxText _text;
    private readonly DocxStyles _styles;
    private readonly DocxRuns _runs;
    private readonly bool _hasTitle;
    private bool _hasHeadline;
    private int _openStart = -1;

    private DocxWalker(MainDocumentPart main, ReadLimits limits, DocxText text)
    {
        _text = text;
        _styles = new DocxStyles(main.StyleDefinitionsPart?.Styles);
        _runs = new DocxRuns(_text, main, limits);
        _hasTitle = main.Document?.Body?.Elements<Paragraph>().Any(paragraph => _styles.RoleOf(paragraph).Kind == BlockKind.Headline) == true;
    }

    /// <param name="main">The document.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="text">Filled and returned; null for a new one.</param>
    public static DocxText Read(MainDocumentPart main, ReadLimits limits, DocxText? text = null)
    {
        var walker = new DocxWalker(main, limits, text ?? new DocxText());
        walker.WalkBlocks(main.Document?.Body, new DocxContext(BlockKind.Paragraph, BlockContainers.None));
        walker.WalkNotes(main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? []);
        walker.WalkNotes(main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? []);
        walker.AddComments(main.WordprocessingCommentsPart?.Comments);
        return walker._text;
    }

    private void WalkBlocks(OpenXmlElement? container, DocxContext context)
    {
        foreach (var child in container?.ChildElements ?? default)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    WalkParagraph(paragraph, context);
                    break;
                case Table table:
                    WalkTable(table, context);
                    break;
                case DeletedRun or MoveFromRun:
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    WalkBlocks(child, context);
                    break;
            }
        }
    }

    private void WalkTable(Table table, DocxContext context)
    {
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null)
            {
                continue;
            }

            var kind = row.TableRowProperties?.GetFirstChild<TableHeader>() is not null ? BlockKind.TableHeader : BlockKind.TableCell;
            foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
            {
                WalkBlocks(cell, new DocxContext(kind, context.Within | BlockContainers.Table));
            }
        }
    }

    private void WalkParagraph(Paragraph paragraph, DocxContext context)
    {
        var start = _openStart >= 0 ? _openStart : _text.Position;
        _runs.Walk(paragraph);

        // A deleted paragraph mark joins the paragraph with the next one.
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null
            && paragraph.NextSibling<Paragraph>() is not null)
        {
            _openStart = start;
            return;
        }

        _openStart = -1;
        AddParagraph(paragraph, context, start);
        _text.EndParagraph();
        foreach (var box in _runs.TakeTextBoxes())
        {
            WalkBlocks(box, context);
        }
    }

    private void AddParagraph(Paragraph paragraph, DocxContext context, int start)
    {
        var end = _text.Position;
        var role = _styles.RoleOf(paragraph);
        var within = context.Within | role.Within;
        var isBody = context.Kind == BlockKind.Paragraph;
        if (isBody && role.Kind == BlockKind.Paragraph && role.IsList)
        {
            _text.Paragraphs.Add(new DocxParagraph(BlockKind.ListItem, role.Level, within | BlockContainers.List, false, start, end));
            return;
        }

        var kind = isBody ? KindOf(role, end > start) : context.Kind;
        _text.Paragraphs.Add(new DocxParagraph(kind, kind == BlockKind.Heading ? role.Level : 0, within, kind is not (BlockKind.Paragraph or BlockKind.Heading), start, end));
    }

    // The first title; where no paragraph has that style, the first heading of level 1 above all text.
    private BlockKind KindOf(StyleRole role, bool hasText)
    {
        var isHeadline = hasText && !_hasHeadline
            && (role.Kind == BlockKind.Headline
                || (!_hasTitle && role is { Kind: BlockKind.Heading, Level: 1 } && !_text.Paragraphs.Exists(paragraph => paragraph.Kind == BlockKind.Paragraph && paragraph.End - paragraph.Start > 120)));
        _hasHeadline |= isHeadline;
        return isHeadline ? BlockKind.Headline : role.Kind == BlockKind.Headline ? BlockKind.Heading : role.Kind;
    }

    private void WalkNotes(IEnumerable<FootnoteEndnoteType> notes)
    {
        foreach (var note in notes)
        {
            if (note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal)
            {
                WalkBlocks(note, new DocxContext(BlockKind.Footnote, BlockContainers.None));
            }
        }
    }

    private void AddComments(Comments? comments)
    {
        foreach (var comment in comments?.Elements<Comment>() ?? [])
        {
            if (comment.Id?.Value is { } id)
            {
                _text.AddComment(id, string.Join('\n', comment.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)).Trim());
            }
        }
    }

    private readonly record struct DocxContext(BlockKind Kind, BlockContainers Within);
}
