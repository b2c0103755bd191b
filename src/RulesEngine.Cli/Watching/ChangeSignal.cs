using System.Diagnostics;

namespace RulesEngine.Cli.Watching;

/// <summary>
/// Wakes up when something happens under folders, and when it has been quiet again for a moment. It only says that something may have
/// changed; where the system cannot watch (a network share, too many folders) it says so every second.
/// </summary>
internal sealed class ChangeSignal : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MostUnrest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PollPace = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _events = new(0);
    private volatile bool _polls;

    /// <summary>Watches these folders, with all that is in them, and no others any more.</summary>
    /// <param name="folders">Full paths; those that do not exist are watched from the nearest folder that does.</param>
    public void Watch(IEnumerable<string> folders)
    {
        var wanted = folders.Select(NearestExisting).ToHashSet(StringComparer.Ordinal);
        wanted.RemoveWhere(folder => wanted.Any(other => other != folder && folder.StartsWith(Path.TrimEndingDirectorySeparator(other) + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        foreach (var gone in _watchers.Keys.Except(wanted, StringComparer.Ordinal).ToList())
        {
            _watchers.Remove(gone, out var watcher);
            watcher!.Dispose();
        }

        foreach (var folder in wanted.Where(folder => !_watchers.ContainsKey(folder)))
        {
            Add(folder);
        }
    }

    /// <summary>Returns when something happened and then nothing for a moment.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C.</exception>
    public void Wait(CancellationToken cancellationToken)
    {
        _events.Wait(_polls ? PollPace : Timeout.InfiniteTimeSpan, cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < MostUnrest && _events.Wait(Quiet, cancellationToken))
        {
        }

        while (_events.Wait(0, CancellationToken.None))
        {
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        _events.Dispose();
    }

    private void Add(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                InternalBufferSize = 1 << 16,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
            };
            watcher.Changed += Signal;
            watcher.Created += Signal;
            watcher.Deleted += Signal;
            watcher.Renamed += Signal;
            watcher.Error += (_, _) => Fall();
            watcher.EnableRaisingEvents = true;
            _watchers[folder] = watcher;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            Fall();
        }
    }

    private void Signal(object sender, FileSystemEventArgs arguments) => _events.Release();

    private void Fall()
    {
        _polls = true;
        _events.Release();
    }

    private static string NearestExisting(string path)
    {
        var folder = path;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
