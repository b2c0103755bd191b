using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Docx;

/// <summary>Word documents. The text of the file is its paragraphs, one a line; that is what lines, columns and offsets count in.</summary>
internal static class DocxReader
{
    public static Article Read(string path, ReadOnlyMemory<byte> content, ArticleReadOptions options)
    {
        DocxPackage.Check(content, options.Limits);
        var text = ReadText(content, options.Limits);
        if (text.Source.AsSpan().IsWhiteSpace())
        {
            throw new DocumentException(new("the document has no text: only pictures, deleted text or empty paragraphs"));
        }

        return ToArticle(path, text, options);
    }

    private static DocxText ReadText(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            return DocxWalker.Read(document.MainDocumentPart ?? throw new InvalidDataException("it has no main part"), limits);
        }
        catch (Exception exception) when (exception is not (DocumentException or OperationCanceledException or OutOfMemoryException))
        {
            // The SDK meets a malformed package with whatever its parts throw: this is the boundary to it.
            throw new DocumentException(new($"the .docx cannot be read ({exception.Message.TrimEnd('.')}); open it in Word and save it anew"));
        }
    }

    private static Article ToArticle(string path, DocxText document, ArticleReadOptions options)
    {
        var writer = new BlockWriter(document.Source);
        foreach (var paragraph in document.Paragraphs)
        {
            writer.Write(paragraph.Kind, paragraph.Level, paragraph.Within, paragraph.IsCertain, () => WriteParagraph(writer.Text, paragraph));
        }

        var text = writer.Text.ToString();
        var map = writer.Text.ToSourceMap();
        return new DraftArticle
        {
            Path = path,
            Format = ArticleFormat.Docx,
            Text = text,
            SourceText = document.Source,
            SourceMap = map,
            Blocks = writer.Blocks,
            Inlines = InlineOrder.Sort(document.Marks.Select(mark => new Inline(mark.Kind, ToTextSpan(map, mark.Span), mark.Target)), text),
            Comments = ToComments(document, map, text.Length),
        }.ToArticle(options);
    }

    // A line break inside a paragraph is a line of its own in article text, and none in the file.
    private static void WriteParagraph(ArticleTextBuilder text, DocxParagraph paragraph)
    {
        var from = paragraph.Start;
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            if (text.Source[at] == DocxText.LineBreak)
            {
                text.AppendSource(from, at);
                text.AppendReplacement("\n", at, at + 1);
                from = at + 1;
            }
        }

        text.AppendSource(from, paragraph.End);
    }

    private static ImmutableArray<SourceComment> ToComments(DocxText document, SourceMap map, int textLength)
    {
        var comments = ImmutableArray.CreateBuilder<SourceComment>();
        foreach (var (span, text) in document.Comments.OrderBy(comment => comment.Span))
        {
            var subject = ToTextSpan(map, span);
            var position = map.FindTextOffset(span.Start);
            comments.Add(new SourceComment(span, text, position >= 0 ? position : Math.Min(subject.Start, textLength), subject.IsEmpty ? null : subject));
        }

        return comments.ToImmutable();
    }

    private static TextSpan ToTextSpan(SourceMap map, TextSpan source)
    {
        var start = -1;
        var end = -1;
        for (var at = source.Start; at < source.End && start < 0; at++)
        {
            start = map.FindTextOffset(at);
        }

        for (var at = source.End - 1; at >= source.Start && end < 0; at--)
        {
            end = map.FindTextOffset(at);
        }

        return start < 0 ? default : new TextSpan(start, end + 1);
    }
}
