namespace RulesEngine.Cli.Watching;

/// <summary>What files looked like at one time. Two of these say what changed, whatever events came or did not come. Immutable.</summary>
internal sealed class FileStamps
{
    private readonly Dictionary<string, FileStamp> _stamps;

    private FileStamps(Dictionary<string, FileStamp> stamps) => _stamps = stamps;

    /// <summary>Looks at files as they are, and at folders with all that is in them; what does not exist is remembered as such.</summary>
    /// <param name="paths">Full paths.</param>
    public static FileStamps Of(IEnumerable<string> paths)
    {
        var stamps = new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                stamps[path] = FileStamp.Of(path);
                continue;
            }

            foreach (var file in FindFiles(path))
            {
                stamps[file] = FileStamp.Of(file);
            }
        }

        return new FileStamps(stamps);
    }

    /// <summary>Files that are new, gone or different, in ordinal order.</summary>
    public IReadOnlyList<string> FindChanges(FileStamps now)
    {
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in _stamps.Keys.Concat(now._stamps.Keys))
        {
            // A file that nobody looked at before and that does not exist is none that has gone.
            if (_stamps.GetValueOrDefault(path, FileStamp.None) != now._stamps.GetValueOrDefault(path, FileStamp.None))
            {
                changed.Add(path);
            }
        }

        return [.. changed];
    }

    /// <summary>These stamps for the files that are looked at now; a file that is looked at for the first time gets its stamp of now.</summary>
    /// <param name="now">The files that are looked at now.</param>
    /// <param name="isFirst">True for a file that nobody could have looked at before; others without a stamp here are new.</param>
    public FileStamps CarryTo(FileStamps now, Func<string, bool> isFirst)
    {
        var stamps = new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        foreach (var (path, stamp) in now._stamps)
        {
            if (_stamps.TryGetValue(path, out var before) || isFirst(path))
            {
                stamps[path] = _stamps.ContainsKey(path) ? before : stamp;
            }
        }

        return new FileStamps(stamps);
    }

    private static string[] FindFiles(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 16, AttributesToSkip = FileAttributes.ReparsePoint });
        }
        catch (IOException)
        {
            // It went away in between; what is gone is seen the next time.
            return [];
        }
    }

    /// <summary>Another file under the same name differs in its birth even where length and time are kept.</summary>
    private readonly record struct FileStamp(long Length, DateTime Changed, DateTime Born)
    {
        public static FileStamp None { get; } = new(-1, default, default);

        public static FileStamp Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : None;
        }
    }
}
