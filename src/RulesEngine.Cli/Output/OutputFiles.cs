namespace RulesEngine.Cli.Output;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFiles
{
    /// <summary>Replaces the file in one step, and makes its folder.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".new";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A stream to a neighbour of the file, which takes the file's place when it is complete.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static ReplacingStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new ReplacingStream(path);
    }
}

/// <summary>A file that replaces another when it is disposed of after <see cref="Complete"/>, and vanishes otherwise.</summary>
internal sealed class ReplacingStream(string path) : FileStream(path + ".new", FileMode.Create, FileAccess.Write)
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
