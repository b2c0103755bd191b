using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Drafts;

/// <summary>
/// Finds the drafts that a command line names: files as they are, folders with everything in them that can be read, patterns,
/// and <c>-</c> for standard input. Folders are walked in ordinal order, without dot-folders and without following links; what
/// cannot be read but is known as a draft's format is named too, so that it is not passed over in silence.
/// </summary>
/// <param name="currentFolder">Full path.</param>
/// <param name="standardInputName">What standard input is to be called.</param>
/// <param name="otherEndings">Endings with their dots, in lower case, that are read as one of those that can be read.</param>
internal sealed class DraftFinder(string currentFolder, string standardInputName, ImmutableDictionary<string, string> otherEndings)
{
    public const string StandardInput = "-";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Paths that lead to nothing; complete when the drafts have been enumerated.</summary>
    public List<Notification> Problems { get; } = [];

    /// <summary>The same, having seen nothing.</summary>
    public DraftFinder Again() => new(currentFolder, standardInputName, otherEndings);

    /// <summary>In the order of the paths, each draft once. Lazy, so that a large folder starts at once.</summary>
    public IEnumerable<Draft> Find(IReadOnlyList<string> paths)
    {
        foreach (var path in paths.Count == 0 ? ["."] : paths)
        {
            foreach (var draft in FindPath(path))
            {
                if (_seen.Add(draft.FullPath))
                {
                    yield return draft;
                }
            }
        }
    }

    private IEnumerable<Draft> FindPath(string path)
    {
        if (path == StandardInput)
        {
            return [new Draft(Path.GetFullPath(standardInputName, currentFolder), standardInputName.Replace('\\', '/'), IsStandardInput: true)];
        }

        var full = Path.GetFullPath(path.Length == 0 ? "." : path, currentFolder);
        if (File.Exists(full))
        {
            return [ToDraft(full)];
        }

        if (Directory.Exists(full))
        {
            return OrNothing(Walk(full), path, $"the folder '{path}' holds no draft (there are {string.Join(' ', ArticleReader.Endings)})");
        }

        if (Glob.IsPattern(path))
        {
            return OrNothing(Match(path), path, $"no draft matches the pattern '{path}'");
        }

        Problems.Add(new Notification(NotificationIds.NothingToCheck, DiagnosticSeverity.Error, $"there is no file or folder '{path}'", path));
        return [];
    }

    private IEnumerable<Draft> OrNothing(IEnumerable<Draft> drafts, string path, string message)
    {
        var isEmpty = true;
        foreach (var draft in drafts)
        {
            isEmpty = false;
            yield return draft;
        }

        if (isEmpty)
        {
            Problems.Add(new Notification(NotificationIds.NothingToCheck, DiagnosticSeverity.Error, message, path));
        }
    }

    private IEnumerable<Draft> Match(string pattern)
    {
        // The folders before the first part with a wildcard are where the walk begins.
        var normal = pattern.Replace('\\', '/');
        var wildcard = normal.AsSpan().IndexOfAny("*?{");
        var slash = normal.LastIndexOf('/', wildcard);
        var folder = Path.GetFullPath(slash < 0 ? "." : normal[..(slash + 1)], currentFolder);
        Glob glob;
        try
        {
            // A pattern on the command line means what a shell means by it: '*.txt' is about this folder alone.
            glob = new Glob(slash < 0 ? "./" + normal : normal[(slash + 1)..] is var rest && rest.Contains('/', StringComparison.Ordinal) ? rest : "./" + rest);
        }
        catch (FormatException exception)
        {
            throw new UserException(exception.Message);
        }

        return Directory.Exists(folder)
            ? Walk(folder).Where(draft => glob.IsMatch(Path.GetRelativePath(folder, draft.FullPath).Replace('\\', '/')))
            : [];
    }

    private IEnumerable<Draft> Walk(string folder)
    {
        foreach (var entry in ReadFolder(folder))
        {
            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry is DirectoryInfo)
            {
                if (!entry.Name.StartsWith('.'))
                {
                    foreach (var draft in Walk(entry.FullName))
                    {
                        yield return draft;
                    }
                }
            }
            else if (IsDraft(entry.Extension.ToLowerInvariant()) || ArticleReader.IsKnownUnreadable(entry.Name))
            {
                yield return ToDraft(entry.FullName);
            }
        }
    }

    private bool IsDraft(string ending) => ArticleReader.Endings.Contains(ending) || (!otherEndings.IsEmpty && otherEndings.ContainsKey(ending));

    private FileSystemInfo[] ReadFolder(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problems.Add(new Notification(NotificationIds.NothingToCheck, DiagnosticSeverity.Error, $"the folder cannot be read ({exception.Message.TrimEnd('.')})", Display(folder)));
            return [];
        }
    }

    private Draft ToDraft(string fullPath) => new(fullPath, Display(fullPath));

    private string Display(string fullPath) => Path.GetRelativePath(currentFolder, fullPath).Replace('\\', '/');
}
