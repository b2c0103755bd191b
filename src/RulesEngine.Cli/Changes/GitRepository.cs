using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace RulesEngine.Cli.Changes;

/// <summary>
/// Asks git what changed. It is started without a shell, the revision can be no option, and what a repository's configuration
/// could make git run (a file-system monitor, an external diff, a text converter) is switched off.
/// </summary>
/// <param name="currentFolder">Full path.</param>
internal sealed class GitRepository(string currentFolder)
{
    private static readonly string[] Safe = ["-c", "core.fsmonitor=", "-c", "diff.external=", "-c", "core.quotePath=false", "--no-pager"];

    /// <summary>Lines of the working tree that differ from where it left <paramref name="revision"/>, and files that git does not know.</summary>
    /// <exception cref="UserException">There is no git, no repository or no such revision.</exception>
    public ChangedLines FindChangedLines(string revision)
    {
        var root = Path.GetFullPath(Ask("no repository holds the current folder", reader => reader.ReadToEnd(), "rev-parse", "--show-cdup").TrimEnd('\n'), currentFolder);
        Ask($"git knows no revision '{revision}' (in a shallow clone, fetch it first)", reader => reader.ReadToEnd(), "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        var changed = new ChangedLines();
        Ask($"git finds no common ancestor with '{revision}' (in a shallow clone, fetch more of the history)", reader => Read(reader, root, changed),
            "diff", "--merge-base", "--unified=0", "--text", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
            "--ignore-submodules=all", "--src-prefix=a/", "--dst-prefix=b/", "--end-of-options", revision, "--");
        var unknown = Ask("git cannot list new files", reader => reader.ReadToEnd(), "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ":/");
        foreach (var path in unknown.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            changed.AddFile(Path.GetFullPath(path, root));
        }

        return changed;
    }

    private static string Read(StreamReader diff, string root, ChangedLines changed)
    {
        DiffReader.Read(diff, root, changed);
        return "";
    }

    private string Ask(string failure, Func<StreamReader, string> read, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", [.. Safe, .. arguments])
        {
            WorkingDirectory = currentFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var git = Process.Start(start)!;
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            var output = read(git.StandardOutput);
            git.WaitForExit();
            return git.ExitCode == 0 ? output : throw new UserException($"--changed-since: {failure}{Reason(errors.GetAwaiter().GetResult())}");
        }
        catch (Win32Exception)
        {
            throw new UserException("--changed-since: git is not installed, or not on the PATH");
        }
    }

    private static string Reason(string errors) =>
        errors.Split('\n')[0].Trim() is { Length: > 0 } line ? $": {line}" : "";
}
