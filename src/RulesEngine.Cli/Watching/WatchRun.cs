using System.Globalization;
using RulesEngine.Cli.Checking;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Hosting.Configuration;

namespace RulesEngine.Cli.Watching;

/// <summary>
/// <c>check --watch</c>: checks, waits until something changed, and checks that again, until Ctrl-C. Where a draft changed it is that draft;
/// where rules, plugins or a configuration changed they are loaded anew and all drafts are checked.
/// </summary>
/// <param name="createHost">Loads configurations, rules and plugins as they are now.</param>
/// <param name="reader">Reads drafts.</param>
/// <param name="createSettings">What each check is asked for; some of it is used up by a check.</param>
/// <param name="finder">Finds drafts.</param>
/// <param name="paths">Those of the command line.</param>
/// <param name="otherInputs">Full paths of further files that a check depends on.</param>
internal sealed class WatchRun(Func<AnalysisHost> createHost, DraftReader reader, Func<CheckSettings> createSettings, DraftFinder finder, IReadOnlyList<string> paths, IReadOnlyList<string> otherInputs)
{
    private int _exitCode;

    /// <summary>The exit code of the last check.</summary>
    public int Run()
    {
        ThrowIfOutputsAreDrafts();
        using var interruption = new Interruption();
        using var signal = new ChangeSignal();
        var host = createHost();
        try
        {
            IReadOnlyList<string>? toCheck = null;
            var before = Look(host);
            while (!interruption.Token.IsCancellationRequested)
            {
                var known = host.Inputs.ToList();
                Check(host, toCheck);
                var first = host.Inputs.Except(known, StringComparer.Ordinal).ToList();
                before = before.CarryTo(Look(host), path => first.Exists(input => IsWithin(path, input)));
                var changes = WaitForChanges(signal, host, before, interruption.Token);
                before = changes.Now;
                Announce(changes);
                if (changes.IsAboutInputs)
                {
                    Reload(ref host);
                }

                toCheck = changes.IsAboutInputs || WritesFiles() ? null : changes.Drafts;
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C while nothing was checked.
        }
        finally
        {
            host.Dispose();
        }

        return _exitCode;
    }

    /// <exception cref="UserException">What a check writes would be checked next, and so on for ever.</exception>
    private void ThrowIfOutputsAreDrafts()
    {
        if (paths.Contains(DraftFinder.StandardInput, StringComparer.Ordinal))
        {
            throw new UserException("--watch: standard input cannot be watched; name files or folders");
        }

        var settings = createSettings();
        var outputs = settings.Targets.Where(target => target.File is not null && ArticleReader.Endings.Contains(Path.GetExtension(target.File).ToLowerInvariant())).Select(target => Path.GetFullPath(target.File!));
        var folders = Roots().Where(Directory.Exists).Select(Path.TrimEndingDirectorySeparator).ToList();
        foreach (var output in settings.Reports is { } reports ? outputs.Append(reports.Folder) : outputs)
        {
            if ((paths.Count == 0 || paths.Any(Directory.Exists)) && folders.Exists(folder => output.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
            {
                throw new UserException($"--watch: '{Display(output)}' lies among the drafts and would be checked in turn; name the folder of the drafts, or write elsewhere");
            }
        }
    }

    /// <summary>A file or a report of a run is about all drafts, so it cannot be written for some.</summary>
    private bool WritesFiles() => createSettings() is var settings && (settings.Reports is not null || settings.Targets.Any(target => target.File is not null));

    /// <param name="host">Rules and plugins.</param>
    /// <param name="toCheck">Drafts; null for all.</param>
    private void Check(AnalysisHost host, IReadOnlyList<string>? toCheck)
    {
        if (toCheck is { Count: 0 })
        {
            return;
        }

        try
        {
            _exitCode = new CheckRun(host, reader, createSettings()).Run(finder.Again(), toCheck ?? paths);
        }
        catch (UserException exception)
        {
            _exitCode = ExitCodes.Fail(exception);
        }
    }

    private void Reload(ref AnalysisHost host)
    {
        try
        {
            var next = createHost();
            var old = host;
            host = next;
            foreach (var problem in old.Unload())
            {
                Console.Error.WriteLine(NotificationText.Of(problem));
            }
        }
        catch (UserException exception)
        {
            // Half of a change: what was loaded stays until the other half comes.
            _exitCode = ExitCodes.Fail(exception);
        }
    }

    private Changes WaitForChanges(ChangeSignal signal, AnalysisHost host, FileStamps before, CancellationToken cancellationToken)
    {
        signal.Watch(host.Inputs.Concat(otherInputs).Select(FolderOf).Concat(Roots()));
        while (true)
        {
            // First a look: what changed during the check may have come before anybody watched.
            var now = Look(host);
            if (before.FindChanges(now) is { Count: > 0 } changed)
            {
                var drafts = Drafts().ToHashSet(StringComparer.Ordinal);
                var inputs = Inputs(host, drafts).ToList();
                return new Changes(
                    now,
                    [.. changed.Where(drafts.Contains).Select(Display)],
                    [.. changed.Where(path => inputs.Exists(input => IsWithin(path, input))).Select(Display)],
                    [.. changed.Where(path => !drafts.Contains(path)).Select(Display)]);
            }

            signal.Wait(cancellationToken);
        }
    }

    private FileStamps Look(AnalysisHost host)
    {
        var drafts = Drafts().ToList();
        return FileStamps.Of(drafts.Concat(Inputs(host, drafts)));
    }

    private IEnumerable<string> Drafts() => finder.Again().Find(paths).Select(draft => draft.FullPath);

    /// <summary>Everything that was read to set up, and every place where a configuration could appear.</summary>
    private IEnumerable<string> Inputs(AnalysisHost host, IEnumerable<string> drafts) =>
        host.Inputs.Concat(otherInputs).Concat(ConfigurationLocator.FindPlaces(drafts.Append(Path.Combine(Environment.CurrentDirectory, "draft.txt"))));

    private IEnumerable<string> Roots() => (paths.Count == 0 ? ["."] : paths).Select(path => FolderOf(Path.GetFullPath(Glob.IsPattern(path) ? "." : path)));

    private static bool IsWithin(string path, string input) =>
        path == input || path.StartsWith(Path.TrimEndingDirectorySeparator(input) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? path;

    private static string Display(string fullPath) => Path.GetRelativePath(Environment.CurrentDirectory, fullPath).Replace('\\', '/');

    private static void Announce(Changes changes)
    {
        var names = changes.IsAboutInputs ? changes.Inputs : changes.Drafts.Count > 0 ? changes.Drafts : changes.Others;
        var what = names.Count == 1 ? names[0] : string.Create(CultureInfo.InvariantCulture, $"{names.Count} files");
        Console.Error.WriteLine(TerminalText.Clean($"rulesengine: {what} changed{(changes.IsAboutInputs ? "; rules and plugins are loaded anew" : "")}"));
    }

    /// <param name="Now">How the files look.</param>
    /// <param name="Drafts">Drafts that are new or different.</param>
    /// <param name="Inputs">What makes rules and plugins what they are.</param>
    /// <param name="Others">Drafts that are gone.</param>
    private sealed record Changes(FileStamps Now, IReadOnlyList<string> Drafts, IReadOnlyList<string> Inputs, IReadOnlyList<string> Others)
    {
        public bool IsAboutInputs => Inputs.Count > 0;
    }
}
