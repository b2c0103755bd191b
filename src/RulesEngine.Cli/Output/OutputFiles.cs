using System.Globalization;

namespace RulesEngine.Cli.Output;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFiles
{
    /// <summary>Replaces the file in one step, and makes its folder.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text)
    {
        var temporary = Prepare(path);
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A stream to a neighbour of the file, which takes the file's place when it is complete.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static Stream Create(string path)
    {
        // A device or a pipe is written to, never replaced.
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return new FileStream(path, FileMode.Open, FileAccess.Write);
        }

        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        return new ReplacingStream(Prepare(target), target);
    }

    /// <summary>The name that the file has until it is complete; no other process has the same.</summary>
    private static string Prepare(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.new");
    }
}

/// <summary>A file that replaces another when it is disposed of after <see cref="Complete"/>, and vanishes otherwise.</summary>
internal sealed class ReplacingStream(string temporary, string path) : FileStream(temporary, FileMode.Create, FileAccess.Write)
{
    private readonly string _path = path;
    private bool _isComplete;

    public void Complete() => _isComplete = true;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !File.Exists(Name))
        {
            return;
        }

        if (_isComplete)
        {
            File.Move(Name, _path, overwrite: true);
        }
        else
        {
            File.Delete(Name);
        }
    }
}
