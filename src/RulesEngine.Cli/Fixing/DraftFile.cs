using System.Globalization;
using RulesEngine.Documents;

namespace RulesEngine.Cli.Fixing;

/// <summary>A draft on disk that is read once and replaced once. A link is followed: the file that it leads to is replaced, the link stays.</summary>
internal sealed class DraftFile
{
    private readonly string _target;

    private DraftFile(string target, ReadOnlyMemory<byte> content)
    {
        _target = target;
        Content = content;
    }

    /// <summary>As it was read.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static DraftFile Read(string fullPath)
    {
        var target = File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName ?? fullPath;
        return new DraftFile(target, ReadBytes(target));
    }

    /// <summary>Replaces the file in one step, with the mode that it has.</summary>
    /// <exception cref="IOException">It is read-only, was changed since it was read, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public void Replace(ReadOnlySpan<byte> content)
    {
        // A rename asks for no permission on the file itself.
        if (File.GetAttributes(_target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new IOException("it is read-only; make it writable and run 'rulesengine fix' again");
        }

        var temporary = string.Create(CultureInfo.InvariantCulture, $"{_target}.{Environment.ProcessId}.new");
        try
        {
            Write(temporary, content);
            if (!ReadBytes(_target).Span.SequenceEqual(Content.Span))
            {
                throw new IOException("it was changed while it was checked, so it was left as it is; run 'rulesengine fix' again");
            }

            File.Move(temporary, _target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            using var plain = new FileStream(path, options);
            plain.Write(content);
            return;
        }

        // The umask takes bits away from the mode that a file is created with; they are put back.
        var mode = File.GetUnixFileMode(_target);
        options.UnixCreateMode = mode;
        using var stream = new FileStream(path, options);
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    // One byte more than is allowed, so that the reader of articles says what the limit is.
    private static ReadOnlyMemory<byte> ReadBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        var most = (int)Math.Min(stream.Length, ReadLimits.Default.MaxBytes + 1);
        var buffer = new byte[most];
        return buffer.AsMemory(0, stream.ReadAtLeast(buffer, most, throwOnEndOfStream: false));
    }
}
