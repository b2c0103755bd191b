using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RulesEngine.Documents.Tests.Docx;

/// <summary>Builds Word documents with the SDK, as Word itself would write them.</summary>
internal sealed class DocxFile
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly MainDocumentPart _main;
    private readonly Body _body;

    private DocxFile(MainDocumentPart main)
    {
        _main = main;
        _body = new Body();
        main.Document = new Document(_body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            Style("Title", "Title"), Style("Subtitle", "Subtitle"), Style("Heading2", "heading 2"), Style("Quote", "Quote"),
            Style("Caption", "caption"), Style("Housestyle", "House headline", "Title"));
    }

    public static byte[] Create(Action<DocxFile> write)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            write(new DocxFile(document.AddMainDocumentPart()));
        }

        return stream.ToArray();
    }

    public DocxFile Paragraph(string text, string? style = null, int list = 0)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        }

        if (list > 0)
        {
            properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = list - 1 }, new NumberingId { Val = 1 });
        }

        _body.Append(new Paragraph(properties, new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
        return this;
    }

    /// <summary>A paragraph, table or other element as WordprocessingML, with the prefix w.</summary>
    public DocxFile Xml(string xml)
    {
        var holder = new Body($"<w:body xmlns:w=\"{Namespace}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\">{xml}</w:body>");
        foreach (var child in holder.ChildElements.ToList())
        {
            child.Remove();
            _body.Append(child);
        }

        return this;
    }

    public DocxFile Footnote(int id, string text)
    {
        var part = _main.FootnotesPart ?? _main.AddNewPart<FootnotesPart>();
        part.Footnotes ??= new Footnotes(new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Id = -1, Type = FootnoteEndnoteValues.Separator });
        part.Footnotes.Append(new Footnote(new Paragraph(new Run(new FootnoteReferenceMark()), new Run(new Text(text)))) { Id = id });
        return this;
    }

    public DocxFile Comment(string id, string text)
    {
        var part = _main.WordprocessingCommentsPart ?? _main.AddNewPart<WordprocessingCommentsPart>();
        part.Comments ??= new Comments();
        part.Comments.Append(new Comment(new Paragraph(new Run(new Text(text)))) { Id = id, Author = "Desk" });
        return this;
    }

    public DocxFile Link(string id, string target)
    {
        _main.AddHyperlinkRelationship(new Uri(target), isExternal: true, id);
        return this;
    }

    private static Style Style(string id, string name, string? basedOn = null)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (basedOn is not null)
        {
            style.BasedOn = new BasedOn { Val = basedOn };
        }

        return style;
    }
}
