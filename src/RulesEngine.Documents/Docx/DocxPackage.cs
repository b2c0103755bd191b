using System.IO.Compression;
using System.Xml;

namespace RulesEngine.Documents.Docx;

/// <summary>Looks at the archive before the Open XML SDK does: what it is, how large it unpacks, how deep its XML goes.</summary>
internal static class DocxPackage
{
    private const string MainPart = "word/document.xml";

    /// <summary>Size below which a part is let through however well it is packed.</summary>
    private const long SmallPart = 4_000_000;

    /// <exception cref="DocumentException">No zip, no Word document, a bomb, or XML that no Word writes.</exception>
    public static void Check(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        ThrowUnlessZip(content.Span);
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            CheckKind(archive);
            CheckParts(archive, limits);
        }
        catch (InvalidDataException)
        {
            throw new DocumentException(new("the .docx is damaged or cut off: it is no complete zip archive; take the original again, or open it in Word and save it anew"));
        }
        catch (XmlException exception)
        {
            throw new DocumentException(new($"the .docx is damaged: its XML is broken ({exception.Message.TrimEnd('.')}); open it in Word and save it anew"));
        }
    }

    private static void ThrowUnlessZip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new DocumentException(new("the file is a document of Word before 2007 or protected by a password, not a .docx; save it as .docx without a password"));
        }

        if (!bytes.StartsWith("PK"u8))
        {
            throw new DocumentException(new("the file is no .docx: it is not a zip archive; save it as .docx, or give it the ending of what it is"));
        }
    }

    private static void CheckKind(ZipArchive archive)
    {
        if (archive.GetEntry(MainPart) is not null || HasMainPartElsewhere(archive))
        {
            return;
        }

        var what = archive.GetEntry("xl/workbook.xml") is not null ? "an Excel workbook"
            : archive.GetEntry("ppt/presentation.xml") is not null ? "a presentation"
            : archive.GetEntry("mimetype") is not null ? "an OpenDocument file or an e-book"
            : "a zip archive without a Word document in it";
        throw new DocumentException(new($"the file is {what}, not a Word document; save the text as .docx"));
    }

    // The main part may have any name ("word/document2.xml" from some exporters): the relations say which.
    private static bool HasMainPartElsewhere(ZipArchive archive) =>
        archive.GetEntry("[Content_Types].xml") is not null
        && archive.Entries.Any(entry => entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase));

    private static void CheckParts(ZipArchive archive, ReadLimits limits)
    {
        if (archive.Entries.Count > limits.MaxParts)
        {
            throw new DocumentException(DocumentProblem.Limit("max-parts", "the .docx has too many parts", limits.MaxParts));
        }

        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            if (entry.Length > SmallPart && entry.Length / Math.Max(1, entry.CompressedLength) > limits.MaxExpansionRatio)
            {
                throw new DocumentException(DocumentProblem.Limit(
                    "max-expansion-ratio", $"the part {entry.FullName} of the .docx unpacks to a multiple of its packed size", limits.MaxExpansionRatio));
            }

            if (total > limits.MaxExpandedBytes)
            {
                throw new DocumentException(DocumentProblem.Limit("max-expanded-bytes", "the .docx unpacks to too many bytes", limits.MaxExpandedBytes));
            }

            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                CheckXml(entry, limits);
            }
        }
    }

    private static void CheckXml(ZipArchiveEntry entry, ReadLimits limits)
    {
        // The size that an archive declares may be a lie; reading stops at the limit.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = limits.MaxExpandedBytes,
        };
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.DocumentType)
            {
                throw new DocumentException(new($"the part {entry.FullName} of the .docx declares a document type; Word never does, and entities could be a bomb; open it in Word and save it anew"));
            }

            if (reader.Depth > limits.MaxNesting)
            {
                throw new DocumentException(DocumentProblem.Limit("max-nesting", $"the XML of {entry.FullName} is nested too deeply", limits.MaxNesting));
            }
        }
    }
}
