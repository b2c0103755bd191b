using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Docx;

/// <summary>Edits Word documents inside their runs: formatting, styles and tracked changes stay; new text takes the formatting of the first run that it replaces.</summary>
internal static class DocxEditor
{
    /// <param name="article">As it was read from the file.</param>
    /// <param name="content">The file.</param>
    /// <param name="edits">Edits of <see cref="Article.SourceText"/>, in its order.</param>
    /// <param name="limits">Those that the file was read with.</param>
    /// <exception cref="DocumentException">The document is signed, or the text is not only characters of runs.</exception>
    public static byte[] Apply(Article article, ReadOnlyMemory<byte> content, ImmutableArray<TextEdit> edits, ReadLimits limits)
    {
        using var stream = new MemoryStream();
        stream.Write(content.Span);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            if (document.DigitalSignatureOriginPart is not null)
            {
                throw new DocumentException(new("the document is signed, and a change would break its signature; remove the signature in Word first"));
            }

            var text = DocxWalker.Read(document.MainDocumentPart!, limits, new DocxText { Pieces = [] });
            if (text.Source != article.SourceText)
            {
                throw new DocumentException(new("the document reads differently now; check it again"));
            }

            var changed = new HashSet<OpenXmlPartRootElement>();
            foreach (var edit in edits.Reverse())
            {
                Apply(edit, text.Pieces!, changed);
            }

            foreach (var root in changed)
            {
                root.Save();
            }
        }

        return DocxArchive.KeepTimes(stream.ToArray(), content);
    }

    private static void Apply(TextEdit edit, List<DocxPiece> pieces, HashSet<OpenXmlPartRootElement> changed)
    {
        var newText = edit.NewText;
        var left = edit.Span.Length;
        foreach (var piece in Find(edit.Span, pieces))
        {
            var origin = piece.Origin ?? throw new DocumentException(new("there is a tab, a line break or a symbol inside the text that is to be replaced; change it in Word"));
            var start = Math.Max(piece.Span.Start, edit.Span.Start) - piece.Span.Start;
            var length = Math.Min(piece.Span.End, edit.Span.End) - piece.Span.Start - start;
            origin.Text = string.Concat(origin.Text.AsSpan(0, start), newText, origin.Text.AsSpan(start + length));
            origin.Space = SpaceProcessingModeValues.Preserve;
            changed.Add(origin.Ancestors<OpenXmlPartRootElement>().Last());
            left -= length;
            newText = "";
        }

        if (left > 0 || newText.Length > 0)
        {
            throw new DocumentException(new("the text that is to be replaced goes over the end of a paragraph; change it in Word"));
        }
    }

    // What is inserted joins the run before it.
    private static IEnumerable<DocxPiece> Find(TextSpan span, List<DocxPiece> pieces)
    {
        if (!span.IsEmpty)
        {
            return pieces.Where(piece => piece.Span.Overlaps(span));
        }

        var before = pieces.FindIndex(piece => piece.Span.Start < span.Start && span.Start <= piece.Span.End);
        var index = before >= 0 ? before : pieces.FindIndex(piece => piece.Span.Start == span.Start);
        return index < 0 ? [] : [pieces[index]];
    }
}
