using System.IO.Compression;

namespace RulesEngine.Documents.Docx;

/// <summary>The zip archive around a document.</summary>
internal static class DocxArchive
{
    /// <summary>The archive with the times of the original: an edit has no clock, so that the same edit gives the same bytes.</summary>
    public static byte[] KeepTimes(byte[] edited, ReadOnlyMemory<byte> original)
    {
        var stream = new MemoryStream();
        stream.Write(edited);
        using (var before = new ZipArchive(new MemoryStream(original.ToArray(), writable: false), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                if (before.GetEntry(entry.FullName) is { } same)
                {
                    entry.LastWriteTime = same.LastWriteTime;
                }
            }
        }

        return stream.ToArray();
    }
}
